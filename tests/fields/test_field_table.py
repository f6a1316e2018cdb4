"""The table of fields agrees with the schemas, the model, the formats and the documentation."""

from __future__ import annotations

from typing import Any

import pytest

from editions.formats.csv.table_writing import COLUMNS
from editions.formats.jsonld.terms import context
from editions.formats.xlsx.criteria_sheet import COLUMNS as SHEET_COLUMNS
from editions.model import Article, Criterion, Domain, Edition
from editions.model.fields import FIELDS, FieldType, ItemKind
from editions.schemas.known_schemas import load_schema
from editions.schemas.schema_keys import text_form

CLASSES: dict[ItemKind, type] = {"edition": Edition, "domain": Domain, "criterion": Criterion, "article": Article}
_DATA = load_schema("criteria-1")
DATA: dict[str, set[str]] = {
    "edition": {*_DATA["properties"]["standard"]["properties"], *_DATA["properties"]["edition"]["properties"]},
    **{kind: set(_DATA["$defs"][kind]["properties"]) for kind in ("domain", "criterion")},
}
ROWS = [pytest.param(kind, field, id=f"{kind}.{field.key}") for kind in FIELDS for field in FIELDS[kind]]


def schema_of(kind: ItemKind) -> dict[str, Any]:
    """The schema of an item in front matter."""
    schema = load_schema("domain-1" if kind == "criterion" else f"{kind}-1")
    return dict(schema["$defs"]["criterion"] if kind == "criterion" else schema)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_key_of_a_schema_has_a_row(kind: ItemKind) -> None:
    """And every row a key, of which there is one."""
    keys = [field.key for field in FIELDS[kind]]
    assert sorted(keys) == sorted(schema_of(kind)["properties"])


@pytest.mark.parametrize(("kind", "field"), ROWS)
def test_a_row_says_of_its_key_what_the_schema_says(kind: ItemKind, field: Any) -> None:
    """The same name for readers, and the type of its form."""
    schema = schema_of(kind)["properties"][field.key]
    assert field.label == schema["title"]
    forms: dict[FieldType, set[str]] = {
        "id": {"id"},
        "line": {"one line"},
        "plain": {"text"},
        "text": {"text"},
        "date": {"date"},
    }
    if field.type in forms:
        special = "enum" in schema or field.key in ("url", "abbreviation")
        assert special or text_form(schema) in forms[field.type]
    elif field.type in ("lines", "rows"):
        assert schema["type"] == "array"
        assert schema["items"]["type"] == ("string" if field.type == "lines" else "object")
    elif field.type in ("number", "boolean"):
        assert schema["type"] in (("integer", "number") if field.type == "number" else ("boolean",))


@pytest.mark.parametrize(("kind", "field"), ROWS)
def test_a_row_names_what_is_there(kind: ItemKind, field: Any) -> None:
    """An attribute of the model, a key, a column, a term: each as the format has it."""
    assert not field.attribute or field.attribute in CLASSES[kind].__dataclass_fields__
    assert field.attribute or "more" in CLASSES[kind].__dataclass_fields__
    assert not field.attribute or not field.json or field.json in DATA[kind]
    assert not field.csv or field.csv in COLUMNS
    assert kind == "edition" or not field.xlsx or field.xlsx in {column.name for column in SHEET_COLUMNS}
    if field.jsonld:
        term = context("en")[field.jsonld]
        assert field.term == (term["@id"] if isinstance(term, dict) else term)
