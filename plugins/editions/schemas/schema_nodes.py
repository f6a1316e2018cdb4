"""A place in a schema with everything that it refers to brought together."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

Pointer = tuple[str | int, ...]

# Keywords that say nothing about which documents are valid (JSON Schema 2020-12 Validation, section 9, and Core 8.3).
ANNOTATIONS = frozenset({"title", "description", "examples", "$comment", "deprecated", "readOnly", "writeOnly"})
_IDENTIFIERS = frozenset({"$id", "$schema", "$defs", "$anchor"})
# Keywords whose value holds a schema for each of several names, which are no keywords themselves.
_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas"})


def reference_pointer(reference: str) -> Pointer:
    """Where a reference within a file leads.

    Args:
        reference: A value of ``$ref``, such as ``#/$defs/domain``.

    Returns:
        Keys from the root of the schema (RFC 6901, as the fragment of a URI).

    Raises:
        ValueError: If it leads out of the file.
    """
    if reference != "#" and not reference.startswith("#/"):
        raise ValueError(f"refers to {reference!r}; refer to a place in the same file, such as #/$defs/name")
    parts = unquote(reference[1:]).split("/")[1:]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def node_at(root: dict[str, Any], pointer: Pointer) -> Any:
    """What stands at a place of a schema.

    Args:
        pointer: Keys and list places from its root.

    Raises:
        ValueError: If there is no such place.
    """
    found: Any = root
    for part in pointer:
        try:
            found = found[int(part)] if isinstance(found, list) else found[part]
        except (KeyError, IndexError, TypeError, ValueError):
            raise ValueError(f"refers to #/{'/'.join(map(str, pointer))}, where nothing stands; correct it") from None
    return found


def flattened(root: dict[str, Any], schema: Any) -> dict[str, Any]:
    """A schema with its reference followed and the parts of its ``allOf`` merged, its own words first.

    Args:
        root: The schema that it is part of.
        schema: A schema; ``True`` and ``False`` are schemas too.

    Returns:
        A schema without ``$ref`` at its top. What cannot be merged stays in ``allOf``.

    Raises:
        ValueError: If a reference leads nowhere, or out of the file.
    """
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    parts = [flattened(root, part) for part in schema.get("allOf", ())]
    if "$ref" in schema:
        parts.insert(0, flattened(root, node_at(root, reference_pointer(schema["$ref"]))))
    merged: dict[str, Any] = {}
    for part in (*parts, {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}):
        for key, value in part.items():
            _merge(merged, key, value)
    return merged


def expanded(root: dict[str, Any], schema: Any, within: tuple[str, ...] = ()) -> Any:
    """A schema as a value to compare: every reference replaced by what it leads to, without annotations.

    Args:
        root: The schema that it is part of.
        schema: A schema, or any value inside one.
        within: References that are being replaced; one that leads to itself stays.

    Returns:
        Plain data.
    """
    if isinstance(schema, list):
        return [expanded(root, part, within) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        reference = schema["$ref"]
        if reference in within:
            return {"$ref": reference}
        return expanded(root, flattened(root, schema), (*within, reference))
    return {
        key: {name: expanded(root, part, within) for name, part in value.items()}
        if key in _NAMED and isinstance(value, dict)
        else expanded(root, value, within)
        for key, value in schema.items()
        if key not in ANNOTATIONS
    }


def _merge(merged: dict[str, Any], key: str, value: Any) -> None:
    if key not in merged or key in ANNOTATIONS or key in _IDENTIFIERS or merged[key] == value:
        merged[key] = value
    elif key == "required":
        merged[key] = list(dict.fromkeys([*merged[key], *value]))
    elif key == "properties":
        both = dict(merged[key])
        for name, schema in value.items():
            both[name] = {"allOf": [both[name], schema]} if name in both and both[name] != schema else schema
        merged[key] = both
    elif key == "allOf":
        merged[key] = [*merged[key], *value]
    else:
        merged.setdefault("allOf", []).append({key: value})
