"""``editions diff``."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from edition_folders import write_edition
from editions.cli import main
from editions.schemas.known_schemas import load_schema
from golden import assert_golden
from small_standard import write_small_standard

REPOSITORY = Path(__file__).parents[2]
HERE = Path(__file__).parent


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


def on_a_terminal(*arguments: str, environment: dict[str, str]) -> str:
    """What the command writes when its output is a terminal."""
    reading, writing = pty.openpty()
    command = [sys.executable, "-c", "from editions.cli import main; main()", "diff", *arguments]
    variables = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    variables |= {"TERM": "xterm", "PYTHONPATH": str(REPOSITORY / "plugins"), **environment}
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=writing, env=variables) as process:
        os.close(writing)
        parts = []
        while True:
            try:
                part = os.read(reading, 65_536)
            except OSError:  # Linux reports the other end's closing so
                break
            if not part:
                break
            parts.append(part)
    os.close(reading)
    assert process.returncode == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_text_that_goes_into_a_pipe_is_not_coloured() -> None:
    assert "\x1b[" not in of_repository("1.0", "1.1").output


@pytest.mark.slow
def test_a_terminal_gets_colour_and_the_same_words(two_editions: tuple[Path, Path]) -> None:
    arguments = [str(path) for path in two_editions]
    coloured = on_a_terminal(*arguments, environment={})
    assert "\x1b[31m[-must-]\x1b[0m\x1b[32m{+should+}\x1b[0m" in coloured
    assert_golden(HERE / "golden" / "diff.ansi.txt", coloured)


@pytest.mark.slow
def test_a_terminal_gets_no_colour_where_no_color_is_set(two_editions: tuple[Path, Path]) -> None:
    """https://no-color.org: NO_COLOR, present and not an empty text, prevents colour."""
    arguments = [str(path) for path in two_editions]
    plain = on_a_terminal(*arguments, environment={"NO_COLOR": "1"})
    assert "\x1b" not in plain
    assert_golden(HERE / "golden" / "diff.txt", plain)
    assert "\x1b[31m" in on_a_terminal(*arguments, environment={"NO_COLOR": ""})
    assert run("diff", *arguments).stdout == plain


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


@pytest.fixture(scope="module")
def small_standard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_standard(tmp_path_factory.mktemp("small")) / "mkdocs.yml"


def test_two_versions_of_an_article_are_compared_by_section(small_standard: Path) -> None:
    result = run("diff", "insights/ending@1.0", "insights/ending@1.1", "-f", small_standard)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(
        "Ending access 1.0 → 1.1\nImpact: editorial\nBy section: 1 reworded, 4 unchanged.\n"
    )
    assert "Access ends[-. Read the standard-] {+soon+}." in result.stdout


def test_the_comparison_of_an_article_is_markdown_and_json_too(small_standard: Path) -> None:
    names = ("insights/ending@1.1", "insights/ending@draft")
    markdown = run("diff", *names, "--format", "markdown", "-f", small_standard).stdout
    assert markdown.startswith("# Ending access 1.1 → 1.2 (draft)\n")
    assert "<ins>sooner</ins>" in markdown
    document = json.loads(run("diff", *names, "--format", "json", "-f", small_standard).stdout)
    Draft202012Validator(load_schema("comparison-1")).validate(document)
    base = "https://standards.example.org/assurance/insights/ending/"
    assert document["article"] == {"slug": "ending", "title": "Ending access", "url": base}
    assert (document["from"]["url"], document["to"]["url"]) == (f"{base}1.1/", f"{base}draft/")
    assert [(change["level"], change["part"]) for change in document["changes"]] == [("prose", "article")]
    assert document["impact"] == "editorial"
    assert document["summary"]["levels"]["prose"]["unchanged"] == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("insights/gone@1.0", "insights/ending@1.1"),
            "there is no article gone; the articles are: ending,",
        ),
        (
            ("insights/ending@1.0", "insights/ending@9.9"),
            "there is no version 9.9 of insights/ending; name one, as insights/ending@VERSION, of: 1.0, 1.1, draft",
        ),
        (("insights/ending", "insights/ending@1.1"), "there is no version (none is named) of insights/ending"),
        (("insights/ending@1.0", "1.1"), "are not versions of one article"),
        (("insights/ending@1.0", "insights/only-draft@draft"), "are not versions of one article"),
    ],
)
def test_articles_that_cannot_be_compared_are_named(
    small_standard: Path, arguments: tuple[str, str], message: str
) -> None:
    result = run("diff", *arguments, "-f", small_standard)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
