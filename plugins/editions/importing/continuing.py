"""What an imported edition takes over from the edition before it in the same project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from editions.formats.imported import Imported, Placement
from editions.model import Criterion, Domain, Edition
from editions.model.field_values import FieldValues, is_stated, item_value
from editions.model.fields import FIELDS, Field, Form, ItemKind

_TITLE = next(field for field in FIELDS["edition"] if field.key == "title")
_Item = TypeVar("_Item", Edition, Domain, Criterion)


def continued(imported: Imported, before: Edition) -> Imported:
    """Carry over what the file does not say.

    Args:
        imported: The edition that was imported.

    Returns:
        The edition with what it does not state and the one before does: its own text, and where ids continue the
        addresses of domains, their guidance, and the informative keys that the form of the file has no name for. The
        report lists what should be read again.
    """
    found = _Continuing(imported.edition, before, imported.form)
    edition = found.edition()
    placements = (
        Placement(f"{what} of {before.version}", "carried over, since the file has none; read it again", True, count)
        for what, count in found.carried.items()
    )
    return replace(imported, edition=edition, placements=(*imported.placements, *placements))


class _Continuing:
    """Carries over, and counts what."""

    def __init__(self, edition: Edition, before: Edition, form: Form | None) -> None:
        self._edition = edition
        self._before = before
        self._form = form
        self._assessments: set[str] = set()
        self.carried = Counter[str]()

    def edition(self) -> Edition:
        edition, before = self._edition, self._before
        if before.prose and not edition.prose:
            self.carried["the edition's own text"] += 1
        made = self._with_values("edition", edition, before, "the edition")
        self._assessments = {assessment.key for assessment in made.assessments}
        domains = _with_own_slugs([self._domain(domain) for domain in edition.domains], before)
        return replace(made, prose=edition.prose or before.prose, domains=tuple(domains))

    def _domain(self, domain: Domain) -> Domain:
        domain = replace(domain, criteria=tuple(self._criterion(criterion) for criterion in domain.criteria))
        earlier = self._before.domains_by_id.get(domain.id)
        if earlier is None:
            return domain
        if earlier.guidance and not domain.guidance:
            self.carried[f"the guidance of {domain.id}"] += 1
        made = self._with_values("domain", domain, earlier, "domains")
        return replace(made, slug=earlier.slug, guidance=domain.guidance or earlier.guidance)

    def _criterion(self, criterion: Criterion) -> Criterion:
        earlier = self._before.criteria_by_id.get(criterion.id)
        return self._with_values("criterion", criterion, earlier[1], "criteria") if earlier else criterion

    def _with_values(self, kind: ItemKind, item: _Item, earlier: _Item, name: str) -> _Item:
        attributes: dict[str, Any] = {}
        more = dict(item.more)
        for field in FIELDS[kind]:
            value = self._value(field, item, earlier)
            if not is_stated(value) or not self._is_silent(field, item):
                continue
            self.carried[f"{field.key} of {name}"] += 1
            if field.attribute:
                attributes[field.attribute] = value
            else:
                more[field.key] = value
        return replace(item, **attributes, more=FieldValues(more))

    def _is_silent(self, field: Field, item: _Item) -> bool:
        """Whether the file says nothing of a key, and cannot mean that there is nothing."""
        if field.normative or (self._form and getattr(field, self._form)):
            return False
        if isinstance(item, Domain) and field.key == "label":
            return item.label == item.id  # what is shown by default
        return field.aspect in ("", "reworded") and not is_stated(item_value(item, field))

    def _value(self, field: Field, item: _Item, earlier: _Item) -> Any:
        """What the edition before says, where it can hold here too."""
        if field.key == "title_sentence" and item_value(item, _TITLE) != item_value(earlier, _TITLE):
            return None
        value = item_value(earlier, field)
        if field.key == "label":
            return value if isinstance(earlier, Domain) and value != earlier.id else None
        if field.key == "assessed_in":
            return tuple(key for key in value if key in self._assessments)
        return value


def _with_own_slugs(domains: list[Domain], before: Edition) -> Iterator[Domain]:
    """A new domain gives way where a continuing one has its slug already."""
    taken = {domain.slug for domain in domains if domain.id in before.domains_by_id}
    for domain in domains:
        clashes = domain.id not in before.domains_by_id and domain.slug in taken
        yield replace(domain, slug="") if clashes else domain
