"""Word-level redlines: which words of a text stayed, went and came.

The alignment is the longest common subsequence of tokens by RapidFuzz (``LCSseq``): it is released several times a
year, is a dependency already, is exact and deterministic, and needs milliseconds where the standard library's
``difflib`` needs seconds for long tables. diff-match-patch was weighed and left: its upstream repository is archived,
its last package is of 2024, and its clean-up counts letters, so that with a token per letter it swallows single words
that did stay. The clean-up here weighs words instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from rapidfuzz.distance import LCSseq

from editions.comparison.tokens import Token, is_punctuation, tokens

Operation = Literal["equal", "delete", "insert"]
Wording = tuple[tuple[Operation, str], ...]

# Words that carry grammar rather than matter; alone between two changes they are noise to a reader. Words that a
# requirement turns on (not, all, or, if …) are left out on purpose: whether they stayed is worth seeing.
_LIGHT_WORD = re.compile(
    "a|an|the|of|to|in|on|at|by|for|from|with|as|and|is|are|was|were|be|been|being|has|have|had|that|which|this|these|"
    "those|it|its|their|his|her",
    re.IGNORECASE,
)
# Markdown's marks weigh as much as a word: a redline that swallows one leaves its partner behind alone.
_MARKUP = frozenset("*_-#")
_FULL_WEIGHT = 4
_LIGHT_WEIGHT = 1
# RapidFuzz keeps a bit for each pair of tokens: 60 MB at most. A text of a criterion stays far below it.
_MOST_PAIRS = 500_000_000
# Three words that stayed together are a phrase that a reader wants to find again, whatever changed around it.
_PHRASE_WEIGHT = 3 * _FULL_WEIGHT


@dataclass(frozen=True, slots=True)
class _Span:
    """A run of tokens that is equal, or a run of the old text that another of the new text replaces.

    The runs are lists that a joined span takes over and extends, and the weights are sums that grow with them.
    """

    equal: bool
    old: list[Token]
    new: list[Token]
    old_weight: int
    new_weight: int

    @property
    def weight(self) -> int:
        return max(self.old_weight, self.new_weight)


def redline(old: str, new: str) -> Wording:
    """Compare two texts word by word.

    Args:
        old: The earlier text, Markdown.
        new: The later text, Markdown.

    Returns:
        Segments in reading order, neighbours of different operations and none of them empty; where words were
        replaced the deletion comes first. The ``equal`` and ``delete`` segments joined are ``old``, the ``equal`` and
        ``insert`` segments joined are ``new``.
    """
    if old == new:
        return (("equal", old),) if old else ()
    old_tokens, old_end = tokens(old)
    new_tokens, new_end = tokens(new)
    writer = _Writer()
    for span in _cleaned(_spans(old_tokens, new_tokens)):
        if span.equal:
            for before, after in zip(span.old, span.new, strict=True):
                writer.gap(before.gap, after.gap)
                writer.write("equal", before.text)
        else:
            writer.change(span.old, span.new)
    writer.gap(old_end, new_end)
    return writer.wording()


def _spans(old: Sequence[Token], new: Sequence[Token]) -> list[_Span]:
    """Align two texts word by word; very long ones line by line first, and words only within lines that changed."""
    if len(old) * len(new) <= _MOST_PAIRS:
        return _aligned([(token,) for token in old], [(token,) for token in new])
    spans: list[_Span] = []
    for span in _aligned(_lines(old), _lines(new)):
        if span.equal or len(span.old) * len(span.new) > _MOST_PAIRS:
            _append(spans, span)
        else:
            for inner in _aligned([(token,) for token in span.old], [(token,) for token in span.new]):
                _append(spans, inner)
    return spans


def _lines(run: Sequence[Token]) -> list[tuple[Token, ...]]:
    starts = [0, *(place for place, token in enumerate(run) if place and "\n" in token.gap), len(run)]
    return [tuple(run[start:end]) for start, end in pairwise(starts)]


def _aligned(old: Sequence[tuple[Token, ...]], new: Sequence[tuple[Token, ...]]) -> list[_Span]:
    """Align groups of tokens; groups are equal when their tokens have the same texts."""
    codes: dict[tuple[str, ...], int] = {}

    def coded(groups: Sequence[tuple[Token, ...]]) -> list[int]:
        return [codes.setdefault(tuple(token.text for token in group), len(codes)) for group in groups]

    spans: list[_Span] = []
    for step in LCSseq.opcodes(coded(old), coded(new)):
        before = list(chain.from_iterable(old[step.src_start : step.src_end]))
        after = list(chain.from_iterable(new[step.dest_start : step.dest_end]))
        _append(spans, _Span(step.tag == "equal", before, after, _weight(before), _weight(after)))
    return spans


def _append(spans: list[_Span], span: _Span) -> None:
    """Add a span, joined to the one before it when both are changes or both are equal."""
    if not spans or spans[-1].equal != span.equal:
        spans.append(_Span(span.equal, list(span.old), list(span.new), span.old_weight, span.new_weight))
        return
    last = spans[-1]
    last.old.extend(span.old)
    last.new.extend(span.new)
    weights = last.old_weight + span.old_weight, last.new_weight + span.new_weight
    spans[-1] = _Span(span.equal, last.old, last.new, *weights)


def _cleaned(spans: list[_Span]) -> list[_Span]:
    """Give up equal runs that weigh too little between two changes, until none is left."""
    while True:
        merged: list[_Span] = []
        for place, span in enumerate(spans):
            lost = (
                span.equal
                and 0 < place < len(spans) - 1
                and span.weight < _PHRASE_WEIGHT
                and 2 * span.weight <= min(merged[-1].weight, spans[place + 1].weight)
            )
            _append(merged, replace(span, equal=False) if lost else span)
        if len(merged) == len(spans):
            return merged
        spans = merged


def _weight(run: Sequence[Token]) -> int:
    total = 0
    for token in run:
        total += _LIGHT_WEIGHT if _is_light(token) else _FULL_WEIGHT
    return total


def _is_light(token: Token) -> bool:
    if token.kind == "symbol":
        return is_punctuation(token.text) and token.text[0] not in _MARKUP
    return _LIGHT_WORD.fullmatch(token.text) is not None


class _Writer:
    """Collects segments: neighbouring changes gather into one deletion and one insertion."""

    def __init__(self) -> None:
        self._done: list[tuple[Operation, str]] = []
        self._deleted = ""
        self._inserted = ""

    def write(self, operation: Operation, text: str) -> None:
        if operation == "delete":
            self._deleted += text
        elif operation == "insert":
            self._inserted += text
        elif text:
            self._flush()
            if self._done and self._done[-1][0] == "equal":
                text = self._done.pop()[1] + text
            self._done.append(("equal", text))

    def gap(self, old: str, new: str) -> None:
        if old == new and not (self._deleted or self._inserted):
            self.write("equal", old)
        elif old == new:
            self._flush()
            self.write("equal", old)
        else:
            self.write("delete", old)
            self.write("insert", new)

    def change(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        if old and new and old[0].gap == new[0].gap:
            self.gap(old[0].gap, new[0].gap)
            self.write("delete", old[0].text)
            self.write("insert", new[0].text)
            old, new = old[1:], new[1:]
        for token in old:
            self.write("delete", token.gap + token.text)
        for token in new:
            self.write("insert", token.gap + token.text)

    def _flush(self) -> None:
        if self._deleted:
            self._done.append(("delete", self._deleted))
        if self._inserted:
            self._done.append(("insert", self._inserted))
        self._deleted = self._inserted = ""

    def wording(self) -> Wording:
        self._flush()
        return tuple(self._done)
