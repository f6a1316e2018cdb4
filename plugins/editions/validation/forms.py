"""Forms that a schema cannot express: versions and dates that exist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editions.model.date import PartialDate
from editions.model.version import Version
from editions.schemas.schema_places import schema_places, texts_in
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.yaml_tree import Pointer
from editions.validation.written_values import value_name

_FORMS: dict[str, Callable[[str], object]] = {"version": Version.parse, "date": PartialDate.parse}


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


def form_problems(record: Record, schema: str) -> dict[Pointer, Problem]:
    """Check the versions and dates that a record states.

    Args:
        schema: Name of its schema with major version, which says where they are.

    Returns:
        A problem for a version that is none and for a date that no calendar has, by the pointer of the value.
    """
    found: dict[Pointer, Problem] = {}
    places = schema_places(schema)
    for pointer, text in texts_in(record.data):
        form = places.form(pointer)
        if form in _FORMS:
            try:
                _FORMS[form](text)
            except ValueError as error:
                found[pointer] = record.problem(pointer, f"{value_name(pointer)}: {error}")
    return found
