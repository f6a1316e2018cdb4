"""Lineage: rows that name what exists, once, without contradicting each other."""

from __future__ import annotations

from collections.abc import Iterator

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer
from editions.validation.ids import found_ids

_LEVELS = {"domains": "domain", "criteria": "criterion"}


def lineage_problems(edition: EditionRecords, before: EditionRecords | None) -> Iterator[Problem]:
    """Check an edition's lineage.

    Args:
        edition: The edition's records, with or without a lineage.
        before: The release before it; ``None`` for the first edition.

    Yields:
        Every problem of its rows.
    """
    record = edition.lineage
    if record is None or not isinstance(record.data, dict):
        return
    stated = record.data.get("from")
    if before is None:
        yield record.problem((), "there is no release before this edition; remove the file")
        return
    if isinstance(stated, str) and stated != before.version:
        yield record.problem(("from",), f"from is {stated!r}, but the release before is {before.version!r}; write that")
        return
    for key, level in _LEVELS.items():
        old = {found.id for found in found_ids(before) if found.level == level}
        new = {found.id for found in found_ids(edition) if found.level == level}
        shared = old & new if record.data.get("identity", "ids") == "ids" else set()
        yield from _level_problems(
            record, key, level, (old, before.version or ""), (new, edition.version or ""), shared
        )


def _rows(record: Record, key: str) -> Iterator[tuple[Pointer, list[str], list[str]]]:
    rows = record.data.get(key)
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict) and isinstance(row.get("from"), list) and isinstance(row.get("to"), list):
            sides = [[item for item in row[side] if isinstance(item, str)] for side in ("from", "to")]
            yield (key, number), sides[0], sides[1]


def _level_problems(
    record: Record, key: str, level: str, old: tuple[set[str], str], new: tuple[set[str], str], shared: set[str]
) -> Iterator[Problem]:
    pairs: dict[tuple[str, str], Pointer] = {}
    connected: dict[tuple[str, str], Pointer] = {}
    alone: dict[tuple[str, str], Pointer] = {}
    sides = {"from": old, "to": new}
    for pointer, left, right in _rows(record, key):
        for side, items in (("from", left), ("to", right)):
            known, version = sides[side]
            for item in items:
                if item not in known:
                    message = f"edition {version} has no {level} {item!r}; correct the id or remove it"
                    yield record.problem((*pointer, side), message)
        if not left and not right:
            yield record.problem(pointer, "the row is empty on both sides; name ids or remove it")
        for pair in [(a, b) for a in left for b in right]:
            if pair in pairs:
                line = record.tree.line(pairs[pair])
                yield record.problem(pointer, f"{pair[0]} → {pair[1]} stands twice (first on line {line}); remove one")
            pairs.setdefault(pair, pointer)
        for side, items, other in (("from", left, right), ("to", right, left)):
            for item in items:
                (connected if other else alone).setdefault((side, item), pointer)
                if not other and alone[side, item] != pointer:
                    line = record.tree.line(alone[side, item])
                    yield record.problem(pointer, f"{item} stands twice (first on line {line}); remove one row")
    for place in sorted(alone.keys() & connected.keys(), key=lambda place: record.tree.line(alone[place])):
        line = record.tree.line(connected[place])
        verb = "withdraws" if place[0] == "from" else "adds"
        message = f"this row {verb} {place[1]}, but the row on line {line} connects it; keep one of them"
        yield record.problem(alone[place], message)
    for side, item in sorted(alone.keys() - connected.keys()):
        if item in shared:
            verb = "withdraws" if side == "from" else "adds"
            yield record.problem(
                alone[side, item],
                f"this row {verb} {item}, but the id stands in both editions and so is the same item; "
                "remove the row, or give one of them another id",
            )
