"""A new key is a property of a schema and a row of the table: the engine with both does all the rest."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
import yaml
from jsonschema import Draft202012Validator

from editions.model.fields import FieldType, ItemKind
from editions.schemas.known_schemas import load_schema
from forked_commands import Ended, ForkedCommands
from project_files import write_project

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "plugins" / "editions"
FACTS = ("--engine", "mkdocs-editions", "--licence", "CC-BY-4.0", "--publisher", "Guild of Cooks")
LINKS = {
    "edition": "[knives](domains/01-knives.md)",
    "domain": "[K2.1](02-heat.md#K2.1)",
    "criterion": "[K1.2](#K1.2)",
    "article": "[knives](../standard/domains/01-knives.md)",
}
Written = str | bool | int | list[str] | list[dict[str, Any]]
NUMBERS = {"old": 48_613, "new": 48_614}
DATES = {"old": ("2017-03", "March 2017"), "new": ("2018-04-05", "5 April 2018")}
ROWS_SCHEMA = {
    "title": "Row",
    "description": "One.",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        name: {"title": name.capitalize(), "description": "Of it.", **form}
        for name, form in {
            "kind": {"type": "string", "pattern": "\\S"},
            "times": {"type": "integer", "minimum": 1},
            "done": {"type": "boolean"},
        }.items()
    },
}


@dataclass(frozen=True)
class Key:
    """A made-up key."""

    kind: ItemKind
    name: str
    type: FieldType
    normative: bool = False

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def row(self) -> str:
        """Its row of the table; articles are in no data file."""
        formats = {
            "json": self.name,
            "csv": f"{self.kind}_{self.name}",
            "xlsx": self.label,
            "oscal": self.name.replace("_", "-"),
            "jsonld": self.name,
            "term": "skos:note",
        }
        names = formats if self.kind != "article" else {}
        said = {"key": self.name, "label": self.label, "type": self.type, "normative": self.normative, **names}
        return f"Field({', '.join(f'{name}={value!r}' for name, value in said.items())}, aspect='reworded'),"

    @property
    def schema(self) -> dict[str, Any]:
        line = {"title": "Entry", "description": "One.", "type": "string", "maxLength": 200}
        forms: dict[str, dict[str, Any]] = {
            "lines": {"type": "array", "items": line},
            "rows": {"type": "array", "items": ROWS_SCHEMA},
            "number": {"type": "integer", "minimum": 0},
            "boolean": {"type": "boolean"},
            "date": {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"},
        }
        form = forms.get(self.type, {"type": "string", "pattern": "\\S", "maxLength": 2000})
        return {"title": self.label, "description": "Made up.", **form}

    def word(self, age: str = "old", *, data: bool = False) -> str:
        """The word by which a value is found on pages, or in files for programs."""
        match self.type:
            case "number":
                return str(NUMBERS[age])
            case "boolean":
                return {"old": "false", "new": "true"}[age] if data else {"old": "no", "new": "yes"}[age]
            case "date":
                return DATES[age][0 if data else 1]
            case _:
                return f"{age}{self.name.replace('_', '')}"

    def value(self, age: str = "old") -> Written:
        word = self.word(age)
        match self.type:
            case "text":
                return f"Blades that lie *loose* cut {word} hands; see {LINKS[self.kind]}."
            case "plain":
                return f"Blades, loose:\n{word} hands."
            case "lines":
                return [f"{word} hands; careless", "a | b"]
            case "rows":
                return [{"kind": f"{word}; careless | hands", "times": 3, "done": False}, {"kind": "=1+1", "times": 12}]
            case "number":
                return NUMBERS[age]
            case "boolean":
                return age == "new"
            case "date":
                return DATES[age][0]
            case _:
                return f"{word}, 5 mm"


KEYS = tuple(
    Key(kind, name, form, normative)
    for kind, names in {
        "edition": ("scope_note", "charter_note", "foreword", "sponsors", "reviewed", "votes", "balloted", "meetings"),
        "domain": ("purpose", "duty", "outline", "tools", "agreed", "weight", "required", "audits"),
        "criterion": ("rationale", "bound", "remark", "examples", "drafted", "points", "automated", "trials"),
        "article": ("abstract", "desk", "standfirst", "reviewers", "written", "pages", "invited", "talks"),
    }.items()
    for name, form, normative in zip(
        names,
        ("text", "line", "plain", "lines", "date", "number", "boolean", "rows"),
        (kind == "domain", kind != "article", False, True, False, True, False, False),
        strict=True,
    )
)
DATA_KEYS = tuple(key for key in KEYS if key.kind != "article")
FILES = {
    "edition": "standard/index.md",
    "domain": "standard/domains/01-knives.md",
    "criterion": "standard/domains/01-knives.md",
    "article": "insights/what-is-a-kitchen.md",
}


SCHEMAS = {"edition": "edition-1", "domain": "domain-1", "criterion": "domain-1", "article": "article-1"}


class Engine:
    """A copy of the engine with the rows and the properties of the made-up keys."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(PACKAGE, folder / "editions", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(REPOSITORY / "schema", folder / "editions" / "schema")
        table = folder / "editions" / "model" / "fields.py"
        written = table.read_text(encoding="utf-8")
        for kind in FILES:
            rows = "".join(f"        {key.row}\n" for key in KEYS if key.kind == kind)
            written = written.replace(f'    "{kind}": (\n', f'    "{kind}": (\n{rows}', 1)
        table.write_text(written, encoding="utf-8")
        for name, kinds in {
            "edition": ("edition",),
            "domain": ("domain", "criterion"),
            "article": ("article",),
        }.items():
            path = folder / "editions" / "schema" / f"{name}-1.schema.json"
            data = json.loads(path.read_text(encoding="utf-8"))
            for kind in kinds:
                where = data["$defs"]["criterion"] if kind == "criterion" else data
                where["properties"] |= {key.name: key.schema for key in KEYS if key.kind == kind}
            path.write_text(json.dumps(data), encoding="utf-8")
        self.environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
        imported = [f"editions.cli.{name}" for name in ("check", "diff", "export", "import_")]
        self._commands = ForkedCommands("editions.cli:main", *imported, environment=self.environment)

    def run(self, *arguments: str, cwd: Path) -> Ended:
        return self._commands.run(["editions", *arguments], cwd, patience=300, environment=self.environment)

    def editions(self, *arguments: str, cwd: Path) -> str:
        done = self.run(*arguments, cwd=cwd)
        assert done.code == 0, done.stdout + done.stderr
        return done.stdout

    def close(self) -> None:
        self._commands.close()


