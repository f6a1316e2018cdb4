"""What a page is about, as values of the model."""

from __future__ import annotations

from dataclasses import dataclass

from editions.model import Article, Criterion, Domain, Edition, Level
from editions.model.addresses import edition_address


@dataclass(frozen=True)
class EditionItem:
    """An edition, or a domain or a criterion of it.

    Attributes:
        edition: The edition.
        domain: The domain, if it is about one or about a criterion of it.
        criterion: The criterion, if it is about one.
        standing: Whether the page stands with those of the newest release, which change with each release.
    """

    edition: Edition
    domain: Domain | None = None
    criterion: Criterion | None = None
    standing: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other subject: version, and ids."""
        items = (it.id for it in (self.domain, self.criterion) if it is not None)
        return ("edition", str(self.edition.version), *items)

    @property
    def level(self) -> Level | None:
        """Which level of items it is of; ``None`` for an edition as a whole."""
        return "criterion" if self.criterion else "domain" if self.domain else None

    @property
    def holders(self) -> tuple[tuple[str, ...], ...]:
        """Its own key, then those of what it belongs to, the nearest first."""
        return tuple(self.key[:length] for length in range(len(self.key), 1, -1))

    @property
    def address(self) -> str:
        """Where the overview of the edition stands, with whose pages this one belongs."""
        return edition_address(None if self.standing else self.edition)


@dataclass(frozen=True)
class ArticleVersion:
    """A version of an article."""

    article: Article

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other subject: slug and version."""
        return ("article", self.article.slug, str(self.article.version))

    @property
    def holders(self) -> tuple[tuple[str, ...], ...]:
        """Its own key."""
        return (self.key,)


Subject = EditionItem | ArticleVersion
