"""Redlines as blocks, for outputs that are only read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editions.comparison import Operation, Wording
from editions.text.inline_tree import Inline, LineBreak, Tagged, Words
from editions.text.tree import Block, Paragraph

_BETWEEN = re.compile(r"(\n[ \t]*\n\s*|\n)")


def redline_blocks(wording: Wording) -> tuple[Block, ...]:
    """A redline as paragraphs.

    Args:
        wording: The redline.

    Returns:
        Paragraphs with what went and what came marked.
    """
    paragraphs: list[list[Inline]] = [[]]
    for operation, text in wording:
        for piece in _BETWEEN.split(text):
            if piece.startswith("\n"):
                if piece.count("\n") > 1:
                    paragraphs.append([])
                else:
                    paragraphs[-1].append(LineBreak(hard=False))
            else:
                paragraphs[-1] += _marked(operation, piece)
    return tuple(Paragraph(tuple(it)) for it in paragraphs if any(isinstance(node, Words | Tagged) for node in it))


def redline_words(wording: Wording) -> tuple[Inline, ...]:
    """A redline of one line, such as a title."""
    return tuple(node for operation, text in wording for node in _marked(operation, " ".join(text.split("\n"))))


def _marked(operation: Operation, text: str) -> Iterator[Inline]:
    """Words with their mark close to them, blanks outside of it."""
    inside = text.strip()
    if operation == "equal" or not inside:
        if text and (operation != "delete" or inside):
            yield Words(text)
        return
    start = text.index(inside[0])
    if start:
        yield Words(text[:start])
    yield Tagged("del" if operation == "delete" else "ins", (Words(inside),))
    if rest := text[start + len(inside) :]:
        yield Words(rest)
