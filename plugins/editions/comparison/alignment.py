"""Which words of two texts stayed, went and came.

The alignment is the longest common subsequence of words by RapidFuzz (``LCSseq``): it is released several times a
year, is a dependency already, is exact and deterministic, and needs milliseconds where the standard library's
``difflib`` needs seconds for long tables. diff-match-patch was weighed and left: its upstream repository is archived,
its last package is of 2024, and its clean-up counts letters, so that with a token per letter it swallows single words
that did stay. The clean-up here weighs words instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from rapidfuzz.distance import LCSseq

from editions.text.words import Word

# Words that carry grammar rather than matter; alone between two changes they are noise to a reader. Words that a
# requirement turns on (not, all, or, if …) are left out on purpose: whether they stayed is worth seeing.
_LIGHT_WORD = re.compile(
    "a|an|the|of|to|in|on|at|by|for|from|with|as|and|is|are|was|were|be|been|being|has|have|had|that|which|this|these|"
    "those|it|its|their|his|her",
    re.IGNORECASE,
)
# Signs that Unicode counts as punctuation and that nevertheless say something: a percentage, a conjunction, a number.
_SAYING = frozenset("%‰&/§@\\*#-")
_FULL_WEIGHT = 4
_LIGHT_WEIGHT = 1
# RapidFuzz keeps a bit for each pair of words: 60 MB at most. A text of a criterion stays far below it.
_MOST_PAIRS = 500_000_000
# Three words that stayed together are a phrase that a reader wants to find again, whatever changed around it.
_PHRASE_WEIGHT = 3 * _FULL_WEIGHT


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that is equal, or a run of the old text that another of the new text replaces.

    The runs are lists that a joined span takes over and extends, and the weights are sums that grow with them.

    Attributes:
        equal: Whether both texts have it.
        old: Words of the earlier text.
        new: Words of the later text; of an equal span as many as of the earlier one.
        old_weight: How much the earlier words weigh.
        new_weight: How much the later words weigh.
    """

    equal: bool
    old: list[Word]
    new: list[Word]
    old_weight: int
    new_weight: int

    @property
    def weight(self) -> int:
        """The weight of the heavier side."""
        return max(self.old_weight, self.new_weight)


def align_words(old: Sequence[Word], new: Sequence[Word]) -> list[Span]:
    """Align two texts word by word; very long ones line by line first, and words only within lines that changed.

    Returns:
        Spans in reading order, equal and changed ones in turn.
    """
    if len(old) * len(new) <= _MOST_PAIRS:
        return _cleaned(_aligned([(word,) for word in old], [(word,) for word in new]))
    spans: list[Span] = []
    for span in _aligned(_lines(old), _lines(new)):
        if span.equal or len(span.old) * len(span.new) > _MOST_PAIRS:
            _append(spans, span)
        else:
            for inner in _aligned([(word,) for word in span.old], [(word,) for word in span.new]):
                _append(spans, inner)
    return _cleaned(spans)


def common_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[bool, range, range]]:
    """The longest sequence that two sequences share.

    Returns:
        Stretches of places in order: whether they are the same, the places in ``old`` and those in ``new``.
    """
    codes: dict[Hashable, int] = {}
    left, right = ([codes.setdefault(it, len(codes)) for it in side] for side in (old, new))
    found: list[tuple[bool, range, range]] = []
    for step in LCSseq.opcodes(left, right):
        equal = step.tag == "equal"
        before, after = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if found and not equal and not found[-1][0]:  # a deletion and an insertion at one place
            _, earlier, later = found.pop()
            before, after = range(earlier.start, before.stop), range(later.start, after.stop)
        found.append((equal, before, after))
    return found


def _lines(run: Sequence[Word]) -> list[tuple[Word, ...]]:
    starts = [0, *(place for place, word in enumerate(run) if place and "\n" in word.gap), len(run)]
    return [tuple(run[start:end]) for start, end in pairwise(starts)]


def _aligned(old: Sequence[tuple[Word, ...]], new: Sequence[tuple[Word, ...]]) -> list[Span]:
    """Align groups of words; groups are equal when their words say the same."""
    spans: list[Span] = []
    keys = [[tuple(word.key for word in group) for group in side] for side in (old, new)]
    for equal, src, dest in common_order(*keys):
        before = list(chain.from_iterable(old[src.start : src.stop]))
        after = list(chain.from_iterable(new[dest.start : dest.stop]))
        _append(spans, Span(equal, before, after, _weight(before), _weight(after)))
    return spans


def _append(spans: list[Span], span: Span) -> None:
    """Add a span, joined to the one before it when both are changes or both are equal."""
    if not spans or spans[-1].equal != span.equal:
        spans.append(Span(span.equal, list(span.old), list(span.new), span.old_weight, span.new_weight))
        return
    last = spans[-1]
    last.old.extend(span.old)
    last.new.extend(span.new)
    weights = last.old_weight + span.old_weight, last.new_weight + span.new_weight
    spans[-1] = Span(span.equal, last.old, last.new, *weights)


def _cleaned(spans: list[Span]) -> list[Span]:
    """Give up equal runs that weigh too little between two changes, until none is left."""
    while True:
        merged: list[Span] = []
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


def _weight(run: Sequence[Word]) -> int:
    return sum(_LIGHT_WEIGHT if _is_light(word) else _FULL_WEIGHT for word in run)


def _is_light(word: Word) -> bool:
    if word.kind == "sign":
        return unicodedata.category(word.text[0]).startswith("P") and word.text[0] not in _SAYING
    return _LIGHT_WORD.fullmatch(word.text) is not None
