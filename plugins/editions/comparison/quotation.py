"""Merged texts as other pages and files quote them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from editions.comparison.change import Change
from editions.comparison.sides import Side, blocks_of_side
from editions.text.changing import TreeChange
from editions.text.inline_tree import (
    Citation,
    Emphasis,
    Image,
    Inline,
    Link,
    NoteReference,
    Revised,
    Tagged,
    Words,
)
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings
from editions.text.tree import Block, Heading, Paragraph

Placing = Callable[[Change], tuple[Surroundings, Surroundings]]
"""Where the links of a change lead: those of the earlier text, and those of the later one."""


def as_written(change: Change) -> tuple[Surroundings, Surroundings]:
    """Links as they are written."""
    return AS_WRITTEN, AS_WRITTEN


def quote_revision(change: Change, placing: Placing) -> tuple[Block, ...]:
    """Put both texts of a change, merged, where they are quoted."""
    former, here = placing(change)
    return quote_blocks(change.revision, here, former)


def quote_side(change: Change, side: Side, placing: Placing) -> tuple[Block, ...]:
    """Put one text of a change where it is quoted; what the other does not have is still marked."""
    former, here = placing(change)
    return quote_blocks(blocks_of_side(change.revision, side), former if side == "old" else here, former)


def quote_blocks(blocks: Iterable[Block], here: Surroundings, former: Surroundings) -> tuple[Block, ...]:
    """Put merged texts where they are quoted.

    Args:
        blocks: Blocks of two merged texts.
        here: Where links lead and how citations are set.
        former: The same for what only the earlier text has.

    Returns:
        The blocks with the addresses of the place and with citations that are set. Headings are none of the place, and
        marks of notes are numbers, so that many quotations can be on one page.
    """
    return _Quotation(here, former).blocks(blocks)


class _Quotation(TreeChange):
    def __init__(self, here: Surroundings, former: Surroundings) -> None:
        self._here = here
        self._former = former

    def block(self, block: Block) -> tuple[Block, ...]:
        match block:
            case Heading(children=children):
                return (Paragraph((Emphasis(self.children(children), strong=True),)),)
        return super().block(block)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        match node:
            case Revised(operation="delete", children=children):
                return (replace(node, children=_Quotation(self._former, self._former).children(children)),)
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
