"""From likeness and surroundings to one probability a pair.

Text gives each pair log odds; surroundings add theirs; the candidates of one item compete for it; and because
surroundings depend on what is believed, this is repeated until it settles (a few rounds). A last step looks at what
matters to a reader of the result: the evidence together, and the distance to the next best choice on either side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from editions.lineage import weights
from editions.lineage.candidates import Pair, beside, candidate_pairs
from editions.lineage.context import Context, Surroundings
from editions.lineage.likeness import Likeness, Related, likeness
from editions.lineage.parts import Parts, fellows, parts
from editions.lineage.sections import Path
from editions.lineage.substitution import built_in, learnt, merged
from editions.lineage.texts import Text

Margins = tuple[float, float]  # log odds above the best rival, on the old side and on the new


@dataclass(frozen=True, slots=True)
class Weighed:
    """One pair with its evidence."""

    pair: Pair
    likeness: Likeness
    surroundings: Surroundings
    text: float  # log odds by wording and titles alone
    odds: float  # log odds with the surroundings
    probability: float  # of the pair being right, competition counted
    score: float  # calibrated on labelled histories

    @property
    def promise(self) -> float:
        """What ranks the pair for a person: the wording, with little weight on its surroundings."""
        return self.text + weights.HINT * (self.surroundings.section + self.surroundings.neighbours)


@dataclass(frozen=True)
class Evidence:
    """All weighed pairs of two editions, and the substitutions used in weighing them."""

    weighed: tuple[Weighed, ...]
    forward: Related
    backward: Related
    splits: Parts  # old item -> its parts in the new edition
    merges: Parts  # new item -> its parts in the old edition


def logistic(odds: float) -> float:
    """Returns the probability of log odds."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, odds))))


def text_odds(like: Likeness) -> float:
    """Returns the log odds of a pair by its texts and titles alone."""
    table = weights.TEXT
    return (
        table["bias"]
        + table["words"] * like.words
        + table["letters"] * like.letters
        + table["contained"] * like.contained
        + table["mutual"] * like.mutual
        + table["meaning"] * like.meaning
        + table["order"] * like.order
        + table["heading"] * like.heading
        + table["title"] * like.title
        + table["same"] * like.same
    )


def weigh(old: Sequence[Text], new: Sequence[Text], old_paths: Sequence[Path], new_paths: Sequence[Path]) -> Evidence:
    """Returns every pair worth weighing with its evidence and score."""
    pairs = candidate_pairs(old, new)
    base = built_in([*old, *new])
    forward: Related = base
    backward: Related = base
    belief: list[float] = []
    around = [Surroundings()] * len(pairs)
    for turn in range(2):
        if turn:
            trusted = [(k, p) for k, p in enumerate(belief) if p >= weights.WITNESS]
            swaps = learnt((old[pairs[k][0]], new[pairs[k][1]], p) for k, p in trusted)
            forward, backward = merged(base, swaps[0]), merged(base, swaps[1])
            known = dict(zip(pairs, belief, strict=True))
            pairs = sorted({*pairs, *beside(known, len(old), len(new))})
            context = Context(pairs, old_paths, new_paths)
            around = context.evidence([known.get(pair, 0.0) for pair in pairs])
        else:
            context = Context(pairs, old_paths, new_paths)
        likes = [likeness(old[i], new[j], forward, backward) for i, j in pairs]
        text = [text_odds(like) for like in likes]
        for _ in range(weights.ROUNDS):
            odds = [t + _context_odds(s) for t, s in zip(text, around, strict=True)]
            belief = competing(pairs, odds)
            around = context.evidence(belief)
    odds = [t + _context_odds(s) for t, s in zip(text, around, strict=True)]
    probabilities = competing(pairs, odds)
    splits = parts(pairs, odds, likes, old, new, forward, 0)
    merges = parts(pairs, odds, likes, new, old, backward, 1)
    margins = _margins(pairs, odds, splits, merges)
    by_text = _margins(pairs, text, splits, merges)
    final = []
    for k, (i, j) in enumerate(pairs):
        parted = j in splits.get(i, ()) or i in merges.get(j, ())
        final.append(_final_odds(text[k], by_text[k], margins[k], around[k], parted))
    shift = _scarcity(pairs, final, math.sqrt(len(old) * len(new)))
    weighed = tuple(
        Weighed(pair, likes[k], around[k], text[k], odds[k], probabilities[k], logistic(final[k] + shift))
        for k, pair in enumerate(pairs)
    )
    return Evidence(weighed, forward, backward, splits, merges)


