"""The ``editions`` command."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any, cast

import click

from editions import __version__
from editions.cli.problem_lines import could_not_run
from editions.source.problem import Unwritable, unwritable

# Each command with the module that holds it and what the list of commands says of it: one is imported when it is asked
# for, so that none waits for what the others need.
_COMMANDS = {
    "build": ("build:build", "Build the site into a folder."),
    "bundle": ("bundle:bundle_command", "Write a zip file of each release, and SHA256SUMS."),
    "changelog": ("changelog:changelog", "Print or write the sections that CHANGELOG.md has to have."),
    "check": ("check:check", "Check every source file and report every problem at once."),
    "cite": ("cite:cite_command", "Cite the work with a KEY; 'editions works' lists the keys."),
    "compose": ("compose:compose", "Write the site as Markdown and data for another generator."),
    "diff": ("diff:diff", "Show what changed from one edition or article to another."),
    "draft": ("draft:draft", "Open the next working copy of the standard or an article."),
    "export": ("export:export", "Write the data files of an edition, by default of the newest."),
    "import": ("import_:import_", "Make a site of what there is, or its next edition."),
    "lineage": ("lineage:lineage", "Work on which items became which items of the next edition."),
    "new": ("new:new", "Begin a standard in a folder that is empty or not there."),
    "release": ("release:release", "Freeze the working copy of the standard or an article."),
    "schema": ("schema:schema", "Show what files and exports hold, and keep the schemas."),
    "serve": ("serve:serve", "Serve the site on this machine, and make it anew after each edit."),
    "works": ("works:works", "List every work that can be cited, with its key."),
}


class _Commands(click.Group):
    """The commands, imported when asked for; whatever the system does not let one of them do is said here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands.

        Returns:
            The names, in the order of the alphabet.
        """
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command.

        Returns:
            The command; ``None`` if there is none of that name.
        """
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name][0].partition(":")
        return cast("click.Command", getattr(import_module(f"editions.cli.{module}"), attribute))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what each command does, without importing any.

        Args:
            formatter: What writes the help.
        """
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, which could not run where the system refuses it something."""
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
