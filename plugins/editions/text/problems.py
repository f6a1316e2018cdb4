"""What the dialect does not allow in a text, each with its line and a remedy."""

from __future__ import annotations

import re
from typing import Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from editions.text.dialect import MAXIMUM_NESTING, Definitions
from editions.text.tree import TextProblem

_ATTRIBUTES = re.compile(r"\{:?[ \t]*[.#][^\W\d][^{}\n]*\}|\{:[ \t]+[^{}\n]*\}")
_REFERENCE = re.compile(r"\]\[([^\[\]]*)\]")
_ABBREVIATION = re.compile(r"^\*\[[^\[\]\n]+\]:", re.MULTILINE)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_CONTAINERS = re.compile(r"[ \t>]*")


class Problems:
    """Collects the problems of one text."""

    def __init__(self, markdown: str) -> None:
        """Begin with none.

        Args:
            markdown: The text.
        """
        self._lines = markdown.split("\n")
        self._found: dict[tuple[int, str], TextProblem] = {}

    def note(self, line: int, message: str) -> None:
        """Note a problem; the same one in a line is noted once."""
        self._found.setdefault((line, message), TextProblem(line, message))

    def sorted(self) -> tuple[TextProblem, ...]:
        """The problems in the order of their lines."""
        return tuple(sorted(self._found.values(), key=lambda it: it.line))

    def check_definitions(self, env: dict[str, Any]) -> None:
        """Report definitions of links that are repeated or that nothing refers to: their words are shown nowhere."""
        for reference in env.get("duplicate_refs", ()):
            self.note(reference["map"][0] + 1, f"the link [{reference['label']}] is defined twice; remove one")
        definitions: Definitions = env["references"]
        for label, definition in definitions.items():
            if label not in definitions.used:
                message = f"the link definition [{label}] is not used; remove it, or write \\[ to show it"
                self.note(definition["map"][0] + 1, message)

    def check_words(self, line: int, text: str) -> None:
        """Report signs of other dialects, which are shown as they are written."""
        if "{" in text and (attributes := _ATTRIBUTES.search(text)):
            message = f"the attributes {attributes[0]} are not part of the dialect, which has {{#anchor}} after a "
            self.note(line, f"{message}heading only; remove them, or put them in backticks")
        if "][" in text and (reference := _REFERENCE.search(text)):
            message = f"no link is defined as [{reference[1]}]; define it, or write \\[ to show the brackets"
            self.note(line, message)
        if text.startswith("*[") and _ABBREVIATION.match(text):
            self.note(line, 'abbreviations are not defined like this; write <abbr title="…"> where one is used')

    def raw_html(self, line: int, written: str) -> None:
        """Report a piece of HTML, or words in angle brackets."""
        tag = _TAG.match(written)
        if written.startswith("<!--"):
            self.note(line, "contains an HTML comment, which no output shows; remove it")
        elif tag is None:
            self.note(line, f"contains {_short(written)}, which is read as HTML; put it in backticks or write &lt;")
        else:
            message = f"contains {_short(written)}, which is read as HTML, and texts have no HTML; "
            self.note(line, f"{message}put it in backticks, or write &lt;{_short(written[1:-1])}&gt; to show it")

    def unpaired(self, line: int, written: str) -> None:
        """Report one of the allowed elements that does not begin and end in one place."""
        self.note(line, f"{written} has no counterpart at this place; write both tags, or neither")

    def attributes(self, line: int, written: str, tag: str) -> None:
        """Report an attribute of one of the allowed elements."""
        allowed = ' but title="…"' if tag == "abbr" else ""
        self.note(line, f"{_short(written)} has an attribute; <{tag}> takes none{allowed}")

    def check_fence(self, token: Token) -> None:
        """Report a fence that nothing closes."""
        first, last = token.map or [0, 0]
        if last - first != token.content.count("\n") + 2:
            self.note(first + 1, f"the code block {token.markup[:10]} begins here and has no end; close it")

    def check_row(self, token: Token, columns: int) -> None:
        """Report a row of a table with more cells than its heading: the parser drops them."""
        number = (token.map or [0])[0]
        line = _CONTAINERS.sub("", self._lines[number], count=1) if number < len(self._lines) else ""
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
            self.note(line, f"{what} are nested more than {MAXIMUM_NESTING} deep here; flatten them")
        return depth > MAXIMUM_NESTING


def _short(text: str) -> str:
    single = " ".join(text.split())
    return single if len(single) <= 60 else f"{single[:59]}…"
