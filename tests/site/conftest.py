"""A project for tests that change one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from small_standard import write_small_standard


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it was written; no test changes it."""
    return write_small_standard(tmp_path_factory.mktemp("small") / "project")


@pytest.fixture
def project(written: Path, tmp_path: Path) -> Path:
    """A sound project, to be changed."""
    return Path(shutil.copytree(written, tmp_path / "project"))
