"""The list of commands: complete, and made without what any of them needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from release_projects import REPOSITORY

LISTED = [
    line.split()[0]
    for line in CliRunner().invoke(main, ["--help"]).output.partition("Commands:\n")[2].splitlines()
    if line.strip()
]
HELD = sorted(
    path.stem.removesuffix("_")
    for path in Path(REPOSITORY / "plugins/editions/cli").glob("[a-z]*.py")
    if "@click.command" in path.read_text(encoding="utf-8") or "@click.group" in path.read_text(encoding="utf-8")
)


def test_every_command_is_listed() -> None:
    assert HELD == LISTED


@pytest.mark.parametrize("name", LISTED)
def test_each_command_of_the_list_has_help_with_an_example(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: main {name} ")
    assert "Example" in done.output or "Commands:" in done.output


def test_the_list_waits_for_no_command() -> None:
    """What a command needs, such as the model or a parser, is imported when it is asked for."""
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom editions.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        "print(*sorted(name for name in sys.modules if name.startswith('editions.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "editions.cli",
        "editions.cli.problem_lines",
        "editions.source",
        "editions.source.problem",
    ]
