"""Lines of text: their ends, and where long words may break."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Node = str | dict[str, Any]


def trimmed(pieces: Sequence[Node]) -> list[Node]:
    """Take blanks and breaks from the ends of inline content.

    Args:
        pieces: Inline nodes.

    Returns:
        The nodes that remain.
    """
    kept = list(pieces)
    while kept and (kept[0] == {"k": "br"} or (isinstance(kept[0], str) and not kept[0].strip())):
        del kept[0]
    while kept and (kept[-1] == {"k": "br"} or (isinstance(kept[-1], str) and not kept[-1].strip())):
        del kept[-1]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return kept


def code_lines(text: str, shown: Callable[[str], str]) -> str:
    """Lines that are set as they are written.

    Args:
        text: Plain text.
        shown: Makes of any text one that the fonts can show.

    Returns:
        The same lines, in which only words that are longer than a line can be broken.
    """
    lines = (shown(line.replace("\t", "    ")) for line in text.split("\n"))
    return "\n".join(breakable(line, 68) for line in lines)


def breakable(text: str, longest: int = 28) -> str:
    """A text in which words longer than a column can be broken.

    Args:
        text: Plain text.
        longest: How many signs a word may have to be left as it is.

    Returns:
        The text with a space without width within each longer word, after every half of that number of signs.
    """
    if len(text) <= longest:
        return text
    often = max(4, longest // 2)
    return " ".join(
        "\u200b".join(word[at : at + often] for at in range(0, len(word), often)) if len(word) > longest else word
        for word in text.split(" ")
    )
