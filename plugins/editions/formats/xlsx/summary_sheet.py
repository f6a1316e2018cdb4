"""The sheets of counts: how far the assessment is, by domain and by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from editions.formats.xlsx.criteria_sheet import STATUSES, column_cells
from editions.formats.xlsx.looks import Looks, cell_text
from editions.model import Edition

_COUNTS = ("Criteria", *(status.capitalize() for status in STATUSES), "Not assessed", "Met, of applicable")
_WIDTHS = {"Domain": 40.0, "Level": 24.0}


def summary_sheets(book: Workbook, looks: Looks, edition: Edition, rows: int) -> None:
    """Write the sheets: one by domain and, where the edition has levels, one by level.

    Args:
        looks: Its formats.
        rows: How many criteria the sheet of criteria has.
    """
    domains = [((domain.id, domain.title), len(domain.criteria)) for domain in edition.domains]
    _sheet(book, looks, "Summary", ("Domain id", "Domain"), domains, rows)
    levels = Counter(cell_text(criterion.level) for _, criterion in edition.criteria() if criterion.level)
    if levels:
        by_level = [((level,), count) for level, count in levels.items()]
        _sheet(book, looks, "Levels", ("Level",), by_level, rows)


def _sheet(
    book: Workbook,
    looks: Looks,
    title: str,
    names: tuple[str, ...],
    groups: Sequence[tuple[tuple[str, ...], int]],
    rows: int,
) -> None:
    """A line for each group, the criteria of which have the group's first name in the column of the same heading."""
    sheet = book.add_worksheet(title)
    headings = (*names, *_COUNTS)
    for place, name in enumerate(headings):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
    sheet.add_table(
        0,
        0,
        len(groups) + 1,
        len(headings) - 1,
        {
            "name": title,
            "style": None,
            "autofilter": False,
            "columns": [{"header": heading, "header_format": looks.head} for heading in headings],
            "title": title,
            "description": f"How many criteria have each status, by {names[-1].lower()}; the last line is the sum.",
        },
    )
    keys, statuses = column_cells(names[0], rows), column_cells("Status", rows)
    first = len(names)
    for number, (said, count) in enumerate(groups, 1):
        for place, text in enumerate(said):
            sheet.write_string(number, place, cell_text(text), looks.text)
        same = f"EXACT({keys},$A{number + 1})"
        sheet.write_formula(number, first, f"=SUMPRODUCT(--{same})", looks.number, count)
        for place, status in enumerate(STATUSES, first + 1):
            sheet.write_formula(number, place, f'=SUMPRODUCT({same}*({statuses}="{status}"))', looks.number, 0)
        _rest(sheet, number, first, looks.number, looks.share, count)
    last = len(groups) + 1
    sheet.write_string(last, 0, "All", looks.total)
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