def _context_odds(around: Surroundings) -> float:
    table = weights.CONTEXT
    return table["section"] * around.section + table["neighbours"] * around.neighbours + table["place"] * around.place


def _final_odds(text: float, by_text: Margins, margins: Margins, around: Surroundings, parted: bool) -> float:
    """Returns the log odds that a reader may rely on.

    Surroundings tell which of several counterparts an item has, but hardly whether it has one: what was added stands
    beside what was there before. So the wording and the lead over the rivals decide, and the section has no say of its
    own. Wording that is likely right is enough: what makes it likelier still is its lead. A pair that leads its rivals
    neither by wording nor with its surroundings is a tie, which a person decides.
    """
    table = weights.FINAL
    lead = max(0.0, min(by_text), min(margins))
    return (
        table["bias"]
        + table["text"] * min(text, weights.ENOUGH)
        + table["smaller_text_margin"] * min(by_text)
        + table["margins"] * sum(margins)
        + table["neighbours"] * around.neighbours
        + table["part"] * parted
        + table["tie"] * max(0.0, 1.0 - lead / weights.TIE)
    )


def _scarcity(pairs: Sequence[Pair], final: Sequence[float], size: float) -> float:
    """Returns by how much to lower all log odds because few items find a counterpart at all; 0 in ordinary histories.

    A chance likeness that would be believed between two editions of one standard is not believed between two
    standards that share nothing else.
    """
    by_old: dict[int, tuple[float, int]] = {}
    by_new: dict[int, tuple[float, int]] = {}
    for (i, j), value in zip(pairs, final, strict=True):
        by_old[i] = max((value, -j), by_old.get(i, (-math.inf, 0)))
        by_new[j] = max((value, -i), by_new.get(j, (-math.inf, 0)))
    mutual = [value for i, (value, j) in by_old.items() if by_new[-j][1] == -i]
    rate = sum(logistic(value) for value in mutual) / max(1.0, size)
    rate = max(0.01, min(weights.USUAL_RATE, rate))
    usual = weights.USUAL_RATE
    return weights.SCARCITY * (math.log(rate / (1 - rate)) - math.log(usual / (1 - usual)))


def competing(pairs: Sequence[Pair], odds: Sequence[float]) -> list[float]:
    """Returns probabilities in which the candidates of an item share one chance, on either side.

    Each item may also have no counterpart, at even odds. A pair's probability is the geometric mean of its share among
    the candidates of its old item and among those of its new item.
    """
    raised = [math.exp(max(-40.0, min(40.0, value))) for value in odds]
    rows: dict[int, float] = defaultdict(lambda: 1.0)
    columns: dict[int, float] = defaultdict(lambda: 1.0)
    for (i, j), value in zip(pairs, raised, strict=True):
        rows[i] += value
        columns[j] += value
    return [math.sqrt(value / rows[i] * value / columns[j]) for (i, j), value in zip(pairs, raised, strict=True)]


def _margins(pairs: Sequence[Pair], odds: Sequence[float], splits: Parts, merges: Parts) -> list[Margins]:
    """Returns how far each pair's log odds lie above the best rival of its old and of its new item.

    Having no counterpart is a rival too; fellow parts of a split or a merge are none.
    """
    rivals: tuple[dict[int, list[tuple[float, int]]], ...] = (defaultdict(list), defaultdict(list))
    for pair, value in zip(pairs, odds, strict=True):
        for side in (0, 1):
            rivals[side][pair[side]].append((value, pair[1 - side]))
    for by_item in rivals:
        for ranked in by_item.values():
            ranked.sort(key=lambda r: (-r[0], r[1]))
    cap = weights.MARGIN_CAP
    out = []
    for pair, value in zip(pairs, odds, strict=True):
        lead = []
        for side, groups in ((0, splits), (1, merges)):
            whole, piece = pair[side], pair[1 - side]
            spared = fellows(groups, whole, piece) | {piece}
            other = next((v for v, p in rivals[side][whole] if p not in spared), weights.NO_COUNTERPART)
            other = max(other, weights.NO_COUNTERPART)
            lead.append(max(-cap, min(cap, value - other)))
        out.append((lead[0], lead[1]))
    return out
