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
from editions.comparison.rules import Significance
from editions.model import Relation
from editions.words.messages import forms, message
from editions.words.phrasebook import ENGLISH, Phrasebook

RELATION_WORDS: dict[Relation, str] = {
    "continued": message("continued"),
    "split": message("split"),
    "merged": message("merged"),
    "reorganised": message("reorganised"),
    "added": message("added"),
    "withdrawn": message("withdrawn"),
}
ASPECT_WORDS: dict[Aspect, str] = {
    "renumbered": message("renumbered"),
    "moved": message("moved"),
    "retitled": message("retitled"),
    "reworded": message("reworded"),
    "level_changed": message("level changed"),
    "references_changed": message("references changed"),
}
SIGNIFICANCE_WORDS: dict[Significance, str] = {
    "normative": message("normative"),
    "editorial": message("editorial"),
}
_BECAME = {
    "domain": forms("{n} domain became {new}: {parts}.", "{n} domains became {new}: {parts}."),
    "criterion": forms("{n} criterion became {new}: {parts}.", "{n} criteria became {new}: {parts}."),
}
_UNCHANGED = {
    "domain": forms("{n} domain: nothing changed.", "{n} domains: nothing changed."),
    "criterion": forms("{n} criterion: nothing changed.", "{n} criteria: nothing changed."),
}
_COUNTED: dict[str, tuple[str, str]] = {
    "renumbered": forms("{n} renumbered", "{n} renumbered"),
    "moved": forms("{n} moved", "{n} moved"),
    "retitled": forms("{n} retitled", "{n} retitled"),
    "reworded": forms("{n} reworded", "{n} reworded"),
    "level_changed": forms("{n} level changed", "{n} level changed"),
    "references_changed": forms("{n} references changed", "{n} references changed"),
    "added": forms("{n} added", "{n} added"),
    "withdrawn": forms("{n} withdrawn", "{n} withdrawn"),
    "unchanged": forms("{n} unchanged", "{n} unchanged"),
}
# In the order in which a reader asks: what is still there, what became of the rest.
_TOLD: tuple[tuple[Relation, tuple[str, str]], ...] = (
    ("split", forms("{n} was split into {new}", "{n} were split into {new}")),
    ("merged", forms("{n} was merged into {new}", "{n} were merged into {new}")),
    ("reorganised", forms("{n} was reorganised into {new}", "{n} were reorganised into {new}")),
    ("withdrawn", forms("{n} was withdrawn", "{n} were withdrawn")),
    ("added", forms("{n} was added", "{n} were added")),
)
_COME_OR_GONE: tuple[Relation, ...] = ("added", "withdrawn")


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

    def sentence(self, words: Phrasebook = ENGLISH) -> str:
        """The counts in words, such as ``8 domains became 8: 4 continued, 1 was split into 2, …``."""
        if self.level == "prose":
            return self._prose_sentence(words)
        if not any(self.relations.values()):
            return words.count(self.old, *_UNCHANGED[self.level]) if self.old else ""
        parts = []
        continued = self.relations["continued"] + self.unchanged
        if continued:
            counts: list[tuple[str, int]] = [*self.continued_aspects.items(), ("unchanged", self.unchanged)]
            told = ", ".join(words.count(count, *_COUNTED[name]) for name, count in counts if count)
            parts.append(words.count(continued, "{n} continued ({aspects})", "{n} continued ({aspects})", aspects=told))
        for relation, said in _TOLD:
            old, new = self.old_items[relation], self.new_items[relation]
            if self.relations[relation]:
                parts.append(words.count(new if relation == "added" else old, *said, new=words.number(new)))
        return words.count(self.old, *_BECAME[self.level], new=words.number(self.new), parts=", ".join(parts))

    def section_counts(self, words: Phrasebook = ENGLISH, *, unchanged: bool = False) -> str:
        """The counts of prose, such as ``2 reworded, 1 added``; empty if nothing changed.

        Args:
            words: The language.
            unchanged: Whether sections that did not change are counted as well.
        """
        told: list[tuple[str, int]] = list(self.continued_aspects.items())
        told += ((name, self.relations[name]) for name in _COME_OR_GONE)
        if not any(count for _, count in told):
            return ""
        told += [("unchanged", self.unchanged)] if unchanged else []
        return ", ".join(words.count(count, *_COUNTED[name]) for name, count in told if count)

    def _prose_sentence(self, words: Phrasebook) -> str:
        # How many sections there are says little, since what an edition states about itself is among them.
        counts = self.section_counts(words)
        return words.text("In the prose, by section: {counts}.", counts=counts) if counts else ""


def summarise(comparison: Comparison | ArticleComparison) -> tuple[LevelSummary, ...]:
    """Count the changes of a comparison.

    Args:
        comparison: The comparison of editions or of versions of an article.

    Returns:
        The counts of each level, in the order of ``LEVELS``.
    """
    return tuple(_level(level, comparison) for level in LEVELS)


def summary_words(comparison: Comparison, words: Phrasebook = ENGLISH) -> tuple[str, ...]:
    """The summary in sentences, one for each level that has items; the impact is said apart.

    Args:
        comparison: The comparison.
        words: The language.

    Returns:
        Sentences such as ``8 domains became 8: 4 continued (4 renumbered), 1 was split into 2, …``.
    """
    return tuple(said for level in summarise(comparison) if (said := level.sentence(words)))


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
