"""``editions check``: everything that can be wrong, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from editions.cli.project import config_file, configuration_or_stop, say_problems
from editions.validation import load_project


@click.command()
@config_file
def check(config_file: Path) -> None:
    """Check every source file and report every problem at once.

    Each problem is a line 'path:line: what is wrong, what to do'. The exit code is 0 when there is none, 1 when there
    are problems and 2 when the check could not run.

    \b
    Example:
      editions check
      editions check --config-file path/to/mkdocs.yml
    """
    loaded = load_project(configuration_or_stop(config_file))
    say_problems(loaded.problems, to_stderr=False)
    if loaded.publication is None:
        click.echo(_counted(len(loaded.problems), "problem", "problems"), err=True)
        sys.exit(1)
    standard = loaded.publication.standard
    criteria = sum(len(edition.criteria_by_id) for edition in standard.editions)
    editions = _counted(len(standard.editions), "edition", "editions")
    articles = _counted(len(loaded.publication.articles), "article", "articles")
    click.echo(f"No problems in {editions} with {_counted(criteria, 'criterion', 'criteria')}, and {articles}", err=True)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
