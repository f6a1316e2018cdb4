"""Numbers of front matter, whose values are texts as they are written."""

from __future__ import annotations

import re
from typing import Any

from editions.schemas.schema_places import SchemaPlaces, schema_places
from editions.source.front_matter import Record
from editions.source.yaml_tree import Pointer

# As JSON has them (RFC 8259, section 6), without exponents; longer ones lose digits in other readers.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def with_numbers(record: Record, schema: str) -> Any:
    """Read the numbers of a record.

    Args:
        schema: Name of its schema with major version.

    Returns:
        Its data, with a number wherever the schema wants one and one is written without quotes.
    """
    places = schema_places(schema)
    return _numbered(record, record.data, (), places) if places.has_numbers else record.data


def _numbered(record: Record, value: Any, pointer: Pointer, places: SchemaPlaces) -> Any:
    match value:
        case dict():
            return {key: _numbered(record, part, (*pointer, key), places) for key, part in value.items()}
        case list():
            return [_numbered(record, part, (*pointer, place), places) for place, part in enumerate(value)]
        case str() if pointer in record.tree.unclear and places.is_number(pointer) and _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        case _:
            return value
