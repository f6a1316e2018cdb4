"""Texts as portable Markdown: CommonMark with tables, notes and definition lists, for readers outside the site.

The dialect reads what it writes as the same tree, but for admonitions, which become quotations, and titles of code,
which become paragraphs; any CommonMark parser reads the same words: every character that could mean something is
escaped, links are resolved, and the only HTML is the few elements that the dialect allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Emphasis,
    Formula,
    Image,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Tagged,
    Words,
)
from editions.text.markdown_signs import (
    OPENING,
    SIGNS,
    attribute_value,
    escaped_opening,
    escaped_sign,
    fenced_code,
    indented,
    marked_code,
)
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    Directive,
    Heading,
    List,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
)

_LAST_BREAK = re.compile(r"\\\n\Z")
# What would begin HTML, an entity, emphasis or a link: `<b`, `&lt;`, `*b`, `_{`, `](`.
_IN_FORMULA = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|\*(?=\S)|(?<![^\W_])_(?=\S)|\](?=[(\[])")
_IN_TARGET = {"<": "%3C", ">": "%3E", "\n": "%0A"}


def write_commonmark(text: Text, surroundings: Surroundings = AS_WRITTEN, *, lower_headings: int = 0) -> str:
    """Write a text as portable Markdown, without a line feed at the end."""
    writer = CommonMarkWriter(surroundings, lower_headings=lower_headings)
    return writer.write(text)


def write_words(words: str) -> str:
    """Write plain words as Markdown that shows them, on one line."""
    return CommonMarkWriter().lines((Words(" ".join(words.split())),))


class CommonMarkWriter:
    """Writes texts for one document, so that the labels of their notes differ."""

    def __init__(
        self,
        surroundings: Surroundings = AS_WRITTEN,
        *,
        lower_headings: int = 0,
        keep_anchors: bool = True,
    ) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            lower_headings: How many levels headings are put below what is written.
            keep_anchors: Whether headings keep their ``{#anchor}``, which other parsers show.
        """
        self._surroundings = surroundings
        self._expand: Callable[[Directive], str] | None = None
        self._lower = lower_headings
        self._keep_anchors = keep_anchors
        self._noted = self._before = 0
        self._depth = 0
        self._in_table = False
        self._on_one_line = False
        self._in_brackets = False

    def write(self, text: Text, expand: Callable[[Directive], str] | None = None) -> str:
        """Write a text, with its notes after it, and what is given in place of its directives."""
        around, self._expand, self._before = (self._before, self._expand), expand, self._noted
        self._noted += len(text.notes)
        parts = [self.blocks(text.blocks)]
        for number, note in enumerate(text.notes, start=self._before + 1):
            parts.append(f"[^{number}]: {indented(self.blocks(note.blocks), '    ')}")
        self._before, self._expand = around
        return "\n\n".join(part for part in parts if part)

    def at(self, surroundings: Surroundings, *, lower_headings: int = 0) -> CommonMarkWriter:
        """Go on in the same document at another place."""
        self._surroundings, self._lower = surroundings, lower_headings
        return self

    def blocks(self, blocks: Iterable[Block], *, tight: bool = False) -> str:
        """Write blocks, with an empty line between them; in a tight list a list follows its paragraph at once."""
        pieces: list[str] = []
        lists = 0  # of one kind in a row: another mark begins another list
        before: Block | None = None
        for block in blocks:
            same = isinstance(block, List) and isinstance(before, List) and _is_ordered(block) == _is_ordered(before)
            lists = lists + 1 if same else 0
            written = self._list(block, (self._depth + lists) % 2) if isinstance(block, List) else self.block(block)
            if written:
                pieces += [("\n" if tight else "\n\n") if pieces else "", written]
                before = block
        return "".join(pieces)

    def block(self, block: Block) -> str:
        """Write a block other than a list."""
        match block:
            case Paragraph(children=children):
                return self.lines(children)
            case Heading(level=level, children=children, anchor=anchor):
                written = " ".join(self.lines(children).split("\n"))
                mark = f" {{#{anchor}}}" if anchor and self._keep_anchors else ""
                closing = written.endswith("#") and not written.endswith("\\#")
                words = f"{written[:-1]}\\#" if closing else written
                return f"{'#' * min(level + self._lower, 6)} {words}{mark}"
            case CodeBlock(title=title) if title:  # which other readers do not show
                return self.blocks((Paragraph((Emphasis((Words(title),), strong=True),)), replace(block, title="")))
            case CodeBlock():
                return fenced_code(block)
            case Formula(tex=tex):
                return self.display(tex)
            case Rule():
                return "___"  # neither the mark of a list nor a line under a heading
            case Quotation(blocks=inner):
                return "\n".join(f"> {line}" if line else ">" for line in self.blocks(inner).split("\n"))
            case DefinitionList():
                return self._definitions(block)
            case Table():
                return self._table(block)
            case Admonition(title=title, blocks=inner):
                named = (Paragraph((Emphasis(title, strong=True),)),) if title else ()
                return self.block(Quotation((*named, *inner)))
            case Directive() if self._expand is not None:
                return self._expand(block)
        return ""

    def _list(self, block: List, other: int) -> str:
        items = []
        self._depth += 1
        for item, number in zip(block.items, block.numbers, strict=True):
            mark = "-*"[other] if number is None else f"{number}{'.)'[other]}"
            box = "" if item.done is None else "[x] " if item.done else "[ ] "
            inside = box + self.blocks(item.blocks, tight=block.tight)
            items.append(f"{mark} {indented(inside, ' ' * (len(mark) + 1))}" if inside else mark)
        self._depth -= 1
        return ("\n" if block.tight else "\n\n").join(items)

    def _definitions(self, block: DefinitionList) -> str:
        made = []
        for definition in block.definitions:
            terms = [OPENING.sub(escaped_opening, self.line(term)) for term in definition.terms]
            meanings = [f":   {indented(self.blocks(it, tight=block.tight), '    ')}" for it in definition.meanings]
            between = "\n" if block.tight else "\n\n"
            made.append(between.join(["\n".join(terms), *meanings]))
        return "\n\n".join(made)

    def _table(self, block: Table) -> str:
        marks = {"left": ":---", "right": "---:", "center": ":---:", None: "---"}
        rules = "".join(f" {marks[it]} |" for it in block.alignments)
        return "\n".join([self._row(block.head), f"|{rules}", *map(self._row, block.rows)])

    def _row(self, row: Sequence[Cell]) -> str:
        self._in_table = True
        cells = "".join(f" {self.line(cell.children)} |" for cell in row)
        self._in_table = False
        return f"|{cells}"

    def line(self, children: Iterable[Inline]) -> str:
        """Write inline nodes on one line."""
        self._on_one_line = True
        written = self.inline(children)
        self._on_one_line = False
        return written

    def lines(self, children: Iterable[Inline]) -> str:
        """Write inline nodes as lines none of which begins a block."""
        written = _LAST_BREAK.sub("<br>", self.inline(children).lstrip(" \t"))  # four blanks would begin code
        return "\n".join(OPENING.sub(escaped_opening, line) for line in written.split("\n"))

    def inline(self, children: Iterable[Inline], outer: str = "") -> str:
        """Write inline nodes.

        Args:
            children: The nodes.
            outer: The sign of the emphasis that they are in.

        Returns:
            Markdown.
        """
        written = ""
        apart = False  # whether the end of emphasis asks for a sign that is no letter behind it (§6.2)
        before: Inline | None = None
        for child in children:
            # Two runs of one sign that touch would be read as one; without a sign left, the words alone are written.
            touched = "" if written[-2:-1] == "\\" else written[-1:]
            sign = next((it for it in "*_" if it not in outer + touched), "") if isinstance(child, Emphasis) else ""
            inner = outer + (sign or touched)
            piece = self.inline(child.children, inner) if isinstance(child, Emphasis) else self.piece(child)
            words = piece.strip()
            if not sign or not words:
                if isinstance(before, Words) and written.endswith("]") and piece[:1] in ("(", "[", ":"):
                    written = f"{written[:-1].removesuffix(chr(92))}\\]"
                written += f"&#{ord(piece[0])};{piece[1:]}" if apart and piece[:1].isalnum() else piece
                apart = apart and not piece
            else:
                lead, tail = piece.partition(words)[::2]
                if not lead and written[-1:].isalnum() and (sign == "_" or not words[:1].isalnum()):
                    written = f"{written[:-1]}&#{ord(written[-1])};"
                mark = sign * (1 + child.strong) if isinstance(child, Emphasis) else ""
                written += f"{lead}{mark}{words}{mark}{tail}"
                apart = not tail and (sign == "_" or not words[-1:].isalnum())
            before = child
        return written

    def piece(self, node: Inline) -> str:
        """Write a node within a line other than emphasis."""
        match node:
            case Words(text=words):
                return self.words(words).replace("\n", " ")
            case LineBreak(hard=hard):
                return ("<br> " if self._on_one_line else "\\\n") if hard else " " if self._on_one_line else "\n"
            case CodeSpan(code=code):
                written = marked_code(code)
                return written.replace("|", "\\|") if self._in_table else written
            case Formula(tex=tex):
                written = f"${self.formula(tex)}$"
                return written.replace("|", "\\|") if self._in_table else written
            case Tagged(tag=tag, children=inner, title=title):
                meaning = f' title="{attribute_value(title)}"' if title else ""
                return f"<{tag}{meaning}>{self.inline(inner)}</{tag}>"
            case Link(target=target, children=inner, title=title):
                resolved = self._surroundings.link(target)
                around, self._in_brackets = self._in_brackets, True
                words = self.inline(inner)
                self._in_brackets = around
                return self._link(words, resolved, title)
            case Image(target=target, alternative=alternative, title=title):
                resolved = self._surroundings.image(target)
                words = self.words(alternative)
                return words if resolved is None else f"!{self._link(words, resolved, title)}"
            case Citation():
                return "".join(
                    self._link(self.words(piece.text), piece.target or None, "")
                    for piece in self._surroundings.cite(node)
                )
            case NoteReference(number=number):
                return f"[^{self._before + number}]"
        return ""

    def formula(self, tex: str) -> str:
        """Part signs of TeX by a blank, which means nothing there, where a parser without formulas would read them."""
        return _IN_FORMULA.sub(r"\g<0> ", tex)

    def display(self, tex: str) -> str:
        """Write a formula on lines of its own; on one line if another would begin a block."""
        lines = [self.formula(line) for line in tex.split("\n")]
        if any(OPENING.match(line.lstrip()) for line in lines):
            return f"$${' '.join(lines)}$$"
        return "\n".join(["$$", *lines, "$$"])

    def words(self, words: str) -> str:
        """Escape plain words."""
        return SIGNS.sub(escaped_sign, words)

    def _link(self, words: str, target: str | None, title: str) -> str:
        if target is None:
            return words
        address = "".join(_IN_TARGET.get(sign, sign) for sign in target)
        if not address or re.search(r"[\s()\\]", address):
            address = f"<{address}>"
        named = ' "' + title.replace("\\", "\\\\").replace('"', '\\"') + '"' if title else ""
        written = f"[{words}]({address}{named})"
        return written.replace("|", "\\|") if self._in_table and "|" in address else written


def _is_ordered(block: List) -> bool:
    return block.start is not None
