r"""The cells of a CSV file that spreadsheets open: no text runs as a formula, and every text comes back as it was.

A spreadsheet takes a cell for a formula by its first character. OWASP's rule ("CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection; ASVS 5.0, 1.2.10) puts an apostrophe before such a cell. Here it
is put before every cell in which the first character counts as beginning a formula, where spaces, invisible characters
and apostrophes before it do not count. Apostrophes are among those, so a cell with one more of them is guarded as well
as before: taking one apostrophe from each cell that looks guarded gives back exactly what was written.

Several values in a cell stand one after the other with a separator between them. A backslash before a separator or a
backslash makes it a part of the value; ``\n`` stands for a line break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

GUARD = "'"
_FORMULA = frozenset("=+-@")
_TOKEN = re.compile(r"\\.|.", re.DOTALL)


def guarded(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula.

    Args:
        text: Any text.

    Returns:
        The text, with an apostrophe before it if it could be taken for one.
    """
    return GUARD + text if begins_a_formula(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell.

    Args:
        cell: What :func:`guarded` returned.

    Returns:
        The text that it was given: ``unguarded(guarded(text)) == text`` for every text.
    """
    return cell.removeprefix(GUARD) if begins_a_formula(cell) else cell


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet could take a cell for a formula.

    Args:
        text: Content of the cell.

    Returns:
        True if ``=``, ``+``, ``-`` or ``@``, in any width (Unicode's compatibility forms count as what they stand
        for), comes first after what spreadsheets skip: spaces, control characters, invisible characters and
        apostrophes. True also for a control character, such as tab, carriage return or line feed, before anything
        else.
    """
    for place, character in enumerate(text.lstrip(GUARD)):
        category = unicodedata.category(character)
        if category == "Cc" and place == 0:
            return True
        if category not in ("Cc", "Cf", "Zs", "Zl", "Zp") and character != GUARD:
            return unicodedata.normalize("NFKC", character)[:1] in _FORMULA
    return False


def joined(values: Iterable[str], separator: str) -> str:
    """Several values in one cell.

    Args:
        values: The values; an empty text is a value too.
        separator: One character, such as ``;`` or ``|``.

    Returns:
        The values with the separator between them, and a space after it; before it too where it is ``|``.
    """
    between = f" {separator} " if separator == "|" else f"{separator} "
    return between.join(_escaped(value, separator) for value in values)


def parted(cell: str, separator: str) -> tuple[str, ...]:
    """The values of a cell.

    Args:
        cell: What :func:`joined` returned.
        separator: The separator that it was given.

    Returns:
        The values; none for an empty cell.
    """
    if not cell:
        return ()
    values: list[list[str]] = [[]]
    for token in _TOKEN.findall(cell):
        if token == separator:
            values.append([])
        else:
            values[-1].append(token)
    return tuple("".join(map(_unescaped, _without_outer_spaces(tokens))) for tokens in values)


def rows_joined(rows: Iterable[Sequence[str | None]]) -> str:
    """Rows of several fields in one cell.

    Args:
        rows: The rows; a field that is not stated is ``None``.

    Returns:
        A line for each row, its fields separated by ``|``.
    """
    return "\n".join(joined((field or "" for field in row), "|") for row in rows)


def rows_parted(cell: str) -> tuple[tuple[str | None, ...], ...]:
    """The rows of a cell.

    Args:
        cell: What :func:`rows_joined` returned.

    Returns:
        The rows; none for an empty cell. An empty field is ``None``.
    """
    lines = cell.split("\n") if cell else []
    return tuple(tuple(field or None for field in parted(line, "|")) for line in lines)


def _escaped(value: str, separator: str) -> str:
    text = value.replace("\\", "\\\\").replace(separator, f"\\{separator}").replace("\n", "\\n")
    if text.endswith(" "):
        text = f"{text[:-1]}\\ "
    return f"\\{text}" if text.startswith(" ") else text


def _unescaped(written: str) -> str:
    if len(written) == 1:
        return written
    return "\n" if written[1] == "n" else written[1]


def _without_outer_spaces(tokens: list[str]) -> list[str]:
    start, end = 0, len(tokens)
    while start < end and tokens[start] == " ":
        start += 1
    while start < end and tokens[end - 1] == " ":
        end -= 1
    return tokens[start:end]
