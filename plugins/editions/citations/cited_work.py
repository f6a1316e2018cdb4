"""A reference: what a bibliography says of one text, whoever published it.

Our own works (:mod:`editions.citations.work`) and the entries of a ``.bib`` file
(:mod:`editions.citations.bibtex`) both become references; every style and every format starts from one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal

from editions.citations.address import bare_doi, doi_url, safe_url
from editions.citations.names import Name
from editions.citations.text import one_line
from editions.model.date import PartialDate

EntryType = Literal[
    "article", "book", "incollection", "inproceedings", "techreport", "misc", "online", "standard", "part"
]
Periodical = Literal["magazine", "newspaper"]
_OF_A_DAY = re.compile(
    r"\b(?:(?:press|media) (?:release|statement)|news\w*|magazine|blog\w*|post(?![-\w])|tweet|web ?(?:page|site)"
    r"|podcast|video|talk|speech|lecture)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class CitedWork:
    """One text, in plain Unicode.

    Attributes:
        key: The key by which texts cite it.
        type: An entry type of BibTeX or BibLaTeX, or ``part``: a part (domain, criterion) of a standard.
        title: Its title, as published.
        title_sentence: The title in sentence case, if its authors stated it; it is never guessed.
        authors: Authors in order.
        editors: Editors in order, of the text itself or, for a part of something, of its container.
        and_others: Whether there are more authors than are named.
        date: When it was published, at the precision that was published.
        date_text: A date that is not a calendar date, such as ``in press``.
        container: Title of the journal, book, proceedings, standard or web site that it is part of.
        container_sentence: The container's title in sentence case, if stated.
        publisher: Who published it.
        place: Where the publisher sits.
        organization: For a web page the name of the site, for a paper the sponsor.
        version: Its version number.
        edition: Which edition of a book, as a number (``2``) or in words.
        volume: Volume.
        issue: Number of the issue.
        periodical: For an article, what it appeared in, if that is not a journal.
        pages: Page or range of pages.
        number: Number of a report or standard.
        series: Series.
        genre: Kind of report (``Technical report``).
        howpublished: How something unusual was published.
        note: A remark that belongs in the reference.
        doi: DOI, bare.
        url: Address.
        standing_url: For a whole work of our own, the address that always shows its newest version.
        accessed: When the address was read; only what the caller states.
        abstract: What it says, in short.
        keywords: Search words.
        licence: SPDX id of its licence.
        licence_url: Address of the licence.
        language: BCP 47 tag.
    """

    key: str
    type: EntryType
    title: str
    title_sentence: str | None = None
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    and_others: bool = False
    date: PartialDate | None = None
    date_text: str | None = None
    container: str | None = None
    container_sentence: str | None = None
    publisher: str | None = None
    place: str | None = None
    organization: str | None = None
    version: str | None = None
    edition: str | None = None
    volume: str | None = None
    issue: str | None = None
    periodical: Periodical | None = None
    pages: str | None = None
    number: str | None = None
    series: str | None = None
    genre: str | None = None
    howpublished: str | None = None
    note: str | None = None
    doi: str | None = None
    url: str | None = None
    standing_url: str | None = None
    accessed: PartialDate | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    licence: str | None = None
    licence_url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        for name in _TEXTS:
            value = getattr(self, name)
            if value is not None:
                # An empty value says nothing: it must not leave a pair of brackets or a stray comma behind.
                object.__setattr__(self, name, one_line(value) or (None if name != "title" else ""))
        keywords = (one_line(keyword) for keyword in self.keywords)
        object.__setattr__(self, "keywords", tuple(dict.fromkeys(keyword for keyword in keywords if keyword)))
        object.__setattr__(self, "and_others", self.and_others and bool(self.authors))
        if self.url is not None:
            object.__setattr__(self, "url", safe_url(self.url))
        if self.doi is not None:
            object.__setattr__(self, "doi", bare_doi(self.doi))
        if not self.title:
            raise ValueError(f"the work {self.key!r} has no title; every work needs one")

    @cached_property
    def link(self) -> str | None:
        """The address to cite: the DOI's, if there is one, else the URL."""
        return doi_url(self.doi) if self.doi else self.url

    @cached_property
    def publisher_apart(self) -> str | None:
        """The publisher, unless it is also the only author and would stand there twice."""
        return self._apart(self.publisher)

    @property
    def credited(self) -> tuple[Name, ...]:
        """Whom a reference begins with: the authors or, of a work that is not part of another, its editors."""
        return self.authors or (() if self.container else self.editors)

    @cached_property
    def is_dated_by_day(self) -> bool:
        """Whether it is of a kind that is dated by the day: a page, a news article, a post, a press release, a talk.

        All other kinds, such as reports, standards, software and data, are dated by the year (APA 7 § 9.14).
        """
        if self.type in ("article", "online"):
            return self.type == "online" or self.periodical is not None
        if self.type not in ("misc", "techreport"):
            return False
        stated = " ".join(text for text in (self.genre, self.howpublished) if text)
        if stated or self.type == "techreport":
            return bool(_OF_A_DAY.search(stated))
        # Classic BibTeX has no entry type for a page: a @misc that states only an address and a day is one.
        other = self.doi or self.version or self.number or self.publisher_apart
        return self.url is not None and not other and bool(self.date and self.date.day)

    @cached_property
    def container_title(self) -> str | None:
        """The container for formats: for a page its site, unless that is the only author (APA 7 § 10.16)."""
        return self._apart(self.container) or self.site if self.type == "online" else self.container

    @cached_property
    def container_publisher(self) -> str | None:
        """The publisher for formats: programs print a page's author, site and publisher, so none is given twice."""
        if self.type != "online":
            return self.publisher or self.organization
        return self.publisher_apart if self.publisher_apart != self.container_title else None

    @cached_property
    def kind(self) -> str | None:
        """The genre, unless it only repeats that a standard is a standard."""
        return None if self.type == "standard" and (self.genre or "").casefold() == "standard" else self.genre

    @cached_property
    def number_and_version(self) -> str | None:
        """Number and version as one value, for formats in which programs keep only the number of a report."""
        return ", ".join(part for part in (self.number, self.version_label) if part) or None

    @cached_property
    def version_label(self) -> str | None:
        """The version as it is printed: ``Version 1.1``."""
        return f"Version {self.version}" if self.version else None

    @cached_property
    def site(self) -> str | None:
        """The name of the web site of a page, unless it is also the only author."""
        return self._apart(self.organization or self.publisher)

    def _apart(self, name: str | None) -> str | None:
        alone = name is not None and [author.literal.casefold() for author in self.authors] == [name.casefold()]
        return None if alone else name


_TEXTS = tuple(
    field.name
    for field in fields(CitedWork)
    if field.name
    not in (
        "key",
        "type",
        "authors",
        "editors",
        "and_others",
        "date",
        "accessed",
        "keywords",
        "url",
        "doi",
        "standing_url",
    )
)
