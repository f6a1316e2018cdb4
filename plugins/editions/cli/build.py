"""``editions build``: the site, without any other generator."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run
from editions.cli.project import config_file, configuration_or_stop
from editions.cli.site_notices import say_notices
from editions.model.counts import counted
from editions.render.built_site import Written, refuse_folder, write_site
from editions.render.site_rendering import SiteRendering
from editions.site.plan import configured_plan
from editions.source.problem import Unpublishable
from editions.validation import load_publication

_BETWEEN = 0.1  # seconds from one line of progress to the next


@click.command()
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder to build into: by default site_dir of the configuration, or site.",
)
@click.option("--strict", is_flag=True, help="Build nothing if there is a notice.")
@config_file
def build(site_dir: Path | None, strict: bool, config_file: Path) -> None:
    """Build the site into a folder.

    The files are the same, byte for byte, as those of 'mkdocs build' for a configuration without plugins of others.
    Files that hold what they should are left as they are, and what an earlier build left there is removed. With
    problems in the sources nothing is built.

    \b
    Example:
      editions build
      editions build -d preview --strict
    """
    begun = time.monotonic()
    configuration = configuration_or_stop(config_file)
    folder = site_dir or configuration.site_folder
    try:
        refuse_folder(configuration, folder)
        publication = load_publication(configuration)
        notices = say_notices(configuration)
        if strict and notices:
            click.echo(f"{counted(notices, 'notice', 'notices')}; nothing was built", err=True)
            sys.exit(1)
        site = SiteRendering(configured_plan(publication, configuration), configuration)
        with _progress() as progress:
            written = write_site(folder, site.files(), progress)
    except Unpublishable as error:
        could_not_run(error)
    click.echo(_outcome(written, folder, time.monotonic() - begun))


def _outcome(written: Written, folder: Path, seconds: float) -> str:
    pages = counted(written.pages, "page", "pages")
    others = counted(written.files - written.pages, "other file", "other files")
    changes = f"{written.changed} written"
    if written.removed:
        changes += f", {written.removed} removed"
    here = Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return f"Built the site into {shown}: {pages} and {others}, {changes}, in {seconds:.1f} s"


@contextmanager
def _progress() -> Iterator[Callable[[Written], None]]:
    """Say on a terminal how many files there are; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda written: None
        return
    last = 0.0

    def say(written: Written) -> None:
        nonlocal last
        if time.monotonic() - last >= _BETWEEN:
            last = time.monotonic()
            click.echo(f"\r{written.files} files", nl=False, err=True)

    try:
        yield say
    finally:
        click.echo("\r\033[K", nl=False, err=True)
