"""A table as data: as many cells in every row as there are columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from editions.exports.pdf.html_tree import Element

# More columns than this leave no room for words on paper.
MOST_COLUMNS = 12
# Of a wider table each row is set as a line: Typst takes minutes to break such cells over pages.
WIDEST = 24
_ALIGNMENT = re.compile(r"\balign-(left|center|right)\b")


def table(
    element: Element, cell: Callable[[Element], list[Any]], line: Callable[[list[Element | str]], list[Any]]
) -> dict[str, Any] | None:
    """Read a table.

    Args:
        element: The ``table`` element.
        cell: Makes blocks of a cell.
        line: Makes inline content of a caption.

    Returns:
        A node with ``columns``, ``align``, ``caption``, ``head`` and ``rows``; ``None`` for a table without cells. A
        cell that spans columns or rows stands in the first of them and leaves the others empty; columns beyond
        ``MOST_COLUMNS`` are set below each other in the last, but for a table of more than ``WIDEST``.
    """
    rows = [(row, _in_head(element, row)) for row in _rows(element)]
    cells = [
        ([it for it in row.children if isinstance(it, Element) and it.tag in ("td", "th")], head) for row, head in rows
    ]
    cells = [(row, head) for row, head in cells if row]
    if not cells:
        return None
    columns = max(sum(_span(it) for it in row) for row, _ in cells)
    if columns <= WIDEST:
        columns = min(MOST_COLUMNS, columns)
    made = [(_filled(row, columns, cell), head) for row, head in cells]
    head_rows = 0
    while head_rows < len(made) and made[head_rows][1]:
        head_rows += 1
    if head_rows == len(made):
        head_rows = 0
    caption = next((it for it in element.children if isinstance(it, Element) and it.tag == "caption"), None)
    return {
        "k": "table",
        "columns": columns,
        "align": [_alignment(cells, column) for column in range(columns)],
        "caption": line(caption.children) if caption else [],
        "head": [row for row, _ in made[:head_rows]],
        "rows": [row for row, _ in made[head_rows:]],
    }


def _rows(element: Element) -> list[Element]:
    found = []
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                found.append(child)
            elif child.tag in ("thead", "tbody", "tfoot"):
                found += _rows(child)
    return found


def _in_head(element: Element, row: Element) -> bool:
    heads = [child for child in element.children if isinstance(child, Element) and child.tag == "thead"]
    if any(row is it for head in heads for it in head.children):
        return True
    cells = [it for it in row.children if isinstance(it, Element)]
    return bool(cells) and not heads and all(it.tag == "th" for it in cells)


def _filled(row: list[Element], columns: int, cell: Callable[[Element], list[Any]]) -> list[list[Any]]:
    made: list[list[Any]] = []
    for it in row:
        if len(made) >= columns:
            made[-1] += cell(it)
            continue
        made.append(cell(it))
        made += [[] for _ in range(min(_span(it) - 1, columns - len(made)))]
    return made + [[] for _ in range(columns - len(made))]


def _span(cell: Element) -> int:
    written = cell.attributes.get("colspan", "1")
    return max(1, min(MOST_COLUMNS, int(written))) if re.fullmatch(r"[0-9]{1,4}", written) else 1


def _alignment(cells: list[tuple[list[Element], bool]], column: int) -> str:
    for row, _ in cells:
        if column < len(row) and (match := _ALIGNMENT.search(row[column].attributes.get("class", ""))):
            return match[1]
    return "left"
