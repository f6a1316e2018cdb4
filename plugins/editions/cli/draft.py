"""``editions draft``: open the next working copy."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import refused
from editions.cli.project import config_file, configuration_or_stop
from editions.cli.release import finish, stop_if_interrupted, work_and_version
from editions.releases.draft import plan_article_draft, plan_edition_draft
from editions.source.problem import Unpublishable


@click.command()
@click.argument("what", nargs=-1, metavar="[insights/SLUG] VERSION")
@click.option("--dry-run", is_flag=True, help="Show everything that would be written, and write nothing.")
@config_file
def draft(what: tuple[str, ...], dry_run: bool, config_file: Path) -> None:
    """Open the next working copy of the standard, or of an article.

    Sets the version and the status in the front matter and begins an empty lineage; the text stays as it is. Exit
    codes: 0 open, 1 something stands against it, 2 the command could not run.

    \b
    Example:
      editions draft 1.2
      editions draft insights/what-is-a-production-ai-system 1.1
    """
    configuration = configuration_or_stop(config_file)
    slug, version = work_and_version(what)
    try:
        stop_if_interrupted(configuration)
        plan = (
            plan_edition_draft(configuration, version)
            if slug is None
            else plan_article_draft(configuration, slug, version)
        )
        finish(configuration, plan, dry_run=dry_run)
    except Unpublishable as error:
        refused(error)
