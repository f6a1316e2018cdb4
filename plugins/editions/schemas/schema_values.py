"""How the values that two versions of a schema allow at one place differ: types, lists of values, bounds and forms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

ValueChange = tuple[Literal["narrowed", "widened", "unclear"], str]

_ALL = frozenset({"null", "boolean", "object", "array", "string", "integer", "number"})
_LEAST = {"minLength": 0, "minItems": 0, "minProperties": 0, "minimum": None, "exclusiveMinimum": None}
_MOST = ("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum")


def value_changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[ValueChange]:
    """Compare types and lists of values.

    Args:
        old: The earlier schema of a place, without references.
        new: The later one.

    Yields:
        Which values are allowed no longer, and which are allowed now.
    """
    before, after = _listed(old), _listed(new)
    if before is not None and after is not None:
        lost = [value for value in before if _text(value) not in map(_text, after)]
        gained = [value for value in after if _text(value) not in map(_text, before)]
        if lost:
            yield "narrowed", f"no longer allows {_values(lost)}"
        if gained:
            yield "widened", f"allows {_values(gained)} too"
        return
    was, now = _types(old, before), _types(new, after)
    if was - now or now - was:
        words = f"was {_words(old, was)} and is {_words(new, now)}"
        if was - now:
            yield "narrowed", words
        if now - was:
            yield "widened", words
    if after is not None:
        yield "narrowed", f"allows only {_values(after)}"
    if before is not None and not was - now:
        yield "widened", f"allows more than {_values(before)}"


def bound_changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[ValueChange]:
    """Compare bounds and forms.

    Args:
        old: The earlier schema of a place, without references.
        new: The later one.

    Yields:
        Which bounds are tighter or looser, and which forms differ.
    """
    for key, default in _LEAST.items():
        was, now = old.get(key, default), new.get(key, default)
        if was != now:
            tighter = now is not None and (was is None or now > was)
            yield "narrowed" if tighter else "widened", _bound(key, was, now)
    for key in _MOST:
        was, now = old.get(key), new.get(key)
        if was != now:
            tighter = now is not None and (was is None or now < was)
            yield "narrowed" if tighter else "widened", _bound(key, was, now)
    for key in ("pattern", "format"):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        if was is None:
            yield "narrowed", f"must have the {key} {now!r} now"
        elif now is None:
            yield "widened", f"needs the {key} {was!r} no longer"
        else:
            yield "unclear", f"has the {key} {now!r} in place of {was!r}; allow either with 'anyOf'"
    if bool(old.get("uniqueItems")) != bool(new.get("uniqueItems")):
        narrowed = bool(new.get("uniqueItems"))
        yield ("narrowed", "must not repeat an entry now") if narrowed else ("widened", "may repeat an entry now")


def json_type(value: Any) -> str:
    """The type of a JSON value.

    Args:
        value: A value as ``json`` reads it.

    Returns:
        Its name in JSON Schema; ``integer`` also for a number without a fraction.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    kinds = {float: "number", str: "string", list: "array", dict: "object"}
    return kinds[type(value)]


def _listed(schema: dict[str, Any]) -> list[Any] | None:
    """The values that are allowed, where they are listed; as JSON, in which ``1`` is not ``true``."""
    if "const" not in schema and "enum" not in schema:
        return None
    values = [schema["const"]] if "const" in schema else schema["enum"]
    kinds = _types(schema, None)
    return [value for value in values if json_type(value) in kinds]


def _types(schema: dict[str, Any], listed: list[Any] | None) -> frozenset[str]:
    if listed is not None:
        return frozenset(map(json_type, listed))
    stated = schema.get("type")
    if stated is None:
        return _ALL
    kinds = {stated} if isinstance(stated, str) else set(stated)
    return frozenset(kinds | ({"integer"} if "number" in kinds else set()))


def _words(schema: dict[str, Any], kinds: frozenset[str]) -> str:
    stated = schema.get("type")
    if stated is None:
        return "any value" if kinds == _ALL else " or ".join(sorted(kinds))
    return stated if isinstance(stated, str) else " or ".join(stated)


def _values(values: list[Any]) -> str:
    return ", ".join(map(_text, values))


def _text(value: Any) -> str:
    """A value as JSON, in which 1 is not true."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _bound(key: str, was: Any, now: Any) -> str:
    old, new = ("without bound" if value is None else str(value) for value in (was, now))
    return f"has {key} {new} in place of {old}"
