"""The sheets of counts: how far the assessment is, by domain and by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from editions.formats.xlsx.criteria_sheet import STATUSES, column_cells
from editions.formats.xlsx.looks import Looks, cell_text, sheet_name
from editions.model import Edition
from editions.words.messages import in_context, message
from editions.words.phrasebook import Phrasebook

_COUNTS = (
    message("Criteria"),
    message("Met"),
    message("Partly met"),
    message("Not met"),
    message("Not applicable"),
    message("Not assessed"),
    message("Met, of applicable"),
)
_WIDTHS = {"Domain": 40.0, "Level": 24.0}


def summary_sheets(book: Workbook, looks: Looks, edition: Edition, rows: int, words: Phrasebook) -> None:
    """Write the sheets: one by domain and, where the edition has levels, one by level.

    Args:
        looks: Its formats.
        rows: How many criteria the sheet of criteria has.
        words: The language.
    """
    domains = [((domain.id, domain.title), len(domain.criteria)) for domain in edition.domains]
    about = message("How many criteria have each status, by domain; the last line is the sum.")
    _sheet(book, looks, (message("Summary"), about), ("Domain id", "Domain"), domains, rows, words)
    levels = Counter(cell_text(criterion.level) for _, criterion in edition.criteria() if criterion.level)
    if levels:
        by_level = [((level,), count) for level, count in levels.items()]
        about = message("How many criteria have each status, by level; the last line is the sum.")
        _sheet(book, looks, (message("Levels"), about), ("Level",), by_level, rows, words)


def _sheet(
    book: Workbook,
    looks: Looks,
    said: tuple[str, str],
    names: tuple[str, ...],
    groups: Sequence[tuple[tuple[str, ...], int]],
    rows: int,
    words: Phrasebook,
) -> None:
    """A line for each group, the criteria of which have the group's first name in the column of the same heading."""
    title, about = map(words.text, said)
    sheet = book.add_worksheet(sheet_name(title))
    for place, name in enumerate((*names, *_COUNTS)):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
    headings = tuple(map(words.text, (*names, *_COUNTS)))
    sheet.add_table(
        0,
        0,
        len(groups) + 1,
        len(headings) - 1,
        {
            "name": said[0],
            "style": None,
            "autofilter": False,
            "columns": [{"header": heading, "header_format": looks.head} for heading in headings],
            "title": title,
            "description": about,
        },
    )
    keys, statuses = column_cells(names[0], rows, words), column_cells("Status", rows, words)
    first = len(names)
    for number, (named, count) in enumerate(groups, 1):
        for place, text in enumerate(named):
            sheet.write_string(number, place, cell_text(text), looks.text)
        same = f"EXACT({keys},$A{number + 1})"
        sheet.write_formula(number, first, f"=SUMPRODUCT(--{same})", looks.number, count)
        for place, status in enumerate(STATUSES, first + 1):
            sheet.write_formula(
                number, place, f'=SUMPRODUCT({same}*({statuses}="{words.text(status)}"))', looks.number, 0
            )
        _rest(sheet, number, first, looks.number, looks.share, count)
    last = len(groups) + 1
    sheet.write_string(last, 0, words.text(in_context("sum", "All")), looks.total)
    for place in range(1, first):
        sheet.write_blank(last, place, None, looks.total)
    for place in range(first, first + len(STATUSES) + 1):
        column = xl_col_to_name(place)
        total = sum(count for _, count in groups) if place == first else 0
        sheet.write_formula(last, place, f"=SUM({column}2:{column}{last})", looks.total_number, total)
    _rest(sheet, last, first, looks.total_number, looks.total_share, sum(count for _, count in groups))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _rest(sheet: Worksheet, row: int, first: int, number: Format, share: Format, count: int) -> None:
    """What follows from the counts of a line: how many have no status, and the share of those that apply."""
    total, met, last = (f"{xl_col_to_name(first + place)}{row + 1}" for place in (0, 1, len(STATUSES)))
    place = first + len(STATUSES) + 1
    sheet.write_formula(row, place, f"={total}-SUM({met}:{last})", number, count)
    sheet.write_formula(row, place + 1, f'=IF({total}>{last},{met}/({total}-{last}),"")', share, 0)
