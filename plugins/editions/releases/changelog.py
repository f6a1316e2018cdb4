"""CHANGELOG.md: which sections it has, and which of their lines were generated.

The form follows Keep a Changelog 1.1.0 with three parts, since a reader of the standard and a user of the engine look
for different things: ``## Standard``, ``## Articles`` and ``## Engine``. A release's section begins ``### [1.1] -
2026-04`` (``### [SLUG 1.1] - 2026-04`` for an article); its generated lines stand between two marks, and everything
outside of them is people's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editions.releases.changelog_lines import STANDARD_WORK, Expected
from editions.text.parsing import parse
from editions.text.tree import Heading
from editions.text.walking import words_of

CHANGELOG = "CHANGELOG.md"
STANDARD_PART, ARTICLES_PART, ENGINE_PART = "Standard", "Articles", "Engine"
PREAMBLE = """\
# Changelog

What changed in the standard, in the articles, and in the engine that publishes them. The form follows
[Keep a Changelog 1.1.0](https://keepachangelog.com/en/1.1.0/).

Lines between two `editions:` marks are generated from the comparison of two releases and are checked: do not edit
them. Remarks belong beside them, inside the same section.
"""

_NUMBER = "(?:0|[1-9][0-9]{0,5})"
_RELEASE = re.compile(rf"\[?(?:([a-z0-9-]+) )?({_NUMBER}(?:\.{_NUMBER}){{1,2}})\]? +- +([0-9-]+)")
_BEGIN = re.compile(r"<!-- editions: generated (\S+) (\S+) sha256=([0-9a-f]*) -->")
_END = re.compile(r"<!-- editions: end -->")


@dataclass(frozen=True)
class Block:
    """Generated lines.

    Attributes:
        work: What the opening mark names: ``standard`` or ``insights/SLUG``.
        version: The version it names.
        digest: The digest it states.
        line: Line of the opening mark, from 1.
        lines: The lines between the marks.
        closed: Whether the closing mark is there.
    """

    work: str
    version: str
    digest: str
    line: int
    lines: tuple[str, ...]
    closed: bool = True


@dataclass(frozen=True)
class Section:
    """The section of a release, or of what is not released yet.

    Attributes:
        work: ``standard``, ``insights/SLUG``, or empty where the heading names no release.
        version: Version in the heading.
        date: Date in the heading.
        line: Line of the heading, from 1.
        end: Line after its last line.
        blocks: Its generated lines; one, if all is well.
    """

    work: str
    version: str
    date: str
    line: int
    end: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the changelog.

    Attributes:
        name: Its heading.
        line: Line of the heading, from 1.
        end: Line after its last line.
        sections: Its sections in the order of the file.
    """

    name: str
    line: int
    end: int
    sections: tuple[Section, ...]


def read_changelog(text: str) -> tuple[Part, ...]:
    """Read a changelog.

    Args:
        text: Its text, with line feeds.

    Returns:
        Its parts in the order of the file. Headings and marks inside fenced code count as code.
    """
    lines = text.split("\n")
    blocks = parse(text).blocks
    headings = [(it.line, it.level, words_of(it.children)) for it in blocks if isinstance(it, Heading)]
    parts = [(number, name) for number, level, name in headings if level == 2]
    found = []
    for place, (start, name) in enumerate(parts):
        end = parts[place + 1][0] if place + 1 < len(parts) else len(lines) + 1
        inside = [(number, title) for number, level, title in headings if level == 3 and start < number < end]
        sections = []
        for index, (number, title) in enumerate(inside):
            stop = inside[index + 1][0] if index + 1 < len(inside) else end
            sections.append(_section(name, title, number, stop, lines))
        found.append(Part(name, start, end, tuple(sections)))
    return tuple(found)


def _section(part: str, title: str, line: int, end: int, lines: list[str]) -> Section:
    release = _RELEASE.fullmatch(title)
    work = ""
    if release and part == STANDARD_PART and not release[1]:
        work = STANDARD_WORK
    elif release and part == ARTICLES_PART and release[1]:
        work = f"insights/{release[1]}"
    blocks = tuple(_blocks(lines, line, end))
    return Section(work, release[2] if release else "", release[3] if release else "", line, end, blocks)


def _blocks(lines: list[str], start: int, end: int) -> Iterator[Block]:
    opened: tuple[int, re.Match[str]] | None = None
    for number in range(start + 1, end):
        text = lines[number - 1].strip()
        if begin := _BEGIN.fullmatch(text):
            if opened:
                yield _block(opened, lines[opened[0] : number - 1], closed=False)
            opened = number, begin
        elif _END.fullmatch(text) and opened:
            yield _block(opened, lines[opened[0] : number - 1], closed=True)
            opened = None
    if opened:
        yield _block(opened, lines[opened[0] : end - 1], closed=False)


def _block(opened: tuple[int, re.Match[str]], lines: list[str], *, closed: bool) -> Block:
    number, mark = opened
    return Block(mark[1], mark[2], mark[3], number, tuple(line.rstrip() for line in lines), closed)


def heading(expected: Expected) -> str:
    """The heading of a release's section, such as ``### [1.1] - 2026-04``."""
    slug = expected.work.partition("/")[2]
    return f"### [{f'{slug} ' if slug else ''}{expected.version}] - {expected.date}"


def generated(expected: Expected) -> tuple[str, ...]:
    """The generated lines of a release with the marks around them.

    Returns:
        Lines of Markdown.
    """
    begin = f"<!-- editions: generated {expected.work} {expected.version} sha256={expected.digest} -->"
    return (begin, *expected.lines, "<!-- editions: end -->")
