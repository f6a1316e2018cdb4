"""``editions new``: what is written is small, complete and sound, whatever it is called."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

import pytest
import yaml
from click.testing import CliRunner

from editions.cli import main
from editions.source.configuration import read_configuration
from editions.starter.engine import is_local, requirement_of
from editions.validation import load_publication
from release_projects import REPOSITORY
from sites import build_site

pytestmark = pytest.mark.slow

FACTS = (
    *("--title", "Kitchen Safety Standard", "--abbreviation", "KSS", "--publisher", "Guild of Cooks"),
    *("--licence", "CC-BY-4.0", "--url", "https://kitchen.example", "--engine", "mkdocs-editions==1.2.3"),
)
_USES = re.compile(r"uses: (\S+ # v\S+)")


def _new(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["new", str(folder), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output


def _check(folder: Path) -> str:
    result = CliRunner().invoke(main, ["check", "--config-file", str(folder / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    return result.stderr


def test_a_new_standard_is_sound_and_says_what_it_was_told(tmp_path: Path) -> None:
    code, output = _new(tmp_path / "new", *FACTS, "--date", "2031-05", "--copyright", "© Guild of Cooks")
    assert code == 0, output
    assert "1 edition with 1 criterion" in _check(tmp_path / "new")
    publication = load_publication(read_configuration(tmp_path / "new/mkdocs.yml"))
    edition = publication.standard.current
    assert publication.site_url == "https://kitchen.example/"
    assert publication.copyright_notice == "© Guild of Cooks"
    assert (edition.title, edition.abbreviation, str(edition.version)) == ("Kitchen Safety Standard", "KSS", "1.0")
    assert (edition.publisher.name, edition.licence.spdx, edition.status) == ("Guild of Cooks", "CC-BY-4.0", "draft")
    assert (edition.url, str(edition.date)) == ("https://kitchen.example/standard/", "2031-05")
    assert (tmp_path / "new/requirements.txt").read_text() == "mkdocs-editions==1.2.3\n"


def test_awkward_names_stay_what_they_are_and_the_site_builds(tmp_path: Path) -> None:
    title = """no: "1.10" # <b>*x*</b> {{ y }} [z](javascript:1) 'é' << | `"""
    folder = tmp_path / "new folder"
    code, output = _new(folder, *FACTS, "--title", title, "--publisher", "Yes & <i>Sons</i>", "--abbreviation", "no")
    assert code == 0, output
    edition = load_publication(read_configuration(folder / "mkdocs.yml")).standard.current
    assert (edition.title, edition.publisher.name, edition.abbreviation) == (title, "Yes & <i>Sons</i>", "no")
    assert yaml.safe_load((folder / "mkdocs.yml").read_text())["site_name"] == title
    site = build_site(folder, tmp_path / "site", "https://kitchen.example/")
    assert "<b>*x*" not in site.file("/").read_text()
    assert "<i>Sons" not in site.file("/license/").read_text()
    assert site.page("/").repeated_links() == []


def test_those_at_a_terminal_are_asked_and_asked_again(tmp_path: Path) -> None:
    answers = [
        "Kitchen Safety Standard",
        "K S",
        "KSS",
        "Guild of Cooks",
        "CC-BY-4.0",
        "kitchen.example",
        "https://k.example/",
    ]
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "from editions.cli import main; main()",
        "new",
        "asked",
        "--engine",
        "mkdocs-editions",
    ]
    os.write(ours, "".join(f"{it}\n" for it in answers).encode())
    done = subprocess.run(command, cwd=tmp_path, stdin=theirs, capture_output=True, text=True, timeout=60)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "'K S' cannot stand there" in done.stdout + done.stderr
    edition = load_publication(read_configuration(tmp_path / "asked/mkdocs.yml")).standard.current
    assert (edition.abbreviation, edition.url) == ("KSS", "https://k.example/standard/")


