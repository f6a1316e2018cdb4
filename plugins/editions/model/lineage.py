"""Lineage: which items of an edition became which items of the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from editions.model.version import Version

Level = Literal["domain", "criterion"]
Identity = Literal["ids", "lineage"]
Relation = Literal["continued", "split", "merged", "reorganised", "withdrawn", "added"]


@dataclass(frozen=True)
class LineageRow:
    """One row of ``lineage.yml``: every item on its left connects to every item on its right.

    Attributes:
        old: Ids in the earlier edition; empty when the row adds items.
        new: Ids in the later edition; empty when the row withdraws items.
        note: A remark for readers, if any.
        line: Line of the row in its file, from 1.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    note: str | None = None
    line: int = 1


@dataclass(frozen=True)
class Lineage:
    """How an edition follows from the release before it.

    Attributes:
        origin: Version of the release before it.
        identity: With ``ids`` an id that stands in both editions is the same item; with ``lineage`` rows alone connect.
        domains: Rows between domains.
        criteria: Rows between criteria.
        note: Whose reading the lineage is, or another remark that readers need wherever it is shown.
        path: File in which the rows stand, relative to the project's folder.
    """

    origin: Version
    identity: Identity = "ids"
    domains: tuple[LineageRow, ...] = ()
    criteria: tuple[LineageRow, ...] = ()
    note: str | None = None
    path: str = ""

    def rows(self, level: Level) -> tuple[LineageRow, ...]:
        """The rows of one level.

        Returns:
            The rows in the order of the file.
        """
        return self.domains if level == "domain" else self.criteria

    def edges(self, level: Level, old: Sequence[str], new: Sequence[str]) -> Edges:
        """What connects the items of two neighbouring editions.

        Args:
            old: Ids of the earlier edition, in order.
            new: Ids of the later edition, in order.

        Returns:
            The edges that rows and, where the identity is ``ids``, shared ids make; ids that stand in neither
            edition are left out.
        """
        return connect(self.rows(level), self.identity, old, new)


def connect(rows: Iterable[LineageRow], identity: Identity, old: Sequence[str], new: Sequence[str]) -> Edges:
    """Turn rows into edges.

    Args:
        rows: Lineage rows of one level.
        identity: Whether shared ids connect too.
        old: Ids of the earlier edition, in order.
        new: Ids of the later edition, in order.
    """
    known_old, known_new = set(old), set(new)
    pairs = {(a, b) for row in rows for a in row.old if a in known_old for b in row.new if b in known_new}
    if identity == "ids":
        pairs |= {(item, item) for item in known_old & known_new}
    return Edges(tuple(old), tuple(new), frozenset(pairs))


@dataclass(frozen=True)
class Group:
    """A connected group of items: what happened to them follows from its shape.

    Attributes:
        old: Ids of the earlier edition, in its order.
        new: Ids of the later edition, in its order.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def relation(self) -> Relation:
        """What happened, read from the shape.

        One to one continued, one to many split, many to one merged, many to many reorganised, to none withdrawn,
        from none added.
        """
        if not self.new:
            return "withdrawn"
        if not self.old:
            return "added"
        if len(self.old) == 1:
            return "continued" if len(self.new) == 1 else "split"
        return "merged" if len(self.new) == 1 else "reorganised"


@dataclass(frozen=True)
class Edges:
    """What connects the items of two editions, neighbouring or not.

    Attributes:
        old: Ids of the earlier edition, in order.
        new: Ids of the later edition, in order.
        pairs: Connected ids, earlier first.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def identical(cls, ids: Sequence[str]) -> Edges:
        """The edges between an edition and itself."""
        return cls(tuple(ids), tuple(ids), frozenset((item, item) for item in ids))

    def then(self, later: Edges) -> Edges:
        """Compose with the edges of the next step.

        Args:
            later: Edges whose earlier side is this one's later side.

        Returns:
            Edges from this one's earlier side to ``later``'s later side: two items are connected when some item
            between them is connected to both.
        """
        onward = later.successors
        pairs = frozenset((a, c) for a, b in self.pairs for c in onward.get(b, ()))
        return Edges(self.old, later.new, pairs)

    def reversed(self) -> Edges:
        """The same edges seen from the other side."""
        return Edges(self.new, self.old, frozenset((b, a) for a, b in self.pairs))

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """For each connected id of the earlier edition, what it became, in the later edition's order."""
        return _neighbours(self.pairs, self.new)

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """For each connected id of the later edition, what it came from, in the earlier edition's order."""
        return _neighbours(((b, a) for a, b in self.pairs), self.old)

    def groups(self) -> tuple[Group, ...]:
        """The connected groups; every item of both editions stands in exactly one.

        Returns:
            Groups in the later edition's order; withdrawn items follow, in the earlier edition's order.
        """
        successors, predecessors = self.successors, self.predecessors
        seen_old: set[str] = set()
        seen_new: set[str] = set()
        groups = []
        for start in self.new:
            if start in seen_new:
                continue
            old_side, new_side, waiting = set[str](), {start}, [(start, False)]
            while waiting:
                item, is_old = waiting.pop()
                reached, side = (successors, new_side) if is_old else (predecessors, old_side)
                for other in reached.get(item, ()):
                    if other not in side:
                        side.add(other)
                        waiting.append((other, not is_old))
            seen_old |= old_side
            seen_new |= new_side
            groups.append((old_side, new_side))
        old_order = {item: place for place, item in enumerate(self.old)}
        new_order = {item: place for place, item in enumerate(self.new)}
        connected = [
            Group(tuple(sorted(a, key=old_order.__getitem__)), tuple(sorted(b, key=new_order.__getitem__)))
            for a, b in groups
        ]
        return (*connected, *(Group((item,), ()) for item in self.old if item not in seen_old))


def _neighbours(pairs: Iterable[tuple[str, str]], order: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    place = {item: number for number, item in enumerate(order)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for here, there in pairs:
        found[here].append(there)
    return MappingProxyType({item: tuple(sorted(others, key=place.__getitem__)) for item, others in found.items()})
