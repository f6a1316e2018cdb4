"""From weighed pairs to rows: one assignment for everything, then the parts of splits and merges joined to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editions.lineage import weights
from editions.lineage.assignment import assign
from editions.lineage.candidates import Pair
from editions.lineage.scoring import Evidence, Weighed


@dataclass(frozen=True)
class Edge:
    """Items that belong in one row: one to one, one to several or several to one."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    pairs: tuple[Weighed, ...]

    @property
    def score(self) -> float:
        """The score of the weakest pair, as it is shown."""
        return min(rounded(pair.score) for pair in self.pairs)


def edges(evidence: Evidence, old_size: int, accept: float) -> list[Edge]:
    """Returns the proposed rows as positions, in the order of the old edition.

    A part joins the row of its whole when its own score reaches the threshold; a weaker one stays a proposal of its
    own, so that it neither holds back the sure pair nor rides on it.

    Args:
        old_size: How many items the old edition has.
    """
    weighed = {w.pair: w for w in evidence.weighed}
    gains: list[dict[int, float]] = [{} for _ in range(old_size)]
    for w in evidence.weighed:
        gains[w.pair[0]][w.pair[1]] = w.odds + weights.STAY
    pairs = {i: j for i, j in enumerate(assign(gains)) if j is not None}
    news_of: dict[int, list[int]] = {i: [j] for i, j in pairs.items()}
    olds_of: dict[int, list[int]] = {j: [i] for i, j in pairs.items()}
    loose: list[Pair] = []

    for turned, groups in ((False, evidence.splits), (True, evidence.merges)):
        mine, theirs = (olds_of, news_of) if turned else (news_of, olds_of)
        for whole, group in sorted(groups.items()):
            _join(whole, group, mine, theirs, weighed, turned, accept, loose)

    found = []
    for i, news in sorted(news_of.items()):
        olds = sorted(olds_of[news[0]]) if len(news) == 1 else [i]
        if olds[0] == i:
            row = [weighed[a, b] for a in olds for b in sorted(news)]
            found.append(Edge(tuple(olds), tuple(sorted(news)), tuple(row)))
    found += [Edge((i,), (j,), (weighed[i, j],)) for i, j in loose]
    return sorted((e for e in found if e.score >= weights.PROPOSE), key=lambda e: (e.olds, e.news))


def _join(
    whole: int,
    group: Mapping[int, float],
    mine: dict[int, list[int]],
    theirs: dict[int, list[int]],
    weighed: Mapping[Pair, Weighed],
    turned: bool,
    accept: float,
    loose: list[Pair],
) -> None:
    """Adds the parts of one whole to its row, where they belong to no better one.

    Args:
        whole: The item that was split, or into which others were merged.
        group: Its parts.
        mine: The row of each item on the whole's side, as positions on the other.
        theirs: The same from the other side.
        turned: Whether the whole is the new edition's.
        loose: Takes the pairs that are proposed on their own.
    """

    def pair(piece: int) -> Pair:
        return (piece, whole) if turned else (whole, piece)

    held = mine.get(whole, [])
    if len(held) != 1 or held[0] not in group or len(theirs[held[0]]) != 1:
        return
    for piece in sorted(group, key=lambda p: (-weighed[pair(p)].score, p)):
        if piece in held:
            continue
        w = weighed[pair(piece)]
        rival = theirs.get(piece)
        if rival is not None:
            rival_pair = (piece, rival[0]) if turned else (rival[0], piece)
            if len(rival) > 1 or len(mine[rival[0]]) > 1 or weighed[rival_pair].score >= w.score:
                continue
        if rounded(min(w.score, weighed[pair(held[0])].score)) < accept:
            if rival is None:
                loose.append(w.pair)
            continue
        if rival is not None:
            del mine[rival[0]]
        theirs[piece] = [whole]
        held.append(piece)


def best_five(
    evidence: Evidence, old_ids: Sequence[str], new_ids: Sequence[str]
) -> tuple[dict[str, tuple[tuple[str, float], ...]], dict[str, tuple[tuple[str, float], ...]]]:
    """Returns for every item five of the other edition with their scores, best first.

    The surest come first, by score. The others are for the case that these are wrong, as they are where an item moved
    away from its section or shares its counterpart with another item: there the wording is the better guide.
    """
    ranked: tuple[list[list[Weighed]], list[list[Weighed]]] = ([[] for _ in old_ids], [[] for _ in new_ids])
    for w in evidence.weighed:
        ranked[0][w.pair[0]].append(w)
        ranked[1][w.pair[1]].append(w)
    out = []
    for side, (own, others) in enumerate(((old_ids, new_ids), (new_ids, old_ids))):
        lists = {}
        for n, found in enumerate(ranked[side]):
            best = _five(found, 1 - side)
            lists[own[n]] = tuple((others[w.pair[1 - side]], rounded(w.score)) for w in best)
        out.append(lists)
    return out[0], out[1]


def _five(found: Sequence[Weighed], other: int) -> list[Weighed]:
    def by_score(w: Weighed) -> tuple[float, float, int]:
        return (-w.score, -w.odds, w.pair[other])

    ranked = sorted(found, key=by_score)
    rest = sorted(ranked[weights.SUREST :], key=lambda w: (-w.promise, w.pair[other]))
    return sorted([*ranked[: weights.SUREST], *rest[: weights.BEST - weights.SUREST]], key=by_score)


def rounded(score: float) -> float:
    """Returns a score as it is shown: three digits, and never 1, for nothing proposed is certain."""
    return min(0.999, math.floor(score * 1000 + 0.5) / 1000)
