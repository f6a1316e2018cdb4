"""Which work a page is about, with what its metadata says of the works around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from editions.citations.work import WorkRecord
from editions.citations.works import article_record, criterion_record, domain_record, edition_record, standard_record
from editions.model import Adaptation, Article, ArticleHistory, Criterion, Domain, Edition, Licence, Publication
from editions.model.addresses import article_address, criterion_address, domain_address, edition_address
from editions.pages.document import Document
from editions.pages.subject import ArticleVersion, EditionItem, Subject


@dataclass(frozen=True)
class Part:
    """A work that another one holds.

    Attributes:
        url: Its permanent address.
        title: Its title.
        code: Its id.
    """

    url: str
    title: str
    code: str


@dataclass(frozen=True)
class PageWork:
    """A work that pages of the site are about.

    Attributes:
        record: The work.
        licence: Its licence.
        address: Its permanent address, from the root of the site.
        draft: Whether it is still being written, so that nobody should cite it.
        code: Id of a domain or criterion; empty for anything else.
        holder: The domain of a criterion, or the edition of a domain.
        parts: The domains of an edition, or the criteria of a domain.
        data: Address of the data file that holds it, from the root of the site.
        replaced_by: Permanent address of the edition or version that replaced it, absolute.
        adapted_from: The work that it is adapted from.
    """

    record: WorkRecord
    licence: Licence
    address: str
    draft: bool = False
    code: str = ""
    holder: Part | None = None
    parts: tuple[Part, ...] = ()
    data: str | None = None
    replaced_by: str | None = None
    adapted_from: Adaptation | None = None


class PageWorks:
    """The works of a publication, each record made once."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def of(self, document: Document) -> PageWork | None:
        """The work that a page is about.

        Returns:
            The work, or ``None`` if the page is about no single one.
        """
        return self.about(document.subject) if document.is_work and document.subject else None

    def about(self, subject: Subject) -> PageWork:
        """The work that a subject is."""
        return self._by_key[subject.key]

    def all(self) -> Iterator[PageWork]:
        """Every work but the standard as a whole.

        Yields:
            Editions, newest first and the draft before them, each followed by its domains and each domain by its
            criteria; then the articles, with their versions newest first.
        """
        yield from self._by_key.values()

    @cached_property
    def standard(self) -> WorkRecord:
        """The record of the standard as a whole."""
        return standard_record(self._publication)

    @cached_property
    def _by_key(self) -> dict[tuple[str, ...], PageWork]:
        found: dict[tuple[str, ...], PageWork] = {}
        for edition in reversed(self._publication.standard.editions):
            found.update(self._edition(edition))
        for history in self._publication.articles:
            drafted = (history.draft,) if history.draft else ()
            for article in (*drafted, *reversed(history.releases)):
                found[ArticleVersion(article).key] = self._article(history, article)
        return found

    def _edition(self, edition: Edition) -> Iterator[tuple[tuple[str, ...], PageWork]]:
        publication = self._publication
        record = edition_record(publication, edition)
        newer = publication.standard.superseded_by(edition)
        data = f"{edition_address(edition)}criteria.json"
        replaced_by = publication.absolute(edition_address(newer)) if newer else None

        def work(record: WorkRecord, address: str, **more: object) -> PageWork:
            return PageWork(
                record,
                edition.licence,
                address,
                draft=edition.status == "draft",
                data=data,
                replaced_by=replaced_by,
                adapted_from=edition.adapted_from,
                **more,  # type: ignore[arg-type]
            )

        domains = tuple(self._part(edition, domain) for domain in edition.domains)
        yield EditionItem(edition).key, work(record, edition_address(edition), parts=domains)
        whole = Part(record.url, record.title, edition.abbreviation)
        for domain, part in zip(edition.domains, domains, strict=True):
            of_domain = domain_record(publication, edition, domain, record)
            criteria = tuple(self._part(edition, criterion) for criterion in domain.criteria)
            yield (
                EditionItem(edition, domain).key,
                work(of_domain, domain_address(edition, domain), code=domain.id, holder=whole, parts=criteria),
            )
            for criterion in domain.criteria:
                of_criterion = criterion_record(publication, edition, criterion, record)
                yield (
                    EditionItem(edition, domain, criterion).key,
                    work(of_criterion, criterion_address(edition, criterion), code=criterion.id, holder=part),
                )

    def _part(self, edition: Edition, item: Domain | Criterion) -> Part:
        if isinstance(item, Domain):
            return Part(self._publication.absolute(domain_address(edition, item)), item.title, item.id)
        url = self._publication.absolute(criterion_address(edition, item))
        return Part(url, item.title or f"Criterion {item.id}", item.id)

    def _article(self, history: ArticleHistory, article: Article) -> PageWork:
        record = article_record(self._publication, history, article)
        newest = history.newest if record.replaced_by else None
        return PageWork(
            record,
            self._publication.standard.current.licence,
            article_address(history.slug, article),
            draft=article.status == "draft",
            replaced_by=self._publication.absolute(article_address(history.slug, newest)) if newest else None,
        )
