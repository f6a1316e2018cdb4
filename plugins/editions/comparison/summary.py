"""Counts of what changed, and the sentences that tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from editions.comparison.change import (
    ASPECTS,
    LEVELS,
    RELATIONS,
    ArticleComparison,
    Aspect,
    Change,
    ChangeLevel,
    Comparison,
)
from editions.model import Relation

_NOUNS: dict[str, tuple[str, str]] = {
    "domain": ("domain", "domains"),
    "criterion": ("criterion", "criteria"),
}
ASPECT_WORDS: dict[Aspect, str] = {
    "renumbered": "renumbered",
    "moved": "moved",
    "retitled": "retitled",
    "reworded": "reworded",
    "level_changed": "level changed",
    "references_changed": "references changed",
}
# In the order in which a reader asks: what is still there, what became of the rest.
_TOLD: tuple[tuple[Relation, str], ...] = (
    ("split", "split into"),
    ("merged", "merged into"),
    ("reorganised", "reorganised into"),
    ("withdrawn", "withdrawn"),
    ("added", "added"),
)


@dataclass(frozen=True)
class LevelSummary:
    """The counts of one level.

    Attributes:
        level: The level.
        old: How many items the earlier edition has.
        new: How many items the later edition has.
        unchanged: How many items continue with nothing changed; they are in no other count.
        relations: How many changes there are of each relation.
        aspects: How many changes have each aspect.
        old_items: How many items of the earlier edition the changes of each relation hold.
        new_items: How many items of the later edition they hold.
        continued_aspects: How many changes of the relation ``continued`` have each aspect.
    """

    level: ChangeLevel
    old: int
    new: int
    unchanged: int
    relations: dict[Relation, int]
    aspects: dict[Aspect, int]
    old_items: dict[Relation, int]
    new_items: dict[Relation, int]
    continued_aspects: dict[Aspect, int]

    @property
    def sentence(self) -> str:
        """The counts in words, such as ``8 domains became 8: 4 continued, 1 was split into 2, …``."""
        if self.level == "prose":
            return self._prose_sentence
        if not any(self.relations.values()):
            return f"{_count(self.old, self.level)}: nothing changed." if self.old else ""
        parts = []
        continued = self.relations["continued"] + self.unchanged
        if continued:
            told = [f"{count} {ASPECT_WORDS[aspect]}" for aspect, count in self.continued_aspects.items() if count]
            told += [f"{self.unchanged} unchanged"] if self.unchanged else []
            parts.append(f"{continued} continued ({', '.join(told)})")
        for relation, verb in _TOLD:
            old, new = self.old_items[relation], self.new_items[relation]
            if self.relations[relation]:
                many = new if relation == "added" else old
                result = f" {new}" if verb.endswith("into") else ""
                parts.append(f"{many} {'was' if many == 1 else 'were'} {verb}{result}")
        return f"{_count(self.old, self.level)} became {self.new}: {', '.join(parts)}."

    @property
    def section_counts(self) -> str:
        """The counts of prose, such as ``2 reworded, 1 added``; empty if nothing changed."""
        told = [*self.continued_aspects.items(), *((name, self.relations[name]) for name in ("added", "withdrawn"))]
        return ", ".join(f"{count} {name}" for name, count in told if count)

    @property
    def _prose_sentence(self) -> str:
        # How many sections there are says little, since what an edition states about itself is among them.
        return f"In the prose, by section: {self.section_counts}." if self.section_counts else ""


def summarise(comparison: Comparison | ArticleComparison) -> tuple[LevelSummary, ...]:
    """Count the changes of a comparison.

    Args:
        comparison: The comparison of editions or of versions of an article.

    Returns:
        The counts of each level, in the order of ``LEVELS``.
    """
    return tuple(_level(level, comparison) for level in LEVELS)


def summary_words(comparison: Comparison) -> tuple[str, ...]:
    """The summary in sentences, one for each level that has items; the impact is said apart.

    Args:
        comparison: The comparison.

    Returns:
        Sentences such as ``8 domains became 8: 4 continued (4 renumbered), 1 was split into 2, …``.
    """
    return tuple(level.sentence for level in summarise(comparison) if level.sentence)


def _level(level: ChangeLevel, comparison: Comparison | ArticleComparison) -> LevelSummary:
    changes = [change for change in comparison.changes if change.level == level]
    unchanged = sum(item.level == level for item in comparison.unchanged)
    relations, old_items, new_items = (Counter[Relation]() for _ in range(3))
    for change in changes:
        relations[change.relation] += 1
        old_items[change.relation] += len(change.old)
        new_items[change.relation] += len(change.new)
    continued = _aspects(change for change in changes if change.relation == "continued")
    return LevelSummary(
        level,
        sum(old_items.values()) + unchanged,
        sum(new_items.values()) + unchanged,
        unchanged,
        {relation: relations[relation] for relation in RELATIONS},
        _aspects(changes),
        {relation: old_items[relation] for relation in RELATIONS},
        {relation: new_items[relation] for relation in RELATIONS},
        continued,
    )


def _aspects(changes: Iterable[Change]) -> dict[Aspect, int]:
    counted = Counter(aspect for change in changes for aspect in change.aspects)
    return {aspect: counted[aspect] for aspect in ASPECTS}


def _count(number: int, level: ChangeLevel) -> str:
    one, many = _NOUNS[level]
    return f"{number} {one if number == 1 else many}"
