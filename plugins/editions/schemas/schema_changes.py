"""What differs between two versions of a schema, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from editions.schemas.schema_nodes import ANNOTATIONS, Pointer, expanded, flattened, reference_pointer
from editions.schemas.schema_values import bound_changes, value_changes

ChangeKind = Literal["added", "removed", "narrowed", "widened", "redefined", "unclear"]

# Compared one by one. Whatever else a schema says is compared as it stands, and what differs there is unclear.
_COMPARED = {
    "type", "enum", "const", "required", "properties", "additionalProperties", "propertyNames", "items", "prefixItems",
    "anyOf", "default", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minimum",
    "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "format", "uniqueItems", "$id", "$schema", "$defs",
    "$anchor", *ANNOTATIONS,
}  # fmt: skip


@dataclass(frozen=True)
class SchemaChange:
    """One difference between an earlier and a later version of a schema.

    Attributes:
        place: What it is about: ``domains[].id``; empty for the document as a whole.
        kind: ``added``, ``removed`` (a property), ``narrowed`` (documents that were valid are no longer), ``widened``
            (documents are valid that were not), ``redefined`` (the same document means something else), ``unclear``
            (which of these cannot be told).
        what: The difference, as the end of a sentence that begins with the place.
        pointer: Where it stands in the later version.
    """

    place: str
    kind: ChangeKind
    what: str
    pointer: Pointer = ()


def schema_changes(old: dict[str, Any], new: dict[str, Any]) -> list[SchemaChange]:
    """Compare two versions of a schema.

    Returns:
        Every difference that is more than words, in the order of the schemas, each once.

    Raises:
        ValueError: If a reference of either leads nowhere, or out of its file.
    """
    return list(dict.fromkeys(_Pair(old, new).changes(old, new, _Spot())))


@dataclass(frozen=True)
class _Spot:
    """A place in the documents, and the pointer of what the later schema says of it."""

    place: str = ""
    pointer: Pointer = ()

    def key(self, key: str) -> _Spot:
        return _Spot(f"{self.place}.{key}" if self.place else key, (*self.pointer, "properties", key))

    def inside(self, place: str, *pointer: str | int) -> _Spot:
        return _Spot(f"{self.place}{place}", (*self.pointer, *pointer))

    def change(self, kind: ChangeKind, what: str) -> SchemaChange:
        return SchemaChange(self.place, kind, what, self.pointer)


@dataclass(frozen=True)
class _Pair:
    """Two schemas whose parts are compared; ``followed`` are the pairs of references on the way to a part."""

    old: dict[str, Any]
    new: dict[str, Any]
    followed: frozenset[tuple[str, str]] = frozenset()

    def changes(self, old: Any, new: Any, spot: _Spot) -> Iterator[SchemaChange]:
        references = _references(old), _references(new)
        pair = self
        if any(references):
            if references in self.followed:
                return
            pair = _Pair(self.old, self.new, self.followed | {references})
        if isinstance(new, dict) and "$ref" in new:
            spot = _Spot(spot.place, reference_pointer(new["$ref"]))
        before, after = flattened(self.old, old), flattened(self.new, new)
        if before or after:  # any value is the same as any value
            yield from pair._node(before, after, spot)

    def _node(self, old: dict[str, Any], new: dict[str, Any], spot: _Spot) -> Iterator[SchemaChange]:
        if _allows_nothing(old) or _allows_nothing(new):
            if not _allows_nothing(old):
                yield spot.change("narrowed", "is allowed no longer")
            elif not _allows_nothing(new):
                yield spot.change("widened", "is allowed now")
            return
        if "anyOf" in old or "anyOf" in new:
            yield from self._choices(old, new, spot)
            if ("anyOf" in old) != ("anyOf" in new):
                return
        for kind, what in (*value_changes(old, new), *bound_changes(old, new)):
            yield spot.change(kind, what)
        if "default" in old and ("default" not in new or new["default"] != old["default"]):
            yield spot.change("redefined", "has another default, which changes what documents without it mean")
        yield from self._object(old, new, spot)
        yield from self._list(old, new, spot)
        for key in sorted({*old, *new} - _COMPARED):
            if (key in old) != (key in new) or expanded(self.old, old[key]) != expanded(self.new, new[key]):
                yield spot.change("unclear", f"differs in {key!r}, of which it can't be told what it breaks")

    def _object(self, old: dict[str, Any], new: dict[str, Any], spot: _Spot) -> Iterator[SchemaChange]:
        before, after = old.get("properties", {}), new.get("properties", {})
        others = old.get("additionalProperties", True)
        for key in before:
            if key in after:
                yield from self.changes(before[key], after[key], spot.key(key))
            else:
                yield SchemaChange(spot.key(key).place, "removed", "is gone", spot.pointer)
        for key in (key for key in after if key not in before):
            if others is False:
                yield spot.key(key).change("widened", "is allowed now")
                continue
            yield spot.key(key).change("added", "is new")
            if isinstance(others, dict) and others:
                yield from self.changes(others, after[key], spot.key(key))
        was, now = old.get("required", ()), new.get("required", ())
        for key in (key for key in now if key not in was):
            yield spot.key(key).change("narrowed", "is required now")
        for key in (key for key in was if key not in now and (key in after or key not in before)):
            yield spot.key(key).change("widened", "is no longer required")
        stars = spot.inside(".*" if spot.place else "*", "additionalProperties")
        yield from self.changes(others, new.get("additionalProperties", True), stars)
        names = _Spot(f"the keys of {spot.place or 'the document'}", (*spot.pointer, "propertyNames"))
        yield from self.changes(old.get("propertyNames", True), new.get("propertyNames", True), names)

    def _list(self, old: dict[str, Any], new: dict[str, Any], spot: _Spot) -> Iterator[SchemaChange]:
        first, then = old.get("prefixItems", ()), new.get("prefixItems", ())
        rest, later = old.get("items", True), new.get("items", True)
        for index in range(max(len(first), len(then))):
            was = first[index] if index < len(first) else rest
            now = then[index] if index < len(then) else later
            yield from self.changes(was, now, spot.inside(f"[{index + 1}]", "prefixItems", index))
        yield from self.changes(rest, later, spot.inside("[]", "items"))

    def _choices(self, old: dict[str, Any], new: dict[str, Any], spot: _Spot) -> Iterator[SchemaChange]:
        """``anyOf``: each earlier choice must be within a later one, or it has become narrower; likewise back."""
        before, after = _branches(old), _branches(new)
        back = _Pair(self.new, self.old, frozenset((later, earlier) for earlier, later in self.followed))
        if not all(any(self._within(was, now) for now in after) for was in before):
            yield spot.change("narrowed", "allows fewer forms")
        if not all(any(back._within(now, was) for was in before) for now in after):
            yield spot.change("widened", "allows more forms")

    def _within(self, old: dict[str, Any], new: dict[str, Any]) -> bool:
        return all(change.kind in ("added", "widened") for change in self.changes(old, new, _Spot()))


def _references(schema: Any) -> str:
    """The references that a schema stands for, as one text."""
    if not isinstance(schema, dict):
        return ""
    return " ".join(filter(None, (schema.get("$ref", ""), *map(_references, schema.get("allOf", ())))))


def _allows_nothing(schema: dict[str, Any]) -> bool:
    return schema.get("not") in ({}, True)


def _branches(schema: dict[str, Any]) -> list[dict[str, Any]]:
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return [{"allOf": [rest, branch]} for branch in schema["anyOf"]] if "anyOf" in schema else [schema]
