"""What a schema wants at each place of a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from editions.schemas.known_schemas import load_schema, schema_file
from editions.schemas.schema_keys import text_form
from editions.schemas.schema_nodes import Pointer, flattened


class SchemaPlaces:
    """What a schema wants at places of a document; entries of a list are all alike."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._root = root
        self._known: dict[Pointer, dict[str, Any] | None] = {(): flattened(root, root)}

    def form(self, pointer: Pointer) -> str | None:
        """The form of the text that is wanted at a place; ``None`` if none is."""
        schema = self._schema(pointer)
        return text_form(schema) if schema is not None and schema.get("type") == "string" else None

    def has_free_keys(self, pointer: Pointer) -> bool:
        """Whether people choose the keys of the mapping at a place."""
        schema = self._schema(pointer)
        return schema is not None and isinstance(schema.get("additionalProperties"), dict)

    @cached_property
    def has_numbers(self) -> bool:
        """Whether a number is wanted anywhere."""
        return any(f'"{kind}"' in json.dumps(self._root) for kind in ("integer", "number"))

    def is_number(self, pointer: Pointer) -> bool:
        """Whether a number is wanted at a place."""
        schema = self._schema(pointer)
        return schema is not None and schema.get("type") in ("integer", "number")

    def _schema(self, pointer: Pointer) -> dict[str, Any] | None:
        return self._of(tuple(0 if isinstance(part, int) else part for part in pointer))

    def _of(self, pointer: Pointer) -> dict[str, Any] | None:
        if pointer not in self._known:
            around, part = self._of(pointer[:-1]) or {}, pointer[-1]
            known = around.get("properties", {})
            inside = around.get("items") if part == 0 else known.get(part, around.get("additionalProperties"))
            self._known[pointer] = flattened(self._root, inside) if isinstance(inside, dict) else None
        return self._known[pointer]


def schema_places(name: str) -> SchemaPlaces:
    """The places of a schema.

    Args:
        name: Name with major version, such as ``domain-1``.
    """
    return _places(name, schema_file(name).stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _places(name: str, _changed: int) -> SchemaPlaces:
    return SchemaPlaces(load_schema(name))


def texts_in(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """The texts of a document, each with its place."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_in(part, (*pointer, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from texts_in(part, (*pointer, place))
