"""Lineage: rows that name what exists, once, without contradicting each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer
from editions.validation.ids import found_ids, has_all_ids

MOST_PAIRS_IN_A_ROW = 2_500
_LEVELS = {"domains": "domain", "criteria": "criterion"}


@dataclass(frozen=True)
class _Side:
    """One side of the rows: the ids that its edition has, whether they are all, and the edition's version."""

    ids: frozenset[str]
    complete: bool
    version: str


@dataclass(frozen=True)
class _Row:
    """A row as far as it can be read: its pointer, and its ids with their own pointers, each id once."""

    pointer: Pointer
    old: dict[str, Pointer]
    new: dict[str, Pointer]


def missing_lineage(edition: EditionRecords, before: EditionRecords) -> Iterator[Problem]:
    """Check that an edition that follows another says how."""
    if edition.lineage is None:
        version = _version(before)
        message = f'is missing; an edition that follows {version} says how: write from: "{version}" and the rows'
        yield Problem(f"{edition.folder}/lineage.yml", 1, message)


def lineage_problems(edition: EditionRecords, before: EditionRecords | None) -> Iterator[Problem]:
    """Check an edition's lineage.

    Args:
        before: The release before it; ``None`` for the first edition.
    """
    record = edition.lineage
    if record is None:
        return
    if before is None:
        yield Problem(record.path, 1, "there is no release before this edition; remove the file")
        return
    if not isinstance(record.data, dict):
        return
    stated = record.data.get("from")
    if isinstance(stated, str) and stated != _version(before):
        message = f"from is {stated[:80]!r}, but the release before is {_version(before)!r}; write that"
        yield record.problem(("from",), message)
        return
    for key, level in _LEVELS.items():
        old, new = _side(before, level), _side(edition, level)
        shared = old.ids & new.ids if record.data.get("identity", "ids") == "ids" else frozenset()
        rows = list(_rows(record, key))
        yield from _unknown_ids(record, level, rows, old, new)
        yield from _repeated_pairs(record, rows)
        yield from _contradictions(record, rows, shared)


def _version(edition: EditionRecords) -> str:
    """The edition's version or, where its index can't be read, the name of its folder."""
    return edition.version or edition.folder.rpartition("/")[2]


def _side(edition: EditionRecords, level: str) -> _Side:
    ids = frozenset(found.id for found in found_ids(edition) if found.level == level)
    return _Side(ids, has_all_ids(edition), _version(edition))


def _rows(record: Record, key: str) -> Iterator[_Row]:
    for pointer, row in record.entries(key):
        if isinstance(row, dict) and isinstance(row.get("from"), list) and isinstance(row.get("to"), list):
            sides: list[dict[str, Pointer]] = [{}, {}]
            for ids, side in zip(sides, ("from", "to"), strict=True):
                for place, item in enumerate(row[side]):
                    if isinstance(item, str):
                        ids.setdefault(item, (*pointer, side, place))
            yield _Row(pointer, sides[0], sides[1])


def _unknown_ids(record: Record, level: str, rows: list[_Row], old: _Side, new: _Side) -> Iterator[Problem]:
    for row in rows:
        for ids, side in ((row.old, old), (row.new, new)):
            for item, pointer in ids.items():
                if side.complete and item not in side.ids:
                    message = f"edition {side.version} has no {level} {item[:80]!r}; correct the id or remove it"
                    yield record.problem(pointer, message)
        if not row.old and not row.new:
            yield record.problem(row.pointer, "the row is empty on both sides; name ids or remove it")


def _repeated_pairs(record: Record, rows: list[_Row]) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        line = record.tree.line(row.pointer)
        if len(row.old) * len(row.new) > MOST_PAIRS_IN_A_ROW:
            message = (
                f"the row connects each of {len(row.old):,} items to each of {len(row.new):,}; "
                "write rows that connect what belongs together"
            )
            yield record.problem(row.pointer, message)
            continue
        for pair in ((old, new) for old in row.old for new in row.new):
            if pair in first:
                message = f"{pair[0]} → {pair[1]} stands twice (first on line {first[pair]}); remove one"
                yield record.problem(row.pointer, message)
            first.setdefault(pair, line)


def _contradictions(record: Record, rows: list[_Row], shared: frozenset[str]) -> Iterator[Problem]:
    """Items that one row withdraws or adds, and that another row, or their own id, connects."""
    for side, verb in (("old", "withdraws"), ("new", "adds")):
        alone: dict[str, Pointer] = {}
        connected: dict[str, Pointer] = {}
        for row in rows:
            ids, others = (row.old, row.new) if side == "old" else (row.new, row.old)
            for item in ids:
                if others:
                    connected.setdefault(item, row.pointer)
                elif item in alone:
                    line = record.tree.line(alone[item])
                    message = f"this row {verb} {item}, as the row on line {line} does already; remove one"
                    yield record.problem(row.pointer, message)
                else:
                    alone[item] = row.pointer
        for item, pointer in alone.items():
            if item in connected:
                line = record.tree.line(connected[item])
                message = f"this row {verb} {item}, but the row on line {line} connects it; keep one of them"
                yield record.problem(pointer, message)
            elif item in shared:
                message = (
                    f"this row {verb} {item}, but the id stands in both editions and so is the same item; "
                    "remove the row, or give one of them another id"
                )
                yield record.problem(pointer, message)
