"""``editions diff``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from edition_folders import write_edition
from editions.cli import main
from editions.validation.schemas import load_schema

REPOSITORY = Path(__file__).parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def of_repository(*arguments: str) -> Result:
    return run("diff", *arguments, "--config-file", REPOSITORY / "mkdocs.yml")


@pytest.fixture
def two_editions(tmp_path: Path) -> tuple[Path, Path]:
    old = write_edition(
        tmp_path / "old", "1.0", {"Fire": [("F1", "Gas must be off at night."), ("F2", "Lids are near.")]}
    )
    new = write_edition(
        tmp_path / "new", "1.1", {"Fire": [("F1", "Gas should be off at night."), ("F2", "Lids are near.")]}
    )
    return old, new


def test_two_versions_of_the_project_are_compared_by_their_lineage() -> None:
    result = of_repository("1.0", "1.1")
    assert result.exit_code == 0
    assert "PSF 1.0 → 1.1" in result.stdout
    assert "D04" in result.stdout
    assert "split" in result.stdout


def test_text_that_goes_into_a_pipe_is_not_coloured() -> None:
    assert "\x1b[" not in of_repository("1.0", "1.1").output


def test_json_is_valid_against_its_schema() -> None:
    document = json.loads(of_repository("1.0", "1.1", "--format", "json").stdout)
    Draft202012Validator(load_schema("comparison-1")).validate(document)
    assert document["from"]["version"] == "1.0"


def test_two_folders_are_compared_without_a_project(two_editions: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("diff", *two_editions, "--config-file", tmp_path / "none.yml")
    assert result.exit_code == 0, result.output
    assert "[-must-]{+should+}" in result.stdout
    assert "normative" in result.stdout


def test_a_version_and_a_folder_are_compared() -> None:
    result = of_repository("1.1", str(REPOSITORY / "standard"))
    assert result.exit_code == 0
    assert "Impact: none" in result.stdout


def test_a_markdown_comment_is_cut_at_whole_changes_and_says_so(tmp_path: Path) -> None:
    criteria = [(f"C{number}", f"The cook number {number} must wash {'pots ' * 40}") for number in range(300)]
    old = write_edition(tmp_path / "old", "1.0", {"Washing": criteria})
    reworded = [(identifier, text.replace("pots", "pans")) for identifier, text in criteria]
    new = write_edition(tmp_path / "new", "1.1", {"Washing": reworded})
    result = run("diff", old, new, "--format", "markdown")
    assert result.exit_code == 0
    assert len(result.stdout) < 60_000
    last = result.stdout.strip().splitlines()[-1]
    assert "not shown" in last
    assert "editions diff" in last


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("9.9", "1.1"), "there is no edition 9.9"),
        (("1.0", "draft"), "there is no edition draft"),
        (("1.0", "nowhere"), "nowhere:1: is no folder and no version"),
    ],
)
def test_an_edition_that_is_not_there_is_named_and_the_exit_code_is_2(arguments: tuple[str, str], message: str) -> None:
    result = of_repository(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_a_folder_without_domains_is_no_edition(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("diff", tmp_path / "empty", tmp_path / "empty")
    assert result.exit_code == 2
    assert "is no edition: it holds no domain" in result.stderr


def test_lineage_that_contradicts_itself_is_told_with_its_line(tmp_path: Path) -> None:
    rows = [{"from": ["F1"], "to": ["G1"]}, {"from": ["F1"], "to": []}]
    old = write_edition(tmp_path / "old", "1.0", {"Fire": [("F1", "Gas is off.")]})
    lineage = {"from": "1.0", "identity": "lineage", "criteria": rows}
    new = write_edition(tmp_path / "new", "1.1", {"Fire": [("G1", "Gas is off.")]}, lineage)
    result = run("diff", old, new)
    assert result.exit_code == 2
    assert "new/lineage.yml:8: this row withdraws F1, but the row on line 4 connects it" in result.stderr
