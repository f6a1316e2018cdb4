"""What the cells of a row hold, by what its columns are for."""

from __future__ import annotations

from editions.formats.csv.cell_text import read_cell
from editions.formats.csv.csv_rows import Row
from editions.formats.csv.mapping import Mapping
from editions.formats.csv.spreadsheet_cells import parted, unguarded
from editions.formats.value_lines import value_in_lines
from editions.model.field_values import FieldValue
from editions.model.fields import Field
from editions.text.parsing import parse
from editions.text.tree import Text


class RowValues:
    """Reads cells as a mapping says."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping

    def cell(self, row: Row, column: str | None) -> str:
        """A cell as it was written; empty without a column."""
        cell = row.cells.get(column, "") if column else ""
        return unguarded(cell) if self._mapping.is_own else cell

    def line(self, row: Row, column: str | None) -> str:
        """A cell on one line; in our own table it is on one already."""
        cell = self.cell(row, column)
        return cell.strip() if self._mapping.is_own else " ".join(cell.split())

    def purpose(self, row: Row, purpose: str) -> str:
        """The cell of a purpose on one line."""
        return self.line(row, self._mapping.columns.get(purpose))

    def text(self, row: Row, purpose: str = "text") -> Text:
        """The cell of a purpose as a text."""
        cell = self.cell(row, self._mapping.columns[purpose])
        if not self._mapping.markdown:
            return read_cell(cell)
        return parse(cell.replace("\r\n", "\n").replace("\r", "\n").strip())

    def several(self, row: Row, purpose: str) -> tuple[str, ...]:
        """The values of the cell of a purpose, each once."""
        cell = self.cell(row, self._mapping.columns.get(purpose))
        if self._mapping.is_own:
            return tuple(dict.fromkeys(parted(cell, ";")))
        separator = self._mapping.separator
        values = (" ".join(value.split()) for value in cell.replace("\n", separator).split(separator))
        return tuple(dict.fromkeys(value for value in values if value))

    def of(self, field: Field, row: Row) -> FieldValue:
        """The value of a key of the table of fields that has a column.

        Raises:
            ValueError: If the cell is no value of its type.
        """
        cell = self.cell(row, self._mapping.columns[field.csv]).replace("\r\n", "\n")
        match field.type:
            case "text":
                return self.text(row, field.csv)
            case "lines":
                return parted(cell, ";") if self._mapping.is_own else self.several(row, field.csv)
            case "rows":
                return value_in_lines(field, [line for line in cell.split("\n") if line.strip()])
            case "plain":
                return cell.strip()
            case _:
                return value_in_lines(field, [self.purpose(row, field.csv)])
