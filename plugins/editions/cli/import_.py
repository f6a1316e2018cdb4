"""``editions import``: a site from what a standards body has, or the next edition in one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from editions.cli.edition_options import edition_options
from editions.cli.problem_lines import colour, refused
from editions.cli.release import stop_if_interrupted
from editions.formats.criteria_json.document_reading import read_criteria
from editions.formats.csv.mapping import Mapping, purposes, read_mapping
from editions.formats.csv.mapping_options import mapping_of_options
from editions.formats.csv.table_reading import read_csv
from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported
from editions.formats.oscal.reading import read_oscal
from editions.importing.mapped_ids import with_mapped_ids
from editions.importing.next_edition import Standing, plan_next_edition, standing_project
from editions.importing.project_writing import CONFIGURATION, refuse_taken, write_new_project
from editions.importing.report import preview_lines, report_lines, report_markdown, size_words
from editions.model import PartialDate, Publisher, Version
from editions.releases.journal import carry_out
from editions.source.configuration import read_configuration
from editions.source.file_writing import write_file
from editions.source.problem import Unpublishable
from editions.starter.engine import engine_requirement, is_local
from editions.starter.site_files import SiteFacts

Reader = Callable[[Path, ImportFacts], Imported]
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class ImportOptions:
    """What every import is told.

    Attributes:
        facts: The facts that were stated by hand.
        url: Address of the site, if it was stated.
        copyright_notice: The copyright notice, if it was stated.
        engine: How the new project installs the engine, if it was stated.
        map_ids: Whether ids that cannot stand are mapped.
        preview: Whether nothing is written.
        report: Where the report is written, if anywhere.
    """

    facts: Facts
    url: str | None
    copyright_notice: str | None
    engine: str | None
    map_ids: bool
    preview: bool
    report: Path | None

    @classmethod
    def of(
        cls,
        *,
        title: str | None,
        abbreviation: str | None,
        version: Version | None,
        date: PartialDate | None,
        publisher: str | None,
        licence: str | None,
        url: str | None,
        copyright_notice: str | None,
        engine: str | None,
        map_ids: bool,
        preview: bool,
        report: Path | None,
    ) -> ImportOptions:
        """Gather the options of a command."""
        facts = Facts(
            title=title,
            abbreviation=abbreviation,
            version=version,
            date=date,
            publisher=Publisher(publisher) if publisher else None,
            licence=licence,
            url=f"{url}standard/" if url else None,
        )
        return cls(facts, url, copyright_notice, engine, map_ids, preview, report)


def _import_command(command: _Command) -> _Command:
    """What all forms of an import share: the file, the folder, and the options."""
    decorators: tuple[Callable[[Any], Any], ...] = (
        click.argument("file", type=click.Path(path_type=Path)),
        click.argument("folder", metavar="DIR", type=click.Path(path_type=Path)),
        click.option("--map-ids", is_flag=True, help="Map ids that cannot stand in an address, and tell each."),
        click.option("--preview", is_flag=True, help="Show what would come of the file, and write nothing."),
        click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here, too."),
        edition_options,
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


@click.group("import")
def import_() -> None:
    """Make a site of what there is, or its next edition.

    DIR is a folder that is empty or not there yet: it becomes a whole project, which passes 'editions check' and
    builds. Where DIR holds a project already, the edition there is frozen as a release and the file becomes the next
    edition, a draft. Nothing is dropped in silence: what has no place is told. Nothing is read from the network, and
    where anything is wrong, nothing is written. Exit codes: 0 imported, 1 something stands against it, 2 it
    could not run.

    \b
    Example:
      editions import criteria criteria.json my-standard/
    """


@import_.command()
@_import_command
def oscal(file: Path, folder: Path, **options: Any) -> None:
    """Import an OSCAL catalog: version 1.0 to 1.2, as JSON, YAML or XML.

    Groups become domains and controls criteria, with their enhancements after them; statements keep the labels of
    their parts, parameters are written out, guidance stands beside the criteria, and controls that were withdrawn or
    moved become lineage where the edition before is in DIR.

    \b
    Example:
      editions import oscal catalog.json my-standard/ --abbreviation OS --licence CC-BY-4.0 --url https://standards.example/
      editions import oscal catalog.xml my-standard/ --edition 2.0 --report report.md
    """
    run_import(read_oscal, file, folder, ImportOptions.of(**options))


@import_.command()
@_import_command
def criteria(file: Path, folder: Path, **options: Any) -> None:
    """Import a criteria.json that a site of Editions publishes.

    \b
    Example:
      editions import criteria criteria.json my-standard/
      editions import criteria criteria.json my-standard/ --url https://standards.example/ --report report.md
    """
    run_import(read_criteria, file, folder, ImportOptions.of(**options))


@import_.command("csv")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="PURPOSE=NAME",
    help=f"What a column holds, such as id='Control ID'. Purposes: {', '.join(purposes())}.",
)
@click.option(
    "--reference",
    "references",
    multiple=True,
    metavar="FRAMEWORK[@VERSION]=NAME",
    help="A column of ids of another framework's items, such as 'ISO/IEC 27001@2022=ISO clause'.",
)
@click.option("--mapping", type=click.Path(path_type=Path), help="A YAML file that says what the columns hold.")
@click.option("--texts", type=click.Choice(["plain", "markdown"]), help="Whether texts hold markup; by default not.")
@click.option("--separator", help="What parts several values in one cell; by default a semicolon.")
@click.option("--encoding", help="The table's encoding, such as cp1252; by default UTF-8, or what its mark says.")
@click.option("--delimiter", help="What stands between cells: one character, or 'tab'; by default it is found.")
@_import_command
def import_csv(file: Path, folder: Path, mapping: Path | None, **options: Any) -> None:
    """Import a table of criteria, such as a spreadsheet saved as CSV.

    The first row names the columns. What each holds is said with --column and --reference, or in a small file with
    --mapping; columns named id, text, title, section, level, domain or domain title need nothing. The criteria.csv that
    a site of Editions publishes needs nothing at all.

    \b
    Example:
      editions import csv controls.csv my-standard/ --column id="Control ID" --column text=Requirement --preview
      editions import csv controls.csv my-standard/ --mapping columns.yml --title "Our Standard" --abbreviation OS
    """
    told = {
        name: options.pop(name) for name in ("columns", "references", "texts", "separator", "encoding", "delimiter")
    }
    chosen = ImportOptions.of(**options)
    try:
        columns = mapping_of_options(read_mapping(mapping) if mapping else Mapping(), **told)
    except ValueError as error:
        if not isinstance(error, Unpublishable):
            raise click.UsageError(str(error)) from None
        refused(error)
    run_import(lambda path, facts: read_csv(path, facts, columns), file, folder, chosen)


def run_import(read: Reader, file: Path, folder: Path, options: ImportOptions) -> None:
    """Import a file.

    Args:
        folder: Where the project is, or is to be.
        options: What the command was told. The command ends with exit code 1 where something stands against it.
    """
    _refuse_report(options)
    try:
        standing = _standing(folder)
        _say(f"Reading {file}")
        imported = read(file, ImportFacts(options.facts, standing.facts if standing else Facts()))
        if options.map_ids:
            imported = with_mapped_ids(imported)
        if options.preview:
            _preview(imported)
            return
        _say(f"Writing and checking {size_words(imported.edition)}")
        imported = _into(standing, imported) if standing else _new(imported, folder, options)
    except Unpublishable as error:
        refused(error)
    _tell(imported, standing, folder, file, options.report)


def _standing(folder: Path) -> Standing | None:
    configuration_file = folder / CONFIGURATION
    if not configuration_file.is_file():
        refuse_taken(folder)
        return None
    configuration = read_configuration(configuration_file)
    stop_if_interrupted(configuration)
    return standing_project(configuration)


def _into(standing: Standing, imported: Imported) -> Imported:
    plan, written = plan_next_edition(standing, imported)
    carry_out(standing.configuration.root, plan)
    return written


def _new(imported: Imported, folder: Path, options: ImportOptions) -> Imported:
    address = imported.edition.url.rstrip("/")
    url = options.url or imported.site_url or f"{address.removesuffix('/standard')}/"
    engine = options.engine or engine_requirement()
    written = write_new_project(imported, folder, SiteFacts(url, engine, options.copyright_notice))
    if is_local(engine):
        click.echo(f"{folder / 'requirements.txt'} names a place on this machine; --engine names another", err=True)
    return written


def _preview(imported: Imported) -> None:
    click.echo("\n".join([*preview_lines(imported), "", *report_lines(imported)]))
    click.echo("Nothing was written (--preview)", err=True)


def _tell(imported: Imported, standing: Standing | None, folder: Path, file: Path, report: Path | None) -> None:
    edition = imported.edition
    what = f"{edition.abbreviation} {edition.version}, {size_words(edition)}"
    after = f", as the edition after {standing.edition.version}" if standing else ""
    click.echo(f"Imported {what}, into {folder}{after}")
    click.echo("\n".join(report_lines(imported)))
    if report is not None:
        write_file(report, report_markdown(imported, file.name).encode("utf-8"))
    released = f"editions release {edition.version} --date {edition.date}"
    click.echo(f"It is a draft: read it, then freeze it with '{released}' in {folder}", err=True)


def _refuse_report(options: ImportOptions) -> None:
    report = options.report
    if report is not None and not report.resolve().parent.is_dir():
        raise click.UsageError(f"--report: {report.parent} is no folder; name a file in one that is there")


def _say(text: str) -> None:
    """Say what is going on, to those who wait at a terminal."""
    if sys.stderr.isatty():
        click.echo(click.style(text, dim=True), err=True, color=colour())
