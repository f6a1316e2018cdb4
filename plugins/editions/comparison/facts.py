"""What an edition states about itself, as sections of prose that can be compared like any other.

Its version, date and status differ between any two editions and are no change; its address, keywords and the form of
its title for citations are data about the text, not text.
"""

from __future__ import annotations

from collections.abc import Iterable

from editions.comparison.prose import Section
from editions.model import Article, Assessment, Domain, Edition
from editions.text.words import plain_text


def edition_facts(edition: Edition) -> tuple[Section, ...]:
    """The facts of an edition: title, short name, summary, authors, publisher, licence, assessments, adaptation."""
    adapted = edition.adapted_from
    return _facts(
        ("Title", edition.title),
        ("Abbreviation", edition.abbreviation),
        ("Summary", edition.summary),
        ("Authors", ", ".join(author.name for author in edition.authors)),
        ("Publisher", edition.publisher.name),
        ("Licence", f"{edition.licence.name} ({edition.licence.spdx})"),
        ("Assessments", "\n".join(_assessment(assessment) for assessment in edition.assessments)),
        ("Adapted from", f"{adapted.title}, {adapted.url}: {adapted.changes}" if adapted else ""),
    )


def domain_facts(domains: Iterable[Domain]) -> tuple[Section, ...]:
    """The facts of domains beyond their title and summary: the assessments that cover them."""
    return tuple(
        Section("Assessed in", ("Assessed in",), plain_text(", ".join(domain.assessed_in)), domain.id)
        for domain in domains
        if domain.assessed_in
    )


def article_facts(article: Article) -> tuple[Section, ...]:
    """The facts of an article: title, category, summary, authors, the domains that it relates to."""
    return _facts(
        ("Title", article.title),
        ("Category", article.category),
        ("Summary", article.summary),
        ("Authors", ", ".join(author.name for author in article.authors)),
        ("Domains", ", ".join(article.domains)),
    )


def _facts(*facts: tuple[str, str]) -> tuple[Section, ...]:
    return tuple(Section(name, (name,), plain_text(text)) for name, text in facts if text)


def _assessment(assessment: Assessment) -> str:
    parts = (assessment.covers, assessment.facts)
    return f"{assessment.key}: {'; '.join((assessment.kind, *(part for part in parts if part)))}"
