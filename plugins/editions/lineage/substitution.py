"""Which words stand for which: the built-in groups, and what this pair of editions swaps.

An edition that renames a thing renames it everywhere. The pairs already thought right are read as a small parallel
text: the stems that only the old side has are aligned to those that only the new side has, in the manner of IBM
model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", §4), and what several pairs agree on
is believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from editions.lineage import weights
from editions.lineage.likeness import Related
from editions.lineage.synonyms import groups_of_stems
from editions.lineage.texts import Text

Table = dict[str, dict[str, float]]


def built_in(texts: Sequence[Text]) -> Table:
    """Returns the related stems among those that occur in the texts, by the built-in groups."""
    groups = groups_of_stems()
    members: dict[int, list[str]] = defaultdict(list)
    for key in sorted({key for text in texts for key in text.weight}):
        for number in groups.get(key, ()):
            members[number].append(key)
    table: Table = {}
    for group in members.values():
        for key in group:
            for other in group:
                if other != key:
                    table.setdefault(key, {})[other] = weights.SYNONYM
    return table


def learnt(pairs: Iterable[tuple[Text, Text, float]]) -> tuple[Table, Table]:
    """Returns the substitutions that trusted pairs agree on, old to new and new to old.

    Args:
        pairs: Old text, new text and how far the pair is trusted, 0 to 1.
    """
    parallel = []
    for a, b, trust in pairs:
        gone = [key for key in a.weight if key not in b.weight]
        come = [key for key in b.weight if key not in a.weight]
        if gone and come and len(gone) <= weights.RESIDUE and len(come) <= weights.RESIDUE:
            parallel.append((gone, come, trust))
    forward = _align(parallel)
    backward = _align([(come, gone, trust) for gone, come, trust in parallel])
    return forward, backward


def _align(parallel: list[tuple[list[str], list[str], float]]) -> Table:
    """Returns how well each target stem stands for a source stem, by expectation and maximisation."""
    seen: dict[str, float] = defaultdict(float)
    for sources, _, trust in parallel:
        for source in sources:
            seen[source] += trust
    chance: dict[tuple[str, str], float] = {}
    for sources, targets, _ in parallel:
        for source in sources:
            for target in targets:
                chance[source, target] = 1.0
    for _ in range(weights.ALIGNMENT_ROUNDS):
        expected: dict[tuple[str, str], float] = defaultdict(float)
        for sources, targets, trust in parallel:
            for target in targets:
                total = sum(chance[source, target] for source in sources) + weights.NO_SOURCE
                for source in sources:
                    expected[source, target] += trust * chance[source, target] / total
        chance = {pair: count / (seen[pair[0]] + weights.DOUBT) for pair, count in expected.items() if count > 0.0}
        for sources, targets, _ in parallel:
            for source in sources:
                for target in targets:
                    chance.setdefault((source, target), 0.0)
    table: Table = {}
    for (source, target), value in sorted(chance.items()):
        if value >= weights.BELIEVED and seen[source] >= weights.WITNESSES:
            table.setdefault(source, {})[target] = min(weights.LEARNT_MOST, value)
    return table


def merged(base: Related, extra: Related) -> Table:
    """Returns both tables as one, the better of two strengths holding."""
    table: Table = {key: dict(row) for key, row in base.items()}
    for key, row in extra.items():
        own = table.setdefault(key, {})
        for target, value in row.items():
            own[target] = max(value, own.get(target, 0.0))
    return table
