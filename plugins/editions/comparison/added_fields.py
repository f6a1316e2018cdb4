"""What changed in the keys that items carry beside their text and title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.model.field_values import FieldValue, words_of
from editions.model.fields import FIELDS, Field, ItemKind
from editions.text.plain import write_plain
from editions.text.tree import Text
from editions.words.phrasebook import ENGLISH, Phrasebook

if TYPE_CHECKING:
    from editions.comparison.change import Item


@dataclass(frozen=True)
class FieldChange:
    """A key whose value differs.

    Attributes:
        field: Its row of the table.
        old: The earlier value as plain text, possibly empty; those of several items follow each other.
        new: The later value.
    """

    field: Field
    old: str
    new: str


def field_changes(
    level: str, old: Sequence[Item], new: Sequence[Item], words: Phrasebook = ENGLISH
) -> tuple[FieldChange, ...]:
    """Find the keys whose values differ.

    Args:
        level: What kind of items they are.
        old: Items of the earlier edition, in order.
        new: Items of the later edition, in order.
        words: The language of dates and of yes and no.

    Returns:
        The changes in the order of the table; none where a side has no item.
    """
    kinds: dict[str, ItemKind] = {"domain": "domain", "criterion": "criterion"}
    if not old or not new or level not in kinds:
        return ()
    changes = (
        FieldChange(field, _joined(field, old, words), _joined(field, new, words))
        for field in FIELDS[kinds[level]]
        if not field.attribute and field.aspect
    )
    return tuple(change for change in changes if change.old != change.new)


def plain_value(value: FieldValue, words: Phrasebook = ENGLISH) -> str:
    """A value as plain text."""
    return write_plain(value) if isinstance(value, Text) else words_of(value, words)


def _joined(field: Field, items: Sequence[Item], words: Phrasebook) -> str:
    return "\n\n".join(plain_value(item.more[field.key], words) for item in items if field.key in item.more)
