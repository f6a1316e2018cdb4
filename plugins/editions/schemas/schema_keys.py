"""The keys that a schema describes, each with its form and its meaning, for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from editions.schemas.known_schemas import document_kind, load_schema, released_names, schema_names
from editions.schemas.schema_nodes import flattened

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
# Patterns of the schemas in words; a pattern that is not here is shown as it is.
_FORMS = {
    r"^\S([^\n]*\S)?$": "one line",
    r"\S": "text",
    r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$": "id",
    r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5}))?$": "version",
    r"^[0-9]+\.[0-9]+(\.[0-9]+)?$": "version",
    r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$": "date",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "date",
    "^https?://[^\\s<>\"']+$": "address",
    "^[0-9a-f]{64}$": "SHA-256",
    r"^1\.[0-9]+$": "`1.MINOR`",
    r"^1\.[0-9]{1,6}$": "`1.MINOR`",
    rf"^({_DAY})?$": "day, or nothing",
    rf"^$|^{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{{1,9}})?Z$": "time (UTC), or nothing",
    r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$": "language tag",
    r"^[a-z]+/[a-z0-9][a-z0-9.+-]*$": "media type",
    r"^[^/].*$": "path",
    "^[A-Za-z][A-Za-z0-9-]*$": "letters, digits and hyphens",
    "^[A-Za-z0-9][A-Za-z0-9.+-]*$": "SPDX identifier",
    r'^([^"\n\r]|tab)$': "one character, or the word tab",
}
_FORMATS = {"uri": "absolute address", "date": "date", "date-time": "date and time"}


@dataclass(frozen=True)
class SchemaKey:
    """A key of a file.

    Attributes:
        name: Its place: ``publisher.name``, ``authors[].kind`` for each entry of a list, ``files.*`` for any key.
        required: Whether it has to be there, where what holds it is there.
        form: What its value looks like.
        meaning: What it is for.
        title: What it is called.
        pattern: The regular expression that its text has to match (ECMA-262), if the form says it in words.
        examples: Values that it may have.
        holds: Names of the sections that describe what is in it.
    """

    name: str
    required: bool
    form: str
    meaning: str
    title: str = ""
    pattern: str = ""
    examples: tuple[Any, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchemaSection:
    """The document as a whole, or something that stands at several places of it.

    Attributes:
        name: Its name among the definitions of the schema; empty for the document.
        title: What it is called.
        description: What it is.
        form: What it looks like.
        includes: Names of the sections whose keys it has too.
        holds: Names of the sections that describe its entries.
        keys: Its own keys, each before those inside it.
    """

    name: str
    title: str
    description: str
    form: str
    includes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    keys: tuple[SchemaKey, ...] = ()


def schema_keys(name: str) -> list[SchemaKey]:
    """The keys that a schema describes, in one list.

    Args:
        name: Name with major version, such as ``edition-1``.

    Returns:
        Keys in the order of the schema, each before those inside it; what stands at several places is described at
        each.

    Raises:
        KeyError: If there is no such schema.
    """
    return list(_Reader(_schema(name)).keys(_schema(name), ""))


def schema_sections(name: str) -> list[SchemaSection]:
    """The keys that a schema describes, in sections that refer to each other.

    Args:
        name: Name with major version, such as ``edition-1``, or whole version of a released one.

    Returns:
        The document first, then each of the schema's definitions that is more than a single value.

    Raises:
        KeyError: If there is no such schema.
    """
    schema = _schema(name)
    defined = schema.get("$defs", {})
    apart = [
        key for key, value in defined.items() if {"properties", "items", "allOf"} & {*flattened(schema, value), *value}
    ]
    reader = _Reader(schema, frozenset(apart))
    return [reader.section("", schema), *(reader.section(key, defined[key]) for key in apart)]


def text_form(schema: dict[str, Any]) -> str:
    """The form of a text in words.

    Args:
        schema: The schema of a text, without references.

    Returns:
        Such as ``id``, ``one line`` or, for any text, ``text``.
    """
    pattern = schema.get("pattern")
    known = _FORMATS.get(schema.get("format", ""), "text")
    return known if pattern is None else _FORMS.get(pattern, f"{known} like `{pattern}`")


def _schema(name: str) -> dict[str, Any]:
    if name not in schema_names() and name not in released_names():
        raise KeyError(name)
    return load_schema(name)


@dataclass(frozen=True)
class _Reader:
    """Reads a schema; ``apart`` are the definitions that have sections of their own, so that they are not gone into."""

    root: dict[str, Any]
    apart: frozenset[str] = frozenset()
    within: frozenset[str] = field(default_factory=frozenset)

    def section(self, name: str, schema: dict[str, Any]) -> SchemaSection:
        whole = flattened(self.root, schema)
        included = self._held({"allOf": schema.get("allOf", ())})
        return SchemaSection(
            name=name,
            title=whole.get("title", ""),
            description=whole.get("description", ""),
            form=_form(self.root, whole),
            includes=included,
            holds=tuple(it for it in self._held({**schema, "allOf": ()}) if not whole.get("properties")),
            keys=tuple(self.keys(schema, "")),
        )

    def keys(self, schema: dict[str, Any], prefix: str) -> Iterator[SchemaKey]:
        reference = schema.get("$ref", "")
        if reference in self.within:
            return
        inside = _Reader(self.root, self.apart, self.within | {reference} if reference else self.within)
        own = flattened(self.root, self._own(schema))
        required = own.get("required", ())
        for key, value in own.get("properties", {}).items():
            yield from inside._key(value, f"{prefix}{key}", key in required)
        others = own.get("additionalProperties")
        if isinstance(others, dict):
            yield from inside._key(others, f"{prefix}*", False)

    def _key(self, value: dict[str, Any], name: str, required: bool) -> Iterator[SchemaKey]:
        whole = flattened(self.root, value)
        meaning = whole.get("description", "")
        if "default" in whole and f"`{whole['default']}`" not in meaning:
            meaning = f"{meaning} By default `{whole['default']}`.".lstrip()
        pattern = whole.get("pattern", "")
        yield SchemaKey(
            name=name,
            required=required,
            form=_form(self.root, whole),
            meaning=meaning,
            title=whole.get("title", ""),
            pattern=pattern if pattern in _FORMS else "",
            examples=tuple(whole.get("examples", ())),
            holds=self._held(value),
        )
        own = flattened(self.root, self._own(value))
        if isinstance(own.get("items"), dict):
            yield from self.keys(own["items"], f"{name}[].")
        yield from self.keys(value, f"{name}.")

    def _own(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema without what its references to sections say."""
        kept = {key: value for key, value in schema.items() if key != "$ref" or not self._section(value)}
        if "allOf" in kept:
            kept["allOf"] = [part for part in kept["allOf"] if not self._section(part.get("$ref", ""))]
        return kept

    def _held(self, schema: Any) -> tuple[str, ...]:
        """The sections that describe what is in a value, each once."""
        if not isinstance(schema, dict):
            return ()
        if self._section(schema.get("$ref", "")):
            return (self._section(schema["$ref"]),)
        parts = [*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("prefixItems", ())]
        parts += [schema.get("items"), schema.get("additionalProperties")]
        return tuple(dict.fromkeys(name for part in parts for name in self._held(part)))

    def _section(self, reference: str) -> str:
        name = reference.removeprefix("#/$defs/")
        return name if name in self.apart else ""


