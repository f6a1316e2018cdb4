"""``editions cite``: one work in one style or format."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from editions.citations import FORMATS, STYLES, CitedWork, UnknownForm, WorkRecord, cite
from editions.citations.cff import cff
from editions.citations.known_works import KnownWorks
from editions.cli.edition_options import DATE_VALUE
from editions.cli.project import config_file, publication_or_stop
from editions.model import PartialDate

_STYLES = [it.name for it in STYLES]
_FORMATS = [it.name for it in FORMATS]


@click.command("cite")
@click.argument("key")
@click.option(
    "--style",
    "form",
    type=click.Choice([*_STYLES, *_FORMATS]),
    default="apa",
    show_default=True,
    help="A citation style, or a file format.",
)
@click.option("--all-versions", is_flag=True, help="Cite all versions at the standing address.")
@click.option(
    "--accessed", type=DATE_VALUE, metavar="DATE", help="The day on which it was read, where a style prints it."
)
@click.option("--html", is_flag=True, help="A style's citation as HTML, with its italics and links.")
@config_file
def cite_command(
    key: str, form: str, all_versions: bool, accessed: PartialDate | None, html: bool, config_file: Path
) -> None:
    """Cite the work with a KEY; 'editions works' lists the keys.

    A citation names exactly one version, at its permanent address, unless --all-versions is given.

    \b
    Example:
      editions cite psf-1.1
      editions cite psf-1.1-psf-06.1 --style ieee --accessed 2026-11-24
      editions cite psf-1.1 --style cff > CITATION.cff
    """
    publication = publication_or_stop(config_file)
    known = KnownWorks(publication)
    work: WorkRecord | CitedWork | None = known.own.get(key) or known.references.get(key)
    if work is None:
        near = get_close_matches(key.lower(), [*known.own, *known.references], 1, 0.6)
        hint = f"did you mean {near[0]}?" if near else "'editions works' lists the keys"
        raise click.UsageError(f"no work has the key {key!r}; {hint}")
    if html and form not in _STYLES:
        raise click.UsageError(f"{form} is a file format and has no HTML; leave --html out")
    if all_versions and (isinstance(work, CitedWork) or work.standing_url is None):
        raise click.UsageError(f"{key!r} has no standing address; leave --all-versions out")
    try:
        if form == "cff" and isinstance(work, WorkRecord) and work.reference.type == "standard":
            text = cff((work.standing if all_versions else work).reference, publication.repository)
        else:
            text = cite(work, form, html=html, accessed=accessed, standing=all_versions)
    except UnknownForm as error:
        raise click.UsageError(str(error)) from None
    click.echo(text, nl=not text.endswith("\n"))
