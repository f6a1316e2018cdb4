"""What the dialect does not allow in a text, each with its line and a remedy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from editions.text.dialect import MAXIMUM_NESTING, Definitions
from editions.text.mathematics import NotMathematics, write_mathml
from editions.text.tree import ProblemKind, TextProblem

_ATTRIBUTES = re.compile(
    r"\{:?[ \t]*[.#][^\W\d][^{}\n]*\}|\{:[ \t]*[^{}\s][^{}\n]*\}|\{[ \t]*[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*')[^{}\n]*\}"
    r"|\A\{[ \t]*[A-Za-z][\w-]*=[^{}\n]*\}"  # right after a link, code or emphasis
)
_REFERENCE = re.compile(r"(?:\[([^\[\]]*))?\]\[([^\[\]]*)(\]|\Z)")  # a label can go on in the next line
_LABEL = re.compile(r"\[([^\[\]]+)\]:")
_ABBREVIATION = re.compile(r"\*\[[^\[\]\n]+\]:")
_BRACKETED = re.compile(r"<[/!?]?[^\W\d_](?:[^<>]*[^<>\s=-])?>")
_DELIMITERS = re.compile(r"\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_CONTAINERS = re.compile(r"[ \t>]*")
_FENCE_ANCHOR = re.compile(r"\{[^{}]*#[^\s{}]+[^{}]*\}")

# How a paragraph begins that other dialects read as a block, and what to write instead.
_FOREIGN = {
    '=== "': ("tabs (===) are not part of the dialect", "write a heading or a list"),
    "???": ("??? is not part of the dialect", 'write !!! note "Title"'),
    "!!!": (
        "the line begins with !!! but is not an admonition",
        'write !!! note "Title", and indent its text by four blanks',
    ),
    ":::": ("::: is not part of the dialect", 'write !!! note "Title"'),
    "///": ("/// is not part of the dialect", 'write !!! note "Title"'),
    "[!": ("alerts such as [!NOTE] are not part of the dialect", 'write !!! note "Title"'),
    "[TOC]": ("[TOC] is not part of the dialect", "remove it, since pages list their headings"),
}
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), "**…**"),
    **dict.fromkeys(("i", "em"), "*…*"),
    **dict.fromkeys(("code", "tt"), "backticks"),
    **dict.fromkeys(("ul", "ol", "li"), "a list"),
    **dict.fromkeys(("details", "summary"), "!!! note"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "# and the heading"),
    "a": "[words](address)",
    "img": "![words](address)",
    "table": "a table",
    "pre": "```",
    "blockquote": ">",
}


class Problems:
    """Collects the problems of one text.

    Attributes:
        lines: The lines of the text.
    """

    def __init__(self, markdown: str) -> None:
        """Begin with none.

        Args:
            markdown: The text.
        """
        self.lines = markdown.split("\n")
        self._found: dict[tuple[int, str, str], TextProblem] = {}
        self._opened: Counter[str] = Counter()
        self._anchors: set[str] = set()
        self._nested: set[str] = set()

    def note(self, line: int, message: str, written: str = "", kind: ProblemKind = "dialect") -> None:
        """Note a problem; the same one in a line is noted once."""
        written = written.partition("\n")[0] if kind != "html" else written
        self._found.setdefault((line, message, written), TextProblem(line, message, kind, written))

    def sorted(self) -> tuple[TextProblem, ...]:
        """The problems in the order of their lines."""
        return tuple(sorted(self._found.values(), key=lambda it: it.line))

    def check_definitions(self, env: dict[str, Any]) -> None:
        """Report definitions of links that are repeated or that nothing refers to: their words are shown nowhere."""
        for reference in env.get("duplicate_refs", ()):
            self.note(reference["map"][0] + 1, f"the link [{_short(reference['label'])}] is defined twice; remove one")
        definitions: Definitions = env["references"]
        for label, definition in definitions.items():
            if label.startswith("^"):
                message = f"[{_short(label.lower())}] is read as a link, since the label of a note has no blanks"
                self.note(definition["map"][0] + 1, f"{message}; write a hyphen in place of each")
            elif label not in definitions.used:
                line = definition["map"][0] + 1
                written = _LABEL.search(self.lines[line - 1])
                message = f"the link definition [{_short(written[1] if written else label)}] is not used; remove it"
                self.note(line, f"{message}, or write \\[ to show it", written[0] if written else "", "unused")

    def check_indents(self, env: dict[str, Any]) -> None:
        """Report lines that other writers see as a list or as code, and that are indented too far for it."""
        for line in env.get("indented", ()):
            message = "the line is indented too far, or too little, to begin a list or a fence here"
            self.note(
                line + 1, f"{message}; begin it below the text that it belongs to, or put code between lines of ```"
            )

    def check_words(self, line: int, text: str) -> None:
        """Report signs of other dialects, which are shown as they are written."""
        if "{" in text and (attributes := _ATTRIBUTES.search(text)):
            message = (
                f"the attributes {_short(attributes[0])} are not part of the dialect, which has {{#anchor}} after "
            )
            self.note(line, f"{message}a heading only; remove them, or put them in backticks", attributes[0])
        if "][" in text and (reference := _REFERENCE.search(text)):
            label = _short(reference[2] or reference[1] or "") + ("" if reference[3] else "…")
            message = f"no link is defined as [{label}]; define it, or write \\[ to show the brackets"
            self.note(line, message, reference[0])
        if "](" in text:
            message = "](…) ends no link here; write the address without blanks and end it with )"
            self.note(line, f"{message}, or write \\[ to show the brackets", "](")
        if "<" in text:
            self._check_brackets(line, text)
        if "$$" in text:
            message = (
                "$$ is part of no formula; write $…$ within a line, $$ on lines of its own before and after a formula"
            )
            self.note(line, f"{message}, or \\$ to show the sign", "$$")
        if "--" in text and "|" in text and _DELIMITERS.fullmatch(text.strip()):
            message = "the line looks like the second one of a table, and no line before it has as many cells"
            self.note(line, f"{message}; write a row of headings, and one --- for each of its cells", text)

    def check_paragraph(self, line: int, text: str) -> None:
        """Report the beginning of a paragraph that other dialects read as a block."""
        if text[:1] == "*" and _ABBREVIATION.match(text):
            message = 'abbreviations are not defined like this; write <abbr title="…"> where one is used'
            self.note(line, message, text)
        for begin, (what, instead) in _FOREIGN.items():
            if text.startswith(begin):
                self.note(line, f"{what}; {instead}, or put a backslash before it to show it", text)
                return

    def check_line_start(self, line: int, text: str) -> None:
        """Report a definition that is none, since what is before it is not a term on one line."""
        if text.startswith((": ", ":\t")):
            message = "the line begins with a colon and defines nothing; write the term on one line before it"
            self.note(line, f"{message}, after a blank line, or put a backslash before the colon to show it", text)

    def check_link(self, line: int, target: str, *, empty: bool) -> None:
        """Report a link that nobody sees, or that has no address."""
        if empty:
            self.note(line, f"the link to {_short(target)} has no words; write some between its brackets", "](")
        elif not target:
            self.note(line, "the link has no address; write one between its parentheses, or remove the brackets", "]()")

    def check_numbers(self, written: Sequence[tuple[int, str]], start: int) -> None:
        """Report an item of a list that is shown with another number than it is written with.

        Args:
            written: The line and the number of each item.
            start: Number of the first one; a list can repeat it, and is then counted on.
        """
        if all(int(number) == start for _, number in written):
            return
        for shown, (line, number) in enumerate(written, start):
            if int(number) != shown:
                message = f"the item {number} is shown with the number {shown}, as lists are counted on"
                self.note(line, f"{message}; number the items in order, or put a backslash after the number", number)

    def check_admonition(self, line: int, markup: str, *, empty: bool) -> None:
        """Report an admonition that folds or that has no text."""
        if not markup.startswith("!!!"):
            self.note(line, "??? is not part of the dialect, as texts do not fold; write !!!")
        if empty:
            self.note(line, "the admonition has no text; indent the text that belongs to it by four blanks")

    def _check_brackets(self, line: int, text: str) -> None:
        for match in _BRACKETED.finditer(text):
            inside = _short(match[0][1:-1])
            message = f"contains {_short(match[0])}, which other tools read as HTML; put it in backticks, or write "
            self.note(line, f"{message}&lt;{inside}&gt; to show it", match[0])
        if "<!--" in text and not _BRACKETED.search(text, text.index("<!--")):
            self.comment_without_end(line)

    def comment_without_end(self, line: int) -> None:
        """Report a comment that nothing ends."""
        self.note(line, "the comment <!-- begins here and has no end; remove it", "<!--", "unclosed")

    def raw_html(self, line: int, written: str) -> None:
        """Report a piece of HTML, or words in angle brackets; an end tag only where nothing began."""
        tag = _TAG.match(written)
        if written.startswith("<!--"):
            message = "contains an HTML comment, which no output shows; remove it"
            if written[4:].lstrip().startswith("editions:"):
                message = "the directive shows nothing here; put it on a line of its own, as "
                message += "<!-- editions:criteria VERSION -->"
        elif tag is None:
            message = f"contains {_short(written)}, which is read as HTML; put it in backticks or write &lt;"
        elif self._ends(tag):
            return
        else:
            instead = _INSTEAD.get(tag[2].lower())
            remedy = f"write {instead} instead" if instead else "remove it, put it in backticks"
            message = f"contains {_short(written)}, which is read as HTML, and texts have no HTML; {remedy}, or write "
            message += f"&lt;{_short(written[1:-1])}&gt; to show it"
        self.note(line, message, written, "html")

    def unpaired(self, line: int, written: str) -> None:
        """Report one of the allowed elements that does not begin and end in one place."""
        tag = _TAG.match(written)
        if tag is None or not self._ends(tag):
            message = f"{_short(written)} has no counterpart at this place; write both tags, or neither"
            self.note(line, message, written, "html")

    def attributes(self, line: int, written: str, tag: str) -> None:
        """Report an attribute of one of the allowed elements, or the missing one of an abbreviation."""
        self._opened[tag] += written[1] != "/" and not written.endswith("/>")
        if tag == "abbr" and "title" not in written.lower():
            message = f'{_short(written)} has no title; write <abbr title="…">'
        else:
            allowed = ' but title="…"' if tag == "abbr" else ""
            message = f"{_short(written)} has an attribute; <{tag}> takes none{allowed}"
        self.note(line, message, written, "html")

    def _ends(self, tag: re.Match[str]) -> bool:
        """Whether a tag ends an element that was reported where it begins."""
        name = tag[2].lower()
        if tag[1] and self._opened[name]:
            self._opened[name] -= 1
            return True
        self._opened[name] += not tag[1] and not tag.string.endswith("/>")
        return False

    def check_fence(self, token: Token) -> None:
        """Report a fence that nothing closes, and an anchor on one."""
        first, last = token.map or [0, 0]
        if last - first != token.content.count("\n") + 2:
            message = f"the code block {token.markup[:10]} begins here and has no end; close it"
            self.note(first + 1, message, kind="unclosed")
        if anchor := _FENCE_ANCHOR.search(token.info):
            message = f"the attributes {_short(anchor[0])} are not part of the dialect, in which code has no anchor"
            self.note(first + 1, f"{message}; name only the language", anchor[0])

    def check_formula(self, line: int, tex: str, *, block: bool = False) -> None:
        """Report a formula that pages cannot show."""
        try:
            write_mathml(tex.strip(), block=block)
        except NotMathematics as error:
            line += tex.count("\n", 0, len(tex) - len(tex.lstrip()) + error.place)
            self.note(line, f"the formula {_short(tex)} cannot be shown: {error}")

    def check_anchor(self, line: int, anchor: str) -> None:
        """Report an anchor that a heading before has."""
        if anchor in self._anchors:
            self.note(line, f"the anchor {{#{_short(anchor)}}} is used twice; give one heading another")
        self._anchors.add(anchor)

    def check_row(self, token: Token, columns: int) -> None:
        """Report a row of a table with more cells than its heading: the parser drops them."""
        number = (token.map or [0])[0]
        line = _CONTAINERS.sub("", self.lines[number], count=1) if number < len(self.lines) else ""
        if line.count("|") < columns:
            return
        cells = escapedSplit(line.strip())
        cells = cells[1:] if cells and not cells[0].strip() else cells
        cells = cells[:-1] if cells and not cells[-1].strip() else cells
        if len(cells) > columns:
            message = f"the row has {len(cells):,} cells, and its table {columns:,} columns; remove or join cells"
            self.note(number + 1, f"{message}, or write \\| for a bar")

    def check_depth(self, line: int, depth: int, what: str = "lists and quotations") -> bool:
        """Report what is nested too deeply.

        Args:
            line: Line of the text.
            depth: How deeply it is nested.
            what: What is nested, in words.

        Returns:
            Whether it is.
        """
        if depth > MAXIMUM_NESTING:
            self.nested(line, what)
        return depth > MAXIMUM_NESTING

    def nested(self, line: int, what: str) -> None:
        """Report what is nested too deeply, where it first is."""
        if what not in self._nested:
            self._nested.add(what)
            self.note(line, f"{what} are nested more than {MAXIMUM_NESTING} deep here; flatten them")


def _short(text: str) -> str:
    single = " ".join(text.split())
    return single if len(single) <= 60 else f"{single[:59]}…"
