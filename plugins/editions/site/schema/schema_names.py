"""The names that the keys of front matter have in the data files of an edition, out of the table of fields."""

from __future__ import annotations

from editions.model.fields import FIELDS, Field, ItemKind
from editions.pages.sentences import code, sentence
from editions.text.inline_tree import Inline

# The sections of schemas that describe items, by schema and name.
_ITEMS: dict[tuple[str, str], ItemKind] = {
    ("edition-1", ""): "edition",
    ("domain-1", ""): "domain",
    ("domain-1", "criterion"): "criterion",
}


def names_in_data(schema: str, section: str) -> dict[str, tuple[Inline, ...]]:
    """Say how the keys of a section are named in data files.

    Args:
        schema: Name of the schema with major version.
        section: Name of the section; empty for the document.

    Returns:
        A line for each key that is in a data file; none for sections that describe no item.
    """
    kind = _ITEMS.get((schema, section))
    fields = FIELDS[kind] if kind else ()
    return {field.key: line for field in fields if (line := _line(field))}


def _line(field: Field) -> tuple[Inline, ...]:
    names = {
        "criteria.json": field.json,
        "criteria.csv": field.csv,
        "criteria.jsonld": field.jsonld,
        "oscal-catalog.json": field.oscal,
        "checklist.xlsx": field.xlsx,
    }
    found = [(file, name) for file, name in names.items() if name]
    pieces = (piece for file, name in found for piece in (", ", code(name), f" in {file}"))
    return sentence("Named ", *list(pieces)[1:]) if found else ()
