"""Comparisons that several pages need, each made once."""

from __future__ import annotations

from collections.abc import Callable

from editions.comparison.change import Comparison
from editions.comparison.compare import compare_releases
from editions.model import Standard, Version

Compare = Callable[[Standard, Version, Version], Comparison]


def remembering() -> Compare:
    """A function that compares two editions of one standard and remembers the result.

    Returns:
        As ``compare_releases``, for the editions of a single standard.
    """
    known: dict[tuple[Version, Version], Comparison] = {}

    def compare(standard: Standard, old: Version, new: Version) -> Comparison:
        if (old, new) not in known:
            known[old, new] = compare_releases(standard, old, new)
        return known[old, new]

    return compare
