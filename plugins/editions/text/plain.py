"""Texts as plain text, for places that know no markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    Revised,
    Revision,
    Tagged,
    Words,
)
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings
from editions.text.tree import (
    Admonition,
    Block,
    CodeBlock,
    DefinitionList,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quotation,
    RevisedCode,
    Rule,
    Table,
    Text,
)

_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; other spaces are meant
_CITED = re.compile(r"[ \t\n]*\0")
_INDENT = "  "


def write_plain(text: Text, surroundings: Surroundings = AS_WRITTEN) -> str:
    """Write a text without markup.

    Args:
        text: The text.
        surroundings: How citations are set; addresses of links are left out.

    Returns:
        The words that a page shows, without a line feed at the end: an empty line between paragraphs, a line for each
        item of a list and each row of a table, notes at the end.
    """
    writer = PlainWriter(surroundings)
    parts = [writer.blocks(text.blocks)]
    parts += [f"[{number}] {writer.blocks(note.blocks)}" for number, note in enumerate(text.notes, start=1)]
    return "\n\n".join(part for part in parts if part)


def plain_sentence(text: Text) -> str:
    """The words of a text on one line and without its citations, for descriptions."""
    written = write_plain(text, Surroundings(cite=lambda _: (CitationPiece("\0"),)))  # a sign that no text contains
    return " ".join(_CITED.sub("", written).split())


def plain_line(children: Iterable[Inline], surroundings: Surroundings = AS_WRITTEN) -> str:
    """Write inline nodes without markup, on one line."""
    return _SPACE.sub(" ", PlainWriter(surroundings).inline(children)).strip()


class PlainWriter:
    """Writes texts without markup."""

    def __init__(self, surroundings: Surroundings = AS_WRITTEN) -> None:
        """Prepare.

        Args:
            surroundings: How citations are set.
        """
        self._surroundings = surroundings

    def blocks(self, blocks: Iterable[Block], *, in_item: bool = False) -> str:
        """Blocks with an empty line between them; within an item a list follows its paragraph at once."""
        pieces: list[str] = []
        for block in blocks:
            written = self._block(block)
            if written:
                between = "\n" if in_item and isinstance(block, List) else "\n\n"
                pieces += [between if pieces else "", written]
        return "".join(pieces)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children=children) | Heading(children=children):
                return self._lines(children)
            case CodeBlock(code=code, title=title):
                return "\n".join(self.shown(part) for part in (title, code.strip("\n")) if part)
            case RevisedCode(pieces=pieces, title=titled):
                code = "".join(self.revised(operation, self.shown(piece)) for operation, piece in pieces)
                return "\n".join(part for part in (self._lines(titled), code.strip("\n")) if part)
            case Formula(tex=tex):
                return self.shown(tex)
            case Quotation(blocks=inner):
                return self.blocks(inner)
            case List():
                return self._list(block)
            case DefinitionList(definitions=definitions):
                lines = []
                for definition in definitions:
                    lines += [self._lines(term) for term in definition.terms]
                    lines += [self.blocks(meaning) for meaning in definition.meanings]
                return "\n".join(lines)
            case Table():
                rows = (" | ".join(self._lines(cell.children) for cell in row) for row in (block.head, *block.rows))
                return "\n".join(row for row in rows if row.strip(" |"))
            case Admonition(title=title, blocks=inner):
                return "\n".join(part for part in (self._lines(title), self.blocks(inner)) if part)
            case Rule():
                return ""
        return ""

    def _list(self, block: List) -> str:
        marks = ("•" if number is None else f"{number}." for number in block.numbers)
        return "\n".join(map(self._item, block.items, marks))

    def _item(self, item: ListItem, mark: str) -> str:
        box = "" if item.done is None else "☑ " if item.done else "☐ "
        first, *others = f"{mark} {box}{self.blocks(item.blocks, in_item=True)}".rstrip().split("\n")
        return "\n".join([first, *(f"{_INDENT}{line}" if line else "" for line in others)])

    def _lines(self, children: Iterable[Inline]) -> str:
        """Inline nodes; only a hard break ends a line."""
        lines = self.inline(children).split("\v")
        return "\n".join(_SPACE.sub(" ", line).strip() for line in lines)

    def inline(self, children: Iterable[Inline]) -> str:
        """Inline nodes as they come."""
        return "".join(map(self._inline, children))

    def shown(self, words: str) -> str:
        """Change letters for the place that shows them; here they are left as they are."""
        return words

    def revised(self, operation: Revision | None, words: str) -> str:
        """Mark words that only one of two compared texts has; here they are left as they are."""
        return words

    def _inline(self, node: Inline) -> str:
        match node:
            case Words(text=words):
                return self.shown(words)
            case LineBreak(hard=hard):
                return "\v" if hard else " "
            case CodeSpan(code=words) | Formula(tex=words):
                return self.shown(words)
            case Emphasis(children=inner) | Link(children=inner):
                return self.inline(inner)
            case Tagged(tag=tag, children=inner):
                return _raised(self.inline(inner)) if tag == "sup" else self.inline(inner)
            case Image(alternative=alternative):
                return self.shown(alternative)
            case Citation():
                return self.shown("".join(piece.text for piece in self._surroundings.cite(node)))
            case NoteReference(number=number):
                return f"[{number}]"
            case Revised(operation=operation, children=inner):
                return self.revised(operation, self.inline(inner))


def _raised(words: str) -> str:
    """A power, which would be another number without its sign: 10^6."""
    return f"^{words}" if words[:1].isdigit() or words[:1] in "-−–+" else words
