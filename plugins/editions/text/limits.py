"""Limits of a text: what no author needs, and what would take the parser long. They are counted before parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editions.text.tree import TextProblem

MAXIMUM_LENGTH = 150_000
MAXIMUM_LINES = 3_000
MAXIMUM_PAGE_LINES = 20_000  # of a page under docs/, of which only links and citations are read
MAXIMUM_OPEN = 100
MAXIMUM_CELLS = 10_000

# A bracket, or the end of a paragraph, which closes them all; an escaped bracket is none. Code is counted in: where it
# ends, the parser finds out.
_BRACKETS = re.compile(r"\\[^\n]|[\[\]]|\n[ \t>]*(?=\n)")
_DELIMITERS = re.compile(r"[ \t>]*[|:-][|: \t-]*")


def excess(markdown: str, lines: int = MAXIMUM_LINES) -> TextProblem | None:
    """Find where a text first exceeds a limit.

    Args:
        markdown: The text.
        lines: How many lines it may have.

    Returns:
        What is wrong and what to do; ``None`` if the text can be parsed.
    """
    if len(markdown) > MAXIMUM_LENGTH:
        return TextProblem(1, f"the text has more than {MAXIMUM_LENGTH:,} characters; divide it", "limit")
    # Blank lines and those of a quotation are left out: how many there are depends on who writes the text.
    if markdown.count("\n") >= lines and sum(bool(it.strip(" \t>")) for it in markdown.split("\n")) > lines:
        return TextProblem(1, f"the text has more than {lines:,} lines; divide it", "limit")
    found = [*_open_brackets(markdown), *_cells(markdown)]
    return min(found, key=lambda it: it.line) if found else None


def _open_brackets(markdown: str) -> Iterator[TextProblem]:
    if markdown.count("[") <= MAXIMUM_OPEN:
        return
    opened = 0
    for match in _BRACKETS.finditer(markdown):
        if match[0][0] != "\\":
            opened = opened + 1 if match[0] == "[" else max(0, opened - 1) if match[0] == "]" else 0
        if opened > MAXIMUM_OPEN:
            line = markdown.count("\n", 0, match.start()) + 1
            yield TextProblem(
                line, f"more than {MAXIMUM_OPEN} brackets are open here; close them, or write \\[", "limit"
            )
            return


def _cells(markdown: str) -> Iterator[TextProblem]:
    if markdown.count("|") + markdown.count("\n") <= MAXIMUM_CELLS // 100:
        return
    columns = cells = 0
    for number, line in enumerate(markdown.split("\n"), start=1):
        if "|" in line and _DELIMITERS.fullmatch(line):
            columns, cells = max(columns, line.count("|") + 1), 0
        elif not line.strip(" \t>"):
            columns = 0
        cells += columns
        if cells > MAXIMUM_CELLS:
            yield TextProblem(
                number, f"the table has more than {MAXIMUM_CELLS:,} cells; divide it by a blank line", "limit"
            )
            return
