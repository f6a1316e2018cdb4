"""Bullets that authors nest under numbers by two blanks.

The text of ``1. item`` begins in the fourth column, so that CommonMark reads a bullet in the third one as the begin of
another list (CommonMark 0.31 §5.2). Authors mean it as a part of the item, whose marker it is indented behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from editions.text.tree import Block, List

_NUMBER = re.compile(r"[0-9]{1,9}[.)](?=[ \t]|$)")
_BULLET = re.compile(r"[-*+](?=[ \t]|$)")


def with_nested_bullets(blocks: tuple[Block, ...], lines: Sequence[str]) -> tuple[Block, ...]:
    """Put bullets into the item of a numbered list that they are indented behind.

    Args:
        blocks: Blocks beside each other.
        lines: The lines of the text.

    Returns:
        The blocks; numbers that go on after the bullets are in the same list again.
    """
    if sum(isinstance(block, List) for block in blocks) < 2:
        return blocks
    mended: list[Block] = []
    for block in blocks:
        before = mended[-1] if mended else None
        if not isinstance(block, List) or not isinstance(before, List) or before.start is None:
            mended.append(block)
        elif block.start is None and _column(_BULLET, lines, block) > _column(_NUMBER, lines, before) >= 0:
            last = before.items[-1]
            items = (*before.items[:-1], replace(last, blocks=(*last.blocks, block)))
            mended[-1] = replace(before, items=items)
        elif (
            block.start == before.start + len(before.items)
            and isinstance(before.items[-1].blocks[-1] if before.items[-1].blocks else None, List)
            and _column(_NUMBER, lines, block) == _column(_NUMBER, lines, before)
        ):
            mended[-1] = replace(before, items=(*before.items, *block.items), tight=before.tight and block.tight)
        else:
            mended.append(block)
    return tuple(mended)


def _column(marker: re.Pattern[str], lines: Sequence[str], block: List) -> int:
    """Column of the first marker of a list, from 0."""
    found = marker.search(lines[block.line - 1].expandtabs(4)) if block.line <= len(lines) else None
    return found.start() if found else -1