def _form(root: dict[str, Any], schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " or ".join(f"`{_plain(value)}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{_plain(schema['const'])}`"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_form(root, flattened(root, part)) for part in schema["anyOf"]))
    kinds = schema.get("type", "any value")
    words = [_kind_form(root, schema, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return " or ".join(words)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _kind_form(root: dict[str, Any], schema: dict[str, Any], kind: str) -> str:
    if kind == "string":
        form = text_form(schema)
        return f"{form}, up to {schema['maxLength']:,} characters" if "maxLength" in schema else form
    if kind == "array":
        if "prefixItems" in schema:
            return f"list of {', '.join(_form(root, flattened(root, part)) for part in schema['prefixItems'])}"
        item = _form(root, flattened(root, schema.get("items", {})))
        least = ", at least one" if schema.get("minItems") else ""
        unlike = ", each once" if schema.get("uniqueItems") else ""
        return f"list{least}{unlike}: each {item}"
    if kind in ("integer", "number"):
        word = "whole number" if kind == "integer" else "number"
        least = f", {schema['minimum']:,} or more" if "minimum" in schema else ""
        most = f", {schema['maximum']:,} or less" if "maximum" in schema else ""
        return f"{word}{least}{most}"
    mapping = "mapping" if document_kind(root) == "source" else "object"
    return {"object": mapping, "null": "`null`", "boolean": "`true` or `false`"}.get(kind, kind)
