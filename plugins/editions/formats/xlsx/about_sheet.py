"""The sheet about the edition: which it is, where it stands, and how it may be reused."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter import Workbook

from editions.attribution.notice import edition_notice
from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.formats.edition_texts import EditionTexts
from editions.formats.xlsx.looks import Looks, cell_text, sheet_name
from editions.model import Edition, Publication
from editions.model.addresses import checklist_address, edition_address
from editions.words.phrasebook import Phrasebook


def about_sheet(book: Workbook, looks: Looks, publication: Publication, edition: Edition, words: Phrasebook) -> None:
    """Write the sheet.

    Args:
        looks: Its formats.
        publication: What the edition belongs to.
        words: The language.
    """
    facts = list(_facts(publication, edition, words))
    title = words.text("About")
    heads = (words.text("About this checklist"), words.text("Value"))
    sheet = book.add_worksheet(sheet_name(title))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.add_table(
        0,
        0,
        len(facts),
        1,
        {
            "name": "About",
            "style": None,
            "autofilter": False,
            "columns": [{"header": name, "header_format": looks.head} for name in heads],
            "title": title,
            "description": words.text("Facts about the edition that this checklist was made from."),
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


def _facts(publication: Publication, edition: Edition, words: Phrasebook) -> Iterator[tuple[str, str]]:
    newer = publication.standard.superseded_by(edition)
    draft = edition.status == "draft"
    yield words.text("Standard"), edition.title
    yield words.text("Abbreviation"), edition.abbreviation
    yield words.text("Version"), str(edition.version)
    if draft:
        yield words.text("Status"), words.text("draft: not released, and nothing to assess against yet")
    elif newer:
        yield words.text("Status"), words.text("superseded by version {version}", version=newer.version)
    else:
        yield words.text("Status"), words.text("the newest release")
    yield words.text("Date"), str(edition.date)
    yield words.text("Authors"), "; ".join(author.name for author in edition.authors)
    yield words.text("Publisher"), edition.publisher.name
    yield words.text("Address of this edition"), publication.absolute(edition_address(edition))
    yield words.text("Checklist on the site"), publication.absolute(checklist_address(edition))
    yield words.text("Licence"), f"{edition.licence.name} ({edition.licence.spdx})"
    yield words.text("Address of the licence"), edition.licence.url
    yield words.text("Attribution"), edition_notice(publication, edition, words)
    if not draft:
        yield words.text("Citation"), cite(edition_record(publication, edition), "apa")
    if edition.adapted_from:
        yield words.text("Adapted from"), f"{edition.adapted_from.title}, {edition.adapted_from.url}"
    texts = EditionTexts(publication, edition)
    for field, _ in edition.more.stated("edition"):
        if field.xlsx:
            yield words.text(field.xlsx), texts.value(edition, field, words)
    for erratum in publication.standard.errata_of(edition):
        name = words.text("Erratum, {date}", date=erratum.date)
        yield name, f"{erratum.what} → {erratum.text.markdown}"
    how = words.text(
        "Fill in the last four columns of the sheet Checklist. The counts follow by themselves. "
        "When you share a copy with other words in the texts of the criteria, say that you changed them."
    )
    yield words.text("How to use it"), how
