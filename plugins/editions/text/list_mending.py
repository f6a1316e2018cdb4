"""Lists that authors nest under numbers by two blanks.

The text of ``1. item`` begins in the fourth column, so that CommonMark reads a marker in the third one as that of
another list or of the next item (CommonMark 0.31 §5.2). Authors mean it as a part of the item, whose marker it is
indented behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from editions.text.problems import Problems
from editions.text.tree import Block, List, ListItem

_NUMBER = re.compile(r"[0-9]{1,9}[.)](?=[ \t]|$)")
_BULLET = re.compile(r"[-*+](?=[ \t]|$)")


def numbered_list(
    items: Sequence[ListItem], written: Sequence[tuple[int, str]], problems: Problems, *, tight: bool
) -> List:
    """Make a numbered list, with lists within its items.

    Args:
        items: Every item that the parser found beside each other.
        written: The line and the number of each.
        problems: Takes numbers that are not in order.
        tight: Whether the items are set tightly.

    Returns:
        The list; an item that is indented by two blanks, and whose number does not go on from the items before, is in
        a list within the item before.
    """
    kept: list[ListItem] = []
    places: list[tuple[int, str]] = []
    pairs = zip(_are_nested(written, problems.lines), items, written, strict=True)
    for nested, group in groupby(pairs, key=itemgetter(0)):
        _, inner, their_places = zip(*group, strict=True)
        if nested:
            made = numbered_list(inner, their_places, problems, tight=tight)
            kept[-1] = replace(kept[-1], blocks=(*kept[-1].blocks, made))
        else:
            kept += inner
            places += their_places
    line, number = places[0]
    problems.check_numbers(places, int(number))
    return List(tuple(kept), int(number), tight, line)


def _are_nested(written: Sequence[tuple[int, str]], lines: Sequence[str]) -> list[bool]:
    found: list[bool] = []
    outer = _column(_NUMBER, lines, written[0][0])
    following = int(written[0][1])
    for line, number in written:
        deeper = _column(_NUMBER, lines, line) >= outer + 2
        found.append(deeper and (found[-1] or int(number) != following))
        following += not found[-1]
    return found


def with_nested_lists(blocks: tuple[Block, ...], lines: Sequence[str]) -> tuple[Block, ...]:
    """Put lists into the item of a numbered list that they are indented behind.

    Args:
        blocks: Blocks beside each other.
        lines: The lines of the text.

    Returns:
        The blocks; numbers that go on after a nested list are in the same list again.
    """
    if sum(isinstance(block, List) for block in blocks) < 2:
        return blocks
    mended: list[Block] = []
    for block in blocks:
        before = mended[-1] if mended else None
        if not isinstance(block, List) or not isinstance(before, List) or before.start is None:
            mended.append(block)
        elif _is_indented(block, before, lines):
            last = before.items[-1]
            items = (*before.items[:-1], replace(last, blocks=(*last.blocks, block)))
            mended[-1] = replace(before, items=items)
        elif (
            block.start == before.start + len(before.items)
            and isinstance(before.items[-1].blocks[-1] if before.items[-1].blocks else None, List)
            and _column(_NUMBER, lines, block.line) == _column(_NUMBER, lines, before.line)
        ):
            mended[-1] = replace(before, items=(*before.items, *block.items), tight=before.tight and block.tight)
        else:
            mended.append(block)
    return tuple(mended)


def _is_indented(block: List, before: List, lines: Sequence[str]) -> bool:
    """Whether a list begins behind the marker of the numbered one before."""
    outer = _column(_NUMBER, lines, before.line)
    inner = _column(_BULLET, lines, block.line) - 1 if block.start is None else _column(_NUMBER, lines, block.line) - 2
    return inner >= outer >= 0


def _column(marker: re.Pattern[str], lines: Sequence[str], line: int) -> int:
    """Column of the first marker in a line, from 0."""
    found = marker.search(lines[line - 1].expandtabs(4)) if line <= len(lines) else None
    return found.start() if found else -1
