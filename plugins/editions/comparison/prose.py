"""Prose by section: cut Markdown at its headings and find each section again in the other edition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}]*\}$")
# Sections whose headings differ are the same section when this much of their words agrees (token sort ratio, 0 to
# 100); below, a reader is better served by one section gone and another come.
_ALIKE = 60.0


@dataclass(frozen=True)
class Section:
    """A heading with the text up to the next heading.

    Attributes:
        heading: The heading; for the text before the first heading the title of the page.
        path: The headings that lead to it, its own last; empty for the text before the first heading.
        text: The text, without the white space around it.
        domain: Id of the domain whose guidance it is, if any.
    """

    heading: str
    path: tuple[str, ...]
    text: str
    domain: str | None = None


def sections(markdown: str, title: str, domain: str | None = None) -> tuple[Section, ...]:
    """Cut Markdown at its headings.

    Args:
        markdown: The text; headings are lines that begin with ``#`` or are underlined with ``=`` or ``-``, outside
            fenced code.
        title: Title of the page.
        domain: Id of the domain whose guidance it is, if any.

    Returns:
        Its sections in order; the text before the first heading is one only if it is not empty.
    """
    found: list[Section] = []
    trail: list[tuple[int, str]] = []
    heading, lines = title, list[str]()
    fence = ""

    def close() -> None:
        text = "\n".join(lines).strip()
        if trail or text:
            found.append(Section(heading, tuple(name for _, name in trail), text, domain))

    for line in markdown.splitlines():
        fenced = _FENCE.match(line)
        if fence:
            if fenced and fenced[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            lines.append(line)
            continue
        if fenced:
            fence = fenced[1]
            lines.append(line)
            continue
        depth, name = _heading(line, lines)
        if depth:
            close()
            heading, lines = name, []
            trail = [*(step for step in trail if step[0] < depth), (depth, name)]
        else:
            lines.append(line)
    close()
    return tuple(found)


def _heading(line: str, lines: list[str]) -> tuple[int, str]:
    """The depth of the heading that a line is, or ends; 0 if it is none. An underlined line is taken off ``lines``."""
    atx = _ATX.fullmatch(_ATTRIBUTES.sub("", line.rstrip()))
    if atx:
        return len(atx[1]), (atx[2] or "").strip()
    underline = _SETEXT.fullmatch(line)
    # Only a paragraph of one line is a heading here: Python-Markdown reads it so.
    if underline and lines and lines[-1].strip() and (len(lines) < 2 or not lines[-2].strip()) and _titles(lines[-1]):
        name = lines.pop().strip()
        return 1 if underline[1][0] == "=" else 2, _ATTRIBUTES.sub("", name)
    return 0, ""


def _titles(line: str) -> bool:
    return not re.match(r"\s{4}|\s*(?:[-*+>|]|[0-9]+[.)]\s)", line)


Pair = tuple[int | None, int | None]


def match_sections(old: Sequence[Section], new: Sequence[Section]) -> list[Pair]:
    """Find each section again in the other edition.

    Sections pair by their headings from the top, within a domain and across, then by their own heading, then by equal
    text, and what is left by likeness of words, the likest first.

    Args:
        old: Sections of the earlier edition.
        new: Sections of the later edition.

    Returns:
        Pairs of indices, ``None`` on the side where a section has no counterpart, in the order of ``new``; sections
        that are gone follow in the order of ``old``.
    """
    left, right = set(range(len(old))), set(range(len(new)))
    pairs: list[tuple[int, int]] = []
    keys: tuple[Callable[[Section], Hashable], ...] = (
        lambda section: (section.domain, section.path),
        lambda section: section.path,
        lambda section: section.path and section.heading.casefold(),
        lambda section: section.text,
    )
    for key in keys:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in sorted(left):
            waiting[key(old[index])].append(index)
        for index in sorted(right):
            value = key(new[index])
            if waiting.get(value) and value != "":
                pairs.append((waiting[value].pop(0), index))
        left -= {a for a, _ in pairs}
        right -= {b for _, b in pairs}
    pairs += _alike(old, new, sorted(left), sorted(right))
    counterpart = {b: a for a, b in pairs}
    gone = sorted(set(range(len(old))) - set(counterpart.values()))
    return [*((counterpart.get(index), index) for index in range(len(new))), *((index, None) for index in gone)]


def _alike(
    old: Sequence[Section], new: Sequence[Section], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    old_words = {index: _words(old[index]) for index in left}
    new_words = {index: _words(new[index]) for index in right}
    ranked = sorted(
        (-score, abs(i - j), i + j, i, j)
        for i, a in old_words.items()
        for j, b in new_words.items()
        if (score := fuzz.token_sort_ratio(a, b, score_cutoff=_ALIKE))
    )
    pairs, used_left, used_right = [], set[int](), set[int]()
    for _, _, _, i, j in ranked:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j))
    return pairs


def _words(section: Section) -> str:
    return f"{section.heading if section.path else ''} {section.text}".casefold()
