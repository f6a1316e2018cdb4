"""Cards: the pictures that stand beside a link to a page where links are shared (Open Graph, ``og:image``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.model import Publication
from editions.model.addresses import article_address, domain_address, edition_address
from editions.pages.document import Document

SITE_CARD = "/card.png"
WIDTH, HEIGHT = 1200, 630
_NAME = "card.png"


@dataclass(frozen=True)
class Card:
    """A card.

    Attributes:
        address: Where its picture stands, from the root of the site.
        eyebrow: A short line above the title.
        title: The title, plain.
        detail: What the title belongs to, plain.
        publisher: Who publishes it.
        licence: Under which licence.
    """

    address: str
    eyebrow: str
    title: str
    detail: str
    publisher: str
    licence: str

    @property
    def words(self) -> str:
        """What the picture shows, in words."""
        return ". ".join(part for part in (self.eyebrow, self.title, self.detail, self.publisher) if part)


def cards(publication: Publication) -> Iterator[Card]:
    """The cards of a publication: one for the site, and for each released edition, domain and article version.

    Args:
        publication: What is published.

    Yields:
        The cards; pages that are about none of these share the card of what they belong to.
    """
    current = publication.standard.current
    newest = f"{current.abbreviation} {current.version}, {current.date.words}"
    yield Card(SITE_CARD, "Standard", current.title, newest, current.publisher.name, current.licence.short_name)
    for edition in publication.standard.releases:
        name = f"{edition.abbreviation} {edition.version}, {edition.date.words}"
        publisher, licence = edition.publisher.name, edition.licence.short_name
        address = edition_address(edition)
        yield Card(address + _NAME, f"Edition {edition.version}", edition.title, name, publisher, licence)
        for domain in edition.domains:
            address = domain_address(edition, domain)
            detail = f"{edition.title} {edition.version}"
            yield Card(address + _NAME, domain.label, domain.title, detail, publisher, licence)
    for history in publication.articles:
        for article in history.releases:
            address = article_address(history.slug, article)
            detail = f"Version {article.version}, {article.date.words}"
            publisher, licence = current.publisher.name, current.licence.short_name
            yield Card(address + _NAME, article.category, article.title, detail, publisher, licence)


class SocialCards:
    """The cards of a publication, by the pages that show them."""

    def __init__(self, publication: Publication) -> None:
        """Make them.

        Args:
            publication: What is published.
        """
        self._standard = publication.standard
        self.all = tuple(cards(publication))
        self._by_address = {card.address: card for card in self.all}

    def of(self, document: Document) -> Card:
        """The card of a page.

        Args:
            document: The page.

        Returns:
            The card of the domain, edition or article version that the page belongs to, else that of the site.
        """
        return self._by_address.get(self._address(document), self.all[0])

    def _address(self, document: Document) -> str:
        subject = document.subject
        if document.kind == "article" and len(subject) > 1:
            return f"/insights/{subject[0]}/{subject[1]}/{_NAME}"
        if document.kind not in ("edition", "domain", "criterion", "checklist") or not subject:
            return SITE_CARD
        edition = next((it for it in self._standard.editions if str(it.version) == subject[0]), None)
        if edition is None:
            return SITE_CARD
        domain = edition.domains_by_id.get(subject[1]) if len(subject) > 1 else None
        return (domain_address(edition, domain) if domain else edition_address(edition)) + _NAME
