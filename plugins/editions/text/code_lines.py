"""Lines of a text that are code."""

from __future__ import annotations

import re

from editions.text.tree import CodeBlock, Text
from editions.text.walking import text_blocks

_FENCE = re.compile(r"[ \t>*+-]*(?:[0-9]+[.)][ \t]+)?(?:```|~~~)")


def begins_fence(line: str) -> bool:
    """Whether the first line of a block of code is a fence, behind the signs of what contains it."""
    return _FENCE.match(line) is not None


def without_code(text: Text) -> str:
    """Empty the lines of a text's code.

    Args:
        text: The text.

    Returns:
        Its Markdown with as many lines as before.
    """
    lines = text.markdown.split("\n")
    for block in text_blocks(text):
        if isinstance(block, CodeBlock):
            first = block.line - 1
            fences = 2 if begins_fence(lines[first]) else 0
            last = min(first + block.code.count("\n") + fences, len(lines))
            lines[first:last] = [""] * (last - first)
    return "\n".join(lines)
