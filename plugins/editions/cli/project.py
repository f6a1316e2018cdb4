"""The project that a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run
from editions.model import Publication
from editions.source.configuration import Configuration, read_configuration
from editions.source.problem import Unpublishable
from editions.validation import load_publication

config_file = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The project's configuration.",
)


def configuration_or_stop(path: Path) -> Configuration:
    """Read the project's configuration.

    Returns:
        The configuration; the command stops with exit code 2 if there is none.
    """
    try:
        return read_configuration(path)
    except Unpublishable as error:
        could_not_run(error)


def publication_or_stop(path: Path) -> Publication:
    """Load the project's model.

    Returns:
        The model; the command stops with exit code 2 if the sources have problems.
    """
    try:
        return load_publication(configuration_or_stop(path))
    except Unpublishable as error:
        could_not_run(error)
