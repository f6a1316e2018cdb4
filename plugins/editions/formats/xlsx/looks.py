"""How the cells of the checklist's workbook look, and texts that fit into them."""

from __future__ import annotations

import re

from xlsxwriter import Workbook
from xlsxwriter.format import Format

# "Excel specifications and limits", support.microsoft.com: characters in a cell, as UTF-16 code units.
MOST_CHARACTERS = 32_767
_CUT = " […]"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_INK, _RULE, _HEAD = "#1A1A1A", "#C9C9C9", "#E9EDF2"


class Looks:
    """The formats of a workbook.

    Attributes:
        text: Text that is read, wrapped.
        entry: A cell to fill in.
        date: A cell to fill in with a date.
        link: Text that leads to a page.
        head: The heading of a column.
        title: The heading of a sheet.
        number: A count.
        share: A share of a whole.
        total: The name of a sum.
        total_number: A sum.
        total_share: The share of the sum.
    """

    def __init__(self, book: Workbook) -> None:
        """Make the formats."""
        framed = {"valign": "top", "border": 1, "border_color": _RULE, "font_color": _INK}
        sums = {**framed, "bold": True, "top": 2}

        def made(**properties: object) -> Format:
            return book.add_format(properties)

        self.text = made(**framed, text_wrap=True, num_format="@")
        self.entry = made(**framed, text_wrap=True)
        self.date = made(**framed, num_format="yyyy-mm-dd", align="left")
        self.link = made(**{**framed, "font_color": "#0B4F9E"}, underline=1, num_format="@")
        self.head = made(**framed, bold=True, text_wrap=True, bg_color=_HEAD)
        self.title = made(bold=True, font_size=14, font_color=_INK)
        self.number = made(**framed, num_format="0")
        self.share = made(**framed, num_format="0%")
        self.total = made(**sums)
        self.total_number = made(**sums, num_format="0")
        self.total_share = made(**sums, num_format="0%")


def sheet_name(name: str) -> str:
    """A name that a sheet can have: at most 31 characters, none that formulas read ("Excel specifications")."""
    return name.translate(_NOT_IN_SHEET_NAMES)[:31].strip("' ") or "Sheet"


def cell_text(text: str | None) -> str:
    """A text that a cell can hold.

    Args:
        text: Any text, or ``None``.

    Returns:
        The text with line feeds for line breaks, without characters that XML does not allow, and cut where it is
        longer than a cell may be.
    """
    plain = _NOT_XML.sub("\ufffd", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return plain
    kept = plain.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(_CUT))]
    return kept.decode("utf-16-le", "ignore") + _CUT
