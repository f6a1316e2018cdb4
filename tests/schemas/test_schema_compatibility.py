"""A schema only grows within its major version: what the check of that tells apart."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schema_change_samples import Schema, document, pairs

from editions.schemas.schema_changes import schema_changes
from editions.schemas.schema_compatibility import breaking_changes


@pytest.mark.parametrize(("old", "new", "breaks"), [pytest.param(*pair[1:], id=pair[0]) for pair in pairs()])
def test_breaking_and_harmless_changes_are_told_apart(old: Schema, new: Schema, breaks: bool) -> None:
    found = breaking_changes(old, new)
    assert bool(found) == breaks, found


def test_a_change_names_its_place_in_documents_and_in_the_schema() -> None:
    def schema(kind: str) -> Schema:
        made = document({"list": {"type": "array", "items": {"$ref": "#/$defs/entry"}}}, closed=False)
        made["$defs"]["entry"] = {"type": "object", "properties": {"name": {"type": kind}}}
        return made

    change = breaking_changes(schema("string"), schema("integer"))[0]
    assert (change.place, change.kind) == ("list[].name", "narrowed")
    assert change.what == "was string and is integer"
    assert change.pointer == ("$defs", "entry", "properties", "name")


@pytest.mark.parametrize("reference", ["#/$defs/none", "other.schema.json", "https://example.org/x#/a"])
def test_a_reference_that_leads_nowhere_is_an_error_in_words(reference: str) -> None:
    broken = document({"a": {"$ref": reference}}, closed=False)
    with pytest.raises(ValueError, match="refers to"):
        schema_changes(broken, broken)


def test_names_of_properties_that_are_also_keywords_are_compared_as_properties() -> None:
    def schema(kind: str) -> Schema:
        inner = {"properties": {"title": {"type": kind}, "examples": {"type": "string"}}}
        return document({"a": {"if": inner}}, closed=False)

    assert breaking_changes(schema("string"), schema("integer"))
    assert not breaking_changes(schema("string"), schema("string"))


NAMES = st.sampled_from(["a", "b", "c"])
SCALARS: st.SearchStrategy[Any] = st.sampled_from([None, True, False, 0, 1, 2, "", "x", "xx", "y"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def _leaf() -> st.SearchStrategy[Schema]:
    return st.one_of(
        st.just({}),
        st.sampled_from([{"type": kind} for kind in ("null", "boolean", "integer", "number", "string")]),
        st.lists(st.sampled_from(["null", "string", "integer"]), min_size=1, max_size=3, unique=True).map(
            lambda kinds: {"type": kinds}
        ),
        st.lists(SCALARS, min_size=1, max_size=3, unique_by=json.dumps).map(lambda values: {"enum": values}),
        st.builds(
            lambda least, most: {"type": "string", "minLength": least, "maxLength": most}, *[st.integers(0, 2)] * 2
        ),
        st.sampled_from([{"type": "string", "pattern": pattern} for pattern in ("^x", "x$")]),
        st.sampled_from([{"type": "integer", "minimum": 1}, {"type": "integer", "maximum": 1}, {"const": "x"}]),
    )


def _around(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    lists = st.builds(
        lambda items, least, unique: {"type": "array", "items": items, "minItems": least, "uniqueItems": unique},
        inner, st.integers(0, 2), st.booleans(),
    )  # fmt: skip
    tuples = st.builds(
        lambda first, rest: {"type": "array", "prefixItems": [first], "items": rest}, inner, inner | st.just(False)
    )
    objects = st.builds(
        lambda properties, required, others: {
            "type": "object", "properties": properties, "required": required, "additionalProperties": others
        },
        st.dictionaries(NAMES, inner, max_size=3), st.lists(NAMES, max_size=2, unique=True), inner | st.just(False),
    )  # fmt: skip
    return st.one_of(lists, tuples, objects, st.lists(inner, min_size=1, max_size=2).map(lambda it: {"anyOf": it}))


SCHEMAS = st.recursive(_leaf(), _around, max_leaves=5)


def _spots(schema: Any) -> list[tuple[dict[str, Any], str]]:
    """Where a part of a schema could be another."""
    if not isinstance(schema, dict):
        return []
    properties = schema.get("properties", {})
    found = [(properties, key) for key in properties]
    found += [(schema, key) for key in ("items", "additionalProperties") if key in schema]
    return found + [spot for holder, key in list(found) for spot in _spots(holder[key])]


@st.composite
def changed(draw: st.DrawFn) -> tuple[Schema, Schema]:
    """Two schemas, of which the second is mostly the first with one part replaced."""
    old = draw(SCHEMAS)
    new = deepcopy(old)
    spots = _spots(new)
    if not spots or draw(st.integers(0, 3)) == 0:
        return old, draw(SCHEMAS | st.just(new))
    holder, key = draw(st.sampled_from(spots))
    holder[key] = draw(SCHEMAS)
    return old, new


def instances(schema: Any) -> st.SearchStrategy[Any]:
    """Values that a schema probably allows, so that those are tried and not only random ones."""
    if not isinstance(schema, dict) or not schema:
        return VALUES
    if "anyOf" in schema:
        return st.one_of([instances(part) for part in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    if schema.get("type") == "object":
        inner = {key: instances(part) for key, part in schema["properties"].items()}
        others = instances(schema["additionalProperties"])
        needed = {key: inner.pop(key, others) for key in schema["required"]}
        named = st.fixed_dictionaries(needed, optional=inner)
        return named if schema["additionalProperties"] is False else named | st.dictionaries(NAMES, others, max_size=2)
    if schema.get("type") == "array":
        first = [instances(part) for part in schema.get("prefixItems", ())]
        return st.tuples(*first).map(list) | st.lists(instances(schema["items"]), max_size=3)
    return SCALARS


@given(changed(), st.data())
def test_a_change_that_does_not_break_leaves_every_valid_value_valid(
    schemas: tuple[Schema, Schema], data: st.DataObject
) -> None:
    old, new = (document({"value": schema}, closed=True) for schema in schemas)
    if breaking_changes(old, new):
        return
    same = not schema_changes(old, new)
    before, after = Draft202012Validator(old), Draft202012Validator(new)
    for _ in range(4):
        value = {"value": data.draw(instances(schemas[0]) | instances(schemas[1]) | VALUES)}
        assert after.is_valid(value) or not before.is_valid(value), (schemas, value)
        assert not same or after.is_valid(value) == before.is_valid(value), (schemas, value)
