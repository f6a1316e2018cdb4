"""What connects the items of the two editions that are compared, with the notes that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from editions.model import Edges, Edition, Group, Level, Lineage, Standard, Version, item_ids


@dataclass(frozen=True)
class Note:
    """A note of a lineage row, seen from the two editions that are compared.

    Attributes:
        level: The level of the row.
        old: Ids of the earlier edition that the row is about, directly or through the editions between.
        new: Ids of the later edition that the row is about.
        text: The note.
    """

    level: Level
    old: frozenset[str]
    new: frozenset[str]
    text: str


@dataclass(frozen=True)
class Connections:
    """What connects two editions.

    Attributes:
        domains: Edges between domains.
        criteria: Edges between criteria.
        notes: Notes of the rows behind the edges, in the order of releases and rows.
        remarks: Remarks on the lineages as a whole, such as whose reading they are.
    """

    domains: Edges
    criteria: Edges
    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()

    @classmethod
    def by_lineage(cls, old: Edition, new: Edition, lineage: Lineage | None) -> Connections:
        """Connect two neighbouring editions.

        Args:
            old: The earlier edition.
            new: The later edition.
            lineage: How the later follows from the earlier; without one, an id that stands in both is the same item.

        Returns:
            The connections.
        """
        lineage = lineage or Lineage(old.version)
        edges = {level: lineage.edges(level, item_ids(old, level), item_ids(new, level)) for level in _LEVELS}
        notes = tuple(
            Note(level, frozenset(row.old), frozenset(row.new), row.note)
            for level in _LEVELS
            for row in lineage.rows(level)
            if row.note
        )
        return cls(edges["domain"], edges["criterion"], notes, (lineage.note,) if lineage.note else ())

    @classmethod
    def through(cls, standard: Standard, old: Version, new: Version) -> Connections:
        """Connect any two editions of a standard over the editions between them.

        Args:
            standard: The standard.
            old: Version on the left.
            new: Version on the right; it may be the earlier one.

        Returns:
            The connections.

        Raises:
            KeyError: If one of the versions is not an edition of the standard.
        """
        if standard.by_version[new].version < standard.by_version[old].version:
            return cls.through(standard, new, old).reversed()
        notes = []
        steps = [edition for edition in standard.editions if old <= edition.version <= new]
        for before, after in pairwise(steps):
            for level in _LEVELS:
                rows = [row for row in after.lineage.rows(level) if row.note] if after.lineage else []
                if rows:
                    origins = standard.edges(level, old, before.version).predecessors
                    onward = standard.edges(level, after.version, new).successors
                    notes += [
                        Note(level, _reached(origins, row.old), _reached(onward, row.new), row.note or "")
                        for row in rows
                    ]
        remarks = [after.lineage.note for after in steps[1:] if after.lineage and after.lineage.note]
        edges = standard.edges("domain", old, new), standard.edges("criterion", old, new)
        return cls(*edges, tuple(notes), tuple(dict.fromkeys(remarks)))

    def edges(self, level: Level) -> Edges:
        """The edges of one level."""
        return self.domains if level == "domain" else self.criteria

    def reversed(self) -> Connections:
        """The same connections seen from the other side."""
        notes = tuple(Note(note.level, note.new, note.old, note.text) for note in self.notes)
        return Connections(self.domains.reversed(), self.criteria.reversed(), notes, self.remarks)

    def notes_of(self, level: Level, group: Group) -> tuple[str, ...]:
        """The notes on a group, each once.

        Args:
            level: The group's level.
            group: A group of this level's edges.

        Returns:
            The notes of the rows that name one of its items.
        """
        notes = (
            note.text
            for note in self.notes
            if note.level == level and not (note.old.isdisjoint(group.old) and note.new.isdisjoint(group.new))
        )
        return tuple(dict.fromkeys(notes))


_LEVELS: tuple[Level, Level] = ("domain", "criterion")


def _reached(neighbours: Mapping[str, tuple[str, ...]], ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(other for item in ids for other in neighbours.get(item, ()))
