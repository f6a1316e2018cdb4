"""Links in Markdown, with their places.

The scan is linear in the length of the text, whatever the text holds: it blanks out code and comments, pairs brackets,
then reads what stands in the parentheses behind them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from editions.source.markdown_code import without_code

__all__ = ["MarkdownLink", "links", "replace_links", "without_code"]

_LONGEST = 2000
_DEEPEST = 8
_RUN = re.compile(r"\s+")
_MARKS = re.compile(r"\\.|[\[\]]|\n[ \t]*(?=\n)", re.DOTALL)
_SPACE = re.compile(r"[ \t]*(?:\n[ \t]*(?=\S))?")
_END = re.compile(r"""(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)""")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_DEFINITION = re.compile(
    r"""^[ \t>]*\[(?!\^)[^\[\]\n]*\]:[ \t]*(?:\n[ \t]*)?(?:<([^<>\n]*)>|([^\s]+))"""
    r"""[ \t]*(?:\n?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*)?$""",
    re.MULTILINE,
)


@dataclass(frozen=True)
class MarkdownLink:
    """A link or image in a Markdown text.

    Attributes:
        target: Where it points, as written.
        start: Place of the target's first character in the text.
        end: Place after its last character.
        line: Line of the text, from 1.
    """

    target: str
    start: int
    end: int
    line: int


def links(markdown: str) -> list[MarkdownLink]:
    """Find the links and images of a text.

    Args:
        markdown: The text.

    Returns:
        Inline links, images and reference definitions in order; what stands in code or comments is no link.
    """
    if "](" not in markdown and "]:" not in markdown:
        return []
    text = without_code(markdown)
    found = list(_inline(text)) if "](" in text else []
    if "]:" in text:
        for match in _DEFINITION.finditer(text):
            found.append(match.span(1) if match[1] is not None else match.span(2))
    result: list[MarkdownLink] = []
    line, place, done = 1, 0, -1
    for start, end in sorted(found):
        if start < done:
            continue
        line += text.count("\n", place, start)
        place, done = start, end
        result.append(MarkdownLink(markdown[start:end], start, end, line))
    return result


def replace_links(markdown: str, replacement: Callable[[str], str | None]) -> str:
    """Point links elsewhere.

    Args:
        markdown: The text.
        replacement: Gives the new target for a target, or ``None`` to leave it.

    Returns:
        The text with new targets.
    """
    pieces, place = [], 0
    for link in links(markdown):
        target = replacement(link.target)
        if target is not None:
            pieces += [markdown[place : link.start], target]
            place = link.end
    return "".join([*pieces, markdown[place:]]) if pieces else markdown


def _inline(text: str) -> Iterator[tuple[int, int]]:
    """Targets of inline links and images: a closing bracket that some opening one waits for, then parentheses."""
    open_brackets = 0
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark == "[":
            open_brackets += 1
        elif mark == "]":
            if open_brackets:
                open_brackets -= 1
                if text.startswith("(", match.end()):
                    target = _target(text, match.end() + 1)
                    if target is not None:
                        yield target
        elif mark[0] == "\n":
            open_brackets = 0


def _target(text: str, start: int) -> tuple[int, int] | None:
    """Read what follows ``](``: a target, a title if there is one, and the closing parenthesis."""
    space = _SPACE.match(text, start)
    start = space.end() if space else start
    if text.startswith("<", start):
        end = text.find(">", start, start + _LONGEST)
        inside = text[start + 1 : end]
        if end >= 0 and "<" not in inside and "\n" not in inside and _closes(text, end + 1):
            return start + 1, end
    depth, place, limit = 0, start, min(len(text), start + _LONGEST)
    while place < limit:
        sign = text[place]
        if sign == "(":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif sign == ")":
            if depth == 0:
                return start, place
            depth -= 1
        elif sign.isspace():
            if _closes(text, place):
                return start, place
            run = _RUN.match(text, place)
            if run is None or "\n" in run[0]:
                return None
            place = run.end()
            continue
        place += 1
    return None


def _closes(text: str, place: int) -> bool:
    match = _END.match(text, place)
    return match is not None and _BLANK_LINE.search(text, place, match.end()) is None
