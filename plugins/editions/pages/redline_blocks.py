"""Redlines as blocks that every writer knows, for outputs that are only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Image,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Revised,
    Revision,
    Tag,
    Tagged,
    Words,
)
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings
from editions.text.tree import Block, Paragraph, RevisedCode

_TAGS: dict[Revision, Tag] = {"delete": "del", "insert": "ins"}


def redline_blocks(
    blocks: Iterable[Block], here: Surroundings = AS_WRITTEN, former: Surroundings = AS_WRITTEN
) -> tuple[Block, ...]:
    """A redline as parts of a page.

    Args:
        blocks: Blocks of two merged texts.
        here: Where links lead, from the root of the site.
        former: Where links lead that only the earlier text has.

    Returns:
        The same blocks, in which what went and what came is within ``del`` and ``ins``, links lead where they are
        to lead, and citations are set.
    """
    return tuple(_placed(block, here, former) for block in blocks)


def _placed(value: Any, here: Surroundings, former: Surroundings) -> Any:
    match value:
        case RevisedCode():
            return Paragraph(tuple(_code(value)))
        case tuple():
            return tuple(it for child in value for it in _nodes(child, here, former))
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{it.name: _placed(getattr(value, it.name), here, former) for it in fields(value)})
    return value


def _nodes(value: Any, here: Surroundings, former: Surroundings) -> tuple[Any, ...]:
    """What stands in the place of one of several nodes."""
    match value:
        case Revised(operation=operation, children=children):
            inside = _placed(children, former if operation == "delete" else here, former)
            return tuple(_marked(operation, inside))
        case Link(target=target, children=children):
            address, inside = here.link(target), _placed(children, here, former)
            return inside if address is None else (replace(value, target=address, children=inside),)
        case Image(target=target, alternative=alternative):
            shown = here.image(target)
            return (Words(alternative) if shown is None else replace(value, target=shown),)
        case Citation():
            return tuple(map(_piece, here.cite(value)))
        case NoteReference(number=number):
            return (Tagged("sup", (Words(str(number)),)),)
    return (_placed(value, here, former),)


def _piece(piece: CitationPiece) -> Inline:
    return Link(piece.target, (Words(piece.text),)) if piece.target else Words(piece.text)


def _marked(operation: Revision, children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Nodes with their mark close to them, blanks of their words outside of it."""
    inside = list(children)
    before = after = ""
    if inside and isinstance(first := inside[0], Words):
        inside[0] = Words(first.text.lstrip())
        before = first.text[: len(first.text) - len(first.text.lstrip())]
    if inside and isinstance(last := inside[-1], Words):
        inside[-1] = Words(last.text.rstrip())
        after = last.text[len(last.text.rstrip()) :]
    kept = tuple(node for node in inside if node != Words(""))
    yield from (Words(before),) if before else ()
    yield from (Tagged(_TAGS[operation], kept),) if kept else ()
    yield from (Words(after),) if after else ()


def _code(block: RevisedCode) -> Iterator[Inline]:
    """Code line by line, since no writer marks words within a block of it."""
    if block.title:
        yield from _nodes_of_title(block)
    for operation, code in block.pieces:
        for place, line in enumerate(code.split("\n")):
            if place:
                yield LineBreak(hard=True)
            if line:
                yield CodeSpan(line) if operation is None else Tagged(_TAGS[operation], (CodeSpan(line),))


def _nodes_of_title(block: RevisedCode) -> Iterator[Inline]:
    yield from _placed(block.title, AS_WRITTEN, AS_WRITTEN)
    yield LineBreak(hard=True)
