"""Every released version of a schema is kept, and later ones are held to it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner

from editions.cli import main
from editions.schemas.known_schemas import load_schema, major_name, released_names, schema_folder, schema_version
from editions.schemas.schema_compatibility import compatibility_problems

Schema = dict[str, Any]
DOCUMENTS = Path(__file__).parent / "documents"


def later_versions(released: str) -> list[Schema]:
    """A released schema, every later one of its major, and the one in force."""
    kept = released_names()
    same = [it for it in kept[kept.index(released) :] if major_name(it) == major_name(released)]
    return [load_schema(it) for it in (*same, major_name(released))]


def test_no_schema_breaks_a_released_version_and_every_version_is_kept() -> None:
    """If this fails for a schema that is done: raise its version in $comment, and run 'editions schema keep'."""
    assert [str(problem) for problem in compatibility_problems()] == []


@pytest.mark.parametrize("released", released_names())
def test_the_documents_in_released_schemas_are_valid_in_every_later_version(released: str) -> None:
    for schema in later_versions(released):
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        for example in load_schema(released)["examples"]:
            assert not [str(error) for error in validator.iter_errors(example)]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.json")), ids=lambda path: path.stem)
def test_every_export_that_was_kept_is_valid_in_every_later_version(path: Path) -> None:
    """Documents as they were exported; their file names begin with schema and version."""
    document = json.loads(path.read_bytes())
    name, minor = path.name.split(".")[:2]
    assert document["schema_version"] == f"{name.rpartition('-')[2]}.{minor}"
    for schema in later_versions(f"{name}.{minor}"):
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        assert not [str(error) for error in validator.iter_errors(document)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one schema of an export and one of a source file, each kept in version 1.0."""
    (tmp_path / "released").mkdir()
    for name in ("criteria-1", "lineage-1"):
        for file in (f"{name}.schema.json", f"released/{name}.0.schema.json"):
            shutil.copy(schema_folder() / file, tmp_path / file)
    return tmp_path


def change(folder: Path, name: str, how: Callable[[Schema], Any]) -> None:
    path = folder / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    how(schema)
    path.write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")


def run(*arguments: str, folder: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["schema", *arguments, "--folder", str(folder)])
    return result.exit_code, result.stdout, result.stderr


def add_source(schema: Schema) -> None:
    schema["properties"]["source"] = {"type": "string", "title": "Source", "description": "Where it is from."}


def test_what_was_not_changed_is_sound(folder: Path) -> None:
    assert run("check", folder=folder) == (0, "No problems in 2 schemas and their 2 released versions\n", "")
    assert run("keep", folder=folder) == (0, "Every version is kept already\n", "")


def test_better_words_need_no_new_version(folder: Path) -> None:
    change(folder, "criteria-1", lambda it: it["properties"]["domains"].update({"description": "All of its domains."}))
    assert run("check", folder=folder)[0] == 0


def test_a_property_is_added_in_three_steps(folder: Path) -> None:
    """It is added, the version is raised, the new version is kept."""
    change(folder, "criteria-1", add_source)
    code, said, _ = run("check", folder=folder)
    assert code == 1
    assert 'source is new; criteria-1.0 is released: state "schema_version 1.1" in $comment' in said
    change(folder, "criteria-1", lambda it: it.update({"$comment": "schema_version 1.1"}))
    code, said, _ = run("check", folder=folder)
    assert (code, said.count("\n")) == (1, 1)
    assert "states criteria-1.1, which is not kept yet" in said
    assert run("keep", folder=folder) == (0, "Kept schema/released/criteria-1.1.schema.json\n", "")
    assert run("check", folder=folder)[0] == 0
    kept = load_schema("criteria-1.1", folder)
    assert kept["$id"] == "criteria-1.1.schema.json"
    assert "source" in kept["properties"]
    assert schema_version("criteria-1", folder) == "1.1"


BREAKING: dict[str, tuple[str, Callable[[Schema], Any], str]] = {
    "removing": ("criteria-1", lambda it: it["properties"].pop("domains"), "domains is gone"),
    "retyping": ("criteria-1", lambda it: it["$defs"]["domain"]["properties"]["title"].update({"type": "integer"}),
                 "domains[].title was string and is integer"),
    "newly requiring": ("criteria-1", lambda it: it["properties"]["edition"]["required"].append("errata"),
                        "edition.errata is required now"),
    "newly nullable": ("criteria-1", lambda it: it["$defs"]["domain"]["properties"]["title"].update(
        {"type": ["string", "null"]}), "domains[].title was string and is string or null"),
    "another status": ("criteria-1", lambda it: it["properties"]["edition"]["properties"]["status"]["enum"].append("x"),
                       'edition.status allows "x" too'),
    "removing from a source file": ("lineage-1", lambda it: it["properties"].pop("note"), "note is gone"),
    "newly requiring of a source file": ("lineage-1", lambda it: it["required"].append("note"), "note is required now"),
    "another default": ("lineage-1", lambda it: it["properties"]["identity"].update({"default": "lineage"}),
                        "identity has another default"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKING)
def test_what_breaks_is_refused_whatever_version_is_stated(folder: Path, name: str) -> None:
    schema, how, said = BREAKING[name]
    change(folder, schema, how)
    change(folder, schema, lambda it: it.update({"$comment": "schema_version 1.1", "examples": []}))
    code, found, _ = run("check", folder=folder)
    assert code == 1
    line = next(it for it in found.splitlines() if said in it)
    assert line.startswith(f"schema/{schema}.schema.json:")
    assert f"that breaks {schema}.0: put it back, or begin the next major version" in line
    before = sorted(folder.rglob("*"))
    code, _, refused = run("keep", folder=folder)
    assert code == 1
    assert said in refused
    assert sorted(folder.rglob("*")) == before


def test_a_source_file_may_allow_more_where_an_export_may_not(folder: Path) -> None:
    def more(schema: Schema) -> None:
        schema["properties"]["identity"]["enum"].append("both")
        schema["$comment"] = "schema_version 1.1"

    change(folder, "lineage-1", more)
    assert run("keep", "lineage-1", folder=folder)[0] == 0
    assert run("check", folder=folder)[0] == 0


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("schema_version 1.3", "states criteria-1.3, but criteria-1.1 was never kept; raise it by one"),
        ("schema_version 0.9", "states no version"),
        ("1.0", "states no version"),
    ],
)
def test_versions_follow_each_other(folder: Path, comment: str, said: str) -> None:
    change(folder, "criteria-1", lambda it: it.update({"$comment": comment}))
    code, found, _ = run("check", folder=folder)
    assert code == 1
    assert said in found


def test_a_version_below_a_released_one_is_refused(folder: Path) -> None:
    kept = folder / "released" / "criteria-1.1.schema.json"
    shutil.copy(folder / "released" / "criteria-1.0.schema.json", kept)
    code, found, _ = run("check", folder=folder)
    assert code == 1
    assert "states criteria-1.0, but criteria-1.1 was released; state a later version" in found


def test_a_schema_that_was_released_is_not_removed(folder: Path) -> None:
    (folder / "criteria-1.schema.json").unlink()
    code, found, _ = run("check", folder=folder)
    assert code == 1
    assert found.startswith("schema/criteria-1.schema.json:1: is gone, but criteria-1.0 was released; put it back")


def test_a_schema_that_does_not_exist_cannot_be_kept(folder: Path) -> None:
    code, _, said = run("keep", "none-1", folder=folder)
    assert code == 2
    assert "there is no schema 'none-1'; choose one of criteria-1, lineage-1" in said
