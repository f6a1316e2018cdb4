"""Values of the keys that an item of the model has no attribute for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Protocol

from editions.model.fields import Field, ItemKind, added_fields
from editions.text.parsing import parse
from editions.text.tree import Text

FieldValue = str | Text | tuple[str, ...]


class FieldValues(Mapping[str, FieldValue]):
    """Values of keys that have no attribute; immutable."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, FieldValue] | None = None) -> None:
        """Copy values.

        Args:
            values: Values by key; what is empty is left out.
        """
        self._values = {key: value for key, value in (values or {}).items() if value}

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


def read_values(kind: ItemKind, data: Mapping[str, Any], name: Literal["key", "json"] = "key") -> FieldValues:
    """Read the values that an item carries in ``more``.

    Args:
        kind: What the item is.
        data: The item in front matter or in ``criteria.json``; its shape was checked.
        name: By which name of the table it has its keys.

    Returns:
        The values.
    """
    found = ((field, data.get(getattr(field, name))) for field in added_fields(kind) if getattr(field, name))
    return FieldValues({field.key: value_of(field, raw) for field, raw in found if raw})


def item_value(item: Item, field: Field) -> Any:
    """The value that an item has for a key; empty or ``None`` if it states none."""
    return getattr(item, field.attribute) if field.attribute else item.more.get(field.key)


def value_of(field: Field, written: str | list[str] | tuple[str, ...]) -> FieldValue:
    r"""The value of a key.

    Args:
        field: The key.
        written: What is written for it: Markdown for a text, with ``\n`` between lines; several lines for a list.

    Returns:
        The value.
    """
    if not isinstance(written, str):
        return tuple(written)
    return parse(written.strip()) if field.type == "text" else written.strip()


def lines_of(value: str | tuple[str, ...] | Text) -> tuple[str, ...]:
    """The lines of a value that is no text."""
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def written_value(value: FieldValue) -> str | list[str]:
    """A value as it is written in front matter and in data."""
    if isinstance(value, Text):
        return value.markdown
    return value if isinstance(value, str) else list(value)
