"""What in a Markdown text is code or a comment, and so neither link, nor heading, nor directive.

Every scan is linear in the length of the text, whatever the text holds. Python-Markdown gives no positions, so this
module finds them; where CommonMark and Python-Markdown differ, it follows Python-Markdown, which makes the pages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
_BACKTICKS = re.compile(r"`+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTAINER = re.compile(r" {0,3}(?:[-*+][ \t]|[0-9]{1,9}[.)][ \t]|!!! |\?\?\?\+? |===!? \"|/// |\[\^|:[ \t])")
_BOUNDARY = re.compile(r"^[ \t>]*(?:$|#{1,6}|[-*+][ \t]|[0-9]{1,9}[.)][ \t]|\|)", re.MULTILINE)


def without_code(markdown: str) -> str:
    """The text with code and comments blanked out, every place kept.

    Args:
        markdown: The text.

    Returns:
        A text of the same length and lines. Code spans become words of ``x``, since a line that holds nothing else is
        not empty.
    """
    text = without_code_blocks(markdown)
    if "`" in text:
        text = _without_code_spans(text)
    if "<!--" in text:
        text = _COMMENT.sub(lambda match: _blank(match[0]), text)
    return text


def without_code_blocks(markdown: str) -> str:
    """The text with fenced and indented code blanked out, every place kept.

    Args:
        markdown: The text.

    Returns:
        A text of the same length and lines.
    """
    if "```" not in markdown and "~~~" not in markdown and "    " not in markdown and "\t" not in markdown:
        return markdown
    lines = markdown.split("\n")
    fenced = {number for first, last, _ in _fences(lines) if last is not None for number in range(first, last + 1)}
    after_blank, in_container, in_code = True, False, False
    for number, line in enumerate(lines):
        if number in fenced:
            in_container = in_container and line.startswith((" ", "\t"))
            lines[number] = _blank(line)
            after_blank, in_code = False, False
        elif not line.strip():
            after_blank = True
        else:
            indented = line.startswith(("    ", "\t", " \t", "  \t", "   \t"))
            if not indented and (_CONTAINER.match(line) or after_blank):
                in_container = _CONTAINER.match(line) is not None
            in_code = indented and not in_container and (after_blank or in_code)
            if in_code:
                lines[number] = _blank(line)
            after_blank = False
    return "\n".join(lines)


def unclosed(markdown: str) -> Iterator[tuple[int, str]]:
    """Find the first code fence and the first comment without an end: tools disagree about what follows them.

    Args:
        markdown: The text.

    Yields:
        Line of the text, from 1, and what begins there.
    """
    open_fences = ((first, fence) for first, last, fence in _fences(markdown.split("\n")) if last is None)
    for first, fence in islice(open_fences, 1):
        yield first + 1, f"the code block {fence[:10]}"
    text = without_code_blocks(markdown)
    text = _without_code_spans(text) if "`" in text else text
    start = text.rfind("<!--")
    if start >= 0 and "-->" not in text[start + 4 :]:
        start = next(match.start() for match in _COMMENT.finditer(text) if match.end() > start)
        yield text.count("\n", 0, start) + 1, "the comment <!--"


def _blank(text: str) -> str:
    return " " * len(text) if "\n" not in text else re.sub(r"[^\n]", " ", text)


def _fences(lines: list[str]) -> Iterator[tuple[int, int | None, str]]:
    """Fenced blocks as first line, last line and fence; the last line is ``None`` where nothing closes the fence."""
    closing: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        bare = line.strip(" \t>")
        if bare.startswith(("```", "~~~")) and not bare.strip(bare[0]):
            closing[bare].append(number)
    number = 0
    while number < len(lines):
        line = lines[number]
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if match is not None:
            later = closing.get(match[1], [])
            place = bisect_right(later, number)
            last = later[place] if place < len(later) else None
            yield number, last, match[1]
            number = number if last is None else last
        number += 1


def _without_code_spans(text: str) -> str:
    """Blank out code spans, which never reach from one block into another."""
    pieces, done = [], 0
    for boundary in (*(match.start() for match in _BOUNDARY.finditer(text)), len(text)):
        block = text[done:boundary]
        pieces.append(_without_spans_in_block(block) if "`" in block else block)
        done = boundary
    return "".join(pieces)


def _without_spans_in_block(block: str) -> str:
    runs = []
    for match in _BACKTICKS.finditer(block):
        before = block[: match.start()] if match.start() < 64 else block[match.start() - 64 : match.start()]
        escaped = (len(before) - len(before.rstrip("\\"))) % 2
        if match.end() - match.start() > escaped:
            runs.append((match.start() + escaped, match.end()))
    waiting: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(runs) - 1, -1, -1):
        waiting[runs[place][1] - runs[place][0]].append(place)
    pieces, done = [], 0
    for start, end in _spans(runs, waiting):
        pieces += [block[done:start], re.sub(r"[^\n]", "x", block[start:end])]
        done = end
    return "".join([*pieces, block[done:]])


def _spans(runs: list[tuple[int, int]], waiting: defaultdict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Pair each run of backticks with the next run of the same length (CommonMark 0.31 §6.1)."""
    place = 0
    while place < len(runs):
        start, end = runs[place]
        same = waiting[end - start]
        while same and same[-1] <= place:
            same.pop()
        if same:
            closing = same[-1]
            yield start, runs[closing][1]
            place = closing + 1
        else:
            place += 1
