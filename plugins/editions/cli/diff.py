"""``editions diff``: what changed between two editions, or between two versions of an article."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.edition_argument import NamedEditions, built
from editions.cli.problem_lines import colour, could_not_run
from editions.cli.project import config_file
from editions.comparison import (
    ArticleComparison,
    Comparison,
    article_comment,
    article_json,
    article_text,
    compare,
    compare_article_versions,
    compare_releases,
    comparison_comment,
    comparison_json,
    comparison_text,
)
from editions.model import Edition
from editions.pages.redline_surroundings import article_outside, editions_outside
from editions.source.problem import Problem, Unpublishable
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
    """Show what changed from edition OLD to edition NEW, or from one version of an article to another.

    An edition is a version, 'draft', or a folder that holds index.md and domains/. A version of an article is
    insights/SLUG@VERSION, or insights/SLUG@draft. The JSON of either follows the schema comparison-1.

    \b
    Example:
      editions diff 1.0 1.1
      editions diff 1.1 draft --format markdown > comment.md
      editions diff standard/releases/1.0 standard --format json
      editions diff insights/my-article@1.0 insights/my-article@draft
    """
    named = NamedEditions(config_file)
    try:
        articles = _articles(named, old, new)
        if articles is None:
            comparison, site_url = _compare(named, old, new)
    except Unpublishable as error:
        could_not_run(error)
    if articles is not None:
        _print_articles(named, articles, form, f"`editions diff {old} {new}`")
    elif form == "json":
        click.echo(comparison_json(comparison, site_url), nl=False)
    elif form == "markdown":
        placing = editions_outside(comparison.old, comparison.new, site_url)
        click.echo(comparison_comment(comparison, f"`editions diff {old} {new}`", placing=placing), nl=False)
    else:
        click.echo(comparison_text(comparison, colour=colour()), nl=False, color=colour())


def _articles(named: NamedEditions, old: str, new: str) -> ArticleComparison | None:
    before, after = named.article(old), named.article(new)
    if before is None and after is None:
        return None
    if before is None or after is None or before.slug != after.slug:
        message = f"{old} and {new} are not versions of one article; name insights/SLUG@VERSION on both sides"
        raise Unpublishable((Problem(named.config_file.name, 1, message),))
    return compare_article_versions(before, after)


def _print_articles(named: NamedEditions, comparison: ArticleComparison, form: str, see: str) -> None:
    if form == "json":
        publication = named.publication()
        click.echo(article_json(comparison, publication.standard.current, publication.site_url), nl=False)
    elif form == "markdown":
        publication = named.publication()
        placing = article_outside(publication.standard, comparison.old, comparison.new, publication.site_url)
        click.echo(article_comment(comparison, see, placing=placing), nl=False)
    else:
        click.echo(article_text(comparison, colour=colour()), nl=False, color=colour())


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
    lineage = records.lineage if isinstance(records, EditionRecords) else None
    return lineage is not None and lineage.value("from") == str(earlier.version)
