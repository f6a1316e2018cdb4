"""The content of pages: made of parts, or rendered from Markdown and then sanitised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from editions.pages.document import Document
from editions.pages.page_html import page_html
from editions.pages.sanitised import sanitised
from editions.pages.scrolling_tables import with_scrolling_tables
from editions.render.html_sections import read_sections
from editions.render.page_formulas import with_formulas, with_sources
from editions.render.template_values import TocItem
from editions.site.search.page_sections import page_sections
from editions.site.search.search_entry import SearchEntry
from editions.text.slugs import ShownHeading
from editions.words.phrasebook import Phrasebook


@dataclass(frozen=True)
class PageContent:
    """The content of a page.

    Attributes:
        head: Its title and first words as HTML, which stand above its facts.
        body: The rest of it.
        toc: Its headings.
        anchors: Every id on it that has an address.
        entries: What the search finds of it.
    """

    head: str
    body: str
    toc: tuple[TocItem, ...]
    anchors: frozenset[str]
    entries: tuple[SearchEntry, ...]


def made_content(document: Document, words: Phrasebook, added: str = "") -> PageContent:
    """Write a page that is made of parts.

    Args:
        words: The language of the site.
        document: The page.
        added: HTML that goes below it.

    Returns:
        Safe HTML: each text is sanitised by itself.
    """
    made = page_html(document, words=words)
    entries = page_sections(document, made.outline) if document.in_search else ()
    return PageContent(made.lead, made.body + sanitised(added), _nested((), made.outline), made.anchors, entries)


def written_content(
    document: Document, title: str, html: str, toc: Sequence[TocItem], words: Phrasebook
) -> PageContent:
    """Sanitise a page that was written by hand, and add the parts that the engine has for it.

    Args:
        words: The language of the site.
        document: The page.
        title: Its title as HTML.
        html: The rest of it as HTML.
        toc: The headings of both.

    Returns:
        Safe HTML.
    """
    safe = with_scrolling_tables(sanitised(html))
    read = read_sections(with_sources(safe), document.address, document.title)
    ids = frozenset(read.ids)
    added = page_html(document, ids, words)
    found = (*read.entries(), *page_sections(replace(document, lead=()), added.outline)[1:])
    shown = with_formulas(safe)
    body = f"{shown}\n{added.body}" if document.parts else shown
    return PageContent(
        with_formulas(sanitised(title)),
        body,
        _nested(toc, added.outline),
        ids | added.anchors,
        found if document.in_search else (),
    )


def _nested(toc: Sequence[TocItem], outline: Sequence[ShownHeading]) -> tuple[TocItem, ...]:
    """Add headings to those of a page, each below the one that it belongs to."""
    items = list(toc)
    open_: list[TocItem] = []
    for heading in outline:
        item = TocItem(escape(heading.words, quote=False), heading.id, heading.level)
        while open_ and open_[-1].level >= item.level:
            open_.pop()
        (open_[-1].children if open_ else _below(items, item)).append(item)
        open_.append(item)
    return tuple(items)


def _below(items: list[TocItem], item: TocItem) -> list[TocItem]:
    """Where a heading goes that comes after those of a page: below its title."""
    while items and items[-1].level < item.level:
        items = items[-1].children
    return items
