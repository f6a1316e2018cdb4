"""Articles: insights texts, versioned like the standard."""

from __future__ import annotations

from dataclasses import dataclass, field

from editions.model.agent import Agent
from editions.model.date import PartialDate
from editions.model.edition import Origin, Status
from editions.model.field_values import NO_VALUES, FieldValues
from editions.model.version import Version
from editions.text.tree import Text


@dataclass(frozen=True)
class Article:
    """One version of an insights text.

    Attributes:
        slug: The last part of its address.
        title: Its title.
        version: Which version this is.
        status: ``released``, or ``draft`` while no release of this version exists.
        date: When this version was published.
        category: What kind of text it is.
        summary: What it says, in a sentence or two.
        body: Its text.
        authors: Who wrote it; empty when the publisher speaks.
        domains: Ids of the domains that it relates to.
        keywords: Search words.
        title_sentence: The title in sentence case, for citation styles that ask for it.
        more: Values of the other keys of the table of fields.
        origin: Where it is written.
    """

    slug: str
    title: str
    version: Version
    status: Status
    date: PartialDate
    category: str
    summary: str
    body: Text
    authors: tuple[Agent, ...] = ()
    domains: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    title_sentence: str | None = None
    more: FieldValues = NO_VALUES
    origin: Origin = field(default=Origin(""), compare=False)


@dataclass(frozen=True)
class ArticleHistory:
    """An article through its versions.

    Attributes:
        slug: The last part of its address.
        releases: Its released versions, oldest first.
        draft: The version being written, if it is not released yet.
    """

    slug: str
    releases: tuple[Article, ...]
    draft: Article | None = None

    @property
    def newest(self) -> Article | None:
        """The newest released version."""
        return self.releases[-1] if self.releases else None
