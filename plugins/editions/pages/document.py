"""Documents: pages as values with what surrounds them, before any site generator sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from editions.citations.in_text import ReferenceList
from editions.model import PartialDate
from editions.pages.parts import Part
from editions.pages.published_links import LinkContext
from editions.pages.subject import EditionItem, Subject

State = Literal["newest", "superseded", "draft", "released"]


@dataclass(frozen=True)
class Link:
    """A link within the site.

    Attributes:
        title: Its text, plain.
        address: Path from the root of the site.
        label: A short mark before the text, such as an id; empty if there is none.
        media_type: Media type of what it leads to, if that is no page.
        subject: What a data file is about, in words that other forms of the same share.
    """

    title: str
    address: str
    label: str = ""
    media_type: str = ""
    subject: str = ""


@dataclass(frozen=True)
class EditionChoice:
    """One entry of the edition switcher.

    Attributes:
        version: The edition's version.
        date: Its date in words.
        state: Whether it is the newest, a superseded one or the draft.
        current: Whether this page belongs to it.
        targets: Where the same item stands in it; the edition itself if the item has no counterpart there.
        counterpart: Whether ``targets`` are counterparts of the item.
    """

    version: str
    date: str
    state: State
    current: bool
    targets: tuple[Link, ...]
    counterpart: bool


@dataclass(frozen=True)
class Supersession:
    """The notice that a newer edition replaced this one.

    Attributes:
        version: Version of the newest release.
        date: Its date in words.
        address: Its standing address.
        targets: Where the same item went in it, by lineage; empty if nothing continues it.
        whole: Whether the page is about the edition as a whole, which needs no counterpart.
        note: Whose reading the lineage is, if that was stated.
    """

    version: str
    date: str
    address: str
    targets: tuple[Link, ...]
    whole: bool
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A line of facts about a page: a name with a value, or with links.

    Attributes:
        name: What the fact is about.
        value: Its value in words; empty if it is links.
        links: Its links.
    """

    name: str
    value: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Chrome:
    """What a template puts around a page's text.

    Attributes:
        eyebrow: A short line above the title.
        breadcrumbs: The way from the root of the site to this page, without the page.
        state: State of the edition or article version, if the page belongs to one.
        choices: The edition switcher, newest first.
        supersession: The notice that a newer edition exists.
        facts: Lines of facts below the title.
        permanent: This page's permanent address, where the page itself stands at a standing one.
        data: Data files that hold what the page shows.
    """

    eyebrow: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    state: State | None = None
    choices: tuple[EditionChoice, ...] = ()
    supersession: Supersession | None = None
    facts: tuple[Fact, ...] = ()
    permanent: Link | None = None
    data: tuple[Link, ...] = ()

    @property
    def data_by_subject(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """The data files, those with the same subject (``Criteria`` of ``Criteria as JSON``) together."""
        by_subject = groupby(self.data, key=lambda link: link.subject or link.title)
        return tuple((subject, tuple(links)) for subject, links in by_subject)


@dataclass(frozen=True)
class HandWritten:
    """The text of a page that the project wrote for MkDocs.

    Attributes:
        markdown: The page as MkDocs renders it, beginning with its title as a heading.
        context: Where its links lead.
    """

    markdown: str
    context: LinkContext


@dataclass(frozen=True)
class TwinText:
    """A page as portable Markdown.

    Attributes:
        title: Its title as a heading.
        text: The rest of it.
    """

    title: str
    text: str


@dataclass(frozen=True)
class Document:
    """A page.

    Attributes:
        kind: Name of its kind, as the registry of kinds has it (:mod:`editions.site.page_kinds`).
        path: Its place in the tree of pages, such as ``standard/1.0/domains/human-oversight.md``.
        address: Its address on the site.
        title: Its title, plain.
        head_title: Its title for the browser and search engines, plain, without the site's name.
        summary: What it says, in a sentence, plain.
        lead: What stands above its facts: its title and its first words.
        parts: The rest of it; of a page with ``written``, what comes after that.
        written: What the project wrote by hand, in place of ``lead``.
        references: The works that it cites.
        depends: Folders of editions and files that its text is made from; ``None`` if that is all that is published.
            What surrounds the text tells which edition is newest and where an item went, and depends on everything.
        source: File that it is written in, relative to the project's folder; ``None`` if no single file is.
        source_is_frozen: Whether that file belongs to a release, so that it is read and not edited.
        canonical: Address of the page that search engines should show instead, possibly its own.
        in_search: Whether the site's own search finds it.
        in_navigation: Whether it belongs to the site's navigation.
        indexed: Whether search engines may show it.
        modified: Date of its text, if known.
        previous: The page before it.
        next: The page after it.
        chrome: What a template puts around it.
        hide: Parts of the page to hide (``navigation``, ``toc``, ``path``, ``footer``).
        subject: What it is about, if that is one item of an edition or one version of an article.
        is_work: Whether it is the page of its subject, which is cited, attributed and described to machines there.
        within: The edition whose contents stand beside it; that of its subject, if it has one.
        styles: Names of style sheets that it needs besides those of every page and of its kind.
        twin: What its Markdown twin says, which ends with the notices that reuse asks for; ``None`` where the twin is
            made of the parts.
    """

    kind: str
    path: str
    address: str
    title: str
    head_title: str
    summary: str
    lead: tuple[Part, ...] = ()
    parts: tuple[Part, ...] = ()
    written: HandWritten | None = None
    references: ReferenceList | None = None
    depends: frozenset[str] | None = None
    source: str | None = None
    source_is_frozen: bool = False
    canonical: str = ""
    in_search: bool = True
    in_navigation: bool = False
    indexed: bool = True
    modified: PartialDate | None = None
    previous: Link | None = None
    next: Link | None = None
    chrome: Chrome = field(default_factory=Chrome)
    hide: tuple[str, ...] = ()
    subject: Subject | None = None
    is_work: bool = False
    within: EditionItem | None = None
    styles: tuple[str, ...] = ()
    twin: TwinText | None = None

    @property
    def edition(self) -> EditionItem | None:
        """The edition that the page belongs to."""
        return self.subject if isinstance(self.subject, EditionItem) else self.within
