"""Redlines as blocks that every writer knows, for outputs that are only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editions.text.changing import TreeChange
from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Emphasis,
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
from editions.text.tree import Block, Heading, Paragraph, RevisedCode

_TAGS: dict[Revision | None, Tag] = {"delete": "del", "insert": "ins"}


def redline_blocks(
    blocks: Iterable[Block], here: Surroundings = AS_WRITTEN, former: Surroundings = AS_WRITTEN
) -> tuple[Block, ...]:
    """A redline as parts of a page.

    Args:
        blocks: Blocks of two merged texts.
        here: Where links lead, from the root of the site.
        former: Where links lead that only the earlier text has.

    Returns:
        The same blocks with what went and what came within ``del`` and ``ins``, with links that lead where they should,
        and with citations that are set.
    """
    return _Placed(here, former).blocks(blocks)


class _Placed(TreeChange):
    def __init__(self, here: Surroundings, former: Surroundings) -> None:
        self._here = here
        self._former = former

    def block(self, block: Block) -> tuple[Block, ...]:
        match block:
            case RevisedCode():
                return (Paragraph(self.children(_code(block))),)
            case Heading(children=children):  # which is none of the page
                return (Paragraph((Emphasis(self.children(children), strong=True),)),)
        return super().block(block)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        match node:
            case Revised(operation=operation, children=children):
                side = self if operation == "insert" else _Placed(self._former, self._former)
                return tuple(_marked(operation, side.children(children)))
            case Link(target=target, children=children):
                address, inside = self._here.link(target), self.children(children)
                return inside if address is None else (replace(node, target=address, children=inside),)
            case Image(target=target, alternative=alternative):
                shown = self._here.image(target)
                return (Words(alternative) if shown is None else replace(node, target=shown),)
            case Citation():
                return tuple(map(_piece, self._here.cite(node)))
            case NoteReference(number=number):
                return (Tagged("sup", (Words(str(number)),)),)
        return super().inline(node)


def _piece(piece: CitationPiece) -> Inline:
    return Link(piece.target, (Words(piece.text),)) if piece.target else Words(piece.text)


def _marked(operation: Revision, children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Nodes with their mark close to them, blanks outside of it."""
    inside = list(children)
    before = after = ""
    if inside and isinstance(first := inside[0], Words):
        inside[0] = Words(first.text.lstrip())
        before = first.text[: len(first.text) - len(first.text.lstrip())]
    if inside and isinstance(last := inside[-1], Words):
        inside[-1] = Words(last.text.rstrip())
        after = last.text[len(last.text.rstrip()) :]
    kept = tuple(node for node in inside if node != Words(""))
    yield Words(before)
    if kept:
        yield Tagged(_TAGS[operation], kept)
    yield Words(after)


def _code(block: RevisedCode) -> Iterator[Inline]:
    """Code line by line, since nothing is marked within a block of it."""
    yield from block.title
    if block.title:
        yield LineBreak(hard=True)
    waiting = 0  # breaks, of which those at the end show nothing
    for operation, code in block.pieces:
        for place, line in enumerate(code.split("\n")):
            waiting += place > 0
            if line:
                yield from [LineBreak(hard=True)] * waiting
                yield CodeSpan(line) if operation is None else Tagged(_TAGS[operation], (CodeSpan(line),))
                waiting = 0
