"""Malformed projects: each gets clear lines, in time and memory, and nothing is written."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from limited_check import MEBIBYTES, SECONDS, LimitedChecks
from malformed_projects import CONFIGURATIONS, HOSTILE, ROWS, Edit, write
from project_files import write_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checks() -> Iterator[LimitedChecks]:
    with LimitedChecks() as running:
        yield running


def snapshot(project: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything below a folder: mode, time of change and bytes."""
    found = {}
    for path in sorted(project.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        found[str(path.relative_to(project))] = (status.st_mode, status.st_mtime_ns, content)
    return found


def run(checks: LimitedChecks, project: Path, code: int) -> str:
    before = snapshot(project)
    result = checks.check(project)
    assert result.code == code, result
    assert "Traceback" not in result.stdout + result.stderr
    assert result.seconds < SECONDS
    assert result.mebibytes < MEBIBYTES
    assert snapshot(project) == before
    return result.stdout if code == 1 else result.stderr


@pytest.mark.parametrize(("edit", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_each_malformed_project_gets_its_own_clear_lines(
    checks: LimitedChecks, tmp_path: Path, edit: Edit, expected: list[str]
) -> None:
    project = write_project(tmp_path / "project", draft=True)
    edit(project)
    printed = run(checks, project, 1).splitlines()
    left = list(printed)
    for line in expected:
        found = next((other for other in left if other.startswith(line)), None)
        assert found is not None, (line, printed)
        left.remove(found)
    assert not left


@pytest.mark.parametrize(("edit", "expected"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_hostile_input_is_checked_in_time_and_memory(
    checks: LimitedChecks, tmp_path: Path, edit: Edit, expected: str
) -> None:
    project = write_project(tmp_path / "project", draft=True)
    edit(project)
    assert expected in run(checks, project, 1 if expected else 0)


@pytest.mark.parametrize(("content", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CONFIGURATIONS])
def test_a_bad_configuration_gets_one_clear_line(
    checks: LimitedChecks, tmp_path: Path, content: str | bytes | None, expected: str
) -> None:
    project = write_project(tmp_path / "project")
    (project / "mkdocs.yml").unlink()
    if content is not None:
        write("mkdocs.yml", content)(project)
    printed = run(checks, project, 2)
    assert expected in printed
    assert printed.count("\n") == 1


@pytest.mark.parametrize("draft", [False, True])
def test_a_sound_project_has_no_problems(checks: LimitedChecks, tmp_path: Path, draft: bool) -> None:
    run(checks, write_project(tmp_path / "project", draft=draft), 0)


def test_an_empty_standard_gets_one_clear_line(checks: LimitedChecks, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for path in ("standard", "docs"):
        (project / path).mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: A\nsite_url: https://a.example/\n", encoding="utf-8")
    assert run(checks, project, 1) == (
        "standard:1: is missing or empty; put index.md and domains/ of the standard into it\n"
    )


def test_there_are_at_least_sixty_malformed_inputs() -> None:
    assert len({name for name, *_ in ROWS}) == len(ROWS) >= 60