def test_in_a_pipe_nobody_is_asked(tmp_path: Path) -> None:
    code, output = _new(tmp_path / "new", "--title", "T", "--licence", "MIT")
    assert code == 2
    assert "--abbreviation, --publisher, --url are missing" in output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("kind", ["project", "file", "other"])
def test_a_folder_that_holds_something_stays_as_it_is(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "new"
    if kind == "project":
        assert _new(place, *FACTS)[0] == 0
    elif kind == "file":
        place.write_text("x")
    else:
        place.mkdir()
        (place / "notes.txt").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    code, output = _new(place, *FACTS)
    assert code == 1
    assert "Nothing was written" in output
    assert sorted(tmp_path.rglob("*")) == before


def test_the_year_of_a_draft_is_said_by_reproducible_builds_or_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    for name in ("one", "two"):
        assert _new(tmp_path / name, *FACTS)[0] == 0
    assert 'date: "2030"' in (tmp_path / "one/standard/index.md").read_text()
    files = [
        {it.relative_to(folder): it.read_bytes() for it in folder.rglob("*") if it.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]


class _Installed(Distribution):
    """A distribution that was installed as its ``direct_url.json`` says (PEP 610)."""

    def __init__(self, recorded: str | None) -> None:
        self._recorded = recorded

    def read_text(self, filename: str) -> str | None:
        return self._recorded if filename == "direct_url.json" else "Name: mkdocs-editions\nVersion: 1.2.3\n"

    def locate_file(self, path: object) -> Path:
        raise AssertionError("no file of it is asked for")


@pytest.mark.parametrize(
    ("recorded", "requirement"),
    [
        (None, "mkdocs-editions==1.2.3"),
        ("{", "mkdocs-editions==1.2.3"),
        # The examples of the specification (https://packaging.python.org/specifications/direct-url/).
        ('{"url": "https://x.example/a.whl", "archive_info": {}}', "mkdocs-editions @ https://x.example/a.whl"),
        ('{"url": "file:///home/a/b", "dir_info": {"editable": true}}', "mkdocs-editions @ file:///home/a/b"),
        (
            """{"url": "https://x.example/a.git", "subdirectory": "engine", "vcs_info": {"vcs": "git",
            "requested_revision": "main", "commit_id": "7921be1537eac1e97bc40179a57f0349c2aee67d"}}""",
            "mkdocs-editions @ git+https://x.example/a.git@7921be1537eac1e97bc40179a57f0349c2aee67d#subdirectory=engine",
        ),
    ],
)
def test_the_engine_is_installed_from_where_it_came(recorded: str | None, requirement: str) -> None:
    assert requirement_of(_Installed(recorded)) == requirement
    assert is_local(requirement) == ("file:" in requirement)


def test_the_workflows_pass_the_linters_and_pin_what_this_repository_pins(tmp_path: Path) -> None:
    assert _new(tmp_path / "new", *FACTS)[0] == 0
    workflows = sorted((tmp_path / "new/.github/workflows").glob("*.yml"))
    assert [path.name for path in workflows] == ["check.yml", "release.yml"]
    programs = Path(sys.executable).parent
    zizmor = [programs / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", *workflows]
    for command in (zizmor, [programs / "actionlint", "-no-color", *workflows]):
        done = subprocess.run(command, cwd=tmp_path / "new", capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    ours = {it for path in (REPOSITORY / ".github/workflows").glob("*.yml") for it in _USES.findall(path.read_text())}
    theirs = {it for path in workflows for it in _USES.findall(path.read_text())}
    assert theirs <= ours


def test_the_wheel_carries_everything_that_is_no_module(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "plugins/editions", "schema"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    paths = [PurePosixPath(it) for it in listed if it and (REPOSITORY / it).is_file()]
    wanted = {str(it.relative_to("plugins")) if it.parts[0] == "plugins" else f"editions/{it}" for it in paths}
    assert {PurePosixPath(it).suffix for it in wanted} >= {".woff2", ".css", ".js", ".json", ".tmpl", ".html", ".py"}
    with zipfile.ZipFile(wheel) as file:
        assert wanted <= set(file.namelist())
