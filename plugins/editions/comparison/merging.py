"""Two texts as one tree: what both have once, what only one has as revisions.

Blocks are aligned first, then the words within them, so that lists, tables and code of a redline stay what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from rapidfuzz.distance import Indel

from editions.comparison.alignment import common_order
from editions.comparison.merged_lines import merge_code, merge_lines, merge_paragraphs, revised_code, revised_line
from editions.text.inline_tree import CodeSpan, Formula, Revision, Words
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Directive,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
)
from editions.text.words import passages

# Items of a list are one item when this much of their words agrees; below, one is gone and another come.
_ALIKE = 0.4
# Pairs of items whose words are compared; of longer lists the items in the same place are one.
_MOST_PAIRS = 10_000

_Item = TypeVar("_Item", bound=Hashable)


def merge_texts(old: Text, new: Text) -> tuple[Block, ...]:
    """Merge two texts.

    Args:
        old: The earlier text; ``NO_TEXT`` for what was added.
        new: The later text; ``NO_TEXT`` for what was withdrawn.

    Returns:
        Blocks in reading order with ``Revised`` nodes; notes are a numbered list at the end.
    """
    return merge_blocks((*old.blocks, *_notes(old)), (*new.blocks, *_notes(new)))


def _notes(text: Text) -> tuple[Block, ...]:
    return (List(tuple(ListItem(note.blocks) for note in text.notes), start=1),) if text.notes else ()


def merge_blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """Merge blocks: equal ones first, then what is between them, by kind."""
    merged: list[Block] = []
    for equal, src, dest in common_order(old, new):
        if equal:
            merged += (it for it in new[dest.start : dest.stop] if not isinstance(it, Directive))
            continue
        before, after = _units(old[src.start : src.stop]), _units(new[dest.start : dest.stop])
        for same, left, right in common_order([kind for kind, _ in before], [kind for kind, _ in after]):
            if same:
                for place, other in zip(left, right, strict=True):
                    merged += _merge_unit(before[place][1], after[other][1])
            else:
                for place in left:
                    merged += revised(before[place][1], "delete")
                for place in right:
                    merged += revised(after[place][1], "insert")
    return tuple(merged)


def _units(blocks: Sequence[Block]) -> list[tuple[Hashable, list[Block]]]:
    """Blocks by kind; paragraphs that follow each other are one unit, since words move between them."""
    units: list[tuple[Hashable, list[Block]]] = []
    for kind, group in groupby(blocks, key=_kind):
        members = list(group)
        units += [(kind, members)] if kind == Paragraph.__name__ else [(kind, [block]) for block in members]
    return units


def _kind(block: Block) -> Hashable:
    """What two blocks have in common that are one block; a reader sees the kind of a list and its first number."""
    match block:
        case Admonition(kind=shown) | List(start=shown):
            return type(block).__name__, shown
    return type(block).__name__


def _merge_unit(old: list[Block], new: list[Block]) -> Iterable[Block]:
    """Merge blocks of one kind: several paragraphs, or one other block."""
    match old[0], new[0]:
        case Paragraph(), Paragraph():
            return merge_paragraphs(_lines(old), _lines(new))
        case Heading(children=before), Heading() as after:
            return (replace(after, children=merge_lines(before, after.children)),)
        case CodeBlock() as before, CodeBlock() as after:
            return (merge_code(before, after),)
        case Quotation(blocks=before), Quotation(blocks=after):
            return (Quotation(merge_blocks(before, after)),)
        case Admonition(title=title, blocks=before), Admonition() as after:
            return (replace(after, title=merge_lines(title, after.title), blocks=merge_blocks(before, after.blocks)),)
        case List() as before, List() as after:
            return (_merge_lists(before, after),)
        case DefinitionList() as before, DefinitionList() as after:
            return (_merge_definitions(before, after),)
        case Table() as before, Table() as after:
            return (_merge_tables(before, after),)
    return (*revised(old, "delete"), *revised(new, "insert"))


def _lines(blocks: Iterable[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def revised(blocks: Iterable[Block], operation: Revision) -> tuple[Block, ...]:
    """Mark blocks as deleted or inserted whole."""
    return tuple(_revised(block, operation) for block in blocks)


def _revised(block: Block, operation: Revision) -> Block:
    match block:
        case Paragraph(children=children) | Heading(children=children):
            return replace(block, children=revised_line(children, operation))
        case CodeBlock():
            return revised_code(block, operation)
        case Formula(tex=tex):
            return Paragraph(revised_line((Formula(tex),), operation))
        case Directive(name=name, argument=argument):
            return Paragraph(revised_line((CodeSpan(f"{name} {argument}".strip()),), operation))
        case Quotation(blocks=inner):
            return Quotation(revised(inner, operation))
        case Admonition(title=title, blocks=inner):
            return replace(block, title=revised_line(title, operation), blocks=revised(inner, operation))
        case List(items=items):
            return replace(block, items=tuple(_revised_item(item, operation) for item in items))
        case DefinitionList(definitions=definitions):
            return replace(block, definitions=tuple(_revised_definition(it, operation) for it in definitions))
        case Table(head=head, rows=rows):
            marked = [_revised_row(row, operation) for row in (head, *rows)]
            return replace(block, head=marked[0], rows=tuple(marked[1:]))
    return block


def _revised_item(item: ListItem, operation: Revision) -> ListItem:
    return replace(item, blocks=revised(item.blocks, operation))


def _revised_definition(definition: Definition, operation: Revision) -> Definition:
    return Definition(
        tuple(revised_line(term, operation) for term in definition.terms),
        tuple(revised(meaning, operation) for meaning in definition.meanings),
    )


def _revised_row(row: Sequence[Cell], operation: Revision) -> tuple[Cell, ...]:
    return tuple(Cell(revised_line(cell.children, operation)) for cell in row)


def _merge_lists(old: List, new: List) -> List:
    items: list[ListItem] = []
    old_numbers, new_numbers = old.numbers, new.numbers
    following = new.start
    for left, right in _paired(old.items, new.items, lambda it: it.blocks):
        before = old.items[left] if left is not None else None
        after = new.items[right] if right is not None else None
        if before and after:
            item = replace(after, blocks=merge_blocks(_boxed(before, after), _boxed(after, before)))
            item = item if before.done == after.done else replace(item, done=None)
        elif before:
            item = _revised_item(before, "delete")
        else:
            item = _revised_item(after or ListItem(()), "insert")
        number = new_numbers[right] if right is not None else old_numbers[left or 0]
        if number is not None:
            item = replace(item, number=None if number == following else number)
            following = number + 1
        items.append(item)
    return List(tuple(items), new.start, old.tight and new.tight)


def _boxed(item: ListItem, other: ListItem) -> tuple[Block, ...]:
    """The blocks of an item, with its box as words where the other item has another one."""
    if item.done == other.done or item.done is None:
        return item.blocks
    box = "☑ " if item.done else "☐ "
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Paragraph):
        return (replace(first, children=(Words(box), *first.children)), *item.blocks[1:])
    return (Paragraph((Words(box.strip()),)), *item.blocks)


def _merge_definitions(old: DefinitionList, new: DefinitionList) -> DefinitionList:
    merged = []
    for left, right in _paired(old.definitions, new.definitions, lambda it: (DefinitionList((it,)),)):
        before = old.definitions[left] if left is not None else Definition((), ())
        after = new.definitions[right] if right is not None else Definition((), ())
        terms = tuple(merge_lines(a, b) for a, b in _by_place(before.terms, after.terms))
        meanings = tuple(merge_blocks(a, b) for a, b in _by_place(before.meanings, after.meanings))
        merged.append(Definition(terms, meanings))
    return DefinitionList(tuple(merged), old.tight and new.tight)


def _by_place(
    old: Sequence[tuple[_Item, ...]], new: Sequence[tuple[_Item, ...]]
) -> Iterator[tuple[tuple[_Item, ...], tuple[_Item, ...]]]:
    for place in range(max(len(old), len(new))):
        yield old[place] if place < len(old) else (), new[place] if place < len(new) else ()


def _merge_tables(old: Table, new: Table) -> Table:
    columns = _columns(old, new)

    def row(before: Sequence[Cell] | None, after: Sequence[Cell] | None) -> tuple[Cell, ...]:
        cells = []
        for left, right in columns:
            a = before[left].children if before is not None and left is not None else ()
            b = after[right].children if after is not None and right is not None else ()
            cells.append(Cell(merge_lines(a, b)))
        return tuple(cells)

    alignments = tuple(new.alignments[b] if b is not None else old.alignments[a or 0] for a, b in columns)
    rows = tuple(
        row(old.rows[a] if a is not None else None, new.rows[b] if b is not None else None)
        for a, b in _paired(old.rows, new.rows, lambda it: tuple(Paragraph(cell.children) for cell in it))
    )
    return Table(alignments, row(old.head, new.head), rows)


def _columns(old: Table, new: Table) -> list[tuple[int | None, int | None]]:
    """The columns of both tables: those of one heading are one, and as many columns as before are the same."""
    if len(old.head) == len(new.head):
        return [(place, place) for place in range(len(old.head))]
    pairs: list[tuple[int | None, int | None]] = []
    for same, left, right in common_order(old.head, new.head):
        if same:
            pairs += zip(left, right, strict=True)
        else:
            pairs += [(place, None) for place in left] + [(None, place) for place in right]
    return pairs


def _paired(
    old: Sequence[_Item], new: Sequence[_Item], blocks: Callable[[_Item], tuple[Block, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    """Pair the items of two sequences in order: equal ones, then those whose words agree most.

    Yields:
        Places in ``old`` and ``new``, ``None`` on the side that has no such item.
    """
    for equal, src, dest in common_order(old, new):
        if equal:
            yield from zip(src, dest, strict=True)
            continue
        left, right = [_said(blocks(old[it])) for it in src], [_said(blocks(new[it])) for it in dest]
        pairs = _alike(left, right)
        a = b = 0
        for i, j in [*pairs, (len(left), len(right))]:
            yield from ((src[place], None) for place in range(a, i))
            yield from ((None, dest[place]) for place in range(b, j))
            if i < len(left) and j < len(right):
                yield src[i], dest[j]
            a, b = i + 1, j + 1


def _said(blocks: tuple[Block, ...]) -> list[Hashable]:
    return [word.key for passage in passages(Text("", blocks)) for word in passage.words]


def _alike(old: Sequence[Sequence[Hashable]], new: Sequence[Sequence[Hashable]]) -> list[tuple[int, int]]:
    """Pairs in order whose likeness adds up to the most."""
    if not old or not new:
        return []
    if len(old) * len(new) > _MOST_PAIRS:
        return [(place, place) for place in range(min(len(old), len(new)))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[Indel.normalized_similarity(a, b, score_cutoff=_ALIKE) for b in new] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
