"""Conflict markers, which git and other tools leave in a file that two branches changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editions.source.problem import Problem

_FIRST = re.compile(r"<{7}(?: .*)?")
# The base, as diff3 and zdiff3 show it; a row of a table has a bar behind its cells, or has none.
_LATER = re.compile(r"\|{7}(?: [^|]*[^|\s])?|>{7}(?: .*)?")
_LAST = re.compile(r">{7}(?: .*)?")
_MAYBE = re.compile(r"^(?:<{7}|\|{7}|>{7})", re.MULTILINE)


def conflict_problems(text: str, path: str, first_line: int = 1) -> Iterator[Problem]:
    """Find merge conflicts that were not resolved.

    A line ``=======`` alone is no marker: it may underline a heading.

    Args:
        text: The text of a file or a part of it. Of Markdown, the lines of code are empty, where markers may be shown.
        path: The file, for problems.
        first_line: Line of the file on which ``text`` begins.

    Yields:
        A problem at the first marker of each conflict, and at each marker that is left of one.
    """
    if not _MAYBE.search(text):
        return
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        last = next(_ends(lines, number), None) if _FIRST.fullmatch(line) else None
        if last is not None:
            message = f"a merge conflict that is not resolved begins here and ends on line {first_line + last}"
        elif _FIRST.fullmatch(line) or _LATER.fullmatch(line):
            message = f"the line {line[:40]!r} was left by a merge conflict"
        else:
            number += 1
            continue
        yield Problem(path, first_line + number, f"{message}; keep the lines that are right and remove the markers")
        number = number + 1 if last is None else last + 1


def _ends(lines: list[str], first: int) -> Iterator[int]:
    """The line that ends a conflict, if one does before the next begins."""
    for number in range(first + 1, len(lines)):
        if _FIRST.fullmatch(lines[number]):
            return
        if _LAST.fullmatch(lines[number]):
            yield number
            return