def front_matter(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def write_draft(folder: Path, values: dict[Key, Any]) -> Path:
    """The small project with a draft and an article being written, both with the made-up keys."""
    project = write_project(folder, draft=True)
    for kind, name in FILES.items():
        path = project / name
        indent = "    " if kind == "criterion" else ""
        rows = "".join(f"{indent}{key.name}: {json.dumps(it)}\n" for key, it in values.items() if key.kind == kind)
        before = "    title: Storage\n" if kind == "criterion" else "title: "
        written = path.read_text(encoding="utf-8").replace(before, f"{rows}{before}", 1)
        path.write_text(written.replace('version: "1.1"', 'version: "1.2"'), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = Engine(tmp_path_factory.mktemp("engine"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_draft(tmp_path_factory.mktemp("project") / "p", {key: key.value() for key in KEYS})


@pytest.fixture(scope="module")
def data(engine: Engine, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    engine.editions("export", "-o", str(folder), "draft", cwd=project)
    return folder


def one(folder: Path, name: str) -> Path:
    return next(folder.rglob(name))


def test_types_links_and_citations_of_their_values_are_checked(engine: Engine, tmp_path: Path) -> None:
    """Each problem at its line: a list for a line, a text with a link that leads nowhere and a key that no work has."""
    wrong = {key: "See [no](nowhere.md) and [@nobody]." if key.type == "text" else [[]] for key in KEYS}
    done = engine.run("check", cwd=write_draft(tmp_path / "p", wrong))
    assert done.code == 1
    lines = done.stdout.splitlines()
    for key in KEYS:
        path = re.escape(FILES[key.kind])
        if key.type == "text":
            for said in (r"the link 'nowhere\.md'", "'nobody'"):
                assert any(re.match(rf"{path}:[0-9]+: .*{said}", line) for line in lines), (key, said)
        else:
            assert any(re.match(rf"{path}:[0-9]+: .*\b{key.name}\b", line) for line in lines), key


WRONG: dict[str, tuple[Any, str]] = {
    "date": ("2023-02-30", "does not exist"),
    "number": (-1, "-1"),
    "boolean": ("maybe", "make it true or false"),
    "rows": ([{"kind": "a", "times": 0}, {"sort": "b"}], "'sort' is no known key"),
}


def test_values_of_every_form_are_checked(engine: Engine, tmp_path: Path) -> None:
    """Each at its line: a day that no calendar has, a number out of bounds, a word for true or false, another key."""
    wrong = {key: WRONG[key.type][0] for key in KEYS if key.type in WRONG}
    done = engine.run("check", cwd=write_draft(tmp_path / "p", wrong))
    assert done.code == 1, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    for key in wrong:
        found = [line for line in lines if re.match(rf"{re.escape(FILES[key.kind])}:[0-9]+: .*\b{key.name}\b", line)]
        assert any(WRONG[key.type][1] in line for line in (found if key.type != "rows" else lines)), (key, lines)


def test_they_are_compared(engine: Engine, project: Path, tmp_path: Path) -> None:
    """Under their labels, and normative where the row says so."""
    new = write_draft(tmp_path / "new", {key: key.value("new") for key in KEYS})
    folders = (str(project / "standard"), str(new / "standard"))
    document = json.loads(engine.editions("diff", *folders, "--format", "json", cwd=project))
    Draft202012Validator(load_schema("comparison-1")).validate(document)
    found = {}
    for change in document["changes"]:
        for field in change.get("fields", ()):
            found[field["key"]] = (field["normative"], field["wording"])
        if change["level"] == "prose":
            name = change["path"]["to"][0][0].lower().replace(" ", "_")
            found[name] = (change["significance"] == "normative", change["wording"])
        else:
            assert (change["aspects"], change["significance"]) == (["reworded"], "normative"), change["to"]
    assert set(found) == {key.name for key in DATA_KEYS}
    for key in DATA_KEYS:
        normative, wording = found[key.name]
        assert normative == key.normative, key
        assert key.word("new") in "".join(text for operation, text in wording if operation == "insert"), key
    text = engine.editions("diff", *folders, cwd=project)
    assert all(
        f"{key.label}{'' if key.normative else ' (informative)'}: " in text
        for key in DATA_KEYS
        if key.kind != "edition"
    )


def test_those_of_articles_are_compared(engine: Engine, project: Path) -> None:
    """As facts of the article."""
    text = engine.editions("diff", "insights/what-is-a-kitchen@1.1", "insights/what-is-a-kitchen@draft", cwd=project)
    assert all(f"“{key.label}”" in text and key.word() in text for key in KEYS if key.kind == "article")


def test_they_are_in_every_data_file(data: Path) -> None:
    document = json.loads(one(data, "criteria.json").read_text(encoding="utf-8"))
    domain = document["domains"][0]
    items = {"edition": document["edition"], "domain": domain, "criterion": domain["criteria"][0]}
    with one(data, "criteria.csv").open(encoding="utf-8-sig", newline="") as table:
        row = next(csv.DictReader(table))
    graph = json.loads(one(data, "criteria.jsonld").read_text(encoding="utf-8"))["@graph"]
    oscal = one(data, "oscal-catalog.json").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(one(data, "checklist.xlsx"))
    about = {cells[0].value: str(cells[1].value) for cells in book["About"].iter_rows(max_col=2)}
    headings, first = ([cell.value for cell in cells] for cells in book["Checklist"].iter_rows(max_row=2))
    sheet = about | {str(name): str(value) for name, value in zip(headings, first, strict=True)}
    pdf = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(one(data, "edition.pdf")))
    for key in DATA_KEYS:
        assert items[key.kind][key.name] == key.value(), key
        assert key.type != "text" or "<em>loose</em>" in items[key.kind][f"{key.name}_html"], key
        assert key.word(data=True) in row[f"{key.kind}_{key.name}"], key
        assert any(key.word(data=True) in json.dumps(node.get(key.name)) for node in graph), key
        assert key.word(data=True) in oscal, key
        assert key.word() in sheet[key.label], key
        assert key.word() in pdf, key


FORMS = [("criteria", "criteria.json"), ("csv", "criteria.csv"), ("oscal", "oscal-catalog.json")]


@pytest.mark.parametrize(("command", "name"), FORMS)
def test_they_come_back(engine: Engine, data: Path, tmp_path: Path, command: str, name: str) -> None:
    """From each form that editions are imported from, with nothing to report of them."""
    report = engine.editions("import", command, str(one(data, name)), str(tmp_path / "site"), *FACTS, cwd=tmp_path)
    assert not [key for key in DATA_KEYS if key.name in report]
    for key in DATA_KEYS:
        found = front_matter(tmp_path / "site" / FILES[key.kind])
        found = found["criteria"][0] if key.kind == "criterion" else found
        assert found[key.name] == key.value(), key


@pytest.mark.parametrize(("command", "name"), FORMS)
def test_what_another_tool_made_of_them_is_a_problem(
    engine: Engine, data: Path, tmp_path: Path, command: str, name: str
) -> None:
    """At its line, where a value is none of the type of its key."""
    written = one(data, name).read_text(encoding="utf-8-sig")
    broken = re.sub(r"\b48613\b", '"many"' if command == "criteria" else "many", written)
    assert broken != written
    (tmp_path / name).write_text(broken, encoding="utf-8")
    done = engine.run("import", command, name, "site", *FACTS, cwd=tmp_path)
    assert done.code == 1, done.stdout + done.stderr
    assert re.search(rf"^{name}:[0-9]+: .*'many'; (make it|write) a number", done.stdout + done.stderr, re.MULTILINE)
    assert not (tmp_path / "site").exists()


def in_a_table_of_others(key: Key) -> tuple[str, Written]:
    """How another tool writes a value in a cell, and what it is."""
    match key.type:
        case "boolean":
            return "Yes", True
        case "text":
            return "As it is.", "As it is."
        case "lines":
            return "one hand; two hands", ["one hand", "two hands"]
        case "rows":
            return '{"kind": "drill", "times": 2}\n', [{"kind": "drill", "times": 2}]
    return str(key.value()), key.value()


def test_a_table_of_others_can_have_them(engine: Engine, tmp_path: Path) -> None:
    """In columns that a mapping names by the name of ours, or that have that name themselves."""
    named, mapped = DATA_KEYS[::2], DATA_KEYS[1::2]
    names = (*(f"{key.kind} {key.name}".replace("_", " ") for key in named), *(key.label for key in mapped))
    with (tmp_path / "rules.csv").open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["id", "text", "domain", *names])
        rows.writerow(["K1.1", "Knives.", "K1", *(in_a_table_of_others(key)[0] for key in (*named, *mapped))])
    columns = {f"{key.kind}_{key.name}": key.label for key in mapped}
    (tmp_path / "mapping.yml").write_text(
        yaml.safe_dump({"columns": {"text": "text"}, "other_columns": columns}), encoding="utf-8"
    )
    facts = (*FACTS, "--title", "Rules", "--abbreviation", "R", "--edition", "1.0", "--date", "2024")
    url = ("--url", "https://example.org/")
    engine.editions("import", "csv", "rules.csv", "site", "--mapping", "mapping.yml", *facts, *url, cwd=tmp_path)
    for key in DATA_KEYS:
        found = front_matter(next((tmp_path / "site").glob(FILES[key.kind].replace("knives", "*"))))
        found = found["criteria"][0] if key.kind == "criterion" else found
        assert found[key.name] == in_a_table_of_others(key)[1], key


def test_a_mapping_of_no_key_is_a_problem(engine: Engine, tmp_path: Path) -> None:
    """With the name that is meant."""
    (tmp_path / "rules.csv").write_text("id,text,why\nA,B,C\n", encoding="utf-8")
    (tmp_path / "mapping.yml").write_text(
        "columns: {text: text}\nother_columns:\n  criterion_rational: why\n", encoding="utf-8"
    )
    done = engine.run("import", "csv", "rules.csv", "site", "--mapping", "mapping.yml", *FACTS, cwd=tmp_path)
    assert done.code == 1
    assert "mapping.yml:3: 'criterion_rational' is no known key; did you mean 'criterion_rationale'?" in done.stderr


def test_the_next_edition_carries_over_the_informative_ones(engine: Engine, project: Path, tmp_path: Path) -> None:
    """Where a file of others has no place for them, and the report says so."""
    site = tmp_path / "site"
    shutil.copytree(project, site)
    rows = "K1.1,Knives are kept.,K1,Knives\nK1.2,Knives are sharp.,K1,Knives\nK2.1,Pans are turned.,K2,Heat\n"
    (tmp_path / "rules.csv").write_text(f"id,text,domain,domain title\n{rows}", encoding="utf-8")
    report = engine.editions(
        "import", "csv", "rules.csv", str(site), "--edition", "4.0", "--date", "2026", cwd=tmp_path
    )
    for key in DATA_KEYS:
        found = front_matter(site / FILES[key.kind])
        found = found["criteria"][0] if key.kind == "criterion" else found
        assert found.get(key.name) == (None if key.normative else key.value()), key
        assert (f"{key.name} of" in report) is not key.normative, key


@pytest.mark.slow
def test_they_are_shown_and_found(engine: Engine, project: Path, tmp_path: Path) -> None:
    """On the pages of their items, on the checklist, in the twins of both, in the search and in the documentation."""
    site = tmp_path / "p"
    shutil.copytree(project, site)
    configuration = site / "mkdocs.yml"
    plugins = "theme: {name: material}\nplugins:\n  - editions/criteria\n"
    written = configuration.read_text(encoding="utf-8").replace("plugins:\n", plugins)
    configuration.write_text(written, encoding="utf-8")
    engine.editions("release", "3.0", "--date", "2025-05-06", cwd=site)
    engine.editions("release", "insights/what-is-a-kitchen", "1.2", "--date", "2025-05-06", cwd=site)
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs.__main__ import cli; cli()", "build", "-q"],
        cwd=site,
        env=engine.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {
        "edition": ("standard",),
        "domain": ("standard/domains/knives", "standard/checklist"),
        "criterion": ("standard/domains/knives", "standard/checklist", "standard/3.0/criteria/K1.1"),
        "article": ("insights/what-is-a-kitchen",),
    }
    entries = json.loads((site / "site/search/index.json").read_text(encoding="utf-8"))["entries"]
    found = "".join(entry["text"] for entry in entries)
    for key in KEYS:
        for page in pages[key.kind]:
            for name in ("index.html", "index.md"):
                assert key.word() in (site / "site" / page / name).read_text(encoding="utf-8"), (key, page, name)
        assert key.word() in found, key
        schema = (site / "site/schema" / SCHEMAS[key.kind] / "index.md").read_text(encoding="utf-8")
        assert f"`{key.name}`" in schema, key
        assert (f"`{key.kind}_{key.name}` in criteria.csv" in schema) is (key in DATA_KEYS), key
