"""``editions diff``: what changed between two editions."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.edition_argument import NamedEditions, built
from editions.cli.project import colour, config_file, could_not_run
from editions.comparison import (
    Comparison,
    compare,
    compare_releases,
    comparison_comment,
    comparison_json,
    comparison_text,
)
from editions.model import Edition
from editions.source.problem import Unpublishable
from editions.source.project import EditionRecords


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Text is coloured on a terminal; Markdown stays under 60,000 characters, as comments on a forge must.",
)
@config_file
def diff(old: str, new: str, form: str, config_file: Path) -> None:
    """Show what changed from edition OLD to edition NEW.

    Each is a version, 'draft', or a folder that holds index.md and domains/.

    \b
    Example:
      editions diff 1.0 1.1
      editions diff 1.1 draft --format markdown > comment.md
      editions diff standard/releases/1.0 standard --format json
    """
    try:
        comparison, site_url = _compare(NamedEditions(config_file), old, new)
    except Unpublishable as error:
        could_not_run(error)
    if form == "json":
        click.echo(comparison_json(comparison, site_url), nl=False)
    elif form == "markdown":
        click.echo(comparison_comment(comparison, see=f"`editions diff {old} {new}`"), nl=False)
    else:
        click.echo(comparison_text(comparison, colour=colour()), nl=False, color=colour())


def _compare(named: NamedEditions, old: str, new: str) -> tuple[Comparison, str]:
    left, right = named.edition(old), named.edition(new)
    if isinstance(left, Edition) and isinstance(right, Edition):
        publication = named.publication()
        return compare_releases(publication.standard, left.version, right.version), publication.site_url
    earlier = built(left)
    before = left if isinstance(left, EditionRecords) and _follows(right, earlier) else None
    later = built(right, before)
    lineage = later.lineage if later.lineage is not None and later.lineage.origin == earlier.version else None
    return compare(earlier, later, lineage), later.url.rstrip("/").removesuffix("/standard")


def _follows(records: Edition | EditionRecords, earlier: Edition) -> bool:
    """Whether a folder's lineage leads from the edition on the left, as far as it can be read."""
    data = records.lineage.data if isinstance(records, EditionRecords) and records.lineage else None
    return isinstance(data, dict) and data.get("from") == str(earlier.version)
