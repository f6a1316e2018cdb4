"""Every text of an edition, with its place; the same edition with other texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from editions.model.edition import Criterion, Domain, Edition, Origin
from editions.model.field_values import FieldValues
from editions.model.fields import FIELDS, ItemKind
from editions.text.tree import Text


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of an edition.

    Attributes:
        text: The text.
        name: What it is, such as ``the guidance of K1``.
        origin: Where its item is written.
        domain: Place of the domain in whose file it is, from 0; ``None`` for the edition's own text.
        item: Id of its criterion or domain; ``None`` for the edition's own text.
        has_headings: Whether headings may divide it.
    """

    text: Text
    name: str
    origin: Origin
    domain: int | None = None
    item: str | None = None
    has_headings: bool = False


def edition_texts(edition: Edition) -> Iterator[PlacedText]:
    """The texts of an edition that say something, in reading order."""
    found: list[PlacedText] = []

    def keep(placed: PlacedText) -> Text:
        found.append(placed)
        return placed.text

    with_texts(edition, keep)
    return (placed for placed in found if placed.text)


def with_texts(edition: Edition, change: Callable[[PlacedText], Text]) -> Edition:
    """An edition with other texts.

    Args:
        change: Gives the new text for each text.
    """
    more = _more("edition", None, edition, change)
    prose = change(PlacedText(edition.prose, "the text of the edition", edition.origin, has_headings=True))
    domains = tuple(_domain(place, domain, change) for place, domain in enumerate(edition.domains))
    return replace(edition, prose=prose, domains=domains, more=more)


def _domain(place: int, domain: Domain, change: Callable[[PlacedText], Text]) -> Domain:
    criteria = tuple(_criterion(place, criterion, change) for criterion in domain.criteria)
    guidance = PlacedText(
        domain.guidance, f"the guidance of {domain.id}", domain.origin, place, domain.id, has_headings=True
    )
    more = _more("domain", place, domain, change)
    return replace(domain, criteria=criteria, guidance=change(guidance), more=more)


def _criterion(place: int, criterion: Criterion, change: Callable[[PlacedText], Text]) -> Criterion:
    text = PlacedText(criterion.text, f"the text of {criterion.id}", criterion.origin, place, criterion.id)
    return replace(criterion, text=change(text), more=_more("criterion", place, criterion, change))


def _more(
    kind: ItemKind, place: int | None, item: Edition | Domain | Criterion, change: Callable[[PlacedText], Text]
) -> FieldValues:
    labels = {field.key: field.label.lower() for field in FIELDS[kind]}
    name, identifier = ("the edition", None) if isinstance(item, Edition) else (item.id, item.id)
    return FieldValues(
        {
            key: change(PlacedText(value, f"the {labels[key]} of {name}", item.origin, place, identifier))
            if isinstance(value, Text)
            else value
            for key, value in item.more.items()
        }
    )
