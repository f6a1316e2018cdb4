"""Ways through the tree of a text."""

from __future__ import annotations

from collections.abc import Iterator

from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Emphasis,
    Formula,
    Image,
    Inline,
    LineBreak,
    Link,
    Revised,
    Tagged,
    Words,
)
from editions.text.tree import (
    Admonition,
    Block,
    DefinitionList,
    Heading,
    List,
    Paragraph,
    Quotation,
    Table,
    Text,
)

Node = Inline | Block


def inlines(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline node, those within others after the ones that contain them."""
    for child in children:
        yield child
        match child:
            case Emphasis(children=inner) | Tagged(children=inner) | Link(children=inner) | Revised(children=inner):
                yield from inlines(inner)


def nodes(blocks: tuple[Block, ...]) -> Iterator[Node]:
    """Every node of blocks in reading order, notes left out."""
    for block in blocks:
        yield block
        match block:
            case Paragraph(children=children) | Heading(children=children):
                yield from inlines(children)
            case Quotation(blocks=inner):
                yield from nodes(inner)
            case Admonition(title=title, blocks=inner):
                yield from inlines(title)
                yield from nodes(inner)
            case List(items=items):
                for item in items:
                    yield from nodes(item.blocks)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    for term in definition.terms:
                        yield from inlines(term)
                    for meaning in definition.meanings:
                        yield from nodes(meaning)
            case Table(head=head, rows=rows):
                for row in (head, *rows):
                    for cell in row:
                        yield from inlines(cell.children)


def text_nodes(text: Text) -> Iterator[Node]:
    """Every node of a text: its blocks, then its notes."""
    yield from nodes(text.blocks)
    for note in text.notes:
        yield from nodes(note.blocks)


def words_of(children: tuple[Inline, ...]) -> str:
    """The plain words of inline nodes, on one line."""
    pieces = []
    for node in inlines(children):
        match node:
            case Words(text=text):
                pieces.append(text)
            case CodeSpan(code=code):
                pieces.append(code)
            case Formula(tex=tex):
                pieces.append(tex)
            case LineBreak():
                pieces.append(" ")
            case Image(alternative=alternative):
                pieces.append(alternative)
            case Citation(written=written):
                pieces.append(written)
    return " ".join("".join(pieces).split())
