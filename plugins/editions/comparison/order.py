"""Which items changed their place among the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> frozenset[int]:
    """The fewest items that must have moved to explain an order.

    The longest increasing run of places counts as having stayed, so that one item moved to the front does not mark
    all the others. Where several such runs are equally long, the one that ends earliest in the old order stays.

    Args:
        places: For each item, in the new order, its place in the old order; all different.

    Returns:
        Indices into ``places`` of the items that moved.
    """
    ends: list[int] = []  # for each length of a run, the smallest place that ends one
    tails: list[int] = []  # and the index of that place
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(tails[length - 1] if length else None)
        ends[length : length + 1] = [place]
        tails[length : length + 1] = [index]
    stayed = set()
    at = tails[-1] if tails else None
    while at is not None:
        stayed.add(at)
        at = before[at]
    return frozenset(range(len(places))) - stayed
