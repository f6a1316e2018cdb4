"""Forms that a schema cannot express: versions and dates that exist."""

from __future__ import annotations

from typing import Any

from editions.model.date import PartialDate
from editions.model.version import Version
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.yaml_tree import Pointer


def version_of(record: Record | None) -> Version | None:
    """The version that a record states.

    Returns:
        The version, or ``None`` if it states none that is one.
    """
    return read_version(record.value("version")) if record is not None else None


def read_version(value: Any) -> Version | None:
    """The version that a value is, or ``None`` if it is none."""
    try:
        return Version.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def date_of(record: Record | None) -> PartialDate | None:
    """The date that a record states.

    Returns:
        The date, or ``None`` if it states none that exists.
    """
    value = record.value("date") if record is not None else None
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def form_problems(record: Record) -> dict[Pointer, Problem]:
    """Check the version and the date that a record states.

    Returns:
        A problem for a version that is none and for a date that no calendar has, by the pointer of the value.
    """
    found: dict[Pointer, Problem] = {}
    for key, parse in (("version", Version.parse), ("from", Version.parse), ("date", PartialDate.parse)):
        value = record.value(key)
        if isinstance(value, str):
            try:
                parse(value)
            except ValueError as error:
                found[key,] = record.problem((key,), f"{key}: {error}")
    return found
