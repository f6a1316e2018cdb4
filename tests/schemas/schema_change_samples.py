"""Pairs of schemas, each a small change, and what each breaks: a table."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Sample:
    """A change to a schema.

    Attributes:
        name: What is done, in words.
        old: What stands at the place before.
        new: What stands there after.
        source: Whether it breaks source files.
        export: Whether it breaks exports.
    """

    name: str
    old: Any
    new: Any
    source: bool
    export: bool


# At one property of a document.
VALUES = [
    Sample("nothing changes", {"type": "string"}, {"type": "string"}, False, False),
    Sample(
        "words change",
        {"type": "string", "title": "A", "description": "b", "examples": ["c"], "$comment": "d"},
        {"type": "string", "title": "E", "description": "f", "deprecated": True},
        False,
        False,
    ),
    Sample("retyped", {"type": "string"}, {"type": "integer"}, True, True),
    Sample("becomes nullable", {"type": "string"}, {"type": ["string", "null"]}, False, True),
    Sample("is nullable no longer", {"type": ["string", "null"]}, {"type": "string"}, True, True),
    Sample("a whole number becomes any number", {"type": "integer"}, {"type": "number"}, False, True),
    Sample("a number becomes whole", {"type": "number"}, {"type": "integer"}, True, True),
    Sample("the order of types changes", {"type": ["string", "null"]}, {"type": ["null", "string"]}, False, False),
    Sample("any value becomes a text", {}, {"type": "string"}, True, True),
    Sample("a text becomes any value", {"type": "string"}, {}, False, True),
    Sample("a value may be anything, said otherwise", {}, True, False, False),
    Sample("a value is forbidden", {"type": "string"}, False, True, True),
    Sample("a value is forbidden no longer", False, {"type": "string"}, False, True),
    Sample("a list of values grows", {"enum": ["a", "b"]}, {"enum": ["a", "b", "c"]}, False, True),
    Sample("a list of values shrinks", {"enum": ["a", "b"]}, {"enum": ["a"]}, True, True),
    Sample("a list of values is sorted", {"enum": ["b", "a"]}, {"enum": ["a", "b"]}, False, False),
    Sample("a list of values is opened", {"enum": ["a", "b"]}, {"type": "string"}, False, True),
    Sample("a text gets a list of values", {"type": "string"}, {"enum": ["a"]}, True, True),
    Sample("a list of values gets null", {"type": "string"}, {"enum": ["a", None]}, True, True),
    Sample("true takes the place of 1", {"enum": [1]}, {"enum": [True]}, True, True),
    Sample("a constant becomes a list with it", {"const": "a"}, {"enum": ["a", "b"]}, False, True),
    Sample("a list of one is a constant", {"enum": ["a"]}, {"const": "a"}, False, False),
    Sample("a constant changes", {"const": "a"}, {"const": "b"}, True, True),
    Sample("examples of an open text become more", {"type": "string", "examples": ["a"]},
           {"type": "string", "examples": ["a", "b"]}, False, False),
    Sample("the shortest text gets longer", {"type": "string"}, {"type": "string", "minLength": 1}, True, True),
    Sample("the shortest text gets shorter", {"type": "string", "minLength": 2},
           {"type": "string", "minLength": 1}, False, True),
    Sample("a least length of none is written out", {"type": "string"}, {"type": "string", "minLength": 0},
           False, False),
    Sample("the longest text gets shorter", {"type": "string", "maxLength": 9}, {"type": "string", "maxLength": 8},
           True, True),
    Sample("the longest text gets longer", {"type": "string", "maxLength": 8}, {"type": "string", "maxLength": 9},
           False, True),
    Sample("a bound goes", {"type": "integer", "minimum": 0}, {"type": "integer"}, False, True),
    Sample("a bound comes", {"type": "integer"}, {"type": "integer", "maximum": 9}, True, True),
    Sample("a bound excludes itself", {"type": "integer", "minimum": 0},
           {"type": "integer", "exclusiveMinimum": 0}, True, True),
    Sample("a pattern comes", {"type": "string"}, {"type": "string", "pattern": "^a"}, True, True),
    Sample("a pattern goes", {"type": "string", "pattern": "^a"}, {"type": "string"}, False, True),
    Sample("a pattern changes", {"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^[ab]"},
           True, True),
    Sample("a second pattern is allowed", {"type": "string", "pattern": "^a"},
           {"anyOf": [{"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}]}, False, True),
    Sample("one of two forms goes", {"anyOf": [{"type": "string"}, {"type": "integer"}]}, {"type": "string"},
           True, True),
    Sample("one of three forms goes", {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
           {"anyOf": [{"type": "string"}, {"type": "null"}]}, True, True),
    Sample("forms are sorted", {"anyOf": [{"type": "string"}, {"type": "null"}]},
           {"anyOf": [{"type": "null"}, {"type": "string"}]}, False, False),
    Sample("a format comes", {"type": "string"}, {"type": "string", "format": "uri"}, True, True),
    Sample("a format goes", {"type": "string", "format": "uri"}, {"type": "string"}, False, True),
    Sample("entries may repeat no longer", {"type": "array"}, {"type": "array", "uniqueItems": True}, True, True),
    Sample("entries may repeat", {"type": "array", "uniqueItems": True}, {"type": "array"}, False, True),
    Sample("a list may be empty no longer", {"type": "array"}, {"type": "array", "minItems": 1}, True, True),
    Sample("entries are retyped", {"type": "array", "items": {"type": "string"}},
           {"type": "array", "items": {"type": "integer"}}, True, True),
    Sample("entries get a type", {"type": "array"}, {"type": "array", "items": {"type": "string"}}, True, True),
    Sample("a pair becomes a triple",
           {"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}], "items": False},
           {"type": "array", "prefixItems": [{"type": "string"}] * 3, "items": False}, False, True),
    Sample("a pair becomes single",
           {"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}], "items": False},
           {"type": "array", "prefixItems": [{"type": "string"}], "items": False}, True, True),
    Sample("the default changes", {"type": "string", "default": "a"}, {"type": "string", "default": "b"}, True, True),
    Sample("the default goes", {"type": "string", "default": "a"}, {"type": "string"}, True, True),
    Sample("the default is written out", {"type": "string"}, {"type": "string", "default": "a"}, False, False),
    Sample("a condition comes", {"type": "string"}, {"type": "string", "not": {"const": "a"}}, True, True),
    Sample("a condition changes", {"oneOf": [{"type": "string"}]}, {"oneOf": [{"type": "integer"}]}, True, True),
    Sample("values of a mapping are retyped", {"type": "object", "additionalProperties": {"type": "string"}},
           {"type": "object", "additionalProperties": {"type": "integer"}}, True, True),
    Sample("keys of a mapping get a form", {"type": "object"},
           {"type": "object", "propertyNames": {"pattern": "^a"}}, True, True),
    Sample("a named key of a mapping is narrower than the others were",
           {"type": "object", "additionalProperties": {"type": "string"}},
           {"type": "object", "additionalProperties": {"type": "string"}, "properties": {"a": {"const": "b"}}},
           True, True),
    Sample("a schema moves behind a reference", {"type": "integer"}, {"$ref": "#/$defs/number"}, False, False),
    Sample("a schema is composed", {"type": "integer"},
           {"allOf": [{"$ref": "#/$defs/number"}], "description": "x"}, False, False),
    Sample("what a reference leads to is another type", {"$ref": "#/$defs/number"}, {"$ref": "#/$defs/text"},
           True, True),
    Sample("a schema that holds itself stays", {"$ref": "#/$defs/group"}, {"$ref": "#/$defs/group"}, False, False),
    Sample("a schema that holds itself becomes another", {"$ref": "#/$defs/group"}, {"$ref": "#/$defs/crowd"},
           True, True),
]  # fmt: skip

_DEFS: Schema = {
    "number": {"type": "integer"},
    "text": {"type": "string"},
    "group": {"type": "object", "additionalProperties": False, "properties": {
        "name": {"type": "string"}, "inner": {"type": "array", "items": {"$ref": "#/$defs/group"}}}},
    "crowd": {"type": "object", "additionalProperties": False, "properties": {
        "name": {"type": "integer"}, "inner": {"type": "array", "items": {"$ref": "#/$defs/crowd"}}}},
}  # fmt: skip


def document(properties: Schema, *, required: tuple[str, ...] = (), closed: bool) -> Schema:
    """A schema of documents."""
    schema: Schema = {"$schema": DIALECT, "type": "object", "properties": properties, "$defs": deepcopy(_DEFS)}
    if required:
        schema["required"] = list(required)
    if closed:
        schema["additionalProperties"] = False
    return schema


def pairs() -> list[tuple[str, Schema, Schema, bool]]:
    """Every change made to a source file's and to an export's schema: name, before, after, whether it breaks."""
    made = []
    for kind, closed in (("source", True), ("export", False)):
        for sample in VALUES:
            before, after = (document({"value": value}, closed=closed) for value in (sample.old, sample.new))
            made.append((f"{kind}: {sample.name}", before, after, sample.source if closed else sample.export))
        made += [(f"{kind}: {name}", before, after, breaks) for name, before, after, breaks in _objects(closed)]
    return made


def _objects(closed: bool) -> list[tuple[str, Schema, Schema, bool]]:
    text = {"type": "string"}
    one, two = {"a": text}, {"a": text, "b": text}

    def made(properties: Schema, *required: str) -> Schema:
        return document(properties, required=required, closed=closed)

    def nested(properties: Schema, *required: str) -> Schema:
        inner = {key: value for key, value in made(properties, *required).items() if not key.startswith("$")}
        return made({"list": {"type": "array", "items": inner}})

    opened = {key: value for key, value in made(one).items() if key != "additionalProperties"}
    return [
        ("a property is added", made(one), made(two), False),
        ("a property is removed", made(two), made(one), True),
        ("a required property is removed", made(two, "b"), made(one), True),
        ("a property is renamed", made(one), made({"c": text}), True),
        ("a property is newly required", made(two), made(two, "b"), True),
        ("a required property is added", made(one), made(two, "b"), True),
        ("a property is no longer required", made(two, "b"), made(two), not closed),
        ("properties are sorted", made(two), made(dict(reversed(two.items()))), False),
        ("a property inside a list is added", nested(one), nested(two), False),
        ("a property inside a list is removed", nested(two), nested(one), True),
        ("a property inside a list is newly required", nested(two), nested(two, "a"), True),
        ("a document is opened or closed", made(one), opened if closed else {**opened, "additionalProperties": False},
         True),
        ("the dialect changes", made(one), {**made(one), "$schema": "http://json-schema.org/draft-07/schema#"}, True),
    ]  # fmt: skip
