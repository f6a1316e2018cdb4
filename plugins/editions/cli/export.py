"""``editions export``: the data files of an edition, as the site serves them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run
from editions.cli.project import config_file, publication_or_stop
from editions.formats.edition_exports import edition_exports
from editions.model import Edition, Publication, Version
from editions.model.edition_files import EDITION_FILES
from editions.source.file_writing import write_files
from editions.source.problem import Problem, Unpublishable

_ALL = "all"
_BY_FORMAT = {file.format: file for file in EDITION_FILES}


@click.command("export")
@click.argument("version", required=False, metavar="[VERSION|draft]")
@click.option(
    "--format",
    "formats",
    type=click.Choice([*_BY_FORMAT, _ALL]),
    multiple=True,
    default=(_ALL,),
    show_default=True,
    help="Which file; can be given more than once.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder to write into; it is made if it is not there.",
)
@click.option("--force", is_flag=True, help="Replace files that hold something else.")
@config_file
def export(version: str | None, formats: tuple[str, ...], output: Path, force: bool, config_file: Path) -> None:
    """Write the data files of an edition, by default of the newest.

    The bytes are those that the site serves beside the edition, so their checksums stand in its /catalog.json. A file
    that is there already and holds something else stays as it is, and nothing is written, unless --force is given.

    \b
    Example:
      editions export -o data
      editions export 1.0 --format csv --format xlsx -o data
      editions export draft --format json -o preview --force
    """
    publication = publication_or_stop(config_file)
    edition = _edition(publication, version)
    files = list(EDITION_FILES) if _ALL in formats else [_BY_FORMAT[name] for name in dict.fromkeys(formats)]
    try:
        made = edition_exports(publication, edition, files)
        changed = _changed(output, made, force)
        write_files(output, changed)
    except Unpublishable as error:
        could_not_run(error)
    for name in made:
        click.echo(output / name)


def _edition(publication: Publication, name: str | None) -> Edition:
    standard = publication.standard
    if name is None:
        return standard.current
    if name == "draft":
        if standard.draft is None:
            raise click.UsageError("there is no draft: the working copy is a release; name its version")
        return standard.draft
    try:
        found = standard.by_version.get(Version.parse(name))
    except ValueError as error:
        raise click.UsageError(f"{error}, or draft") from None
    if found is None:
        known = ", ".join(str(edition.version) for edition in standard.editions)
        raise click.UsageError(f"there is no edition {name}; there are {known}")
    return found


def _changed(folder: Path, files: Mapping[str, bytes], force: bool) -> dict[str, bytes]:
    """The files that do not stand in the folder yet.

    Raises:
        Unpublishable: If others with their names do, unless they may be replaced; it names every one.
    """
    changed: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, content in files.items():
        place = folder / name
        if place.is_file() and place.read_bytes() == content:
            continue
        if place.is_dir():
            problems.append(Problem(str(place), 1, "is a folder; name another folder with -o"))
        elif place.exists() and not force:
            message = "holds something else; replace it with --force, or name another folder with -o"
            problems.append(Problem(str(place), 1, message))
        changed[name] = content
    if problems:
        raise Unpublishable(tuple(problems))
    return changed
