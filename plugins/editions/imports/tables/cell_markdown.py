"""The text of a cell, which knows no markup, as Markdown that shows it as it is."""

from __future__ import annotations

import re

from editions.pages.markdown_text import plain

_BULLET = re.compile(r"\s*[-*•‣◦▪●·–—][ \t\u00a0]+(?P<text>\S.*)")
_NUMBER = re.compile(r"\s*(?P<number>[0-9]{1,3})[.)][ \t\u00a0]+(?P<text>\S.*)")


def cell_markdown(cell: str) -> str:
    """Write a cell's text as Markdown.

    Args:
        cell: The text, with its line breaks.

    Returns:
        Markdown. Lines that begin with a bullet become a list, lines numbered from 1 on a numbered one, empty lines
        part paragraphs, and other line breaks stay. Whatever else would be markup is escaped.
    """
    blocks: list[str] = []
    kind = ""
    for line in cell.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip():
            kind = ""
            continue
        new, text = _line(line, kind, blocks)
        if new == kind:
            blocks[-1] += f"{'  ' if kind == 'text' else ''}\n{text}"
        else:
            blocks.append(text)
        kind = new
    return "\n\n".join(blocks)


def _line(line: str, kind: str, blocks: list[str]) -> tuple[str, str]:
    """What kind of block a line belongs to, and how it stands there."""
    bullet, number = _BULLET.fullmatch(line), _NUMBER.fullmatch(line)
    if bullet is not None:
        return "bullets", f"- {plain(bullet['text'])}"
    if number is not None:
        expected = blocks[-1].count("\n") + 2 if kind == "numbers" else 1
        if int(number["number"]) == expected:
            return "numbers", f"{expected}. {plain(number['text'])}"
    return "text", plain(line)
