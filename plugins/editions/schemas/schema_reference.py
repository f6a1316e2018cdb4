"""The schemas of source files as Markdown tables: every key, its form and its meaning."""

from __future__ import annotations

from editions.schemas.known_schemas import load_schema
from editions.schemas.schema_keys import schema_keys

# The files that people write, in the order in which they meet them; every other schema describes what is made of them.
SOURCE_SCHEMAS = ("edition-1", "domain-1", "lineage-1", "errata-1", "article-1", "page-1", "release-1", "csv-mapping-1")

BEGIN = "<!-- schema reference: begin -->"
END = "<!-- schema reference: end -->"


def schema_table(name: str) -> str:
    """A schema as a Markdown table.

    Args:
        name: Name with major version, such as ``edition-1``.

    Returns:
        A heading of the third level, what the schema describes, and a row for each key.

    Raises:
        KeyError: If there is no such schema.
    """
    keys = schema_keys(name)
    schema = load_schema(name)
    rows = [
        f"| `{key.name}` | {'yes' if key.required else 'no'} | {_cell(key.form)} | {_cell(key.meaning)} |"
        for key in keys
    ]
    head = ["| key | required | form | meaning |", "|---|---|---|---|"]
    return "\n".join([f"### {schema['title']}", "", schema["description"], "", *head, *rows])


def schema_reference() -> str:
    """All schemas of source files as Markdown."""
    return "\n\n".join(schema_table(name) for name in SOURCE_SCHEMAS)


def with_reference(text: str) -> str:
    """Put the reference between its two marks in a text.

    Args:
        text: A Markdown text with a line ``<!-- schema reference: begin -->`` and, after it, a line
            ``<!-- schema reference: end -->``.

    Returns:
        The text with the reference as the schemas have it now.

    Raises:
        ValueError: If the text does not hold each mark once, in this order.
    """
    lines = text.split("\n")
    begins, ends = ([number for number, line in enumerate(lines) if line.strip() == mark] for mark in (BEGIN, END))
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise ValueError(f"does not hold the lines {BEGIN} and {END} once each, in this order; add them")
    return "\n".join([*lines[: begins[0] + 1], "", schema_reference(), "", *lines[ends[0] :]])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
