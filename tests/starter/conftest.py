"""The engine installed from its own wheel, on a machine that reaches no package index."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from bare_machine import Machine

from release_projects import REPOSITORY, git_environment
from sites import shared_once

# What must not come from the tests' own environment: the engine under test, and what a new environment brings itself.
_LEFT_OUT = ("mkdocs_editions", "_editable_impl_mkdocs_editions", "editions", "pip", "setuptools", "__pycache__")


@pytest.fixture(scope="session")
def wheel(shared_folder: Path) -> Path:
    """The wheel, built from the repository."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
        subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)

    return next(shared_once(shared_folder, "wheel", build).glob("*.whl"))


@pytest.fixture(scope="session")
def machine(wheel: Path, shared_folder: Path) -> Machine:
    """The machine."""

    def gather(folder: Path) -> None:
        for entry in Path(sysconfig.get_path("purelib")).iterdir():
            if not entry.name.startswith(_LEFT_OUT) and entry.suffix != ".pth":
                (folder / entry.name).symlink_to(entry)

    dependencies = shared_once(shared_folder, "dependencies", gather)
    python = Path(sys.base_prefix, "bin")
    assert shutil.which("make"), "make is missing"
    kept = {
        name: value for name, value in git_environment().items() if not name.startswith(("PIP_", "PYTHON", "VIRTUAL"))
    }
    return Machine(
        wheel,
        {
            **kept,
            "PATH": f"{python}{os.pathsep}{os.defpath}",
            "PYTHONPATH": str(dependencies),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheel.parent),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_COMPILE": "1",
        },
    )
