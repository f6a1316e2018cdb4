"""``editions check`` says what is wrong and where, and how it went by its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from project_files import write_project

ROOT = Path(__file__).parents[2]


def test_this_repository_is_clean() -> None:
    result = CliRunner().invoke(main, ["check", "--config-file", str(ROOT / "mkdocs.yml")])
    assert result.stdout == ""
    assert result.exit_code == 0


def test_a_sound_project_is_counted_on_the_error_stream(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    result = CliRunner().invoke(main, ["check", "-f", str(project / "mkdocs.yml")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "3 editions" in result.stderr


def test_problems_are_sorted_by_file_and_line_and_said_once(tmp_path: Path) -> None:
    project = write_project(
        tmp_path / "project", draft=True, files={"docs/b.md": "---\nx: y\nz: w\n---\n", "docs/a.md": ""}
    )
    result = CliRunner().invoke(main, ["check", "-f", str(project / "mkdocs.yml")])
    places = [line.split(": ")[0] for line in result.stdout.splitlines()]
    assert places == ["docs/a.md:1", "docs/b.md:2", "docs/b.md:2", "docs/b.md:3"]
    assert result.exit_code == 1


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [[], ["-f", "none.yml"]])
def test_without_a_configuration_the_check_could_not_run(tmp_path: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from editions.cli import main; main()", "check", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    name = arguments[-1] if arguments else "mkdocs.yml"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name}:1: is not here; run the command in the folder")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_problems_are_the_same_on_any_day_locale_and_hash_seed(tmp_path: Path) -> None:
    project = write_project(
        tmp_path / "project",
        draft=True,
        files={"standard/domains/09-é.md": "x", "docs/a.md": "---\nzz: 1\nyy: 2\ntitle: [é]\n---\n[a](é.md)\n"},
    )
    printed = set()
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "C.UTF-8", "Asia/Tokyo"), ("2", "POSIX", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", "from editions.cli import main; main()", "check"],
            cwd=project,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        printed.add(done.stdout)
    assert len(printed) == 1
    assert b"09-\xc3\xa9.md" in printed.pop()


@pytest.mark.slow
def test_output_that_the_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True, files={"docs/日.md": ""})
    done = subprocess.run(
        [sys.executable, "-c", "from editions.cli import main; main()", "check"],
        cwd=project,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(b"docs/\\u65e5.md:1: is empty")
