"""The records of all works that a publication holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from editions.citations.work import WorkRecord, work_key
from editions.model.addresses import (
    article_address,
    criterion_address,
    domain_address,
    edition_address,
)
from editions.model.agent import Agent
from editions.model.article import Article, ArticleHistory
from editions.model.edition import Criterion, Domain, Edition
from editions.model.publication import Publication
from editions.text.plain import plain_sentence


class _Published(TypedDict):
    authors: tuple[Agent, ...]
    publisher: str
    licence: str
    licence_url: str


def works(publication: Publication, drafts: bool = False) -> tuple[WorkRecord, ...]:
    """Every work: the standard, its editions, their domains and criteria, and the articles.

    Args:
        drafts: Whether drafts are among them; nobody should cite one, so they usually are not.

    Returns:
        The records, newest edition first, each edition followed by its domains and each domain by its criteria.

    Raises:
        ValueError: If two works have the same key; the message names each pair.
    """
    found = tuple(_all(publication, drafts))
    seen: dict[str, WorkRecord] = {}
    clashes = [
        f"{seen[record.key].url} and {record.url} would both be cited as {record.key}"
        for record in found
        if seen.setdefault(record.key, record) is not record
    ]
    if clashes:
        raise ValueError("; ".join(clashes) + "; change one of the two ids")
    return found


def _all(publication: Publication, drafts: bool) -> Iterator[WorkRecord]:
    standard = publication.standard
    yield standard_record(publication)
    for edition in reversed(standard.editions if drafts else standard.releases):
        record = edition_record(publication, edition)
        yield record
        for domain in edition.domains:
            yield domain_record(publication, edition, domain, record)
            for criterion in domain.criteria:
                yield criterion_record(publication, edition, criterion, record)
    for history in publication.articles:
        drafted = (history.draft,) if drafts and history.draft else ()
        for article in (*drafted, *reversed(history.releases)):
            yield article_record(publication, history, article)


def standard_record(publication: Publication) -> WorkRecord:
    """The record of the standard as a whole: all its versions, at the standing address.

    Returns:
        The record; it has neither version nor date.
    """
    edition = publication.standard.current
    return WorkRecord(
        key=work_key(edition.abbreviation),
        kind="standard",
        title=edition.title,
        title_sentence=edition.title_sentence,
        **_published(edition),
        url=edition.url,
        standing_url=edition.url,
        abstract=edition.summary,
        keywords=edition.keywords,
    )


def edition_record(publication: Publication, edition: Edition) -> WorkRecord:
    """The record of an edition.

    Args:
        edition: A release or the draft.

    Returns:
        The record; a draft says in its version that it is one.
    """
    newest = publication.standard.superseded_by(edition)
    return WorkRecord(
        key=_edition_key(edition),
        kind="edition",
        title=edition.title,
        title_sentence=edition.title_sentence,
        **_published(edition),
        version=_version(edition),
        date=edition.date,
        url=publication.absolute(edition_address(edition)),
        standing_url=edition.url,
        abstract=edition.summary,
        keywords=edition.keywords,
        replaced_by=_edition_key(newest) if newest else None,
    )


def domain_record(
    publication: Publication, edition: Edition, domain: Domain, container: WorkRecord | None = None
) -> WorkRecord:
    """The record of a domain.

    Args:
        container: The edition's record, if it is at hand.

    Returns:
        The record; it has a standing address where the newest release holds a domain with the same slug.
    """
    newest = publication.standard.newest
    stands = newest is not None and any(other.slug == domain.slug for other in newest.domains)
    return WorkRecord(
        key=_edition_key(edition, domain.id),
        kind="domain",
        title=domain.title,
        **_published(edition),
        url=publication.absolute(domain_address(edition, domain)),
        standing_url=publication.absolute(domain_address(None, domain)) if stands else None,
        container=container or edition_record(publication, edition),
        abstract=domain.summary,
    )


def criterion_record(
    publication: Publication, edition: Edition, criterion: Criterion, container: WorkRecord | None = None
) -> WorkRecord:
    """The record of a criterion.

    Args:
        container: The edition's record, if it is at hand.

    Returns:
        The record; a criterion without a title is called ``Criterion`` and its id.
    """
    return WorkRecord(
        key=_edition_key(edition, criterion.id),
        kind="criterion",
        title=criterion.title or f"Criterion {criterion.id}",
        **_published(edition),
        url=publication.absolute(criterion_address(edition, criterion)),
        container=container or edition_record(publication, edition),
        abstract=plain_sentence(criterion.text),
        keywords=criterion.keywords,
    )


def article_record(publication: Publication, history: ArticleHistory, article: Article) -> WorkRecord:
    """The record of one version of an article.

    Returns:
        The record; an article that names no author is by the publisher of the standard.
    """
    edition = publication.standard.current
    newest = history.newest
    replaced = newest is not None and article.status == "released" and article.version < newest.version
    return WorkRecord(
        key=_article_key(article),
        kind="article",
        title=article.title,
        title_sentence=article.title_sentence,
        **_published(edition, article.authors),
        version=_version(article),
        date=article.date,
        url=publication.absolute(article_address(article.slug, article)),
        standing_url=publication.absolute(article_address(article.slug)),
        site=publication.site_name or edition.title,
        abstract=article.summary,
        keywords=article.keywords,
        replaced_by=_article_key(newest) if newest and replaced else None,
    )


def _version(work: Edition | Article) -> str:
    return f"{work.version} draft" if work.status == "draft" else str(work.version)


def _edition_key(edition: Edition, item: str | None = None) -> str:
    return work_key(edition.abbreviation, _version(edition), item)


def _article_key(article: Article) -> str:
    return work_key(article.slug, _version(article))


def _published(edition: Edition, authors: tuple[Agent, ...] | None = None) -> _Published:
    return {
        "authors": (edition.authors if authors is None else authors) or (Agent(edition.publisher.name),),
        "publisher": edition.publisher.name,
        "licence": edition.licence.spdx,
        "licence_url": edition.licence.url,
    }
