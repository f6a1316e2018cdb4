"""The pairs worth weighing: for every item the few of the other edition that share anything telling with it.

Everything after this step works on these pairs alone, which is what keeps a thousand criteria against a thousand to
seconds and a few hundred megabytes.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from editions.lineage import weights
from editions.lineage.texts import Text, Vector

Pair = tuple[int, int]


def _products(old: Sequence[Vector], new: Sequence[Vector]) -> list[dict[int, float]]:
    """Returns the cosine of every old with every new vector that shares a telling term, through an inverted index."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(new):
        for key, value in vector.items():
            postings[key].append((j, value))
    holding = Counter(key for vector in [*old, *new] for key in vector)
    common = max(weights.COMMON_FLOOR, weights.COMMON_SHARE * (len(old) + len(new)))
    found: list[dict[int, float]] = []
    for vector in old:
        sums: dict[int, float] = defaultdict(float)
        for key, value in vector.items():
            if holding[key] <= common:
                for j, other in postings.get(key, ()):
                    sums[j] += value * other
        found.append(dict(sums))
    return found


def candidate_pairs(old: Sequence[Text], new: Sequence[Text]) -> list[Pair]:
    """Returns the pairs worth weighing, in order: the best few of each item, seen from either edition."""
    by_old: list[list[tuple[float, int]]] = [[] for _ in old]
    by_new: list[list[tuple[float, int]]] = [[] for _ in new]
    views: tuple[Callable[[Text], Vector], ...] = (lambda t: t.meaning, lambda t: t.grams)
    products = [_products([view(t) for t in old], [view(t) for t in new]) for view in views]
    for i in range(len(old)):
        meaning, letters = products[0][i], products[1][i]
        for j in sorted(meaning.keys() | letters.keys()):
            likeness = meaning.get(j, 0.0) + letters.get(j, 0.0)
            by_old[i].append((likeness, -j))
            by_new[j].append((likeness, -i))
    pairs = {(i, -j) for i in range(len(old)) for _, j in heapq.nlargest(weights.CANDIDATES, by_old[i])}
    pairs |= {(-i, j) for j in range(len(new)) for _, i in heapq.nlargest(weights.CANDIDATES, by_new[j])}
    return sorted(pairs)


def beside(pairs: Sequence[Pair], belief: Mapping[Pair, float], old_size: int, new_size: int) -> set[Pair]:
    """Returns the pairs right beside believed ones: where order was kept, a counterpart may share no word at all."""
    found: set[Pair] = set()
    reach = range(-weights.ADJACENT, weights.ADJACENT + 1)
    for i, j in pairs:
        if belief[i, j] >= weights.WITNESS:
            found |= {
                (i + d, j + e) for d in reach for e in reach if 0 <= i + d < old_size and 0 <= j + e < new_size
            }
    return found
