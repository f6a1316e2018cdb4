"""Redlines as blocks that every writer knows, for outputs that are only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.text.changing import TreeChange
from editions.text.inline_tree import CodeSpan, Inline, LineBreak, Revised, Revision, Tag, Tagged, Words
from editions.text.tree import Block, Paragraph, RevisedCode

_TAGS: dict[Revision | None, Tag] = {"delete": "del", "insert": "ins"}


def redline_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """A redline as parts of a page.

    Args:
        blocks: Blocks of two merged texts, as ``quote_blocks`` makes them.

    Returns:
        The same blocks with what went and what came within ``del`` and ``ins``.
    """
    return _Marking().blocks(blocks)


class _Marking(TreeChange):
    def block(self, block: Block) -> tuple[Block, ...]:
        match block:
            case RevisedCode():
                return (Paragraph(self.children(_code(block))),)
        return super().block(block)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        match node:
            case Revised(operation=operation, children=children):
                return tuple(_marked(operation, self.children(children)))
        return super().inline(node)


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
