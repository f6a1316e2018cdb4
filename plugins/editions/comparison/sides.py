"""One side of two merged texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from editions.text.inline_tree import Emphasis, Inline, Link, Revised, Revision, Tagged
from editions.text.tree import (
    Admonition,
    Block,
    Definition,
    DefinitionList,
    Heading,
    List,
    Paragraph,
    Quotation,
    RevisedCode,
    Table,
)
from editions.text.walking import nodes

Side = Literal["old", "new"]

_OTHER: dict[Side, Revision] = {"old": "insert", "new": "delete"}


def is_revised(blocks: Iterable[Block]) -> bool:
    """Whether merged blocks differ between the two texts."""
    for node in nodes(tuple(blocks)):
        match node:
            case Revised():
                return True
            case RevisedCode(pieces=pieces, title=title):
                if any(operation for operation, _ in pieces) or any(isinstance(it, Revised) for it in title):
                    return True
    return False


def blocks_of_side(blocks: Iterable[Block], side: Side) -> tuple[Block, ...]:
    """Take one text out of merged blocks.

    Args:
        blocks: Blocks that ``merge_texts`` made.
        side: Which text.

    Returns:
        Its blocks, with what the other text does not have still marked.
    """
    return tuple(_blocks(blocks, _OTHER[side]))


def _blocks(blocks: Iterable[Block], dropped: Revision) -> Iterator[Block]:
    for block in blocks:
        kept = _block(block, dropped)
        if kept is not None:
            yield kept


def _block(block: Block, dropped: Revision) -> Block | None:
    match block:
        case Paragraph(children=children) | Heading(children=children):
            left = line_of_side(children, dropped)
            return replace(block, children=left) if left or not children else None
        case RevisedCode(pieces=pieces, title=title):
            code = tuple(piece for piece in pieces if piece[0] != dropped)
            return replace(block, pieces=code, title=line_of_side(title, dropped)) if code else None
        case Quotation(blocks=inner):
            inside = tuple(_blocks(inner, dropped))
            return replace(block, blocks=inside) if inside or not inner else None
        case Admonition(title=title, blocks=inner):
            left, inside = line_of_side(title, dropped), tuple(_blocks(inner, dropped))
            return replace(block, title=left, blocks=inside) if left or inside else None
        case List():
            return _list(block, dropped)
        case DefinitionList(definitions=definitions):
            kept = tuple(it for it in (_definition(it, dropped) for it in definitions) if it.terms or it.meanings)
            return replace(block, definitions=kept) if kept else None
        case Table():
            return _table(block, dropped)
    return block


def _list(block: List, dropped: Revision) -> List | None:
    kept = []
    for item, number in zip(block.items, block.numbers, strict=True):
        inside = tuple(_blocks(item.blocks, dropped))
        if inside or not item.blocks:
            kept.append(replace(item, blocks=inside, number=number))
    return replace(block, items=tuple(kept)) if kept else None


def _definition(definition: Definition, dropped: Revision) -> Definition:
    terms = (line_of_side(term, dropped) for term in definition.terms)
    meanings = (tuple(_blocks(meaning, dropped)) for meaning in definition.meanings)
    return Definition(tuple(it for it in terms if it), tuple(it for it in meanings if it))


def _table(table: Table, dropped: Revision) -> Table | None:
    """A table without the rows and columns that lose all of their words."""
    rows = (table.head, *table.rows)
    left = [[line_of_side(cell.children, dropped) for cell in row] for row in rows]
    columns = [
        place
        for place in range(len(table.head))
        if any(row[place] for row in left) or not any(row[place].children for row in rows)
    ]
    made = [
        tuple(replace(row[place], children=words[place]) for place in columns)
        for row, words in zip(rows, left, strict=True)
        if any(words) or row is table.head or not any(cell.children for cell in row)
    ]
    if not columns:
        return None
    return replace(table, alignments=tuple(table.alignments[it] for it in columns), head=made[0], rows=tuple(made[1:]))


def line_of_side(children: Iterable[Inline], dropped: Revision) -> tuple[Inline, ...]:
    """Inline nodes without those of one operation, and without what is empty for it."""
    kept: list[Inline] = []
    for child in children:
        match child:
            case Revised(operation=operation) if operation == dropped:
                continue
            case Emphasis(children=inner) | Tagged(children=inner) | Link(children=inner) if inner:
                inside = line_of_side(inner, dropped)
                if inside:
                    kept.append(replace(child, children=inside))
            case _:
                kept.append(child)
    return tuple(kept)
