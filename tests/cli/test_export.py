"""``editions export``: the files that the site serves, written safely."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editions.cli import main
from editions.model.edition_files import EDITION_FILES
from project_files import write_project
from sites import ROOT, Site


def run(*arguments: str, project: Path = ROOT) -> Result:
    return CliRunner().invoke(main, ["export", *arguments, "--config-file", str(project / "mkdocs.yml")])


@pytest.mark.parametrize(("version", "address"), [((), "/standard/"), (("1.0",), "/standard/1.0/")])
def test_it_writes_the_bytes_that_the_site_serves(
    version: tuple[str, ...], address: str, own_site: Site, tmp_path: Path
) -> None:
    done = run(*version, "-o", str(tmp_path / "new" / "data"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(tmp_path / "new" / "data" / file.name) for file in EDITION_FILES]
    written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "data").iterdir()}
    assert written == {file.name: own_site.file(f"{address}{file.name}").read_bytes() for file in EDITION_FILES}


def test_every_file_has_a_name_of_its_own_on_the_command_line() -> None:
    formats = [file.format for file in EDITION_FILES]
    assert len(set(formats)) == len(formats)
    assert {"json", "csv", "jsonld", "xlsx", "oscal", "pdf"} <= set(formats)
    assert "all" not in formats
    assert all(name in run("--help").stdout for name in formats)


def test_it_writes_the_formats_that_are_named_and_the_draft(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    done = run("draft", "--format", "csv", "--format", "json", "--format", "csv", "-o", str(tmp_path), project=project)
    assert done.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["criteria.csv", "criteria.json"]
    assert '"3.0"' in (tmp_path / "criteria.json").read_text(encoding="utf-8")


def test_a_file_that_holds_something_else_stays_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "criteria.csv").write_text("mine", encoding="utf-8")
    (tmp_path / "criteria.jsonld").mkdir()
    done = run("--format", "csv", "--format", "json", "--format", "jsonld", "-o", str(tmp_path))
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        f"{tmp_path}/criteria.csv:1: holds something else; replace it with --force, or name another folder with -o",
        f"{tmp_path}/criteria.jsonld:1: is a folder; name another folder with -o",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["criteria.csv", "criteria.jsonld"]
    assert (tmp_path / "criteria.csv").read_text(encoding="utf-8") == "mine"


def test_force_replaces_it_and_a_file_that_is_the_same_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "criteria.csv").write_text("mine", encoding="utf-8")
    assert run("--format", "csv", "-o", str(tmp_path), "--force").exit_code == 0
    content = (tmp_path / "criteria.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    before = (tmp_path / "criteria.csv").stat()
    assert run("--format", "csv", "-o", str(tmp_path)).exit_code == 0
    after = (tmp_path / "criteria.csv").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [path.name for path in tmp_path.iterdir()] == ["criteria.csv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("9.9", "-o", "x"), "there is no edition 9.9; there are 1.0, 1.1"),
        (("draft", "-o", "x"), "there is no draft: the working copy is a release; name its version"),
        (("one", "-o", "x"), "'one' is not a version; write MAJOR.MINOR or MAJOR.MINOR.PATCH, such as 1.1, or draft"),
        (("--format", "xml", "-o", "x"), "'xml' is not one of 'json', 'csv'"),
        ((), "Missing option '-o'"),
    ],
)
def test_what_is_asked_wrongly_gets_one_clear_line(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("--format", "json", "-o", str(tmp_path / "file" / "data"))
    assert done.exit_code == 2
    assert done.stderr == f"{tmp_path}/file/data:1: can't be written into (not a directory); name another folder\n"


def test_problems_of_the_sources_are_said_and_nothing_is_written(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", files={"standard/domains/01-knives.md": "---\nid: K1\n---\n"})
    done = run("-o", str(tmp_path / "data"), project=project)
    assert done.exit_code == 2
    assert "standard/domains/01-knives.md:" in done.stderr
    assert not (tmp_path / "data").exists()
