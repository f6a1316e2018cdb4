"""``checklist.xlsx``: one edition as a workbook in which an organisation records its own assessment.

Three sheets: the criteria, with what to fill in; counts by domain and level, by formula; and what edition this is.
Every text is written as text, so none is ever a formula. The file is the same on every day: its dates are fixed.
"""

from __future__ import annotations

import datetime
import io
import zipfile

from xlsxwriter import Workbook

from editions.formats.xlsx.about_sheet import about_sheet
from editions.formats.xlsx.criteria_sheet import criteria_sheet
from editions.formats.xlsx.looks import Looks
from editions.formats.xlsx.summary_sheet import summary_sheets
from editions.model import Edition, PartialDate, Publication
from editions.model.addresses import edition_address
from editions.words.phrasebook import phrasebook

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip file can state
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def checklist_xlsx(publication: Publication, edition: Edition) -> bytes:
    """An edition as a workbook for self-assessment.

    Returns:
        The content of its ``checklist.xlsx``.
    """
    made, words = io.BytesIO(), phrasebook(publication.language)
    book = Workbook(made, _AS_TEXT)
    book.set_properties(
        {
            "title": words.text("{edition}: checklist", edition=f"{edition.title} {edition.version}"),
            "subject": edition.summary,
            "author": ", ".join(author.name for author in edition.authors),
            "company": edition.publisher.name,
            "keywords": ", ".join(edition.keywords),
            "comments": f"{publication.absolute(edition_address(edition))} ({edition.licence.spdx})",
            "created": _moment(edition.date),
        }
    )
    book.set_size(24_000, 14_000)
    looks = Looks(book)
    rows = criteria_sheet(book, looks, publication, edition, words)
    summary_sheets(book, looks, edition, rows, words)
    about_sheet(book, looks, publication, edition, words)
    book.close()
    return _stored(made)


def _stored(packed: io.BytesIO) -> bytes:
    """The same workbook uncompressed: what a compressor makes of it depends on the machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as book:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _EARLIEST)
            entry.create_system = 0
            book.writestr(entry, parts.read(part))
    return made.getvalue()


def _moment(date: PartialDate) -> datetime.datetime:
    """A moment for the file's own date, which must be whole: the first that the edition's date allows."""
    return datetime.datetime(max(date.year, 1900), date.month or 1, date.day or 1)
