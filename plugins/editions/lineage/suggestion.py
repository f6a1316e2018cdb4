"""Proposed lineage between two editions, from items to rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from editions.lineage import weights
from editions.lineage.assignment import assign
from editions.lineage.items import Item, Ranked, SuggestedRow, Suggestion
from editions.lineage.scoring import Evidence, Weighed, weigh
from editions.lineage.texts import read


def suggest(
    old: Sequence[Item], new: Sequence[Item], *, accept: float = weights.ACCEPT, level: str = "criterion"
) -> Suggestion:
    old = sorted(old, key=lambda item: item.position)
    new = sorted(new, key=lambda item: item.position)
    old_texts, new_texts = read(old, new)
    evidence = weigh(old_texts, new_texts, [i.path for i in old], [i.path for i in new])
    gains: list[dict[int, float]] = [{} for _ in old]
    by = {w.pair: w for w in evidence.weighed}
    for w in evidence.weighed:
        gains[w.pair[0]][w.pair[1]] = w.odds + 6
    rows = []
    for i, j in enumerate(assign(gains)):
        if j is not None:
            w = by[i, j]
            rows.append(SuggestedRow(level, (old[i].id,), (new[j].id,), w.score, "", w.score >= accept))
    f = defaultdict(list); t = defaultdict(list)
    for w in evidence.weighed:
        i, j = w.pair
        f[old[i].id].append((new[j].id, w.score)); t[new[j].id].append((old[i].id, w.score))
    five = lambda c: {k: tuple(sorted(v, key=lambda x: -x[1])[:5]) for k, v in c.items()}
    return Suggestion(tuple(rows), five(f), five(t))
