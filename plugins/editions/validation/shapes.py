"""The shape of a record against its schema, in words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from rapidfuzz import fuzz, process

from editions.schemas.known_schemas import load_schema, schema_file
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer
from editions.validation.forms import form_problems
from editions.validation.numbers import with_numbers
from editions.validation.written_values import value_name, written_value_problems

_WORDS = {"object": "a mapping", "array": "a list", "string": "a text", "boolean": "true or false", "null": "empty"}


def record_problems(record: Record, schema: str, *, frozen: bool = False) -> list[Problem]:
    """Check a record by itself.

    Args:
        schema: Name of its schema with major version, such as ``domain-1``.
        frozen: Whether it belongs to a release, which may be older than the rules of how values are written.

    Returns:
        What is wrong with its form, every departure from the schema, every value that says something else than it
        seems to, and versions and dates that do not exist.
    """
    problems = list(record.problems)
    if isinstance(record.data, dict):
        forms = form_problems(record, schema)
        written = [] if frozen else list(written_value_problems(record, schema))
        problems += forms.values()
        problems += (problem for _, problem in written)
        problems += shape_problems(record, schema, explained={*forms, *(pointer for pointer, _ in written)})
    return problems


def edition_shapes(edition: EditionRecords, *, frozen: bool = False) -> Iterator[Problem]:
    """Check the shape of an edition's files, each on its own.

    Args:
        frozen: Whether it is a release, which may be older than the rules of how values are written.

    Yields:
        Every departure from the schemas, and versions and dates that do not exist.
    """
    for record, schema in edition_schemas(edition):
        yield from record_problems(record, schema, frozen=frozen)


def edition_schemas(edition: EditionRecords) -> Iterator[tuple[Record, str]]:
    """The files of an edition with the schemas that they follow.

    Yields:
        Records and names of schemas with major version.
    """
    if edition.index is not None:
        yield edition.index, "edition-1"
    for record in edition.domains:
        yield record, "domain-1"
    if edition.lineage is not None:
        yield edition.lineage, "lineage-1"


def shape_problems(record: Record, name: str, explained: Collection[Pointer] = ()) -> list[Problem]:
    """Check a record's shape against a schema.

    Args:
        record: A record whose YAML could be read.
        explained: Values that are found wrong already, with better words than a type or a pattern has.
    """
    problems: list[Problem] = []
    for error in _validator(name, schema_file(name).stat().st_mtime_ns).iter_errors(with_numbers(record, name)):
        pointer = tuple(error.absolute_path)
        if pointer in record.tree.unknown or (error.validator in ("pattern", "type") and pointer in explained):
            continue
        problems.extend(_explain(record, error))
    return problems


@lru_cache(maxsize=64)
def _validator(name: str, _changed: int) -> Any:
    return _Validator(load_schema(name))


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    """``$`` is the end of the text, as in ECMA-262, which JSON Schema follows; Python's allows a line break there."""
    if isinstance(value, str) and not re.search(f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern, value):
        yield ValidationError("has another form")


def _unique_items(_validator: Any, unique: bool, value: Any, _schema: Any) -> Iterator[ValidationError]:
    """In time linear in the list, whatever it holds."""
    if unique and isinstance(value, list) and _repeated(value):
        yield ValidationError("names something twice")


def _repeated(values: list[Any]) -> list[str]:
    counted = Counter(value if isinstance(value, str) else json.dumps(value, sort_keys=True) for value in values)
    return [value for value, count in counted.items() if count > 1]


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique_items}
)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds = (str, "a text"), (list, "a list"), (dict, "a mapping"), (int | float, "a number")
    return next((words for kind, words in kinds if isinstance(value, kind)), "empty")


def _short(value: Any) -> str:
    text = repr(value[:80] if isinstance(value, str) else value)
    return text if len(text) <= 82 else f"{text[:79]}…"


def _explain(record: Record, error: ValidationError) -> Iterator[Problem]:
    pointer: Pointer = tuple(error.absolute_path)
    schema: Any = error.schema
    value: Any = error.instance
    rule: Any = error.validator_value
    name = value_name(pointer)
    if "propertyNames" in error.absolute_schema_path:
        pointer = (*pointer, str(value))
        name = f"the key {_short(value)}"
    meaning = str(schema.get("description", ""))
    match error.validator:
        case "additionalProperties":
            known = sorted(schema.get("properties", {}))
            for key in sorted(set(value) - set(known)):
                yield record.problem((*pointer, key), unknown_key(key, known))
        case "required":
            for key in (key for key in rule if error.message.startswith(f"{key!r} is")):
                about = schema.get("properties", {}).get(key, {}).get("description", "")
                where = f" in {name}" if pointer else ""
                yield record.problem(pointer, f"{key} is missing{where}; add it. {about}".rstrip())
        case "type":
            wanted = " or ".join(_WORDS.get(kind, kind) for kind in ([rule] if isinstance(rule, str) else rule))
            yield record.problem(pointer, f"{name} is {_kind(value)}; make it {wanted}. {meaning}".rstrip())
        case "enum":
            yield record.problem(pointer, f"{name} is {_short(value)}; write one of {', '.join(map(repr, rule))}")
        case "minItems" | "minLength" | "minProperties":
            yield record.problem(pointer, f"{name} is empty; fill it. {meaning}".rstrip())
        case "maxLength":
            yield record.problem(pointer, f"{name} has {len(value):,} characters; write at most {rule:,}")
        case "maxItems":
            yield record.problem(pointer, f"{name} has {len(value):,} entries; write at most {rule:,}")
        case "uniqueItems":
            twice = ", ".join(map(_short, _repeated(value)[:5]))
            yield record.problem(pointer, f"{name} names something twice ({twice}); remove one")
        case "pattern":
            yield from _form_problem(record, pointer, name, value, meaning)
        case _:
            yield record.problem(pointer, f"{name} does not fit its schema ({error.message[:200]}); correct it")


def _form_problem(record: Record, pointer: Pointer, name: str, value: str, meaning: str) -> Iterator[Problem]:
    if not value.strip():
        if value:
            yield record.problem(pointer, f"{name} is blank; fill it. {meaning}".rstrip())
    elif "\n" in value:
        message = f"{name} has a line break; write it on one line (in YAML, >- in place of > or |)"
        yield record.problem(pointer, message)
    elif value != value.strip():
        yield record.problem(pointer, f"{name} is {_short(value)}; remove the space at its beginning or end")
    else:
        yield record.problem(pointer, f"{name} is {_short(value)}, which has another form. {meaning}".rstrip())


def unknown_key(key: str, known: list[str]) -> str:
    """Say that a key is not known, and which may be meant."""
    close = process.extractOne(key[:80].lower(), known, scorer=fuzz.ratio, score_cutoff=60)
    if close is not None:
        return f"{_short(key)} is no known key; did you mean {close[0]!r}?"
    return f"{_short(key)} is no known key; remove it or use one of: {', '.join(known)}"
