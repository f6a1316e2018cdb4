"""The record of a work that we publish: one record feeds every style, format and page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from editions.citations.address import safe_url
from editions.citations.cited_work import CitedWork, EntryType
from editions.citations.names import name_of_agent
from editions.model.agent import Agent
from editions.model.date import PartialDate

Kind = Literal["standard", "edition", "domain", "criterion", "article"]
_TYPES: dict[Kind, EntryType] = {
    "standard": "standard",
    "edition": "standard",
    "domain": "part",
    "criterion": "part",
    "article": "online",
}
_NOT_IN_KEYS = re.compile(r"[^a-z0-9._]+")


def work_key(name: str, version: str | None = None, item: str | None = None) -> str:
    """The key of a work: readable, stable and safe in BibTeX, file names and addresses.

    Args:
        name: The standard's abbreviation or the article's slug.
        version: The version, if the work is one version.
        item: The id of a domain or criterion.

    Returns:
        Such as ``psf-1.1-psf-06.1``: lower case, with a hyphen for every run of other signs.

    Raises:
        ValueError: If a part holds no letter or digit that a key can carry.
    """
    parts: list[str] = []
    for part in (name, version, item):
        if part is None:
            continue
        plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
        safe = _NOT_IN_KEYS.sub("-", plain).strip("-.")
        if not safe:
            raise ValueError(f"no key can be made of {part!r}; use some letters a to z or digits in it")
        parts.append(safe)
    return "-".join(parts)


@dataclass(frozen=True, kw_only=True)
class WorkRecord:
    """Everything that citations and metadata say of one work.

    Attributes:
        key: Its key; see :func:`work_key`.
        kind: What kind of work it is.
        title: Its title; for a criterion without one, ``Criterion`` and its id.
        authors: Who wrote it.
        publisher: Who publishes it.
        url: The permanent address of exactly this version.
        title_sentence: The title in sentence case, if stated.
        version: Its version; ``None`` for all versions.
        date: When it was published; ``None`` if unknown.
        standing_url: The address that always shows the newest version.
        container: The edition that a domain or criterion belongs to.
        site: Name of the web site that an article is part of.
        abstract: What it says, in short.
        keywords: Search words.
        licence: SPDX id of the licence.
        licence_url: Address of the licence.
        language: BCP 47 tag of its language.
        replaced_by: Key of the work that replaced it.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[Agent, ...]
    publisher: str
    url: str
    title_sentence: str | None = None
    version: str | None = None
    date: PartialDate | None = None
    standing_url: str | None = None
    container: WorkRecord | None = None
    site: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    licence: str | None = None
    licence_url: str | None = None
    language: str | None = None
    replaced_by: str | None = None

    def __post_init__(self) -> None:
        safe_url(self.url)
        if self.standing_url is not None:
            safe_url(self.standing_url)
        if self.licence_url is not None:
            safe_url(self.licence_url)
        if self.kind in ("domain", "criterion") and self.container is None:
            raise ValueError(f"the {self.kind} {self.key!r} needs a container: the edition it belongs to")

    @cached_property
    def standing(self) -> WorkRecord:
        """The record of all versions of this work, at its standing address.

        It names no version and, because the text behind the address changes, no date: APA 7 § 9.16 and § 9.17 ask for
        ``n.d.`` and a retrieval date there.

        Raises:
            ValueError: If the work has no standing address.
        """
        if self.standing_url is None:
            raise ValueError(f"the work {self.key!r} has no standing address to cite")
        container = self.container and replace(self.container, version=None, date=None)
        marker = self.version or (self.container.version if self.container else None)
        key = self.key.replace(f"-{marker}", "", 1) if marker else self.key
        return replace(
            self, key=key, version=None, date=None, url=self.standing_url, container=container, replaced_by=None
        )

    @cached_property
    def reference(self) -> CitedWork:
        """The reference to this work."""
        container = self.container
        return CitedWork(
            key=self.key,
            type=_TYPES[self.kind],
            title=self.title,
            title_sentence=self.title_sentence,
            authors=tuple(name_of_agent(agent) for agent in self.authors),
            date=self.date or (container.date if container else None),
            container=container.title if container else self.site,
            container_sentence=container.title_sentence if container else None,
            publisher=self.publisher,
            version=self.version or (container.version if container else None),
            genre="Standard" if self.kind in ("standard", "edition") else None,
            url=self.url,
            standing_url=None if container else self.standing_url,
            abstract=self.abstract,
            keywords=self.keywords,
            licence=self.licence,
            licence_url=self.licence_url,
            language=self.language,
        )
