"""What every schema has: an address, a version, a title and a description of each part, examples that are valid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from editions.schemas.known_schemas import document_kind, schema_file, schema_folder, schema_names, schema_version
from editions.schemas.schema_compatibility import schema_record
from editions.schemas.schema_nodes import Pointer, flattened
from editions.source.front_matter import Record
from editions.source.problem import Problem

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class SchemaPart:
    """A schema within a schema.

    Attributes:
        place: What it is about, in words or by name; ``the document`` for the whole.
        pointer: Where it stands.
        schema: The part as written.
        named: Whether it is a property, which has to say itself what it is, whatever it refers to.
    """

    place: str
    pointer: Pointer
    schema: dict[str, Any]
    named: bool = False


def schema_parts(schema: dict[str, Any]) -> Iterator[SchemaPart]:
    """Every part of a schema that describes something in a document.

    Yields:
        The whole, then properties, entries, keys and values, and what stands in ``$defs``, at any depth. Parts of
        ``allOf``, ``anyOf`` and the like are looked into, but describe nothing by themselves.
    """
    yield SchemaPart("the document", (), schema)
    yield from _parts(schema, "", ())


def rule_problems(folder: Path | None = None) -> list[Problem]:
    """Hold every schema to what all schemas have.

    Returns:
        Everything that is missing or wrong, each with its line and what to do.
    """
    place = folder or schema_folder()
    found: list[Problem] = []
    for name in schema_names(place):
        record = schema_record(name, place)
        found += record.problems or _problems(name, record, place)
    return sorted(set(found))


def example_problems(schema: dict[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """Check the examples in a schema.

    Args:
        schema: A schema whose references are sound.

    Yields:
        The place of each example that its own part refuses, and why.
    """
    for part in schema_parts(schema):
        examples = part.schema.get("examples", ())
        # The part is judged in the place of the whole, so that what it refers to is found.
        judge = Draft202012Validator({"$schema": DIALECT, "$defs": schema.get("$defs", {}), **_unnamed(part.schema)})
        for number, example in enumerate(examples):
            for error in judge.iter_errors(example):
                pointer = (*part.pointer, "examples", number)
                yield pointer, f"example {number + 1} of {part.place} is refused ({error.message[:200]}); correct it"


def _problems(name: str, record: Record, folder: Path) -> Iterator[Problem]:
    schema = record.data
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        pointer = tuple(error.absolute_path)
        yield record.problem(pointer, f"is no JSON Schema of draft 2020-12 ({error.message[:200]}); correct it")
        return
    file = schema_file(name, folder).name
    if schema.get("$schema") != DIALECT:
        yield record.problem(("$schema",), f'does not state its dialect; write "$schema": "{DIALECT}"')
    if schema.get("$id") != file:
        yield record.problem(("$id",), f'states another place than its own; write "$id": "{file}", to which the build '
                             "adds the address of the site")  # fmt: skip
    try:
        schema_version(name, folder)
        for part in schema_parts(schema):
            yield from (record.problem(part.pointer, message) for message in _part_problems(schema, part))
        yield from (record.problem(*problem) for problem in example_problems(schema))
    except ValueError as error:
        yield record.problem((), str(error))
    if not schema.get("examples"):
        yield record.problem((), "shows no whole document; add one under 'examples', at the top of the schema")


def _part_problems(schema: dict[str, Any], part: SchemaPart) -> Iterator[str]:
    said = part.schema if part.named else flattened(schema, part.schema)
    for word, advice in (("title", "its name in a few words"), ("description", "what it means, in a sentence")):
        if not isinstance(said.get(word), str) or not said[word].strip():
            yield f"{part.place} has no {word}; add {advice}"
    description = said.get("description")
    if isinstance(description, str) and description.strip() and not description.rstrip().endswith("."):
        yield f"the description of {part.place} does not end like a sentence; end it with a full stop"
    if "properties" in part.schema:
        closed = part.schema.get("additionalProperties") is False
        if document_kind(schema) == "source" and not closed:
            yield f'{part.place} allows keys that are not described; add "additionalProperties": false'
        if document_kind(schema) == "export" and closed:
            yield f'{part.place} can\'t grow within its major version; remove "additionalProperties": false'


def _parts(schema: Any, place: str, pointer: Pointer) -> Iterator[SchemaPart]:
    if not isinstance(schema, dict):
        return
    for key, value in schema.get("properties", {}).items():
        yield from _part(value, f"{place}.{key}" if place else key, (*pointer, "properties", key), named=True)
    for number, value in enumerate(schema.get("prefixItems", ())):
        yield from _part(value, f"{place}[{number + 1}]", (*pointer, "prefixItems", number))
    yield from _part(schema.get("items"), f"{place}[]", (*pointer, "items"))
    yield from _part(schema.get("additionalProperties"), f"{place}.*" if place else "*",
                     (*pointer, "additionalProperties"))  # fmt: skip
    yield from _part(schema.get("propertyNames"), f"the keys of {place or 'the document'}", (*pointer, "propertyNames"))
    for key, value in schema.get("patternProperties", {}).items():
        yield from _part(value, f"{place}.*" if place else "*", (*pointer, "patternProperties", key))
    for word in ("allOf", "anyOf", "oneOf"):
        for number, value in enumerate(schema.get(word, ())):
            yield from _parts(value, place, (*pointer, word, number))
    for key, value in schema.get("$defs", {}).items():
        yield from _part(value, f"$defs.{key}", (*pointer, "$defs", key))


def _part(value: Any, place: str, pointer: Pointer, *, named: bool = False) -> Iterator[SchemaPart]:
    if isinstance(value, dict):
        yield SchemaPart(place, pointer, value, named)
        yield from _parts(value, place, pointer)


def _unnamed(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in ("$id", "$schema", "$defs")}
