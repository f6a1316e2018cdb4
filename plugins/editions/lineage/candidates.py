"""The pairs worth weighing: for every item the few of the other edition that share anything telling with it.

Everything after this step works on these pairs alone, which is what keeps a thousand criteria against a thousand to
seconds and a few hundred megabytes.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from editions.lineage import weights
from editions.lineage.texts import Text, Vector

Pair = tuple[int, int]


def _products(old: Sequence[Vector], new: Sequence[Vector]) -> Iterator[dict[int, float]]:
    """Yields for every old vector its cosine with each new one that shares a telling term, by an inverted index."""
    holding = Counter(key for vector in [*old, *new] for key in vector)
    common = max(weights.COMMON_FLOOR, weights.COMMON_SHARE * (len(old) + len(new)))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(new):
        for key, value in vector.items():
            if holding[key] <= common:
                postings[key].append((j, value))
    for vector in old:
        sums: dict[int, float] = defaultdict(float)
        for key, value in vector.items():
            for j, other in postings.get(key, ()):
                sums[j] += value * other
        yield sums


def candidate_pairs(old: Sequence[Text], new: Sequence[Text]) -> list[Pair]:
    """Returns the pairs worth weighing, in order: the best few of each item, seen from either edition."""
    best_of_new: list[list[tuple[float, int]]] = [[] for _ in new]
    pairs: set[Pair] = set()
    by_meaning = _products([text.meaning for text in old], [text.meaning for text in new])
    by_letters = _products([text.grams for text in old], [text.grams for text in new])
    for i, (meaning, letters) in enumerate(zip(by_meaning, by_letters, strict=True)):
        for j, value in letters.items():
            meaning[j] += value
        ranked = [(value, -j) for j, value in meaning.items()]
        pairs.update((i, -j) for _, j in heapq.nlargest(weights.CANDIDATES, ranked))
        for value, j in ranked:
            best = best_of_new[-j]
            if len(best) < weights.CANDIDATES:
                heapq.heappush(best, (value, -i))
            elif (value, -i) > best[0]:
                heapq.heapreplace(best, (value, -i))
    for j, best in enumerate(best_of_new):
        pairs.update((-i, j) for _, i in best)
    return sorted(pairs)


def beside(pairs: Mapping[Pair, float], old_size: int, new_size: int) -> set[Pair]:
    """Returns the pairs right beside believed ones: where order was kept, a counterpart may share no word at all."""
    found: set[Pair] = set()
    reach = range(-weights.ADJACENT, weights.ADJACENT + 1)
    for (i, j), probability in pairs.items():
        if probability >= weights.WITNESS:
            found.update(
                (i + d, j + e) for d in reach for e in reach if 0 <= i + d < old_size and 0 <= j + e < new_size
            )
    return found
