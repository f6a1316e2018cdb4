"""Prose by section: cut a text at its headings and find each section again in the other edition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from editions.comparison.joined_texts import part_of_text
from editions.text.plain import write_plain
from editions.text.tree import Block, Heading, Text
from editions.text.walking import words_of
from editions.text.words import Passage, passages

_DECLARED = re.compile(r"\((normative|informative)\)$", re.IGNORECASE)
# Sections whose headings differ are the same section when this much of their words agrees (token sort ratio, 0 to
# 100); below, a reader is better served by one section gone and another come.
_ALIKE = 60.0


@dataclass(frozen=True)
class Section:
    """A heading with the text up to the next heading.

    Attributes:
        heading: The heading; for the text before the first heading the title of the page.
        path: The headings that lead to it, its own last; empty for the text before the first heading.
        text: The text.
        domain: Id of the domain whose guidance it is, if any.
        source: File that it is written in; empty for facts of domains.
        normative: For a fact, whether its key is normative.
        is_fact: Whether it is a key of front matter.
    """

    heading: str
    path: tuple[str, ...]
    text: Text
    domain: str | None = None
    source: str = ""
    normative: bool = False
    is_fact: bool = False

    @cached_property
    def said(self) -> tuple[Passage, ...]:
        """The words of its text."""
        return passages(self.text)

    @property
    def is_normative(self) -> bool:
        """Whether the nearest heading that declares it says so: ``## Conformance (normative)``, as in ISO standards."""
        for heading in reversed(self.path):
            if declared := _DECLARED.search(heading):
                return declared[1].lower() == "normative"
        return False


def sections(text: Text, title: str, domain: str | None = None, source: str = "") -> tuple[Section, ...]:
    """Cut a text at its headings.

    Args:
        text: The text.
        title: Title of the page.
        domain: Id of the domain whose guidance it is, if any.
        source: File that it is written in.

    Returns:
        Its sections in order; the text before the first heading is one only if it is not empty.
    """
    found: list[Section] = []
    trail: list[tuple[int, str]] = []
    inside: list[Block] = []
    for block in (*text.blocks, None):
        if block is not None and not isinstance(block, Heading):
            inside.append(block)
            continue
        if trail or inside:
            names = tuple(name for _, name in trail)
            found.append(Section(names[-1] if names else title, names, part_of_text(text, inside), domain, source))
        if block is not None:
            level = block.level
            trail = [*(step for step in trail if step[0] < level), (level, words_of(block.children))]
            inside = []
    return tuple(found)


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
        lambda section: section.said,
    )
    for key in keys:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in sorted(left):
            waiting[key(old[index])].append(index)
        for index in sorted(right):
            value = key(new[index])
            if waiting.get(value) and value:
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
    return f"{section.heading if section.path else ''} {write_plain(section.text)}".casefold()
