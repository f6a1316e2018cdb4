"""The sheet about the edition: which it is, where it stands, and how it may be reused."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter import Workbook

from editions.attribution.notice import edition_notice
from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.formats.edition_texts import EditionTexts
from editions.formats.xlsx.looks import Looks, cell_text
from editions.model import Edition, Publication
from editions.model.addresses import checklist_address, edition_address

SHEET = "About"
_HOW_TO_USE_IT = (
    "Fill in the last four columns of the sheet Checklist. The counts follow by themselves. "
    "When you share a copy with other words in the texts of the criteria, say that you changed them."
)


def about_sheet(book: Workbook, looks: Looks, publication: Publication, edition: Edition) -> None:
    """Write the sheet.

    Args:
        looks: Its formats.
        publication: What the edition belongs to.
    """
    facts = list(_facts(publication, edition))
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.add_table(
        0,
        0,
        len(facts),
        1,
        {
            "name": SHEET,
            "style": None,
            "autofilter": False,
            "columns": [{"header": name, "header_format": looks.head} for name in ("About this checklist", "Value")],
            "title": SHEET,
            "description": "Facts about the edition that this checklist was made from.",
        },
    )
    for number, (name, value) in enumerate(facts, 1):
        sheet.write_string(number, 0, name, looks.text)
        if value.startswith(("https://", "http://")) and len(value) < 2000:
            sheet.write_url(number, 1, value, looks.link, value)
        else:
            sheet.write_string(number, 1, cell_text(value), looks.text)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _facts(publication: Publication, edition: Edition) -> Iterator[tuple[str, str]]:
    newer = publication.standard.superseded_by(edition)
    draft = edition.status == "draft"
    yield "Standard", edition.title
    yield "Abbreviation", edition.abbreviation
    yield "Version", str(edition.version)
    if draft:
        yield "Status", "draft: not released, and nothing to assess against yet"
    elif newer:
        yield "Status", f"superseded by version {newer.version}"
    else:
        yield "Status", "the newest release"
    yield "Date", str(edition.date)
    yield "Authors", "; ".join(author.name for author in edition.authors)
    yield "Publisher", edition.publisher.name
    yield "Address of this edition", publication.absolute(edition_address(edition))
    yield "Checklist on the site", publication.absolute(checklist_address(edition))
    yield "Licence", f"{edition.licence.name} ({edition.licence.spdx})"
    yield "Address of the licence", edition.licence.url
    yield "Attribution", edition_notice(publication, edition)
    if not draft:
        yield "Citation", cite(edition_record(publication, edition), "apa")
    if edition.adapted_from:
        yield "Adapted from", f"{edition.adapted_from.title}, {edition.adapted_from.url}"
    texts = EditionTexts(publication, edition)
    for field, _ in edition.more.stated("edition"):
        if field.xlsx:
            yield field.xlsx, texts.value(edition, field)
    for erratum in publication.standard.errata_of(edition):
        yield f"Erratum, {erratum.date}", f"{erratum.what} → {erratum.text.markdown}"
    yield "How to use it", _HOW_TO_USE_IT
