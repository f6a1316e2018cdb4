"""Ways through the tree of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from editions.text.slugs import Anchors
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
Lines = Callable[[tuple[Inline, ...]], Iterator[Inline]]


def inlines(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline node, those within others after the ones that contain them."""
    for child in children:
        yield child
        match child:
            case Emphasis(children=inner) | Tagged(children=inner) | Link(children=inner) | Revised(children=inner):
                yield from inlines(inner)


def nodes(blocks: tuple[Block, ...], lines: Lines = inlines) -> Iterator[Node]:
    """Every node of blocks in reading order, notes left out; ``lines`` gives those of a line."""
    for block in blocks:
        yield block
        match block:
            case Paragraph(children=children) | Heading(children=children):
                yield from lines(children)
            case Quotation(blocks=inner):
                yield from nodes(inner, lines)
            case Admonition(title=title, blocks=inner):
                yield from lines(title)
                yield from nodes(inner, lines)
            case List(items=items):
                for item in items:
                    yield from nodes(item.blocks, lines)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    for term in definition.terms:
                        yield from lines(term)
                    for meaning in definition.meanings:
                        yield from nodes(meaning, lines)
            case Table(head=head, rows=rows):
                for row in (head, *rows):
                    for cell in row:
                        yield from lines(cell.children)


def text_nodes(text: Text, lines: Lines = inlines) -> Iterator[Node]:
    """Every node of a text: its blocks, then its notes."""
    yield from nodes(text.blocks, lines)
    for note in text.notes:
        yield from nodes(note.blocks, lines)


def without_lines(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """None of the nodes of a line: for walks that look for blocks, of which there are far fewer."""
    return iter(())


def text_blocks(text: Text) -> Iterator[Node]:
    """Every block of a text, without what is in its lines."""
    return text_nodes(text, without_lines)


def reserve_headings(text: Text, anchors: Anchors) -> tuple[tuple[str, str], ...]:
    """Reserve anchors for the headings of a text on a page.

    Returns:
        For each heading in order, its id in the text and the one on the page, to which links of the text lead.
    """
    headings = (node for node in text_blocks(text) if isinstance(node, Heading))
    return tuple((it.id, anchors.reserve(it.id, stated=bool(it.anchor))) for it in headings)


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
