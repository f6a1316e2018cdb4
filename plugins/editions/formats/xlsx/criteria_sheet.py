"""The sheet of criteria: what each asks, and what the reader found."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from editions.formats.edition_texts import EditionTexts
from editions.formats.xlsx.looks import Looks, cell_text, sheet_name
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address
from editions.model.fields import ItemKind, added_fields
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

SHEET = message("Checklist")
STATUSES = (message("met"), message("partly met"), message("not met"), message("not applicable"))
# Paper colours that leave dark text readable; the words say the same.
_PAINT = dict(zip(STATUSES, ("#DDEFE0", "#FBF0CF", "#F8DEDC", "#E6E6E6"), strict=True))


@dataclass(frozen=True)
class Column:
    """A column of the sheet.

    Attributes:
        name: Its heading, in English.
        width: Its width, in characters.
        entry: Whether the reader fills it in.
    """

    name: str
    width: float
    entry: bool = False


_KINDS: tuple[ItemKind, ...] = ("domain", "criterion")
_ADDED = tuple((kind, field) for kind in _KINDS for field in added_fields(kind) if field.xlsx)
COLUMNS = (
    Column(message("Domain id"), 12),
    Column(message("Domain"), 22),
    Column(message("Section"), 18),
    Column(message("Criterion id"), 13),
    Column(message("Title"), 22),
    Column(message("Criterion"), 60),
    Column(message("Erratum"), 30),
    Column(message("Level"), 12),
    *(Column(field.xlsx, 36) for _, field in _ADDED),
    Column(message("Status"), 15, entry=True),
    Column(message("Evidence"), 36, entry=True),
    Column(message("Owner"), 18, entry=True),
    Column(message("Date"), 12, entry=True),
)
_ID_COLUMN = 3
_OPTIONAL = ("Section", "Title", "Erratum", "Level", *(field.xlsx for _, field in _ADDED))


def criteria_sheet(book: Workbook, looks: Looks, publication: Publication, edition: Edition, words: Phrasebook) -> int:
    """Write the sheet.

    Args:
        looks: Its formats.
        publication: What the edition belongs to.
        words: The language.

    Returns:
        How many criteria there are: they stand in the rows from 2 on, below the headings.
    """
    sheet = book.add_worksheet(sheet_name(words.text(SHEET)))
    texts = EditionTexts(publication, edition)
    rows = [_row(publication, edition, domain, criterion, texts, words) for domain, criterion in edition.criteria()]
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value, looks.text)
    for number, (_, criterion) in enumerate(edition.criteria(), 1):
        url = publication.absolute(criterion_address(edition, criterion))
        sheet.write_url(
            number, _ID_COLUMN, url, looks.link, criterion.id, words.text("Criterion {id} on the site", id=criterion.id)
        )
        for place in range(len(row), len(COLUMNS)):
            sheet.write_blank(number, place, None, looks.date if COLUMNS[place].name == "Date" else looks.entry)
    _set_columns(sheet, rows)
    _set_table(sheet, looks, len(rows), words)
    _set_entries(book, sheet, len(rows), words)
    _set_paper(sheet, edition, words)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(COLUMNS) - 1)}{len(rows) + 1}"})
    return len(rows)


def column_cells(name: str, rows: int, words: Phrasebook) -> str:
    """The cells of a column, as a formula of another sheet names them.

    Args:
        name: Heading of the column, in English.
        rows: How many criteria there are.
        words: The language.

    Returns:
        Such as ``Checklist!$A$2:$A$9``.
    """
    letter = xl_col_to_name([column.name for column in COLUMNS].index(name))
    return f"{quote_sheetname(sheet_name(words.text(SHEET)))}!${letter}$2:${letter}${rows + 1}"


def _row(
    publication: Publication,
    edition: Edition,
    domain: Domain,
    criterion: Criterion,
    texts: EditionTexts,
    words: Phrasebook,
) -> tuple[str, ...]:
    errata = publication.standard.errata_of(edition, criterion.id)
    corrected = "\n".join(f"{it.date}: {it.what} → {texts.plain(it.text, it.origin)}" for it in errata)
    said = (
        domain.id,
        domain.title,
        criterion.section,
        criterion.id,
        criterion.title,
        texts.plain(criterion.text, criterion.origin),
        corrected,
        criterion.level,
        *(texts.value(domain if kind == "domain" else criterion, field, words) for kind, field in _ADDED),
    )
    return tuple(map(cell_text, said))


def _set_columns(sheet: Worksheet, rows: list[tuple[str, ...]]) -> None:
    """Set widths; a column for something that this edition does not have is folded away, and keeps its place."""
    for place, column in enumerate(COLUMNS):
        unused = column.name in _OPTIONAL and not any(row[place] for row in rows)
        sheet.set_column(place, place, column.width, None, {"hidden": True} if unused else {})


def _set_table(sheet: Worksheet, looks: Looks, rows: int, words: Phrasebook) -> None:
    """A table has its headings marked as headings, for screen readers too, and filters."""
    sheet.add_table(
        0,
        0,
        rows,
        len(COLUMNS) - 1,
        {
            "name": "Criteria",
            "style": None,
            "columns": [{"header": words.text(column.name), "header_format": looks.head} for column in COLUMNS],
            "title": words.text("Criteria"),
            "description": words.text(
                "Every criterion of the edition, with its status, the evidence, its owner and the date."
            ),
        },
    )
    sheet.freeze_panes(1, 0)


def _set_entries(book: Workbook, sheet: Worksheet, rows: int, words: Phrasebook) -> None:
    place = {column.name: number for number, column in enumerate(COLUMNS)}
    status, date = place["Status"], place["Date"]
    sheet.data_validation(
        1,
        status,
        rows,
        status,
        {
            "validate": "list",
            "source": [words.text(status) for status in STATUSES],
            "input_title": words.text("Status")[:32],
            "input_message": words.text("Choose from the list: met, partly met, not met or not applicable.")[:255],
            "error_title": words.text("Not a status")[:32],
            "error_message": words.text("Choose met, partly met, not met or not applicable, or leave the cell empty.")[
                :255
            ],
        },
    )
    sheet.data_validation(
        1,
        date,
        rows,
        date,
        {
            "validate": "date",
            "criteria": ">=",
            "value": "=DATE(1900,1,1)",
            "error_title": words.text("Not a date")[:32],
            "error_message": words.text("Write the day as a date, such as 2026-04-30.")[:255],
        },
    )
    for word, colour in _PAINT.items():
        paint = book.add_format({"bg_color": colour, "font_color": "#1A1A1A"})
        rule = {"type": "cell", "criteria": "==", "value": f'"{words.text(word)}"', "format": paint}
        sheet.conditional_format(1, status, rows, status, rule)


def _set_paper(sheet: Worksheet, edition: Edition, words: Phrasebook) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    name = f"{edition.abbreviation} {edition.version}".replace("&", "&&")
    pages = words.text("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&L{name[:100]}&C&A&R{pages}")
