"""A lock names the dialect of its texts, and one that the engine does not know is a problem."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from editions.source.configuration import read_configuration
from editions.text.dialect import DIALECT
from editions.validation.loading import load_project
from project_files import edition_files, write_project

LOCK = "standard/releases/2.0/release.json"


def problems(project: Path, dialect: object) -> list[str]:
    path = project / LOCK
    lock = json.loads(path.read_bytes())
    path.write_text(json.dumps({**lock, "dialect": dialect}, indent=2), encoding="utf-8")
    return [str(it) for it in load_project(read_configuration(project / "mkdocs.yml")).problems]


def test_a_lock_of_a_known_dialect_is_sound(tmp_path: Path) -> None:
    assert problems(write_project(tmp_path), DIALECT) == []


@pytest.mark.parametrize(
    ("dialect", "expected"), [(DIALECT + 1, "reads texts up to dialect 1; update it"), ("1", "dialect"), (0, "dialect")]
)
def test_a_lock_of_another_dialect_is_a_problem(tmp_path: Path, dialect: object, expected: str) -> None:
    (found,) = problems(write_project(tmp_path), dialect)
    assert found.startswith(f"{LOCK}:")
    assert expected in found


def test_a_release_names_its_dialect(tmp_path: Path) -> None:
    text = edition_files("3.0", "draft")["domains/02-heat.md"].replace("within reach", "beside")
    files = {"standard/domains/02-heat.md": text}
    project = write_project(tmp_path / "project", draft=True, files=files)
    configuration = ["--config-file", str(project / "mkdocs.yml")]
    result = CliRunner().invoke(main, ["release", "3.0", "--date", "2025-05-06", *configuration])
    assert result.exit_code == 0, result.output
    assert json.loads((project / "standard/releases/3.0/release.json").read_bytes())["dialect"] == DIALECT
