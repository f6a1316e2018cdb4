"""What the columns of a table hold."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from editions.formats.csv.csv_rows import Table
from editions.formats.csv.table_writing import COLUMNS
from editions.model.fields import every_added_field
from editions.schemas.known_schemas import load_schema
from editions.source.front_matter import read_yaml_file
from editions.source.problem import Problem, Unpublishable
from editions.source.text import read_source
from editions.validation.shapes import record_problems, unknown_key

SCHEMA = "csv-mapping-1"

_OTHERS = tuple(field.csv for field in every_added_field() if field.csv)
# Columns of our own criteria.csv, by what they hold.
OWN_COLUMNS = {
    "id": "id",
    "text": "text",
    "title": "title",
    "section": "section",
    "level": "level",
    "keywords": "keywords",
    "domain": "domain_id",
    "domain_title": "domain_title",
    "domain_label": "domain_label",
    "domain_summary": "domain_summary",
    "assessed_in": "domain_assessed_in",
    **{name: name for name in _OTHERS},
}


@dataclass(frozen=True)
class ReferenceColumn:
    """A column of ids of another framework's items.

    Attributes:
        column: Its name.
        framework: Name of the framework.
        version: Its version, if stated.
        separator: What parts several ids in one cell, if it is another than the mapping's.
    """

    column: str
    framework: str
    version: str | None = None
    separator: str | None = None


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table hold.

    Attributes:
        columns: Names of columns, by what they hold; the keys are those of :func:`purposes`.
        references: Columns of crosswalk rows.
        markdown: Whether texts are Markdown; otherwise they hold no markup.
        separator: What parts several values in one cell.
        encoding: The encoding of the table, if it is stated.
        delimiter: What stands between cells, if it is stated.
        left_out: Columns that are left out on purpose.
        is_own: Whether the table is our own ``criteria.csv``, whose cells are guarded and hold rows.
    """

    columns: dict[str, str] = field(default_factory=dict)
    references: tuple[ReferenceColumn, ...] = ()
    markdown: bool = False
    separator: str = ";"
    encoding: str | None = None
    delimiter: str | None = None
    left_out: tuple[str, ...] = ()
    is_own: bool = False


def purposes() -> tuple[str, ...]:
    """What a column can hold: the keys of the schema of mappings, and the columns of the table of fields."""
    named = load_schema(SCHEMA)["properties"]["columns"]["properties"]
    return (*named, *_OTHERS)


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Args:
        path: A YAML file under the schema ``csv-mapping-1``.

    Raises:
        Unpublishable: If it cannot be read or departs from the schema; it holds every problem.
    """
    record = read_yaml_file(read_source(path.parent, path.name))
    problems = record_problems(record, SCHEMA)
    data: dict[str, Any] = record.data if isinstance(record.data, dict) else {}
    others = data.get("other_columns")
    for purpose in others if isinstance(others, dict) else ():
        if purpose not in _OTHERS:
            problems.append(record.problem(("other_columns", purpose), unknown_key(purpose, sorted(_OTHERS))))
    encoding = data.get("encoding")
    if isinstance(encoding, str) and not is_encoding(encoding):
        problems.append(
            record.problem(("encoding",), f"{encoding!r} is no encoding; name one such as cp1252 or utf-16")
        )
    if problems:
        where = os.fspath(path)
        raise Unpublishable(tuple(Problem(where, it.line, it.message) for it in sorted(set(problems))))
    delimiter = data.get("delimiter")
    return Mapping(
        columns={**data["columns"], **data.get("other_columns", {})},
        references=tuple(ReferenceColumn(**row) for row in data.get("references", ())),
        markdown=data.get("texts") == "markdown",
        separator=data.get("separator", ";"),
        encoding=encoding,
        delimiter="\t" if delimiter == "tab" else delimiter,
        left_out=tuple(data.get("leave_out", ())),
    )


def is_encoding(name: str) -> bool:
    """Whether there is a text encoding of a name.

    Args:
        name: A name, such as ``cp1252``.

    Returns:
        True if Python knows it as one that makes text of bytes.
    """
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return bool(getattr(found, "_is_text_encoding", True)) and found.name not in ("idna", "punycode", "undefined")


def completed(mapping: Mapping, table: Table) -> Mapping:
    """Complete a mapping with the columns that say by their names what they hold.

    Args:
        mapping: What was said of the columns.

    Returns:
        For our own ``criteria.csv`` the mapping of its columns, where nothing else was said. For any other table the
        mapping, with each column whose name is that of a purpose (``Text``, ``Domain title``) and that has none yet.

    Raises:
        Unpublishable: If a column that is named is not there or is there twice, or there is none of ids or of texts;
            it holds every problem.
    """
    if not mapping.columns and set(COLUMNS[:8]) <= set(table.columns):
        return replace(mapping, columns=OWN_COLUMNS, markdown=True, separator=";", is_own=True)
    used = {*mapping.columns.values(), *(row.column for row in mapping.references), *mapping.left_out}
    by_name = {"_".join(name.casefold().split()): name for name in reversed(table.columns) if name not in used}
    found = {key: by_name[key] for key in purposes() if key not in mapping.columns and key in by_name}
    columns = {**mapping.columns, **found}
    problems = list(_column_problems((*columns.values(), *(row.column for row in mapping.references)), table))
    problems += _column_problems(mapping.left_out, table)
    for key, words in (("id", "the criteria's ids"), ("text", "their texts")):
        if key not in columns:
            message = f"no column is named for {words}; add --column {key}=NAME, one of {_listed(table.columns)}"
            problems.append(Problem(str(table.path), table.line, message))
    if problems:
        raise Unpublishable(tuple(dict.fromkeys(problems)))
    return replace(mapping, columns=columns)


def _column_problems(names: Iterable[str], table: Table) -> Iterable[Problem]:
    for name in names:
        count = table.columns.count(name)
        if count != 1:
            what = "there is no column" if not count else "there are several columns"
            advice = f"the columns are {_listed(table.columns)}" if not count else "give each a name of its own"
            yield Problem(str(table.path), table.line, f"{what} {name!r}; {advice}")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:80]) for name in names[:40])
    return f"{shown} and {len(names) - 40} more" if len(names) > 40 else shown
