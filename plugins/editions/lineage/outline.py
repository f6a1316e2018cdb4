"""What the matcher sees of an edition: titles, texts and order, and ids only to name the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from editions.lineage.items import DomainItem, Item
from editions.model import Edition
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.project import EditionRecords
from editions.text.parsing import parse
from editions.text.plain import write_plain


@dataclass(frozen=True)
class Outline:
    """An edition as the matcher sees it.

    Attributes:
        version: Its version, as stated; empty if it states none.
        domains: Its domains with their criteria.
    """

    version: str
    domains: tuple[DomainItem, ...]


def edition_outline(edition: Edition) -> Outline:
    """The outline of an edition of the model."""
    domains, position = [], 0
    for domain in edition.domains:
        items = []
        for criterion in domain.criteria:
            path = (domain.title, criterion.section) if criterion.section else (domain.title,)
            items.append(Item(criterion.id, write_plain(criterion.text), criterion.title, path, position))
            position += 1
        domains.append(DomainItem(domain.id, domain.title, domain.summary or "", tuple(items)))
    return Outline(str(edition.version), tuple(domains))


def records_outline(records: EditionRecords) -> Outline:
    """The outline of an edition in a folder, which need not be complete yet.

    Args:
        records: Its records; only titles, texts and ids are needed, so that an edition being imported can be matched
            before its front matter is finished.

    Raises:
        Unpublishable: If a domain cannot be read, has no id or no criteria, or if an id stands twice.
    """
    problems: list[Problem] = []
    domains, position = [], 0
    seen: dict[str, str] = {}

    def taken(identifier: str, record: Record, *pointer: str | int) -> bool:
        place = f"{record.path}:{record.line(*pointer)}"
        other = seen.setdefault(identifier, place)
        if other != place:
            message = f"the id {identifier!r} is used already ({other}); choose another"
            problems.append(record.problem(pointer, message))
        return other != place

    for record in records.domains:
        problems += record.problems
        data = record.data if isinstance(record.data, dict) else {}
        if record.problems:
            continue
        identifier, criteria = data.get("id"), data.get("criteria")
        if not isinstance(identifier, str) or not isinstance(criteria, list):
            problems.append(record.problem((), "id or criteria are missing; a domain needs both"))
            continue
        taken(identifier, record, "id")
        title = _text(data.get("title")) or identifier
        items = []
        for place, criterion in enumerate(criteria):
            made = _item(criterion, title, position)
            position += 1
            if made is None:
                problems.append(record.problem(("criteria", place), "the criterion has no id or no text; add them"))
            elif not taken(made.id, record, "criteria", place, "id"):
                items.append(made)
        domains.append(DomainItem(identifier, title, _text(data.get("summary")), tuple(items)))
    if problems:
        raise Unpublishable(tuple(sorted(set(problems))))
    return Outline(records.version or "", tuple(domains))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _item(criterion: Any, domain: str, position: int) -> Item | None:
    if not isinstance(criterion, dict):
        return None
    identifier, text = _text(criterion.get("id")), write_plain(parse(_text(criterion.get("text"))))
    if not identifier or not text:
        return None
    section = _text(criterion.get("section"))
    return Item(
        identifier, text, _text(criterion.get("title")) or None, (domain, section) if section else (domain,), position
    )
