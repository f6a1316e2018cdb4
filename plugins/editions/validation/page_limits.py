"""Limits of the site's own pages: what no page needs, and what Python-Markdown takes minutes for or cannot read at all.

Its time grows with the square of what is open at one place. Everything is counted in the page as it is written, code
included, since readers disagree about where code ends. Texts of a standard have another parser: see ``text.limits``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.text.limits import MAXIMUM_PAGE_LINES

MAXIMUM_BLOCKS = 2_000
MAXIMUM_NESTING = 20
MAXIMUM_OPEN = 100
MAXIMUM_BACKTICKS = 20
MAXIMUM_MARKS = 10_000
MAXIMUM_BLANKS = 1_000

# A level of a list or quotation: four columns of indentation, or a mark at the beginning of a line.
_COLUMNS = 4
_MARKS = re.compile(r"^([ \t]*)((?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|>[ \t]*)+)(.*)$", re.MULTILINE)
_MARK = re.compile(r"[-*+>]|[0-9]+[.)]")
_BLOCK = re.compile(r"^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|:[ \t]|(?:[-*_][ \t]*)+$)", re.MULTILINE)
_BACKTICKS = re.compile(f"`{{{MAXIMUM_BACKTICKS + 1},}}")
_BLOCK_ELEMENTS = (
    "address|article|aside|blockquote|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hgroup|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
# Brackets end with their paragraph; an HTML element may contain several.
_OPENING = {
    "brackets": re.compile(r"[\[\]]|\n[ \t]*\n"),
    "parentheses": re.compile(r"[()]|\n[ \t]*\n"),
    "tags": re.compile(r"<(?=[A-Za-z!?/])|>"),
    "elements": re.compile(rf"<(?:{_BLOCK_ELEMENTS})\b|</(?:{_BLOCK_ELEMENTS})\b", re.IGNORECASE),
}
_BLANKS = re.compile(f"[ \\t]{{{MAXIMUM_BLANKS + 1},}}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INLINE_MARK = re.compile(r"[*_`\[<&\\]")
_SHORTEST = 2 * MAXIMUM_NESTING


def page_limit_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check that no page exceeds what Python-Markdown can read in time.

    Yields:
        A problem for the first place of each page that exceeds a limit.
    """
    for record in project.pages:
        if len(record.body) > _SHORTEST:
            for offset, message in _excess(record.body):
                yield Problem(record.path, record.body_line + record.body.count("\n", 0, offset), message)


def _excess(text: str) -> Iterator[tuple[int, str]]:
    """Where a text first exceeds each limit, and what to do."""
    if text.count("\n") >= MAXIMUM_PAGE_LINES:
        yield 0, f"the page has more than {MAXIMUM_PAGE_LINES:,} lines; divide it"
    for match in _MARKS.finditer(text):
        if _nesting(match) > MAXIMUM_NESTING:
            message = f"lists and quotations are nested more than {MAXIMUM_NESTING} deep here; flatten them"
            yield match.start(2), message
            break
    for number, match in enumerate(_BLOCK.finditer(text), start=1):
        if number > MAXIMUM_BLOCKS:
            yield match.start(), f"the page has more than {MAXIMUM_BLOCKS:,} headings, rules and definitions; divide it"
            break
    for start, paragraph in _paragraphs(text):
        if len(_INLINE_MARK.findall(paragraph)) > MAXIMUM_MARKS:
            yield start, f"the paragraph has more than {MAXIMUM_MARKS:,} marks such as *; divide it by blank lines"
            break
    for name, pattern in _OPENING.items():
        offset = _too_many_open(pattern, text)
        if offset is not None:
            yield offset, f"more than {MAXIMUM_OPEN} {name} are open here; close them"
    if blanks := _BLANKS.search(text):
        yield blanks.start(), f"more than {MAXIMUM_BLANKS:,} blanks are in a row; remove them"
    if run := _BACKTICKS.search(text):
        yield run.start(), f"more than {MAXIMUM_BACKTICKS} backticks stand in a row; use fewer"


def _nesting(match: re.Match[str]) -> int:
    indentation, marks, rest = match.groups()
    if set(marks + rest) - {" ", "\t"} in ({"-"}, {"*"}):
        return 0  # a thematic break (CommonMark 0.31 §4.1)
    return len(indentation.expandtabs(_COLUMNS)) // _COLUMNS + len(_MARK.findall(marks))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text between blank lines that are long enough to exceed a limit, each with its place."""
    if len(text) > MAXIMUM_MARKS:
        starts = [0, *(match.end() for match in _BLANK_LINE.finditer(text))]
        for start, end in pairwise((*starts, len(text))):
            if end - start > MAXIMUM_MARKS:
                yield start, text[start:end]


def _too_many_open(pattern: re.Pattern[str], text: str) -> int | None:
    """Where more are open than may be; a blank line that the pattern finds closes all."""
    opened = 0
    for match in pattern.finditer(text):
        if match[0].startswith("\n"):
            opened = 0
        elif match[0].startswith(("]", ")", ">", "</")):
            opened = max(0, opened - 1)
        else:
            opened += 1
            if opened > MAXIMUM_OPEN:
                return match.start()
    return None
