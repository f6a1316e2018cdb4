"""``editions bundle``: a zip file of each edition, with its digest."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run
from editions.cli.project import config_file, configuration_or_stop
from editions.model import Version
from editions.releases.bundle import SUMS, bundle, sums
from editions.source.file_writing import write_files
from editions.source.problem import Unpublishable
from editions.validation import load_project


@click.command("bundle")
@click.argument("versions", nargs=-1, metavar="[VERSION]…")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where to.")
@config_file
def bundle_command(versions: tuple[str, ...], output: Path, config_file: Path) -> None:
    """Write a zip file of each release, and SHA256SUMS.

    A bundle holds the Markdown and its lock as they were frozen, the data, the comparison with the release before,
    the citation file and the licence. The same sources give the same bytes on any machine. Without VERSION, every
    release is bundled.

    \b
    Example:
      editions bundle 1.1 -o dist
      editions bundle -o dist
    """
    configuration = configuration_or_stop(config_file)
    loaded = load_project(configuration)
    try:
        if loaded.publication is None:
            raise Unpublishable(loaded.problems)
        releases = {edition.version: edition for edition in loaded.publication.standard.releases}
        wanted = [_known(version, set(releases)) for version in dict.fromkeys(versions)] or list(releases)
        made = tuple(
            bundle(configuration, loaded.publication, releases[it], loaded.records.releases[str(releases[it].version)])
            for it in wanted
        )
        files = {**{it.name: it.content for it in made}, SUMS: sums(made)}
        write_files(output, files)
    except Unpublishable as error:
        could_not_run(error)
    for name in files:
        click.echo(output / name)


def _known(text: str, releases: set[Version]) -> Version:
    try:
        version = Version.parse(text)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if version not in releases:
        raise click.UsageError(f"there is no release {version}; there are {', '.join(map(str, sorted(releases)))}")
    return version
