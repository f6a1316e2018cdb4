"""Values of the keys that an item of the model has no attribute for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeAlias

from editions.model.date import PartialDate
from editions.model.fields import Field, FieldType, ItemKind, added_fields
from editions.text.parsing import parse
from editions.text.tree import Text
from editions.words.messages import in_context
from editions.words.phrasebook import ENGLISH, Phrasebook

FieldValue: TypeAlias = "str | Text | float | PartialDate | FieldValues | tuple[FieldValue, ...]"
"""A value of any type of the table: whole numbers, ``True`` and ``False`` are numbers, and rows are mappings."""

# What each type is in front matter and in JSON, and how people call it.
_WRITTEN: dict[FieldType, tuple[tuple[type, ...], str]] = {
    "number": ((int, float), "a number"),
    "boolean": ((bool,), "true or false"),
    "lines": ((list, tuple), "a list"),
    "rows": ((list, tuple), "a list"),
}


class FieldValues(Mapping[str, FieldValue]):
    """Values of keys that have no attribute, or of the keys of a row; immutable."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, FieldValue] | None = None) -> None:
        """Copy values.

        Args:
            values: Values by key; what is empty is left out.
        """
        self._values = {key: value for key, value in (values or {}).items() if is_stated(value)}

    def __getitem__(self, key: str) -> FieldValue:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"FieldValues({self._values!r})"

    def stated(self, kind: ItemKind) -> Iterator[tuple[Field, FieldValue]]:
        """The values with their rows of the table, in its order."""
        for field in added_fields(kind):
            if field.key in self._values:
                yield field, self._values[field.key]


NO_VALUES = FieldValues()


class Item(Protocol):
    """What has keys: an edition, a domain, a criterion or an article."""

    @property
    def more(self) -> FieldValues:
        """Values of the keys that it has no attribute for."""


def is_stated(value: Any) -> bool:
    """Whether a value says something: zero and ``False`` do, an empty text or list does not."""
    return isinstance(value, int | float) or bool(value)


def read_values(kind: ItemKind, data: Mapping[str, Any]) -> FieldValues:
    """Read the values that an item carries in ``more``.

    Args:
        kind: What the item is.
        data: The item in front matter; its shape was checked.
    """
    found = ((field, data.get(field.key)) for field in added_fields(kind))
    return FieldValues({field.key: value_of(field, raw) for field, raw in found if raw is not None})


def item_value(item: Item, field: Field) -> Any:
    """The value that an item has for a key; empty or ``None`` if it states none."""
    return getattr(item, field.attribute) if field.attribute else item.more.get(field.key)


def value_of(field: Field, written: Any) -> FieldValue:
    r"""The value of a key.

    Args:
        field: The key.
        written: What is written for it in front matter or JSON: Markdown for a text, with ``\n`` between lines.

    Raises:
        ValueError: If it has another type than the key.
    """
    kinds, name = _WRITTEN.get(field.type, ((str,), "a text"))
    if not isinstance(written, kinds) or (isinstance(written, bool) and field.type != "boolean"):
        raise ValueError(f"{field.key} is {str(written)[:80]!r}; make it {name}")
    if not isinstance(written, str):
        return _frozen(written)
    if field.type == "date":
        return PartialDate.parse(written)
    return parse(written.strip()) if field.type == "text" else written.strip()


def _frozen(written: Any) -> FieldValue:
    if isinstance(written, dict):
        return FieldValues({key: _frozen(value) for key, value in written.items()})
    frozen: FieldValue = tuple(map(_frozen, written)) if isinstance(written, list | tuple) else written
    return frozen


def written_value(value: FieldValue) -> Any:
    """A value as it is written in front matter and in data."""
    match value:
        case Text():
            return value.markdown
        case PartialDate():
            return str(value)
        case FieldValues():
            return {key: written_value(it) for key, it in value.items()}
        case tuple():
            return [written_value(it) for it in value]
        case _:
            return value


def lines_of(value: FieldValue, words: Phrasebook = ENGLISH) -> tuple[str, ...]:
    """The words of a value that is no text, one for each entry of a list."""
    match value:
        case Text():
            return ()
        case tuple():
            return tuple(_words(it, words) for it in value)
        case _:
            return (_words(value, words),)


def words_of(value: FieldValue, words: Phrasebook = ENGLISH) -> str:
    """A value that is no text as one line for readers; rows are set apart more than entries of a list."""
    lines = lines_of(value, words)
    return ("; " if isinstance(value, tuple) and isinstance(value[0], FieldValues) else ", ").join(lines)


def _words(value: FieldValue, words: Phrasebook) -> str:
    match value:
        case bool():
            return words.text(in_context("answer", "yes") if value else in_context("answer", "no"))
        case PartialDate():
            return words.date(value)
        case FieldValues():
            return ", ".join(f"{key.replace('_', ' ')}: {_words(it, words)}" for key, it in value.items())
        case tuple():
            return " / ".join(_words(it, words) for it in value)
        case _:
            return str(value)
