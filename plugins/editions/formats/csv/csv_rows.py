"""The rows of a CSV file: written as RFC 4180 has them, and read, also as spreadsheets save them, with their lines."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editions.formats.csv.spreadsheet_cells import guarded
from editions.formats.file_text import read_text, refused
from editions.source.problem import Problem, Unpublishable

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1024 * 1024


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str | None]]) -> bytes:
    """Write a table for spreadsheets and programs.

    Args:
        columns: Names of the columns, in order.
        rows: The cells of each row by the names of their columns; what is not stated is an empty cell.

    Returns:
        RFC 4180 with every cell quoted, in UTF-8 with a byte order mark, without which Excel takes the file for the
        machine's own encoding. No cell runs as a formula.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cells.get(column) or "") for column in columns] for cells in rows)
    return table.getvalue().encode("utf-8-sig")


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        line: Line of the file on which it begins, from 1.
        cells: Its cells by the names of their columns; of columns with the same name the first.
    """

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A table that was read.

    Attributes:
        path: The file.
        columns: Names of its columns, in order, without space around them.
        line: Line of the header.
        rows: Its rows, without those whose every cell is empty.
        blank: How many rows had only empty cells.
    """

    path: Path
    columns: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]
    blank: int = 0


def read_table(path: Path, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Read a CSV file.

    Args:
        path: The file. Its first row that is not empty names the columns.
        encoding: Its encoding; where none is named, what its byte order mark says, else UTF-8.
        delimiter: What stands between cells; where it is not named, whichever of comma, semicolon, tab and bar makes
            the most columns.

    Raises:
        Unpublishable: If it cannot be read, has no header or no rows, a row has more cells than the header, or quotes
            do not close; it holds every problem.
    """
    text = read_text(path, encoding)
    if delimiter is None and text.startswith("sep=") and text[5:6] in ("\n", "\r"):
        delimiter = text[4]  # Excel's own line that names the delimiter
    rows = _rows(path, text, delimiter or _delimiter(text))
    header = next(((line, cells) for line, cells in rows if _named(cells)), None)
    if header is None:
        raise refused(path, 1, "is empty; its first row names the columns")
    columns = tuple(" ".join(cell.split()) for cell in header[1])
    while columns and not columns[-1]:
        columns = columns[:-1]
    problems, found, blank = [], list[Row](), 0
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            blank += 1
            continue
        if any(cell.strip() for cell in cells[len(columns) :]):
            message = (
                f"has {len(cells)} cells, but the header has {len(columns)}; put cells that hold the delimiter or "
                "quotes in quotes, or name the delimiter"
            )
            problems.append(Problem(str(path), line, message))
            continue
        named: dict[str, str] = {}
        for name, cell in zip(columns, cells, strict=False):
            named.setdefault(name, cell)
        found.append(Row(line, {name: named.get(name, "") for name in columns}))
    if problems:
        raise Unpublishable(tuple(problems))
    if not found:
        raise refused(path, header[0], "holds no row under its header; each row is a criterion")
    return Table(path, columns, header[0], tuple(found), blank)


def _named(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells) and not (len(cells) <= 2 and cells[0].startswith("sep="))


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    # newline="": breaks inside of cells stay what they are.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise refused(path, line, f"can't be read as CSV: {_reason(error)}") from None
        yield line, cells
        line = reader.line_num + 1


def _reason(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end of data" in said:
        return "quotes that open in this row have no end; close them"
    if "expected after" in said:
        return "something stands behind closing quotes in this row; double the quotes inside of a cell"
    if "field limit" in said:
        return "a cell is longer than 1 MiB; divide it, or close the quotes before it"
    return f"{said}; correct this row"


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the header, outside of quotes."""
    header, quoted = Counter[str](), False
    for sign in text.lstrip("\r\n"):
        if sign == '"':
            quoted = not quoted
        elif not quoted:
            if sign in "\r\n":
                break
            header[sign] += 1
    return max(_DELIMITERS, key=lambda sign: header[sign])
