"""``editions release``: freeze the working copy."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import colour, could_not_run, refused
from editions.cli.project import config_file, configuration_or_stop
from editions.comparison import comparison_text
from editions.model import PartialDate, Version
from editions.releases.article_release import plan_article_release
from editions.releases.edition_release import EditionRelease, plan_edition_release
from editions.releases.journal import carry_out, interrupted, recover
from editions.releases.plan import Plan
from editions.source.configuration import Configuration
from editions.source.discovery import INSIGHTS
from editions.source.problem import Unpublishable

_PREFIX = f"{INSIGHTS}/"


@click.command()
@click.argument("what", nargs=-1, metavar="[insights/SLUG] VERSION")
@click.option("--date", metavar="DATE", help="When it is published: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--dry-run", is_flag=True, help="Show everything that would be written, and write nothing.")
@click.option("--resume", is_flag=True, help="Only complete a command that was stopped while it wrote.")
@config_file
def release(what: tuple[str, ...], date: str | None, dry_run: bool, resume: bool, config_file: Path) -> None:
    """Freeze the working copy of the standard, or of an article, as a release.

    Everything is checked first, the version against the policy in mkdocs.yml too. The release folder with its lock,
    the changelog's section, CITATION.cff and the front matter of the working copy are written as one, and are yours
    to review and commit. Exit codes: 0 released, 1 something stands against it, 2 the command could not run.

    \b
    Example:
      editions release 1.2 --date 2026-09 --dry-run
      editions release insights/what-is-a-production-ai-system 1.1 --date 2026-09-01
    """
    configuration = configuration_or_stop(config_file)
    if resume:
        _resume(configuration)
        return
    slug, version = work_and_version(what)
    if date is None:
        raise click.UsageError("--date is missing; say when it is published, such as --date 2026-09")
    try:
        published = PartialDate.parse(date)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        stop_if_interrupted(configuration)
        if slug is None:
            prepared = plan_edition_release(configuration, version, published)
            _tell(prepared)
            plan = prepared.plan
        else:
            plan = plan_article_release(configuration, slug, version, published)
        finish(configuration, plan, dry_run=dry_run)
    except Unpublishable as error:
        refused(error)


def work_and_version(what: tuple[str, ...]) -> tuple[str | None, Version]:
    """Read what a command is about.

    Args:
        what: ``VERSION``, or ``insights/SLUG`` and ``VERSION``.

    Returns:
        The article's slug, ``None`` for the standard; and the version.

    Raises:
        click.UsageError: If it is neither.
    """
    if len(what) not in (1, 2) or (len(what) == 2 and not what[0].startswith(_PREFIX)):
        raise click.UsageError(f"name a VERSION, or {_PREFIX}SLUG and a VERSION")
    slug = what[0].removeprefix(_PREFIX).removesuffix(".md") if len(what) == 2 else None
    try:
        return slug, Version.parse(what[-1])
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def stop_if_interrupted(configuration: Configuration) -> None:
    """Stop before a second command writes over one that was stopped.

    Raises:
        Unpublishable: If a command was stopped while it wrote.
    """
    problems = interrupted(configuration.root)
    if problems:
        raise Unpublishable(problems)


def finish(configuration: Configuration, plan: Plan, *, dry_run: bool) -> None:
    """Show a plan, or carry it out and say what was written.

    Args:
        dry_run: Whether to write nothing.

    Raises:
        Unpublishable: If a file changed in the meantime.
    """
    if dry_run:
        click.echo(plan.shown)
        click.echo("Nothing was written (--dry-run)", err=True)
        return
    carry_out(configuration.root, plan)
    click.echo(f"{plan.title}:")
    for write in plan.writes:
        what = "removed" if write.content is None else "new" if write.before is None else "changed"
        click.echo(f"  {what}  {write.path}")
    click.echo("Review the change and commit it", err=True)


def _tell(prepared: EditionRelease) -> None:
    if prepared.comparison is not None and prepared.wanted is not None:
        click.echo(comparison_text(prepared.comparison, colour=colour()))
        least = prepared.wanted.bump
        click.echo(f"At least a {least} version is needed; {prepared.edition.version} will do.\n")


def _resume(configuration: Configuration) -> None:
    try:
        done = recover(configuration.root)
    except Unpublishable as error:
        could_not_run(error)
    click.echo("Nothing was left to complete" if done is None else f"Completed: {done}")
