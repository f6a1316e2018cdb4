"""Values of keys in formats of lines, such as the cells of a table, and read from there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import inf
from typing import Any

from editions.model.field_values import FieldValue, value_of, written_value
from editions.model.fields import Field
from editions.text.tree import Text

_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def value_lines(value: FieldValue) -> tuple[str, ...]:
    """A value that is no text for formats of lines: those of a list each on its own, what is no text as JSON."""
    if isinstance(value, Text):
        return ()
    written = written_value(value)
    entries = written if isinstance(written, list) else [written]
    return tuple(it if isinstance(it, str) else json.dumps(it, ensure_ascii=False) for it in entries)


def value_in_lines(field: Field, lines: Sequence[str]) -> FieldValue:
    """Read what :func:`value_lines` wrote, or what people write in a table.

    Returns:
        The value; an empty text if there is none.

    Raises:
        ValueError: If the lines are no value of the type of the key.
    """
    if not any(lines):
        return ""
    match field.type:
        case "lines":
            return value_of(field, list(lines))
        case "rows":
            return value_of(field, [_parsed(field, line, dict, "a JSON object") for line in lines])
        case "number":
            return value_of(field, _parsed(field, lines[0], int | float, "a number"))
        case "boolean":
            if (word := lines[0].strip().casefold()) not in _TRUTH:
                raise ValueError(f"{field.key} is {lines[0][:80]!r}; write yes or no")
            return _TRUTH[word]
        case _:
            return value_of(field, lines[0])


def _parsed(field: Field, line: str, kind: Any, name: str) -> Any:
    try:
        found = json.loads(line, parse_constant=str)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, kind) or isinstance(found, bool) or found in (inf, -inf):
        raise ValueError(f"{field.key} is {line[:80]!r}; write {name}")
    return found
