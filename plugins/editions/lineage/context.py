"""What surrounds a pair: its sections, its neighbours and its place, weighed by how much they have proved to tell here.

Some editions keep their order and sections and only reword; others reorganise everything. So nothing is assumed: each
kind of evidence is compared between the pairs that are now believed and all the others, and counts by the logarithm of
that ratio (Fellegi and Sunter 1969, "A Theory for Record Linkage"). Where sections were dissolved or the order shuffled
the ratio comes out near one and the evidence falls silent by itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from editions.lineage import weights
from editions.lineage.candidates import Pair

Belief = Mapping[Pair, float]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The evidence around one pair, each the logarithm of a likelihood ratio; 0 says nothing."""

    section: float = 0.0
    neighbours: float = 0.0
    place: float = 0.0


def surroundings(
    pairs: Sequence[Pair], belief: Belief, old_paths: Sequence[Path], new_paths: Sequence[Path]
) -> list[Surroundings]:
    """Returns the evidence around each pair, given how far every pair is believed so far.

    Args:
        pairs: The pairs to weigh.
        belief: The probability of each pair, 0 to 1; pairs that are missing count 0.
        old_paths: The titles above each old item, in the edition's order.
        new_paths: The titles above each new item, in the edition's order.
    """
    turned = [(j, i) for i, j in pairs]
    turned_belief = {(j, i): probability for (i, j), probability in belief.items()}
    sections = (
        _sections(pairs, belief, old_paths, new_paths),
        _sections(turned, turned_belief, new_paths, old_paths),
    )
    section = [(there + back) / 2 for there, back in zip(*sections, strict=True)]
    supports = (
        _support(pairs, belief, len(old_paths)),
        _support(turned, turned_belief, len(new_paths)),
    )
    support = [(there + back) / 2 for there, back in zip(*supports, strict=True)]
    neighbours = _ratios(pairs, belief, [_step(s, weights.SUPPORT_STEPS) for s in support], weights.NEIGHBOUR_CAP)
    shift = [abs(_relative(i, len(old_paths)) - _relative(j, len(new_paths))) for i, j in pairs]
    place = _ratios(pairs, belief, [_step(s, weights.SHIFT_STEPS) for s in shift], weights.PLACE_CAP)
    return [Surroundings(*row) for row in zip(section, neighbours, place, strict=True)]


def _relative(position: int, size: int) -> float:
    return (position + 0.5) / size


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)


def _ratios(pairs: Sequence[Pair], belief: Belief, steps: Sequence[int], cap: float) -> list[float]:
    """Returns for each pair the log ratio of its step among believed pairs to that among the others."""
    believed: dict[int, float] = defaultdict(float)
    doubted: dict[int, float] = defaultdict(float)
    for pair, step in zip(pairs, steps, strict=True):
        probability = belief.get(pair, 0.0)
        believed[step] += probability if probability >= weights.WITNESS else 0.0
        doubted[step] += 1.0 - probability
    kinds = max(steps, default=0) + 1
    all_believed = sum(believed.values()) + weights.PRIOR_COUNT
    all_doubted = sum(doubted.values()) + weights.PRIOR_COUNT
    prior = {k: (doubted[k] + weights.PRIOR_COUNT / kinds) / all_doubted for k in range(kinds)}
    table = {
        k: max(
            -cap,
            min(cap, math.log((believed[k] + weights.PRIOR_COUNT * prior[k]) / all_believed / prior[k])),
        )
        for k in range(kinds)
    }
    return [table[step] for step in steps]


def _support(pairs: Sequence[Pair], belief: Belief, old_size: int) -> list[float]:
    """Returns the believed correspondence around each pair, near and in the same direction counting most."""
    by_old: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), probability in belief.items():
        if probability >= weights.NOTICED:
            by_old[i].append((j, probability))
    reach = weights.NEIGHBOUR_REACH
    full = sum(1.0 / abs(d) for d in range(-reach, reach + 1) if d)
    found = []
    for i, j in pairs:
        total = 0.0
        for d in range(-reach, reach + 1):
            if d == 0 or not 0 <= i + d < old_size:
                continue
            best = 0.0
            for other, probability in by_old.get(i + d, ()):
                gap = other - j
                if gap and abs(gap) <= reach:
                    kernel = weights.SAME_WAY if (gap > 0) == (d > 0) else weights.OTHER_WAY
                    best = max(best, probability * kernel / (1 + weights.SLACK * abs(gap - d)))
            total += best / abs(d)
        found.append(total / full)
    return found


def _sections(
    pairs: Sequence[Pair], belief: Belief, old_paths: Sequence[Path], new_paths: Sequence[Path]
) -> list[float]:
    """Returns for each pair how much likelier its new section is, given where the rest of its old section went.

    Worked out from the outermost title inwards; each level takes the one above as its prior, so that a small section
    with few witnesses falls back on its domain (a hierarchical Dirichlet estimate). The pair itself is left out.
    """
    depth = max((len(p) for p in [*old_paths, *new_paths]), default=0)
    estimate: dict[Pair, float] = dict.fromkeys(pairs, 1.0)
    background: dict[Pair, float] = dict.fromkeys(pairs, 1.0)
    for level in range(1, min(depth, weights.SECTION_LEVELS) + 1):
        old_at: list[Hashable] = [p[:level] for p in old_paths]
        new_at: list[Hashable] = [p[:level] for p in new_paths]
        if level == min(depth, weights.SECTION_LEVELS):
            old_at, new_at = list(old_paths), list(new_paths)
        size: dict[Hashable, int] = defaultdict(int)
        parent_size: dict[Hashable, int] = defaultdict(int)
        for j, key in enumerate(new_at):
            size[key] += 1
            parent_size[new_paths[j][: level - 1]] += 1
        flow: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
        away: dict[Hashable, float] = defaultdict(float)
        by_item: dict[int, float] = defaultdict(float)
        here: dict[tuple[int, Hashable], float] = defaultdict(float)
        for (i, j), probability in belief.items():
            if probability >= weights.NOTICED:
                flow[old_at[i], new_at[j]] += probability
                away[old_at[i]] += probability
                by_item[i] += probability
                here[i, new_at[j]] += probability
        for i, j in pairs:
            share = size[new_at[j]] / parent_size[new_paths[j][: level - 1]]
            prior = estimate[i, j] * share
            others = max(0.0, flow[old_at[i], new_at[j]] - here[i, new_at[j]])
            of_all = max(0.0, away[old_at[i]] - by_item[i])
            estimate[i, j] = (others + weights.SECTION_DOUBT * prior) / (of_all + weights.SECTION_DOUBT)
            background[i, j] *= share
    cap = weights.SECTION_CAP
    return [max(-cap, min(cap, math.log(max(estimate[p], 1e-9) / background[p]))) for p in pairs]
