"""``editions compose``: the site as a folder for another generator."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run
from editions.cli.project import config_file, configuration_or_stop
from editions.cli.site_notices import say_notices
from editions.composing.composed_folder import refuse_other_folder, write_composed
from editions.composing.composition import Composition
from editions.model.counts import counted
from editions.site.plan import configured_plan
from editions.source.problem import Unpublishable
from editions.validation import load_publication


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@config_file
def compose(folder: Path, config_file: Path) -> None:
    """Write the site as Markdown, data and templates into DIR.

    A generator that reads MkDocs' configuration builds it there without Editions: MkDocs, ProperDocs or Zensical. The
    site has the same pages, anchors, data files and metadata as that of 'editions build'. What an earlier run left in
    docs/ and theme/ of DIR is removed, files that hold what they should and all others in DIR are left as they are.
    With problems in the sources nothing is written.

    \b
    Example:
      editions compose composed
      zensical build -f composed/mkdocs.yml
    """
    configuration = configuration_or_stop(config_file)
    try:
        refuse_other_folder(configuration, folder)
        publication = load_publication(configuration)
        say_notices(configuration)
        site = configured_plan(publication, configuration)
        files = list(Composition(site, configuration).composed_files())  # all of it, before any is written
        written = write_composed(folder, files)
    except Unpublishable as error:
        could_not_run(error)
    pages = len(site.documents)
    counts = f"{counted(pages, 'page', 'pages')} and {counted(len(files) - pages, 'other file', 'other files')}"
    click.echo(f"Composed {counts} into {folder}: {written.changed} written, {written.removed} removed")
