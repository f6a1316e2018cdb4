"""A schema only grows within its major version: what may change, and whether the schemas keep to it.

What breaks depends on who relies on a schema. Who writes *source files* relies on it that a file which was valid stays
valid and keeps its meaning, so nothing may be removed, narrowed, newly required or given another default; more may be
allowed. A program that reads *exports* relies on every value that it was promised, and every document that was ever
exported stays valid, so nothing at all may differ but for new properties, which nobody is required to know or to write.
A list of values (``enum``) is a promise that there are no others: an export's list neither shrinks nor grows. Values
that may become more are a text whose values stand in its ``examples``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from editions.schemas.known_schemas import (
    DocumentKind,
    document_kind,
    load_schema,
    major_name,
    released_names,
    schema_file,
    schema_folder,
    schema_names,
    schema_version,
)
from editions.schemas.schema_changes import SchemaChange, schema_changes
from editions.source.front_matter import Record, read_yaml_file
from editions.source.problem import Problem
from editions.source.text import read_source

# What is said of a version that nothing was promised of yet.
NOT_KEPT = "which is not kept yet; when it is done, run: editions schema keep"


def breaks(change: SchemaChange, kind: DocumentKind) -> bool:
    """Whether a change breaks those who rely on a schema.

    Returns:
        For source files, whether it is anything but that more is allowed; for exports, anything but a new property. A
        change of which it cannot be told breaks.
    """
    return change.kind != ("widened" if kind == "source" else "added")


def breaking_changes(old: dict[str, Any], new: dict[str, Any]) -> list[SchemaChange]:
    """The changes between two versions of a schema that may not be within a major version.

    Returns:
        Those changes, in the order of the schemas. Source files become no exports, and exports no source files.

    Raises:
        ValueError: If a reference of either leads nowhere, or out of its file.
    """
    kind = document_kind(old)
    found = [change for change in schema_changes(old, new) if breaks(change, kind)]
    if document_kind(new) != kind and not found:
        what = "is closed now" if kind == "export" else "is open now, so that no mistyped key is found"
        found.append(SchemaChange("", "unclear", f"{what}; set additionalProperties as it was"))
    if old.get("$schema") != new.get("$schema"):
        found.append(SchemaChange("", "unclear", f"is written in {new.get('$schema')!r}, not {old.get('$schema')!r}"))
    return found


def compatibility_problems(folder: Path | None = None) -> list[Problem]:
    """Hold every schema to the versions of it that were released.

    Returns:
        Every change that breaks a released version of the same major, every version that is not kept, and every gap,
        each with the line of the schema in force.
    """
    place = folder or schema_folder()
    released: dict[str, list[str]] = {name: [] for name in schema_names(place)}
    problems = []
    for kept in released_names(place):
        if major_name(kept) in released:
            released[major_name(kept)].append(kept)
        else:
            path = f"schema/{schema_file(major_name(kept), place).name}"
            problems.append(Problem(path, 1, f"is gone, but {kept} was released; put it back: it is served for good"))
    for name, versions in released.items():
        problems += _schema_problems(name, versions, place)
    return sorted(set(problems))


def schema_record(name: str, folder: Path) -> Record:
    """The file of a schema with the lines of its values.

    Args:
        name: Name with major version, such as ``criteria-1``.

    Returns:
        The record; its path begins with ``schema/`` wherever the folder is.
    """
    record = read_yaml_file(read_source(folder, schema_file(name, folder).name))
    moved = (Problem(f"schema/{it.path}", it.line, it.message) for it in record.problems)
    return Record(f"schema/{record.path}", record.tree, problems=tuple(moved))


def _schema_problems(name: str, versions: list[str], folder: Path) -> Iterator[Problem]:
    record = schema_record(name, folder)
    if record.problems:
        yield from record.problems
        return
    try:
        current = f"{name.rpartition('-')[0]}-{schema_version(name, folder)}"
    except ValueError as error:
        yield record.problem(("$comment",), str(error))
        return
    number = _minor(current)
    minors = [_minor(kept) for kept in versions]
    for missing in sorted({*range(number)} - {*minors}):
        yield record.problem(("$comment",), f"states {current}, but {name}.{missing} was never kept; raise it by one")
    if number not in minors:
        yield record.problem(("$comment",), f"states {current}, {NOT_KEPT}")
    for kept in versions:
        if _minor(kept) > number:
            yield record.problem(("$comment",), f"states {current}, but {kept} was released; state a later version")
            continue
        yield from _departures(record, load_schema(kept, folder), kept, same=_minor(kept) == number)


def _departures(record: Record, old: dict[str, Any], kept: str, *, same: bool) -> Iterator[Problem]:
    new = record.data
    try:
        breaking = breaking_changes(old, new)
        others = [change for change in schema_changes(old, new) if change not in breaking] if same else []
    except ValueError as error:
        yield record.problem((), str(error))
        return
    for change in breaking:
        advice = f"that breaks {kept}: put it back, or begin the next major version in a schema of its own"
        yield record.problem(change.pointer, f"{change.place or 'the document'} {change.what}; {advice}")
    for change in others:
        major, minor = kept.rpartition("-")[2].split(".")
        advice = f'{kept} is released: state "schema_version {major}.{int(minor) + 1}" in $comment'
        yield record.problem(change.pointer, f"{change.place or 'the document'} {change.what}; {advice}")


def _minor(released: str) -> int:
    return int(released.rpartition(".")[2])
