"""A new key of an item is a property of a schema and a row of the table: the engine with both does all the rest."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from editions.model.fields import FIELDS
from editions.schemas.known_schemas import load_schema
from project_files import write_project

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "plugins" / "editions"
ROW = (
    'Field(key="rationale", label="Rationale", type="text", aspect="reworded", json="rationale", csv="rationale", '
    'xlsx="Rationale", oscal="rationale", jsonld="rationale", term="skos:note"),'
)
PROPERTY = {
    "title": "Rationale",
    "description": "Why the criterion is there, in Markdown.",
    "type": "string",
    "pattern": "\\S",
    "minLength": 1,
    "maxLength": 20000,
}
WHY = "Blades that lie *loose* cut zealous hands; see [K1.2](#K1.2)."
NEW_WHY = WHY.replace("zealous", "careless")
FACTS = ("--engine", "mkdocs-editions", "--licence", "CC-BY-4.0", "--publisher", "Guild of Cooks")


class Engine:
    """A copy of the engine with the two additions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(PACKAGE, folder / "editions", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(REPOSITORY / "schema", folder / "editions" / "schema")
        table = folder / "editions" / "model" / "fields.py"
        written = table.read_text(encoding="utf-8")
        place = written.index("        Field(", written.index('"criterion": ('))
        table.write_text(f"{written[:place]}        {ROW}\n{written[place:]}", encoding="utf-8")
        schema = folder / "editions" / "schema" / "domain-1.schema.json"
        data = json.loads(schema.read_text(encoding="utf-8"))
        data["$defs"]["criterion"]["properties"]["rationale"] = PROPERTY
        schema.write_text(json.dumps(data), encoding="utf-8")

    def run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        module, name = {"editions": ("editions.cli", "main"), "mkdocs": ("mkdocs.__main__", "cli")}[program]
        return subprocess.run(
            [sys.executable, "-c", f"from {module} import {name}; {name}()", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(self.folder), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def editions(self, *arguments: str, cwd: Path) -> str:
        done = self.run("editions", *arguments, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def draft(folder: Path, rationale: str) -> Path:
    """The small project with a draft, whose first criterion has a rationale."""
    project = write_project(folder, draft=True)
    knives = project / "standard" / "domains" / "01-knives.md"
    block = "\n".join(f"      {line}" for line in rationale.split("\n"))
    text = knives.read_text(encoding="utf-8")
    knives.write_text(text.replace("    title: Storage\n", f"    title: Storage\n    rationale: |\n{block}\n"))
    return project


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("engine"))


@pytest.fixture(scope="module")
def project(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draft(tmp_path_factory.mktemp("project") / "p", WHY)


@pytest.fixture(scope="module")
def data(engine: Engine, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    engine.editions("export", "-o", str(folder), "draft", cwd=project)
    return folder


def one(folder: Path, name: str) -> Path:
    return next(folder.rglob(name))


def test_links_and_keys_of_its_text_are_checked(engine: Engine, tmp_path: Path) -> None:
    project = draft(tmp_path / "p", "See [no](nowhere.md) and\n[@nobody].")
    done = engine.run("editions", "check", cwd=project)
    assert done.returncode == 1
    assert re.search(r"01-knives\.md:[0-9]+: the link 'nowhere\.md'", done.stdout)
    assert re.search(r"01-knives\.md:[0-9]+: .*'nobody'", done.stdout)


def test_its_type_is_checked(engine: Engine, tmp_path: Path) -> None:
    project = draft(tmp_path / "p", WHY)
    path = project / "standard" / "domains" / "01-knives.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace(f"rationale: |\n      {WHY}", "rationale: []"), encoding="utf-8"
    )
    assert "rationale" in engine.run("editions", "check", cwd=project).stdout


def test_it_is_compared(engine: Engine, tmp_path: Path) -> None:
    """As informative text, since its row says so."""
    old, new = draft(tmp_path / "old", WHY), draft(tmp_path / "new", NEW_WHY)
    folders = (str(old / "standard"), str(new / "standard"))
    document = json.loads(engine.editions("diff", *folders, "--format", "json", cwd=old))
    (change,) = document["changes"]
    assert (change["to"], change["aspects"], change["significance"]) == (["K1.1"], ["reworded"], "editorial")
    (field,) = change["fields"]
    assert (field["key"], field["normative"]) == ("rationale", False)
    assert [text for operation, text in field["wording"] if operation == "insert"] == ["careless"]
    assert "Rationale (informative)" in engine.editions("diff", *folders, cwd=old)


def test_it_is_in_every_data_file(data: Path) -> None:
    criterion = json.loads(one(data, "criteria.json").read_text())["domains"][0]["criteria"][0]
    assert criterion["rationale"] == WHY
    assert "<em>loose</em>" in criterion["rationale_html"]
    with one(data, "criteria.csv").open(encoding="utf-8-sig", newline="") as table:
        assert next(csv.DictReader(table))["rationale"] == WHY
    node = next(it for it in json.loads(one(data, "criteria.jsonld").read_text())["@graph"] if "rationale" in it)
    assert "zealous hands" in node["rationale"]
    control = json.loads(one(data, "oscal-catalog.json").read_text())["catalog"]["groups"][0]["controls"][0]
    assert any(part["name"] == "rationale" and "zealous" in part["prose"] for part in control["parts"])
    sheet = openpyxl.load_workbook(one(data, "checklist.xlsx"))["Checklist"]
    heading = [cell.value for cell in sheet[1]]
    assert "zealous" in str(sheet[2][heading.index("Rationale")].value)
    pdf = pypdfium2.PdfDocument(one(data, "edition.pdf"))
    assert "zealous" in "".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize(
    ("command", "name"), [("criteria", "criteria.json"), ("csv", "criteria.csv"), ("oscal", "oscal-catalog.json")]
)
def test_it_comes_back(engine: Engine, data: Path, tmp_path: Path, command: str, name: str) -> None:
    """From each form that editions are imported from."""
    engine.editions("import", command, str(one(data, name)), str(tmp_path / "site"), *FACTS, cwd=tmp_path)
    engine.editions("export", "-o", str(tmp_path / "again"), "draft", cwd=tmp_path / "site")
    again = json.loads(one(tmp_path / "again", "criteria.json").read_text())
    assert again["domains"][0]["criteria"][0]["rationale"] == WHY


@pytest.mark.slow
def test_it_is_shown_and_found(engine: Engine, tmp_path: Path) -> None:
    """On the pages of its criterion and its domain, in their twins, and in the index of the search."""
    project = draft(tmp_path / "p", WHY)
    engine.editions("release", "3.0", "--date", "2025-05-06", cwd=project)
    configuration = project / "mkdocs.yml"
    plugins = "theme: {name: material}\nplugins:\n  - search\n  - editions/criteria\n"
    written = configuration.read_text(encoding="utf-8").replace("plugins:\n", plugins)
    configuration.write_text(written, encoding="utf-8")
    done = engine.run("mkdocs", "build", "-q", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    for page in ("3.0/criteria/K1.1", "domains/knives"):
        for name in ("index.html", "index.md"):
            assert "zealous" in (site / "standard" / page / name).read_text(encoding="utf-8"), (page, name)
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert any("zealous" in entry["text"] for entry in entries)


@pytest.mark.parametrize(("kind", "schema"), [("domain", ()), ("criterion", ("$defs", "criterion"))])
def test_every_key_of_items_has_a_row(kind: Any, schema: tuple[str, ...]) -> None:
    """And every row a key."""
    found: Any = load_schema("domain-1")
    for name in schema:
        found = found[name]
    assert {field.key for field in FIELDS[kind]} == set(found["properties"])
