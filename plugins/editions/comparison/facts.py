"""What an edition states about itself, as sections of prose that can be compared like any other.

Its version, date and status differ between any two editions and are no change; its address, keywords and the form of
its title for citations are data about the text, not text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from editions.comparison.prose import Section
from editions.model import Adaptation, Agent, Article, Assessment, Domain, Edition, Licence, Publisher
from editions.model.field_values import is_stated, item_value, words_of
from editions.model.fields import FIELDS, ItemKind
from editions.text.tree import Text
from editions.text.words import plain_text


def edition_facts(edition: Edition) -> tuple[Section, ...]:
    """The facts of an edition: every key that the table compares."""
    return _facts("edition", edition)


def domain_facts(domains: Iterable[Domain]) -> tuple[Section, ...]:
    """The facts of domains beyond their title and summary: the assessments that cover them."""
    return tuple(
        Section("Assessed in", ("Assessed in",), plain_text(", ".join(domain.assessed_in)), domain.id, is_fact=True)
        for domain in domains
        if domain.assessed_in
    )


def article_facts(article: Article) -> tuple[Section, ...]:
    """The facts of an article: every key that the table compares."""
    return _facts("article", article)


def _facts(kind: ItemKind, item: Edition | Article) -> tuple[Section, ...]:
    found = ((field, item_value(item, field)) for field in FIELDS[kind] if field.aspect)
    return tuple(
        Section(
            field.label,
            (field.label,),
            value if isinstance(value, Text) else plain_text(_words(value) if field.attribute else words_of(value)),
            source=item.origin.path,
            normative=field.normative,
            is_fact=True,
        )
        for field, value in found
        if is_stated(value)
    )


def _words(value: Any) -> str:
    """A value as a reader sees it on one page with others."""
    match value:
        case Agent() | Publisher():
            return value.name
        case Licence():
            return f"{value.name} ({value.spdx})"
        case Assessment():
            parts = (value.covers, value.facts)
            return f"{value.key}: {'; '.join((value.kind, *(part for part in parts if part)))}"
        case Adaptation():
            return f"{value.title}, {value.url}: {value.changes}"
        case tuple():
            return ("\n" if isinstance(value[0], Assessment) else ", ").join(map(_words, value))
        case _:
            return str(value)
