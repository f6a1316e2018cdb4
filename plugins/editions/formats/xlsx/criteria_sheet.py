"""The sheet of criteria: what each asks, and what the reader found."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from editions.formats.edition_texts import EditionTexts
from editions.formats.xlsx.looks import Looks, cell_text
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address
from editions.model.fields import ItemKind, added_fields

SHEET = "Checklist"
STATUSES = ("met", "partly met", "not met", "not applicable")
# Paper colours that leave dark text readable; the words say the same.
_PAINT = {"met": "#DDEFE0", "partly met": "#FBF0CF", "not met": "#F8DEDC", "not applicable": "#E6E6E6"}


@dataclass(frozen=True)
class Column:
    """A column of the sheet.

    Attributes:
        name: Its heading.
        width: Its width, in characters.
        entry: Whether the reader fills it in.
    """

    name: str
    width: float
    entry: bool = False


_KINDS: tuple[ItemKind, ...] = ("domain", "criterion")
_ADDED = tuple((kind, field) for kind in _KINDS for field in added_fields(kind) if field.xlsx)
COLUMNS = (
    Column("Domain id", 12),
    Column("Domain", 22),
    Column("Section", 18),
    Column("Criterion id", 13),
    Column("Title", 22),
    Column("Criterion", 60),
    Column("Erratum", 30),
    Column("Level", 12),
    *(Column(field.xlsx, 36) for _, field in _ADDED),
    Column("Status", 15, entry=True),
    Column("Evidence", 36, entry=True),
    Column("Owner", 18, entry=True),
    Column("Date", 12, entry=True),
)
_ID_COLUMN = 3
_OPTIONAL = ("Section", "Title", "Erratum", "Level", *(field.xlsx for _, field in _ADDED))


def criteria_sheet(book: Workbook, looks: Looks, publication: Publication, edition: Edition) -> int:
    """Write the sheet.

    Args:
        looks: Its formats.
        publication: What the edition belongs to.

    Returns:
        How many criteria there are: they stand in the rows from 2 on, below the headings.
    """
    sheet = book.add_worksheet(SHEET)
    texts = EditionTexts(publication, edition)
    rows = [_row(publication, edition, domain, criterion, texts) for domain, criterion in edition.criteria()]
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value, looks.text)
    for number, (_, criterion) in enumerate(edition.criteria(), 1):
        url = publication.absolute(criterion_address(edition, criterion))
        sheet.write_url(number, _ID_COLUMN, url, looks.link, criterion.id, f"Criterion {criterion.id} on the site")
        for place in range(len(row), len(COLUMNS)):
            sheet.write_blank(number, place, None, looks.date if COLUMNS[place].name == "Date" else looks.entry)
    _set_columns(sheet, rows)
    _set_table(sheet, looks, len(rows))
    _set_entries(book, sheet, len(rows))
    _set_paper(sheet, edition)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(COLUMNS) - 1)}{len(rows) + 1}"})
    return len(rows)


def column_cells(name: str, rows: int) -> str:
    """The cells of a column, as a formula of another sheet names them.

    Args:
        name: Heading of the column.
        rows: How many criteria there are.

    Returns:
        Such as ``Checklist!$A$2:$A$9``.
    """
    letter = xl_col_to_name([column.name for column in COLUMNS].index(name))
    return f"{SHEET}!${letter}$2:${letter}${rows + 1}"


def _row(
    publication: Publication, edition: Edition, domain: Domain, criterion: Criterion, texts: EditionTexts
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
        *(texts.value(domain if kind == "domain" else criterion, field) for kind, field in _ADDED),
    )
    return tuple(map(cell_text, said))


def _set_columns(sheet: Worksheet, rows: list[tuple[str, ...]]) -> None:
    """Set widths; a column for something that this edition does not have is folded away, and keeps its place."""
    for place, column in enumerate(COLUMNS):
        unused = column.name in _OPTIONAL and not any(row[place] for row in rows)
        sheet.set_column(place, place, column.width, None, {"hidden": True} if unused else {})


def _set_table(sheet: Worksheet, looks: Looks, rows: int) -> None:
    """A table has its headings marked as headings, for screen readers too, and filters."""
    sheet.add_table(
        0,
        0,
        rows,
        len(COLUMNS) - 1,
        {
            "name": "Criteria",
            "style": None,
            "columns": [{"header": column.name, "header_format": looks.head} for column in COLUMNS],
            "title": "Criteria",
            "description": "Every criterion of the edition, with its status, the evidence, its owner and the date.",
        },
    )
    sheet.freeze_panes(1, 0)


def _set_entries(book: Workbook, sheet: Worksheet, rows: int) -> None:
    place = {column.name: number for number, column in enumerate(COLUMNS)}
    status, date = place["Status"], place["Date"]
    sheet.data_validation(
        1,
        status,
        rows,
        status,
        {
            "validate": "list",
            "source": list(STATUSES),
            "input_title": "Status",
            "input_message": "Choose from the list: met, partly met, not met or not applicable.",
            "error_title": "Not a status",
            "error_message": "Choose met, partly met, not met or not applicable, or leave the cell empty.",
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
            "error_title": "Not a date",
            "error_message": "Write the day as a date, such as 2026-04-30.",
        },
    )
    for word, colour in _PAINT.items():
        paint = book.add_format({"bg_color": colour, "font_color": "#1A1A1A"})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": paint}
        sheet.conditional_format(1, status, rows, status, rule)


def _set_paper(sheet: Worksheet, edition: Edition) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    name = f"{edition.abbreviation} {edition.version}".replace("&", "&&")
    sheet.set_footer(f"&L{name[:100]}&C&A&RPage &P of &N")
