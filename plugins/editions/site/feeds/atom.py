"""Atom feeds (RFC 4287), written with the standard library.

Of the libraries, feedgen needs lxml to run and comes as source only, and feedgenerator knows RSS first and leaves it to
its caller that titles hold nothing that XML cannot carry. A feed is a dozen elements; ElementTree writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from editions.model import Agent, PartialDate
from editions.source.text import UNUSABLE

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class FeedLink:
    """A link of an entry besides the one to its page.

    Attributes:
        rel: Its relation.
        href: Absolute address.
        title: What it leads to.
        media_type: Media type of what it leads to.
    """

    rel: str
    href: str
    title: str
    media_type: str = "text/html"


@dataclass(frozen=True)
class Entry:
    """An entry of a feed.

    Attributes:
        id: Its identifier, an IRI that never changes.
        title: Its title, plain.
        address: Absolute address of its page.
        date: When it was published; it does not change afterwards, so it is also when it was updated.
        summary: What it says, plain; empty where the content says it all.
        content: HTML in which every address is absolute.
        authors: Who wrote it; empty for the authors of the feed.
        categories: Term and label of each category.
        links: Further links.
        rights: Who holds which rights; empty for the rights of the feed.
    """

    id: str
    title: str
    address: str
    date: PartialDate
    summary: str
    content: str
    authors: tuple[Agent, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    links: tuple[FeedLink, ...] = ()
    rights: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed.

    Attributes:
        id: Its identifier, an IRI that never changes: its own address.
        title: Its title, plain.
        subtitle: What it holds, plain.
        address: Absolute address of the page that it belongs to.
        language: BCP 47 tag of its language.
        updated: When it changed last, if it has no entry.
        authors: Who writes it; at least one.
        rights: Who holds which rights.
        entries: Its entries, newest first.
    """

    id: str
    title: str
    subtitle: str
    address: str
    language: str
    updated: PartialDate
    authors: tuple[Agent, ...]
    rights: str
    entries: tuple[Entry, ...]


def instant(date: PartialDate) -> str:
    """The instant that stands for a date (RFC 3339).

    Args:
        date: A year, a month or a day.

    Returns:
        The first moment of it, in UTC: what is known of the date only ever puts the true moment later, and the same
        date always gives the same instant. The text of an entry states the date as it was published.
    """
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def atom(feed: Feed) -> bytes:
    """Write a feed.

    Returns:
        An Atom document in UTF-8. What XML cannot carry is left out of its texts (XML 1.0 §2.2).
    """
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", instant(max((entry.date for entry in feed.entries), key=instant, default=feed.updated)))
    _link(root, FeedLink("self", feed.id, feed.title, MEDIA_TYPE))
    _link(root, FeedLink("alternate", feed.address, feed.title))
    _authors(root, feed.authors)
    _text(root, "rights", feed.rights)
    _text(root, "generator", "Editions")
    for entry in feed.entries:
        _entry(root, entry)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: ElementTree.Element, entry: Entry) -> None:
    element = ElementTree.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", instant(entry.date))
    _text(element, "updated", instant(entry.date))
    _link(element, FeedLink("alternate", entry.address, entry.title))
    for link in entry.links:
        _link(element, link)
    _authors(element, entry.authors)
    for term, label in entry.categories:
        ElementTree.SubElement(element, "category", {"term": _clean(term), "label": _clean(label)})
    if entry.rights:
        _text(element, "rights", entry.rights)
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.content, type="html")


def _authors(parent: ElementTree.Element, authors: tuple[Agent, ...]) -> None:
    for author in authors:
        _text(ElementTree.SubElement(parent, "author"), "name", author.name)


def _link(parent: ElementTree.Element, link: FeedLink) -> None:
    values = {"rel": link.rel, "type": link.media_type, "href": _clean(link.href), "title": _clean(link.title)}
    ElementTree.SubElement(parent, "link", values)


def _text(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = _clean(text)


def _clean(text: str) -> str:
    return UNUSABLE.sub("", text)
