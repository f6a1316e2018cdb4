"""What every command says of problems, and the exit codes that go with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import NoReturn

import click

from editions.source.problem import Problem, Unpublishable, Unwritable

COULD_NOT_RUN = 2


def colour() -> bool:
    """Whether output may be coloured.

    Returns:
        True on a terminal, unless ``NO_COLOR`` is set to anything but an empty text (https://no-color.org).
    """
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def say_problems(problems: Iterable[Problem], *, to_stderr: bool) -> None:
    """Print problems, a line each.

    Args:
        problems: What is wrong.
        to_stderr: Whether they are errors of a command that does something else.
    """
    for problem in problems:
        place = click.style(f"{problem.path}:{problem.line}:", bold=True)
        click.echo(f"{place} {problem.message}", err=to_stderr, color=colour())


def could_not_run(error: Unpublishable) -> NoReturn:
    """Say why a command cannot run, and stop with exit code 2.

    Args:
        error: What is wrong.
    """
    say_problems(error.problems, to_stderr=True)
    sys.exit(COULD_NOT_RUN)


def refused(error: Unpublishable) -> NoReturn:
    """Say what stands against a command that writes, and stop with exit code 1.

    Args:
        error: What is wrong.

    Raises:
        Unwritable: If the system stands against it, for whoever runs the commands.
    """
    if isinstance(error, Unwritable):
        raise error
    say_problems(error.problems, to_stderr=True)
    click.echo("Nothing was written", err=True)
    sys.exit(1)
