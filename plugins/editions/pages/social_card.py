"""Cards: the pictures that stand beside a link to a page where links are shared (Open Graph, ``og:image``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.model import Edition, Publication
from editions.model.addresses import article_address, domain_address, edition_address
from editions.pages.document import Document
from editions.pages.subject import ArticleVersion, EditionItem
from editions.words.phrasebook import phrasebook

SITE_CARD = "/card.png"
WIDTH, HEIGHT = 1200, 630
_NAME = "card.png"


@dataclass(frozen=True)
class Card:
    """A card.

    Attributes:
        address: Where its picture stands, from the root of the site.
        subject: Key of what it is about; empty for the site's own card.
        eyebrow: A short line above the title.
        title: The title, plain.
        detail: What the title belongs to, plain.
        publisher: Who publishes it.
        licence: Under which licence.
    """

    address: str
    subject: tuple[str, ...]
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

    Yields:
        The cards; pages that are about none of these share the card of what they belong to.
    """
    current = publication.standard.current

    def card(
        address: str, subject: tuple[str, ...], eyebrow: str, title: str, detail: str, of: Edition = current
    ) -> Card:
        publisher, licence = of.publisher.name, of.licence.short_name
        return Card(f"{address}{_NAME}", subject, eyebrow, title, detail, publisher, licence)

    words = phrasebook(publication.language)

    def dated(edition: Edition) -> str:
        date = words.date(edition.date)
        return words.text("{edition}, {date}", edition=f"{edition.abbreviation} {edition.version}", date=date)

    yield card("/", (), words.text("Standard"), current.title, dated(current))
    for edition in publication.standard.releases:
        version = str(edition.version)
        eyebrow = words.text("Edition {version}", version=version)
        yield card(edition_address(edition), EditionItem(edition).key, eyebrow, edition.title, dated(edition), edition)
        detail = f"{edition.title} {version}"
        for domain in edition.domains:
            address = domain_address(edition, domain)
            yield card(address, EditionItem(edition, domain).key, domain.label, domain.title, detail, edition)
    for history in publication.articles:
        for article in history.releases:
            address = article_address(history.slug, article)
            detail = words.text("Version {version}, {date}", version=article.version, date=words.date(article.date))
            yield card(address, ArticleVersion(article).key, article.category, article.title, detail)


class SocialCards:
    """The cards of a publication, by the pages that show them."""

    def __init__(self, publication: Publication) -> None:
        self.all = tuple(cards(publication))
        self._by_subject = {card.subject: card for card in self.all}

    def of(self, document: Document) -> Card:
        """The card of a page.

        Returns:
            The card of the domain, edition or article version that the page belongs to, else that of the site.
        """
        holders = document.subject.holders if document.subject is not None else ()
        nearest = (self._by_subject.get(key) for key in holders)
        return next((card for card in nearest if card is not None), self.all[0])
