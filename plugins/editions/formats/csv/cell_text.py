"""The text of a cell, which knows no markup, as a text that shows it as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editions.text.inline_tree import Inline, LineBreak, Words
from editions.text.markdown_writing import text_of
from editions.text.tree import Block, List, ListItem, Paragraph, Text

_BULLET = re.compile(r"\s*[-*•‣◦▪●·–—][ \t\u00a0]+(?P<text>\S.*)")
_NUMBER = re.compile(r"\s*(?P<number>[0-9]{1,3})[.)][ \t\u00a0]+(?P<text>\S.*)")


def read_cell(cell: str) -> Text:
    """Read a cell's text.

    Args:
        cell: The text, with its line breaks.

    Returns:
        A text. Lines that begin with a bullet become a list, lines numbered from 1 on a numbered one, empty lines
        part paragraphs, and other line breaks stay.
    """
    groups: list[tuple[str, list[str]]] = []
    open_kind = ""
    for line in cell.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip():
            open_kind = ""
            continue
        expected = len(groups[-1][1]) + 1 if open_kind == "numbers" else 1
        kind, words = _kind(line, expected)
        if kind != open_kind:
            groups.append((kind, []))
        groups[-1][1].append(" ".join(words.split()))
        open_kind = kind
    return text_of(_block(kind, lines) for kind, lines in groups)


def _kind(line: str, expected: int) -> tuple[str, str]:
    """What a line belongs to, and its words."""
    bullet, number = _BULLET.fullmatch(line), _NUMBER.fullmatch(line)
    if bullet is not None:
        return "bullets", bullet["text"]
    if number is not None and int(number["number"]) == expected:
        return "numbers", number["text"]
    return "text", line


def _block(kind: str, lines: Sequence[str]) -> Block:
    if kind == "text":
        nodes: list[Inline] = []
        for line in lines:
            nodes += (LineBreak(hard=True), Words(line)) if nodes else (Words(line),)
        return Paragraph(tuple(nodes))
    items = tuple(ListItem((Paragraph((Words(line),)),)) for line in lines)
    return List(items, 1 if kind == "numbers" else None)
