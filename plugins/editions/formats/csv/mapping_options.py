"""What is said of a table's columns on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editions.formats.csv.mapping import Mapping, ReferenceColumn, is_encoding, purposes


def mapping_of_options(
    mapping: Mapping,
    *,
    columns: Sequence[str],
    references: Sequence[str],
    texts: str | None,
    separator: str | None,
    encoding: str | None,
    delimiter: str | None,
) -> Mapping:
    """Complete a mapping with what is said on the command line, which counts before a file.

    Args:
        mapping: What a file says, or an empty mapping.
        columns: Such as ``id=Control ID``.
        references: Such as ``ISO/IEC 27001@2022=ISO clause``; the version may be left out.
        texts: ``plain`` or ``markdown``.
        separator: What parts several values in one cell.
        encoding: The encoding of the table.
        delimiter: One character, or ``tab``.

    Raises:
        ValueError: If something that is said has another form; the message says which.
    """
    if encoding is not None and not is_encoding(encoding):
        raise ValueError(f"--encoding: {encoding!r} is no encoding; name one such as cp1252 or utf-16")
    if delimiter is not None and delimiter != "tab" and (len(delimiter) != 1 or delimiter in '"\n\r'):
        raise ValueError("--delimiter: name one character that is no quote, or tab")
    if separator == "":
        raise ValueError("--separator: name at least one character")
    return replace(
        mapping,
        columns={**mapping.columns, **dict(_columns(columns))},
        references=(*mapping.references, *(_reference(it) for it in references)),
        markdown=mapping.markdown if texts is None else texts == "markdown",
        separator=separator or mapping.separator,
        encoding=encoding or mapping.encoding,
        delimiter=mapping.delimiter if delimiter is None else "\t" if delimiter == "tab" else delimiter,
    )


def _columns(columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for text in columns:
        purpose, mark, name = text.partition("=")
        purpose, name = purpose.strip(), " ".join(name.split())
        if not mark or purpose not in purposes() or not name:
            known = ", ".join(purposes())
            raise ValueError(f"--column: {text!r} says nothing; write PURPOSE=NAME, with one of {known}")
        if purpose in seen:
            raise ValueError(f"--column: {purpose} is said twice; name one column")
        seen.add(purpose)
        yield purpose, name


def _reference(text: str) -> ReferenceColumn:
    named, mark, column = text.partition("=")
    framework, _, version = named.partition("@")
    framework, version, column = (" ".join(it.split()) for it in (framework, version, column))
    if not mark or not framework or not column:
        raise ValueError(f"--reference: {text!r} says nothing; write FRAMEWORK@VERSION=NAME, or FRAMEWORK=NAME")
    return ReferenceColumn(column, framework, version or None)
