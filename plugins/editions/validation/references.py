"""Crosswalk rows of the edition being written: each pins the version of its framework, and stands once.

A release is frozen, so its rows are not looked at. Whether a missing version is a problem is the project's to say: a
standard that was imported may not know the versions. ``references: {versions: required}`` among the options of
``editions/standard`` makes it one; otherwise the check gives notice of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editions.source.front_matter import Record
from editions.source.plugin_names import STANDARD
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.source.yaml_tree import Pointer
from editions.validation.forms import version_of

_CHOICES = ("optional", "required")


def reference_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check the option, and the references of the draft by it.

    Yields:
        A problem for an option that is none, and for each row of the draft without a version where one is required.
    """
    configuration = project.configuration
    stated = configuration.options.get(STANDARD, {}).get("references", {})
    known = isinstance(stated, dict) and set(stated) <= {"versions"} and stated.get("versions", "optional") in _CHOICES
    if not known:
        message = (
            "references of editions/standard is not understood; write references: {versions: required} or optional"
        )
        yield Problem(*configuration.plugin_place(STANDARD, "references"), message)
    elif _required(project):
        for record, pointer, row in _rows(project):
            if row.get("version") is None:
                yield record.problem(pointer, f"{_missing(row)}; state which version of it is meant")


def reference_notices(project: ProjectRecords) -> Iterator[Problem]:
    """What should be read again in the references of the draft.

    Yields:
        A notice for each row without a version, unless that is a problem, and for each that stands twice.
    """
    seen: set[tuple[Any, ...]] = set()
    for record, pointer, row in _rows(project):
        if row.get("version") is None and not _required(project):
            advice = "state it, so that readers know which text is meant"
            yield record.problem(pointer, f"{_missing(row)}; {advice}")
        key = (record.path, pointer[1], *(str(row.get(name)) for name in ("framework", "version", "id")))
        if key in seen:
            yield record.problem(pointer, "the same item is referred to already; remove one of the two rows")
        seen.add(key)


def _missing(row: dict[str, Any]) -> str:
    return f"the reference to {str(row.get('framework'))[:80]!r} names no version of it"


def _required(project: ProjectRecords) -> bool:
    stated = project.configuration.options.get(STANDARD, {}).get("references")
    return isinstance(stated, dict) and stated.get("versions") == "required"


def _rows(project: ProjectRecords) -> Iterator[tuple[Record, Pointer, dict[str, Any]]]:
    """The rows of the draft, each with its place."""
    if not _is_draft(project.working, project):
        return
    for record in project.working.domains:
        for criterion, _ in record.entries("criteria"):
            rows = record.entries(*criterion, "references")
            yield from ((record, place, row) for place, row in rows if isinstance(row, dict))


def _is_draft(working: EditionRecords, project: ProjectRecords) -> bool:
    version = version_of(working.index)
    return version is not None and version not in {version_of(release.index) for release in project.releases.values()}
