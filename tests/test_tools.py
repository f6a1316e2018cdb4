"""Tests that need a program are never silent about a missing one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


def run(tmp_path: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a project of one test that needs a program which no machine has."""
    (tmp_path / "conftest.py").write_text((HERE / "conftest.py").read_text())
    (tmp_path / "test_it.py").write_text(
        "import tools\n\ndef test_it():\n    tools.find_tool('no-such-validator')\n\ndef test_other():\n    pass\n"
    )
    # Among the folders that pytest numbers, it would clear away those of earlier runs, which are large.
    own = f"--basetemp={tmp_path / 'own'}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", own, *options, str(tmp_path)]
    paths = f"{HERE}:{HERE.parent / 'plugins'}"
    variables = {"PYTHONPATH": paths, "PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_the_last_lines_name_a_program_that_was_not_found(tmp_path: Path, options: tuple[str, ...]) -> None:
    ran = run(tmp_path, *options)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Validators not found, so not run: no-such-validator" in ran.stdout


def test_a_missing_program_fails_where_programs_are_required(tmp_path: Path) -> None:
    ran = run(tmp_path, EDITIONS_REQUIRE_TOOLS="1")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "no-such-validator is required" in ran.stdout
    assert "Validators not found" not in ran.stdout
