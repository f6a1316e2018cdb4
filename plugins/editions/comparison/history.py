"""The history of one item: where it was added, reworded and moved, what it came from and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from editions.comparison.change import Aspect, Change, Comparison
from editions.comparison.compare import compare_releases
from editions.comparison.rules import Significance
from editions.model import Edition, Level, Relation, Standard, Version, item_ids


@dataclass(frozen=True)
class Step:
    """What happened to an item, or to what it came from or became, between two neighbouring editions.

    Attributes:
        before: Version of the earlier edition.
        after: Version of the later edition.
        old: Ids of the group's items in the earlier edition; empty where it was added.
        new: Ids of the group's items in the later edition; empty where it was withdrawn.
        relation: What happened.
        aspects: What else differs; empty where the item continued unchanged.
        significance: Of the change; ``None`` where nothing changed.
        notes: Notes of the lineage.
        change: The change with its wording; ``None`` where nothing changed.
    """

    before: Version
    after: Version
    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: Relation
    aspects: tuple[Aspect, ...] = ()
    significance: Significance | None = None
    notes: tuple[str, ...] = ()
    change: Change | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class ItemHistory:
    """An item of one edition through all of them.

    Attributes:
        level: Whether it is a domain or a criterion.
        id: Its id in its edition.
        version: Version of its edition.
        added_in: The first edition that has the item or something it came from.
        reworded_in: Versions up to its own in which its text changed, oldest first.
        came_from: For each earlier edition that has any, newest first, the ids of what it came from.
        went_to: For each later edition, oldest first, the ids of what it became; the last entry is empty where it
            was withdrawn, and none follows.
        steps: What happened between neighbouring editions, oldest first, before its edition and after.
    """

    level: Level
    id: str
    version: Version
    added_in: Version
    reworded_in: tuple[Version, ...]
    came_from: tuple[tuple[Version, tuple[str, ...]], ...]
    went_to: tuple[tuple[Version, tuple[str, ...]], ...]
    steps: tuple[Step, ...]

    @property
    def withdrawn_in(self) -> Version | None:
        """The later edition that has nothing of the item any more, if there is one."""
        return next((version for version, ids in self.went_to if not ids), None)

    @property
    def changed_in(self) -> Version | None:
        """The newest version up to its own in which the item came or changed in any aspect."""
        own = [step for step in self.steps if step.after <= self.version and (step.aspects or not step.old)]
        grouped = [step for step in self.steps if step.after <= self.version and step.relation != "continued"]
        versions = [step.after for step in (*own, *grouped)]
        return max(versions, default=None)


@dataclass
class Histories:
    """The histories of a standard's items; every pair of neighbouring editions is compared once, when first asked.

    Attributes:
        standard: The standard.
        compare: Compares two of its editions; give one that remembers, where comparisons are needed elsewhere too.
    """

    standard: Standard
    compare: Callable[[Standard, Version, Version], Comparison] = compare_releases
    _known: dict[tuple[Version, Version], dict[tuple[Level, str, str], Change]] = field(
        default_factory=dict, repr=False
    )
    _place: dict[tuple[Level, Version], dict[str, int]] = field(default_factory=dict, repr=False)

    def of(self, level: Level, version: Version, item: str) -> ItemHistory:
        """The history of an item.

        Args:
            level: ``domain`` or ``criterion``.
            version: Version of the edition that the item is named in.
            item: Its id there.

        Returns:
            Its history over all releases, and over the draft if the item is the draft's.

        Raises:
            KeyError: If there is no such edition, or no such item in it.
        """
        edition = self.standard.by_version[version]
        if item not in self._places(level, edition):
            raise KeyError(item)
        earlier = [other for other in self._line(edition) if other.version <= version]
        later = [other for other in self._line(edition) if other.version >= version]
        came_from, before = self._back(level, item, earlier)
        went_to, after = self._onward(level, item, later)
        return ItemHistory(
            level,
            item,
            version,
            came_from[-1][0] if came_from else version,
            tuple(step.after for step in before if "reworded" in step.aspects),
            tuple(came_from),
            tuple(went_to),
            (*before, *after),
        )

    def step(self, level: Level, before: Edition, after: Edition, item: str) -> Step:
        """What happened to one item between two neighbouring editions.

        Args:
            level: ``domain`` or ``criterion``.
            before: The earlier edition.
            after: The next edition, possibly the draft.
            item: Id of the item in ``before``.

        Returns:
            What happened.
        """
        (step,) = self._steps(level, before, after, {item}, "old")
        return step

    def _line(self, edition: Edition) -> tuple[Edition, ...]:
        return self.standard.editions if edition.status == "draft" else self.standard.releases

    def _back(
        self, level: Level, item: str, line: list[Edition]
    ) -> tuple[list[tuple[Version, tuple[str, ...]]], list[Step]]:
        found, steps, ids = [], list[Step](), {item}
        for before, after in reversed(list(pairwise(line))):
            steps = [*self._steps(level, before, after, ids, "new"), *steps]
            back = self.standard.edges(level, before.version, after.version).predecessors
            ids = {origin for current in ids for origin in back.get(current, ())}
            if not ids:
                break
            found.append((before.version, self._ordered(level, before, ids)))
        return found, steps

    def _onward(
        self, level: Level, item: str, line: list[Edition]
    ) -> tuple[list[tuple[Version, tuple[str, ...]]], list[Step]]:
        found, steps, ids = [], list[Step](), {item}
        for before, after in pairwise(line):
            steps += self._steps(level, before, after, ids, "old")
            onward = self.standard.edges(level, before.version, after.version).successors
            ids = {result for current in ids for result in onward.get(current, ())}
            found.append((after.version, self._ordered(level, after, ids)))
            if not ids:
                break
        return found, steps

    def _steps(self, level: Level, before: Edition, after: Edition, ids: set[str], side: str) -> list[Step]:
        changes = self._changes(before.version, after.version)
        edition = before if side == "old" else after
        steps = {}
        for item in self._ordered(level, edition, ids):
            change = changes.get((level, side, item))
            if change:
                old, new = tuple(i.id for i in change.old), tuple(i.id for i in change.new)
                step = Step(
                    before.version,
                    after.version,
                    old,
                    new,
                    change.relation,
                    change.aspects,
                    change.significance,
                    change.notes,
                    change,
                )
            else:
                step = Step(before.version, after.version, (item,), (item,), "continued")
            steps[(step.old, step.new)] = step
        return list(steps.values())

    def _ordered(self, level: Level, edition: Edition, ids: set[str]) -> tuple[str, ...]:
        places = self._places(level, edition)
        return tuple(sorted(ids & places.keys(), key=places.__getitem__))

    def _places(self, level: Level, edition: Edition) -> dict[str, int]:
        """The place of each id in its edition; worked out once, since it is asked for every item."""
        key = (level, edition.version)
        if key not in self._place:
            self._place[key] = {item: number for number, item in enumerate(item_ids(edition, level))}
        return self._place[key]

    def _changes(self, before: Version, after: Version) -> dict[tuple[Level, str, str], Change]:
        key = (before, after)
        if key not in self._known:
            found: dict[tuple[Level, str, str], Change] = {}
            for change in self.compare(self.standard, before, after).changes:
                if change.level != "prose":
                    found |= {(change.level, "old", item.id): change for item in change.old}
                    found |= {(change.level, "new", item.id): change for item in change.new}
            self._known[key] = found
        return self._known[key]
