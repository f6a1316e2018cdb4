"""``editions changelog``: the changelog as the comparison of the releases writes it."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import refused
from editions.cli.project import config_file, configuration_or_stop, publication_or_stop
from editions.cli.release import finish, stop_if_interrupted
from editions.releases.changelog_lines import expected_releases
from editions.releases.changelog_writing import with_releases
from editions.releases.edition_release import changelog_write
from editions.releases.plan import Plan
from editions.source.problem import Unpublishable


@click.command()
@click.option("--write", is_flag=True, help="Write the sections into CHANGELOG.md; remarks in it are kept.")
@config_file
def changelog(write: bool, config_file: Path) -> None:
    """Print the sections that CHANGELOG.md has to have, or write them into it.

    A release writes its own section. This command begins the changelog of a standard that has releases already, and
    puts generated lines right that somebody edited.

    \b
    Example:
      editions changelog
      editions changelog --write
    """
    configuration = configuration_or_stop(config_file)
    releases = expected_releases(publication_or_stop(config_file))
    if not write:
        click.echo(with_releases(None, releases), nl=False)
        return
    try:
        stop_if_interrupted(configuration)
        change = changelog_write(configuration, releases)
        if change is None:
            click.echo("CHANGELOG.md says all of it already")
        else:
            finish(configuration, Plan("Write the changelog", (change,)), dry_run=False)
    except Unpublishable as error:
        refused(error)
