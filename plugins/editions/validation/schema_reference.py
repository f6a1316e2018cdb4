"""The schemas of source files as Markdown tables: every key, its form and its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editions.validation.schemas import load_schema, schema_names

# The files that people write, in the order in which they meet them; every other schema describes what is made of them.
SOURCE_SCHEMAS = ("edition-1", "domain-1", "lineage-1", "errata-1", "article-1", "page-1", "release-1")

BEGIN = "<!-- schema reference: begin -->"
END = "<!-- schema reference: end -->"

# Patterns of the schemas in words; a pattern that is not here is shown as it is.
_FORMS = {
    r"^\S([^\n]*\S)?$": "one line",
    r"\S": "text",
    r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$": "id",
    r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5}))?$": "version",
    r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$": "date",
    "^https?://[^\\s<>\"']+$": "address",
    "^[0-9a-f]{64}$": "SHA-256",
    "^[A-Za-z][A-Za-z0-9-]*$": "letters, digits and hyphens",
    "^[A-Za-z0-9][A-Za-z0-9.+-]*$": "SPDX identifier",
}


@dataclass(frozen=True)
class SchemaKey:
    """A key of a file.

    Attributes:
        name: Its place: ``publisher.name``, ``authors[].kind`` for each entry of a list, ``files.*`` for any key.
        required: Whether it has to be there, where what holds it is there.
        form: What its value looks like.
        meaning: What it is for.
    """

    name: str
    required: bool
    form: str
    meaning: str


def schema_keys(name: str) -> list[SchemaKey]:
    """The keys that a schema describes.

    Args:
        name: Name with major version, such as ``edition-1``.

    Returns:
        Keys in the order of the schema, each before those inside it.

    Raises:
        KeyError: If there is no such schema.
    """
    if name not in schema_names():
        raise KeyError(name)
    schema = load_schema(name)
    return list(_keys(schema, schema, ""))


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
    """All schemas of source files as Markdown.

    Returns:
        A section for each schema.
    """
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


def _keys(root: dict[str, Any], schema: dict[str, Any], prefix: str) -> Iterator[SchemaKey]:
    schema = _resolved(root, schema)
    required = schema.get("required", ())
    for key, value in schema.get("properties", {}).items():
        yield from _key(root, value, f"{prefix}{key}", key in required)
    others = schema.get("additionalProperties")
    if isinstance(others, dict):
        yield from _key(root, others, f"{prefix}*", False)


def _key(root: dict[str, Any], value: dict[str, Any], name: str, required: bool) -> Iterator[SchemaKey]:
    resolved = _resolved(root, value)
    meaning = resolved.get("description", "")
    if "default" in resolved and f"`{resolved['default']}`" not in meaning:
        meaning = f"{meaning} By default `{resolved['default']}`.".lstrip()
    yield SchemaKey(name, required, _form(root, resolved), meaning)
    items = resolved.get("items")
    if isinstance(items, dict):
        yield from _keys(root, items, f"{name}[].")
    yield from _keys(root, resolved, f"{name}.")


def _resolved(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with its reference into the same file followed, its own words first."""
    if "$ref" not in schema:
        return schema
    target: Any = root
    for part in schema["$ref"].removeprefix("#/").split("/"):
        target = target[part]
    return {**target, **{key: value for key, value in schema.items() if key != "$ref"}}


def _form(root: dict[str, Any], schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " or ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    kinds = schema.get("type", "any value")
    words = [_kind_form(root, schema, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return " or ".join(words)


def _kind_form(root: dict[str, Any], schema: dict[str, Any], kind: str) -> str:
    if kind == "string":
        pattern = schema.get("pattern")
        form = "text" if pattern is None else _FORMS.get(pattern, f"text like `{pattern}`")
        return f"{form}, up to {schema['maxLength']:,} characters" if "maxLength" in schema else form
    if kind == "array":
        item = _form(root, _resolved(root, schema.get("items", {})))
        least = ", at least one" if schema.get("minItems") else ""
        unlike = ", each once" if schema.get("uniqueItems") else ""
        return f"list{least}{unlike}: each {item}"
    return {"object": "mapping", "null": "`null`", "boolean": "`true` or `false`"}.get(kind, kind)
