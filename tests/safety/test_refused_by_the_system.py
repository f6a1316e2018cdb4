"""Whatever the system does not let a command read or write: one line, exit code 2, and every file as it was."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editions.schemas.schema_reference import BEGIN, END
from refused_writes import RefusedCommands
from release_projects import editions, kitchen, replace_in, tree

pytestmark = pytest.mark.slow

LINE = re.compile(r"\S[^\n]*:1: [^\n]+; [^\n]+\n")
FACTS = (
    *("--title", "Kitchen Rules", "--abbreviation", "KR", "--publisher", "Guild of Cooks", "--date", "2030"),
    *("--licence", "CC-BY-4.0", "--url", "https://rules.example/", "--edition", "9.0", "--engine", "mkdocs-editions"),
)


@pytest.fixture(scope="module")
def commands() -> Iterator[RefusedCommands]:
    with RefusedCommands() as running:
        yield running


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a draft, one whose release was stopped, a table, and a document with a part for the schemas."""
    folder = tmp_path_factory.mktemp("made")
    project = kitchen(folder / "project")
    assert editions(project, "draft", "2.1").code == 0
    replace_in(project / "standard/domains/03-hygiene.md", "Hands are washed", "Hands must be washed")
    (folder / "released").mkdir()
    shutil.copytree(kitchen(folder / "k"), folder / "released", dirs_exist_ok=True)
    (folder / "table.csv").write_text('id,text\nA.1,"Knives are kept in a block."\n')
    (folder / "schemas.md").write_text(f"{BEGIN}\n{END}\n")
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it, whose files can be removed again afterwards."""
    folder = tmp_path / "place"
    shutil.copytree(made, folder)
    yield folder
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def _config(folder: str) -> list[str]:
    return ["--config-file", f"{folder}/mkdocs.yml"]


# What writes, with {} for the folder: as one calls it, and with --dry-run where there is one.
WRITING: dict[str, list[str]] = {
    "release": ["release", "2.1", "--date", "2024", *_config("{}/project")],
    "draft": ["draft", "2.1", *_config("{}/released")],
    "export": ["export", "--format", "csv", "-o", "{}/out", *_config("{}/project")],
    "bundle": ["bundle", "-o", "{}/out", *_config("{}/project")],
    "new": ["new", "{}/new", *FACTS[:6], *FACTS[8:12], "--engine", "mkdocs-editions"],
    "import": ["import", "csv", "{}/table.csv", "{}/new", *FACTS],
    "import of the next edition": ["import", "csv", "{}/table.csv", "{}/released", *FACTS[-4:], "--date", "2030"],
    "check --summary": ["check", "--summary", "{}/summary.md", *_config("{}/project")],
    "schema --update": ["schema", "--all", "--update", "{}/schemas.md"],
}


def _read_only(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)


def _called(name: str, folder: Path) -> list[str]:
    return [argument.format(folder) for argument in WRITING[name]]


@pytest.mark.parametrize("full", [False, True], ids=["read-only", "full"])
@pytest.mark.parametrize("name", WRITING)
def test_a_command_that_cannot_write_says_so_in_one_line(
    commands: RefusedCommands, place: Path, name: str, full: bool
) -> None:
    """In a read-only folder and on a full disk, as any user and as root."""
    before = tree(place)
    if not full:
        _read_only(place)
    code, _, said = commands.refuse(_called(name, place), place, full=full)
    assert code == 2, said
    assert LINE.fullmatch(said), said
    assert said.startswith(str(place)), said
    assert ("permission denied" in said or "can't be written to" in said) != full
    assert ("no space left on device; make room" in said.replace("(", "").replace(")", "")) == full
    assert tree(place) == before


@pytest.mark.parametrize("name", ["release", "draft"])
def test_a_dry_run_needs_no_right_to_write(commands: RefusedCommands, place: Path, name: str) -> None:
    """It writes nothing, so a read-only checkout does for it."""
    before = tree(place)
    _read_only(place)
    code, shown, said = commands.refuse([*_called(name, place), "--dry-run"], place)
    assert (code, said) == (0, "Nothing was written (--dry-run)\n")
    assert "CHANGELOG.md" in shown or name == "draft"
    assert tree(place) == before


def test_a_release_that_cannot_be_completed_says_how(commands: RefusedCommands, place: Path) -> None:
    """What another command had begun stays until it can be."""
    journal = place / "project/.editions-release"
    journal.mkdir()
    (journal / "journal.json").write_text(json.dumps({"title": "T", "writes": []}))
    before = tree(place)
    _read_only(place)
    code, _, said = commands.refuse(["release", "--resume", *_config(f"{place}/project")], place)
    assert code == 2
    assert "permission denied; make room or access, then run 'editions release --resume'" in said
    assert tree(place) == before


BLOCKED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a file for a folder": ("export", lambda it: (it / "out").write_text("x")),
    "a folder for a document": (
        "schema --update",
        lambda it: ((it / "schemas.md").unlink(), (it / "schemas.md").mkdir()),
    ),
    "a file around a folder": ("bundle", lambda it: None),
    "no folder around a file": ("check --summary", lambda it: None),
}


@pytest.mark.parametrize("kind", BLOCKED)
def test_a_place_that_is_taken_stays_as_it_is(commands: RefusedCommands, place: Path, kind: str) -> None:
    """A file where a folder is asked for, the other way round, and no folder at all."""
    name, block = BLOCKED[kind]
    block(place)
    inside = {"a file around a folder": "table.csv/out", "no folder around a file": "none/summary.md"}.get(kind)
    called = _called(name, place)
    if inside:
        called = [f"{place}/{inside}" if it in (f"{place}/out", f"{place}/summary.md") else it for it in called]
    before = tree(place)
    code, _, said = commands.refuse(called, place)
    assert code == 2, said
    assert LINE.fullmatch(said), said
    assert tree(place) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [["works"], ["diff", "1.0", "2.0"], ["cite", "kss-2.0"]])
def test_output_to_a_full_disk_is_one_line(made: Path, arguments: list[str]) -> None:
    """Also what the interpreter would write at its end."""
    command = [sys.executable, "-c", "from editions.cli import main; main()", *arguments, *_config(f"{made}/project")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert LINE.fullmatch(done.stderr), done.stderr
    assert "no space left on device" in done.stderr
