"""The schemas describe every file, and the documentation says what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from editions.schemas.known_schemas import load_schema, schema_names
from editions.schemas.schema_keys import schema_keys
from editions.schemas.schema_reference import (
    BEGIN,
    END,
    SOURCE_SCHEMAS,
    schema_reference,
    schema_table,
    with_reference,
)
from editions.source.front_matter import read_front_matter, read_yaml_file
from editions.source.text import read_source

ROOT = Path(__file__).parents[2]


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every schema of a mapping with named keys, at any depth."""
    found = []
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            found.append(schema)
        for value in schema.values():
            found += objects(value)
    elif isinstance(schema, list):
        for value in schema:
            found += objects(value)
    return found


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(load_schema(name))


@pytest.mark.parametrize("name", SOURCE_SCHEMAS)
def test_files_that_people_write_have_no_keys_but_those_described(name: str) -> None:
    assert all(schema.get("additionalProperties") is False for schema in objects(load_schema(name)))


@pytest.mark.parametrize("name", SOURCE_SCHEMAS)
def test_every_key_has_a_form_and_a_meaning(name: str) -> None:
    for key in schema_keys(name):
        assert key.form, key
        assert key.meaning.endswith("."), key
        assert "text like" not in key.form, f"{key.name}: give its pattern words"


def test_contributing_says_what_the_schemas_say() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "\n## Files, key by key\n" in text
    assert with_reference(text) == text, "run: editions schema --all --update CONTRIBUTING.md"


def test_every_schema_of_a_source_file_is_in_the_reference() -> None:
    closed = [name for name in schema_names() if load_schema(name).get("additionalProperties") is False]
    assert set(SOURCE_SCHEMAS) <= set(schema_names())
    assert {name for name in closed if not name.startswith("check")} == set(SOURCE_SCHEMAS)


def test_keys_inside_lists_and_references_are_named_by_their_place() -> None:
    keys = {key.name: key for key in schema_keys("domain-1")}
    assert keys["criteria[].references[].framework"].required
    assert not keys["criteria[].references"].required
    assert keys["criteria[].id"].form == "id, up to 64 characters"
    assert {key.name: key.form for key in schema_keys("release-1")}["files.*"] == "SHA-256"


def test_each_row_of_a_table_has_four_cells() -> None:
    rows = [line for line in schema_reference().split("\n") if line.startswith("|")]
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_an_unknown_schema_has_no_table() -> None:
    with pytest.raises(KeyError):
        schema_table("none-1")


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}\n{BEGIN}\n{END}"])
def test_the_reference_needs_its_marks(text: str) -> None:
    with pytest.raises(ValueError, match="once each, in this order"):
        with_reference(text)


def test_what_stands_around_the_reference_is_kept() -> None:
    text = with_reference(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n")
    assert text.startswith(f"before\n\n{BEGIN}\n\n### ")
    assert text.endswith(f"|\n\n{END}\n\nafter\n")
    assert "old\n" not in text
    assert with_reference(text) == text


def test_every_file_of_this_repository_names_its_schema_for_editors() -> None:
    files = [
        path
        for folder in ("standard", "insights", "docs", "citations")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".md", ".yml")
    ]
    assert files
    for path in files:
        inside = str(path.relative_to(ROOT))
        source = read_source(ROOT, inside)
        read = read_front_matter if path.suffix == ".md" else read_yaml_file
        assert read(source).problems == ()
        line = (source.text or "").split("\n")[1 if path.suffix == ".md" else 0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=https://\S+/schema/([a-z]+-1)\.schema\.json", line)
        assert match, inside
        assert match[1] in SOURCE_SCHEMAS
