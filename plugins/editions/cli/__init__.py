"""The ``editions`` command."""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from editions import __version__
from editions.cli.bundle import bundle_command
from editions.cli.changelog import changelog
from editions.cli.check import check
from editions.cli.cite import cite_command
from editions.cli.diff import diff
from editions.cli.draft import draft
from editions.cli.export import export
from editions.cli.import_ import import_
from editions.cli.lineage import lineage
from editions.cli.new import new
from editions.cli.project import could_not_run
from editions.cli.release import release
from editions.cli.schema import schema
from editions.cli.works import works
from editions.source.problem import Unwritable, unwritable


class _Commands(click.Group):
    """The commands; whatever the system does not let one of them do is said here."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, which could not run where the system refuses it something.

        Args:
            ctx: The command's context.

        Returns:
            What the command returns.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever reads the output has read enough
        except Unwritable as error:
            could_not_run(error)
        except OSError as error:
            _give_up_output()
            could_not_run(unwritable(error.filename or "", error))


def _give_up_output() -> None:
    """Let nothing more be written to an output that takes no more, such as a file on a full disk."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="editions")
def main() -> None:
    """Publish a versioned standard from plain files in git.

    \b
    Example:
      editions check
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal can't show is no reason to stop


main.add_command(bundle_command)
main.add_command(changelog)
main.add_command(check)
main.add_command(cite_command)
main.add_command(diff)
main.add_command(draft)
main.add_command(export)
main.add_command(import_)
main.add_command(lineage)
main.add_command(new)
main.add_command(release)
main.add_command(schema)
main.add_command(works)
