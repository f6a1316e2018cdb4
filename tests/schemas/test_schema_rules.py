"""Every schema says of each of its parts what it is, and shows examples that are valid."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner

from editions.cli import main
from editions.schemas.known_schemas import load_schema, released_names, schema_names
from editions.schemas.schema_nodes import node_at
from editions.schemas.schema_rules import rule_problems, schema_parts

Schema = dict[str, Any]


def one(folder: Path, schema: Schema, name: str = "lineage-1") -> list[str]:
    """What is wrong with a schema that is alone in a folder."""
    folder.mkdir(exist_ok=True)
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
    return [str(problem) for problem in rule_problems(folder)]


def test_every_schema_keeps_the_rules_for_all_schemas() -> None:
    """Titles, descriptions, versions, addresses, examples: each problem names what is to be added, and where."""
    assert [str(problem) for problem in rule_problems()] == []


@pytest.mark.parametrize("name", [*schema_names(), *released_names()])
def test_every_schema_is_a_schema_to_a_second_validator(name: str) -> None:
    schema = load_schema(name)
    jsonschema_rs.meta.validate(schema)
    for number, example in enumerate(schema["examples"]):
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        assert not [str(error) for error in validator.iter_errors(example)], number


@pytest.mark.parametrize("word", ["title", "description"])
def test_a_part_without_its_title_or_description_is_named(tmp_path: Path, word: str) -> None:
    """Each part of a schema in turn loses it, unless what it refers to has it too."""
    sound = load_schema("lineage-1")
    assert one(tmp_path / "sound", sound) == []
    parts = [part for part in schema_parts(sound) if word in part.schema]
    assert {part.place for part in parts} >= {"the document", "domains", "$defs.row", "$defs.row.from"} - {""}
    for part in parts:
        schema = deepcopy(sound)
        del node_at(schema, part.pointer)[word]
        found = one(tmp_path / "changed", schema)
        assert len(found) == 1 or part.place == "$defs.row", part.place
        assert any(f"has no {word}; add" in problem for problem in found), part.place


BROKEN: dict[str, tuple[Callable[[Schema], Any], str]] = {
    "another $id": (lambda it: it.update({"$id": "other.schema.json"}), 'write "$id": "lineage-1.schema.json"'),
    "another dialect": (lambda it: it.pop("$schema"), "does not state its dialect"),
    "no version": (lambda it: it.pop("$comment"), 'give it "$comment": "schema_version 1.0"'),
    "another major version": (lambda it: it.update({"$comment": "schema_version 2.0"}), "states no version"),
    "no whole document": (lambda it: it.pop("examples"), "shows no whole document"),
    "a wrong whole document": (lambda it: it.update({"examples": [{}]}), "example 1 of the document is refused"),
    "a wrong example": (lambda it: it["properties"]["from"].update({"examples": ["1.0", 1]}),
                        "example 2 of from is refused"),
    "half an example": (lambda it: it["properties"]["domains"].update({"examples": [[{"from": []}]]}),
                        "example 1 of domains is refused"),
    "a reference to nothing": (lambda it: it["properties"]["domains"].update({"items": {"$ref": "#/$defs/none"}}),
                               "refers to #/$defs/none, where nothing stands"),
    "no schema": (lambda it: it["properties"]["from"].update({"type": "texts"}), "is no JSON Schema of draft 2020-12"),
    "a part that is open": (lambda it: it["$defs"]["row"].pop("additionalProperties"), "allows keys that are not"),
    "half a sentence": (lambda it: it["properties"]["note"].update({"description": "A remark"}),
                        "end it with a full stop"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_breaks_a_rule_is_said_with_its_line_and_what_to_do(tmp_path: Path, name: str) -> None:
    schema = deepcopy(load_schema("lineage-1"))
    change, said = BROKEN[name]
    change(schema)
    found = one(tmp_path, schema)
    assert any(said in problem for problem in found), found
    assert all(problem.startswith("schema/lineage-1.schema.json:") for problem in found)


def test_a_closed_part_of_an_export_is_named(tmp_path: Path) -> None:
    schema = deepcopy(load_schema("criteria-1"))
    schema["$defs"]["domain"]["additionalProperties"] = False
    found = one(tmp_path, schema, "criteria-1")
    assert [problem for problem in found if "can't grow within its major version" in problem] == found
    assert len(found) == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1, }', "\xff"])
def test_a_file_that_is_no_schema_is_one_problem_and_no_traceback(tmp_path: Path, text: str) -> None:
    (tmp_path / "a-1.schema.json").write_bytes(text.encode("latin-1"))
    result = CliRunner().invoke(main, ["schema", "check", "--folder", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stdout.startswith("schema/a-1.schema.json:")
    assert result.exception is None or isinstance(result.exception, SystemExit)
