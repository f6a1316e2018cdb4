"""What the check says of references: versions are pinned, rows stand once, links to crosswalks lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from project_files import edition_files, write_project

PINNED = '        version: "2"\n'
KNIVES = edition_files("3.0", "draft")["domains/01-knives.md"]


def check(project: Path) -> tuple[int, list[str]]:
    done = CliRunner().invoke(main, ["check", "--config-file", str(project / "mkdocs.yml")])
    return done.exit_code, done.stdout.splitlines()


def project(folder: Path, knives: str, configuration: str = "") -> Path:
    made = write_project(folder / "project", draft=True, files={"standard/domains/01-knives.md": knives})
    if configuration:
        file = made / "mkdocs.yml"
        file.write_text(file.read_text().replace("{changelog: false}", "{changelog: false}" + configuration))
    return made


def test_a_reference_of_the_draft_without_a_version_is_noticed_where_it_stands(tmp_path: Path) -> None:
    code, lines = check(project(tmp_path, KNIVES.replace(PINNED, "")))
    assert code == 0
    (line,) = lines
    assert line.startswith("standard/domains/01-knives.md:14: notice: the reference to 'Tool Code' names no version")


def test_it_is_a_problem_where_the_project_asks_for_versions(tmp_path: Path) -> None:
    asked = "\n      references: {versions: required}"
    code, lines = check(project(tmp_path, KNIVES.replace(PINNED, ""), asked))
    assert code == 1
    assert [line.partition(": ")[0] for line in lines] == ["standard/domains/01-knives.md:14"]
    assert "notice" not in lines[0]
    assert check(project(tmp_path / "sound", KNIVES, asked)) == (0, [])


@pytest.mark.parametrize(
    "option", ["yes", "[versions]", "{version: required}", "{versions: always}", "{versions: [1]}"]
)
def test_an_option_that_is_none_is_a_problem_of_the_configuration(tmp_path: Path, option: str) -> None:
    code, lines = check(project(tmp_path, KNIVES, f"\n      references: {option}"))
    assert code == 1
    assert [line.partition(" ")[0] for line in lines] == ["mkdocs.yml:6:"]


def test_a_row_that_stands_twice_is_noticed(tmp_path: Path) -> None:
    row = KNIVES[KNIVES.index("      - framework:") : KNIVES.index("  - id: K1.2")]
    code, lines = check(project(tmp_path, KNIVES.replace(row, row + row)))
    assert code == 0
    assert [line.partition(" notice: ")[2] for line in lines] == [
        "the same item is referred to already; remove one of the two rows"
    ]


def test_releases_are_frozen_so_nothing_is_said_of_their_references(tmp_path: Path) -> None:
    made = write_project(tmp_path / "project", files={"mkdocs.yml": _configured()})
    assert check(made) == (0, [])


def _configured() -> str:
    return (
        "site_name: Kitchen\nsite_url: https://kitchen.example/\nplugins:\n  - editions/standard:\n"
        "      releases: {changelog: false}\n      references: {versions: required}\n"
    )


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("/standard/2.0/crosswalks/", True),
        ("/standard/2.0/crosswalks/tool-code/", True),
        ("/standard/crosswalks/tool-code/", True),
        ("/standard/draft/crosswalks/tool-code/", True),
        ("/standard/2.0/crosswalks/other/", False),
        ("/standard/2.0/criteria/K2.2/", True),
        ("/standard/draft/criteria/K2.2/", True),
        ("/standard/1.0/criteria/K2.3/", False),
    ],
)
def test_links_may_lead_to_crosswalks_and_to_what_became_of_an_item(tmp_path: Path, target: str, leads: bool) -> None:
    page = f"---\ntitle: Page\n---\n\nSee [there]({target}).\n"
    made = write_project(tmp_path / "project", draft=True, files={"docs/page.md": page})
    code, lines = check(made)
    assert (code == 0) == leads, lines
