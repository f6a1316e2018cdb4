"""Where the items of a section went: how much likelier that makes one new section than another."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from editions.lineage import weights
from editions.lineage.candidates import Pair

Path = tuple[str, ...]


class SectionFlow:
    """The flow of belief from the sections of one edition to those of the other.

    Worked out from the outermost title inwards; each level takes the one above as its prior, so that a small section
    with few witnesses falls back on its domain (a hierarchical Dirichlet estimate). A pair never speaks for itself.
    """

    def __init__(self, pairs: Sequence[Pair], old_paths: Sequence[Path], new_paths: Sequence[Path]) -> None:
        """Takes the pairs and the titles above each item of either edition."""
        self._pairs = pairs
        depth = max((len(path) for path in [*old_paths, *new_paths]), default=0)
        levels = list(range(1, min(depth, weights.SECTION_LEVELS)))
        cuts = [*levels, depth] if depth else []  # the last level looks at whole paths
        self._levels: list[tuple[list[int], list[int], list[float]]] = []
        outer: list[Path] = [()] * len(new_paths)
        background = [1.0] * len(pairs)
        for cut in cuts:
            old_at = _numbered([path[:cut] for path in old_paths])
            inner = [path[:cut] for path in new_paths]
            size, above = Counter(inner), Counter(outer)
            share = [size[inner[j]] / above[outer[j]] for j in range(len(new_paths))]
            self._levels.append((old_at, _numbered(inner), share))
            background = [value * share[j] for value, (_, j) in zip(background, pairs, strict=True)]
            outer = inner
        self._background = background

    def evidence(self, believed: Sequence[tuple[int, float]]) -> list[float]:
        """Returns for each pair the log ratio of its new section's chance to that of a section taken blindly.

        Args:
            believed: The pairs, by their place in the list, that are believed to some degree, and that degree.
        """
        if not self._levels:
            return [0.0] * len(self._pairs)
        estimate = [1.0] * len(self._pairs)
        of_item: dict[int, float] = defaultdict(float)
        for k, probability in believed:
            of_item[self._pairs[k][0]] += probability
        for old_at, new_at, share in self._levels:
            flow: dict[tuple[int, int], float] = defaultdict(float)
            away: dict[int, float] = defaultdict(float)
            own: dict[tuple[int, int], float] = defaultdict(float)
            for k, probability in believed:
                i, j = self._pairs[k]
                flow[old_at[i], new_at[j]] += probability
                away[old_at[i]] += probability
                own[i, new_at[j]] += probability
            doubt = weights.SECTION_DOUBT
            for k, (i, j) in enumerate(self._pairs):
                section, target = old_at[i], new_at[j]
                others = flow.get((section, target), 0.0) - own.get((i, target), 0.0)
                of_all = away.get(section, 0.0) - of_item.get(i, 0.0)
                prior = estimate[k] * share[j]
                estimate[k] = (max(0.0, others) + doubt * prior) / (max(0.0, of_all) + doubt)
        cap = weights.SECTION_CAP
        return [
            max(-cap, min(cap, math.log(max(value, 1e-9) / blind)))
            for value, blind in zip(estimate, self._background, strict=True)
        ]


def _numbered(paths: Sequence[Path]) -> list[int]:
    """Returns a small number for each path, the same for equal ones."""
    numbers: dict[Path, int] = {}
    return [numbers.setdefault(path, len(numbers)) for path in paths]
