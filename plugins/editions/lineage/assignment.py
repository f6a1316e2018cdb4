"""The best one-to-one assignment on sparse pairs, as a whole rather than pair by pair.

Successive shortest augmenting paths with potentials (Jonker and Volgenant 1987; Karp 1980): each old item in turn finds
the cheapest way to a free new item, or to staying without counterpart, moving earlier choices where the whole gains by
it. The result is optimal; with a few dozen candidates an item it costs far less than a full matrix, and needs neither
one nor the libraries that bring one.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence


def assign(gains: Sequence[Mapping[int, float]]) -> list[int | None]:
    """Returns for each old item its new item, or None, such that the sum of gains is greatest.

    Args:
        gains: For each old item the gain of each possible new item. Only gains above 0 are used: staying without
            counterpart gains 0.
    """
    edges = [sorted((j, gain) for j, gain in row.items() if gain > 0.0) for row in gains]
    chosen: list[int | None] = [None] * len(edges)
    holder: dict[int, int] = {}
    price: dict[int, float] = {}  # dual of a new item: what it costs to take it from its holder
    for root in range(len(edges)):
        _augment(root, edges, chosen, holder, price)
    return chosen


def _augment(
    root: int,
    edges: list[list[tuple[int, float]]],
    chosen: list[int | None],
    holder: dict[int, int],
    price: dict[int, float],
) -> None:
    """Gives one more old item its place, along the path that lowers the sum of gains least.

    ``slack[i]`` is the old item's dual: the best net gain it can have at present prices. Distances grow along the path
    by how much less than that an item takes.
    """
    distance: dict[int, float] = {}  # settled or tentative, by new item
    came_from: dict[int, int] = {}
    settled: dict[int, float] = {}
    heap: list[tuple[float, int]] = []
    dual: dict[int, float] = {}
    best_end = float("inf")  # cheapest end: some old item on the tree stays without counterpart
    ends_at: tuple[str, int] | None = None

    def grow(i: int, at: float) -> None:
        nonlocal best_end, ends_at
        best = max((gain - price.get(j, 0.0) for j, gain in edges[i]), default=0.0)
        dual[i] = max(0.0, best)
        if at + dual[i] < best_end:
            best_end, ends_at = at + dual[i], ("alone", i)
        for j, gain in edges[i]:
            if j in settled:
                continue
            step = at + dual[i] - (gain - price.get(j, 0.0))
            if step < distance.get(j, float("inf")):
                distance[j] = step
                came_from[j] = i
                heapq.heappush(heap, (step, j))

    grow(root, 0.0)
    while heap:
        at, j = heapq.heappop(heap)
        if j in settled or at > distance[j]:
            continue
        if at >= best_end:
            break
        settled[j] = at
        if j not in holder:
            best_end, ends_at = at, ("free", j)
            break
        grow(holder[j], at)

    assert ends_at is not None  # noqa: S101  (the root itself can always stay alone)
    for j, at in settled.items():
        if at < best_end:
            price[j] = price.get(j, 0.0) + best_end - at
    kind, end = ends_at
    if kind == "alone":
        i = end
        freed = chosen[i]
        chosen[i] = None
        if freed is None:
            return
        j = freed
    else:
        j = end
    while True:
        i = came_from[j]
        before = chosen[i]
        chosen[i] = j
        holder[j] = i
        if before is None:
            return
        j = before
