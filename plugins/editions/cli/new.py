"""``editions new``: a standard to begin with."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import click

from editions.cli.edition_options import (
    ABBREVIATION,
    COPYRIGHT,
    DATE_VALUE,
    ENGINE,
    LICENCE,
    PUBLISHER,
    TITLE,
    URL,
    EditionFact,
    SiteAddress,
)
from editions.cli.problem_lines import refused
from editions.formats.imported import Imported
from editions.importing.project_writing import refuse_taken, write_new_project
from editions.model import PartialDate, Publisher, Version
from editions.source.problem import Unpublishable
from editions.starter.engine import engine_requirement, is_local
from editions.starter.first_edition import first_edition
from editions.starter.site_files import SiteFacts

# What a new standard needs, with the option that says it, its form, and the question to those at a terminal.
_QUESTIONS: tuple[tuple[str, EditionFact, str], ...] = (
    ("title", EditionFact("title"), "Title of the standard"),
    ("abbreviation", EditionFact("abbreviation"), "Its short name, of letters, digits and hyphens"),
    ("publisher", EditionFact("publisher", "name"), "Who publishes it"),
    ("licence", EditionFact("license"), "Licence of its text, by its SPDX identifier, such as CC-BY-4.0"),
    ("url", SiteAddress(), "Address of its site, such as https://standards.example/"),
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@TITLE
@ABBREVIATION
@PUBLISHER
@click.option("--publisher-url", type=EditionFact("publisher", "url"), help="Its home page.")
@LICENCE
@URL
@click.option(
    "--date", type=DATE_VALUE, metavar="DATE", help="When the first edition is to be published; by default this year."
)
@COPYRIGHT
@ENGINE
def new(
    folder: Path,
    title: str | None,
    abbreviation: str | None,
    publisher: str | None,
    publisher_url: str | None,
    licence: str | None,
    url: str | None,
    date: PartialDate | None,
    copyright_notice: str | None,
    engine: str | None,
) -> None:
    """Begin a standard in DIR, a folder that is empty or not there yet.

    Asks for what is not said with an option. What is written is small and complete: a draft of version 1.0 with one
    domain, the site's own pages, workflows, and a Makefile whose 'make test' and 'make serve' work. Exit codes: 0
    written, 1 something stands against it, 2 it could not run.

    \b
    Example:
      editions new my-standard
      editions new my-standard --title "Our Standard" --abbreviation OS --publisher "Our Body" \\
        --licence CC-BY-4.0 --url https://standards.example/
    """
    try:
        refuse_taken(folder)
        said = {"title": title, "abbreviation": abbreviation, "publisher": publisher, "licence": licence, "url": url}
        facts = _asked(said)
        requirement = engine or engine_requirement()
        edition = first_edition(
            title=facts["title"],
            abbreviation=facts["abbreviation"],
            publisher=Publisher(facts["publisher"], url=publisher_url),
            licence=facts["licence"],
            site_url=facts["url"],
            version=Version(1, 0),
            date=date or PartialDate(_this_year()),
        )
        write_new_project(Imported(edition), folder, SiteFacts(facts["url"], requirement, copyright_notice))
    except Unpublishable as error:
        refused(error)
    click.echo(f"Began {edition.title} ({edition.abbreviation}) in {folder}")
    if is_local(requirement):
        click.echo(f"{folder / 'requirements.txt'} names a place on this machine; --engine names another", err=True)
    click.echo(f"Next: cd {folder} && make serve", err=True)


def _asked(said: dict[str, str | None]) -> dict[str, str]:
    """Ask those who sit at a terminal for what they have not said."""
    missing = [name for name, _, _ in _QUESTIONS if not said[name]]
    if missing and not sys.stdin.isatty():
        options = ", ".join(f"--{name}" for name in missing)
        raise click.UsageError(
            f"{options} {'is' if len(missing) == 1 else 'are'} missing; at a terminal, you are asked"
        )
    return {name: said[name] or click.prompt(question, type=form) for name, form, question in _QUESTIONS}


def _this_year() -> int:
    """The year that a draft states until its release sets the date (https://reproducible-builds.org/specs/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdecimal() else None
    return (day or datetime.datetime.now(datetime.UTC)).year
