"""Texts may link to comparisons: the checks know which there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from small_standard import source_file, write_small_standard


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = write_small_standard(tmp_path_factory.mktemp("project"))
    written = CliRunner().invoke(main, ["changelog", "--write", "-f", str(project / "mkdocs.yml")])
    assert written.exit_code == 0, written.output
    return project


def checked(project: Path, link: str) -> tuple[int, str]:
    page = {"title": "Example Assurance Standard", "summary": "A standard made for tests."}
    (project / "docs" / "index.md").write_bytes(source_file(page, f"See [what changed]({link})."))
    result = CliRunner().invoke(main, ["check", "-f", str(project / "mkdocs.yml")])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "link",
    [
        "/standard/compare/0.9...1.1/",
        "/standard/compare/1.1...draft/",
        "standard/compare/1.0...1.1.md",
        "/standard/compare/1.0...1.1/comparison.json",
    ],
)
def test_a_link_to_a_comparison_is_sound(project: Path, link: str) -> None:
    code, output = checked(project, link)
    assert code == 0, output


@pytest.mark.parametrize(
    "link",
    [
        "/standard/compare/1.1...1.0/",
        "/standard/compare/1.0...9.9/",
        "/standard/compare/1.0...draft/",
        "standard/compare/1.0...9.9.md",
        "/standard/compare/1.1...2.0/",
    ],
)
def test_a_link_to_a_comparison_that_is_not_made_is_told(project: Path, link: str) -> None:
    code, output = checked(project, link)
    assert code == 1
    assert "docs/index.md:" in output
    assert link in output
