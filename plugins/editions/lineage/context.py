"""What surrounds a pair: its sections, its neighbours and its place, weighed by how much they have proved to tell here.

Some editions keep their order and sections and only reword; others reorganise everything. So nothing is assumed: each
kind of evidence is compared between the pairs that are now believed and all the others, and counts by the logarithm of
that ratio (Fellegi and Sunter 1969, "A Theory for Record Linkage"). Where sections were dissolved or the order shuffled
the ratio comes out near one and the evidence falls silent by itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from editions.lineage import weights
from editions.lineage.candidates import Pair
from editions.lineage.sections import Path, SectionFlow


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The evidence around one pair, each the logarithm of a likelihood ratio; 0 says nothing."""

    section: float = 0.0
    neighbours: float = 0.0
    place: float = 0.0


class Context:
    """The surroundings of a fixed list of pairs, under changing belief."""

    def __init__(self, pairs: Sequence[Pair], old_paths: Sequence[Path], new_paths: Sequence[Path]) -> None:
        """Takes the pairs and the titles above each item of either edition, in the edition's order."""
        self._pairs = pairs
        self._index = {pair: k for k, pair in enumerate(pairs)}
        turned = [(j, i) for i, j in pairs]
        self._there = SectionFlow(pairs, old_paths, new_paths)
        self._back = SectionFlow(turned, new_paths, old_paths)
        shift = [abs((i + 0.5) / len(old_paths) - (j + 0.5) / len(new_paths)) for i, j in pairs]
        self._shift = [_step(value, weights.SHIFT_STEPS) for value in shift]

    def evidence(self, belief: Sequence[float]) -> list[Surroundings]:
        """Returns the evidence around each pair, given the probability of every pair."""
        believed = [(k, probability) for k, probability in enumerate(belief) if probability >= weights.NOTICED]
        there, back = self._there.evidence(believed), self._back.evidence(believed)
        support = [_step(value, weights.SUPPORT_STEPS) for value in self._support(believed)]
        neighbours = _ratios(belief, support, len(weights.SUPPORT_STEPS) + 1, weights.NEIGHBOUR_CAP)
        place = _ratios(belief, self._shift, len(weights.SHIFT_STEPS) + 1, weights.PLACE_CAP)
        return [Surroundings((there[k] + back[k]) / 2, neighbours[k], place[k]) for k in range(len(self._pairs))]

    def _support(self, believed: Sequence[tuple[int, float]]) -> list[float]:
        """Returns how far the items around each pair are believed to correspond too, 0 for none to about 1 for all.

        Near neighbours count most, and those that kept the direction more than those that turned it. Each neighbour
        counts once, by its best counterpart, seen from either edition.
        """
        reach = weights.NEIGHBOUR_REACH
        steps = [d for d in range(-reach, reach + 1) if d]
        kernel = {
            (d, e): (weights.SAME_WAY if d * e > 0 else weights.OTHER_WAY) / (1 + weights.SLACK * abs(d - e))
            for d in steps
            for e in steps
        }
        by_old: dict[tuple[int, int], float] = {}
        by_new: dict[tuple[int, int], float] = {}
        for k, probability in believed:
            i, j = self._pairs[k]
            for (d, e), share in kernel.items():
                near = self._index.get((i - d, j - e))
                if near is not None:
                    value = probability * share
                    if value > by_old.get((near, d), 0.0):
                        by_old[near, d] = value
                    if value > by_new.get((near, e), 0.0):
                        by_new[near, e] = value
        full = 2 * sum(1.0 / abs(d) for d in steps)
        support = [0.0] * len(self._pairs)
        for best in (by_old, by_new):
            for (near, d), value in best.items():
                support[near] += value / abs(d) / full
        return support


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)


def _ratios(belief: Sequence[float], steps: Sequence[int], kinds: int, cap: float) -> list[float]:
    """Returns for each pair the log ratio of its step among believed pairs to that among the others."""
    believed = [0.0] * kinds
    doubted = [0.0] * kinds
    for probability, step in zip(belief, steps, strict=True):
        if probability >= weights.WITNESS:
            believed[step] += probability
        doubted[step] += 1.0 - probability
    count = weights.PRIOR_COUNT
    prior = [(value + count / kinds) / (sum(doubted) + count) for value in doubted]
    table = []
    for k in range(kinds):
        ratio = math.log((believed[k] + count * prior[k]) / (sum(believed) + count) / prior[k])
        table.append(max(-cap, min(cap, ratio)))
    return [table[step] for step in steps]
