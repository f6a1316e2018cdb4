"""The content of pages, as MkDocs and its plugins pass it on: made of parts, or rendered and then sanitised."""

from __future__ import annotations

from html import escape

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from editions.pages.document import Document
from editions.pages.page_html import PageHtml, page_html
from editions.pages.sanitised import sanitised
from editions.pages.scrolling_tables import with_scrolling_tables

LEAD_END = "<!-- lead -->"
"""Where the lead of a page ends in its content; sanitised HTML has no comments, so no text contains it."""


def made_content(document: Document | None, html: str, page: Page) -> str:
    """Write a page that is made of parts.

    Args:
        document: The page; ``None`` for a page of another plugin.
        html: What MkDocs rendered; of a page that is made of parts, what other plugins wrote on the empty page.
        page: The page of MkDocs, which learns the headings and anchors.

    Returns:
        The content; what was rendered, if the page is written by hand.
    """
    if document is None or document.written is not None:
        return html
    made = page_html(document)
    _show_outline(page, made)
    return f"{made.lead}{LEAD_END}{made.body}{sanitised(html)}"


def safe_content(document: Document | None, html: str, page: Page) -> str:
    """Sanitise a page that was written by hand, and add the parts that the engine has for it.

    Args:
        document: The page; ``None`` for a page of another plugin.
        html: Its content, as the last of the other plugins left it.
        page: The page of MkDocs, which learns the headings and anchors of what is added.

    Returns:
        Safe HTML. Of a page that is made of parts each text is sanitised already.
    """
    if document is not None and document.written is None:
        return html
    safe = with_scrolling_tables(sanitised(html))
    if document is None or not document.parts:
        return safe
    made = page_html(document, frozenset(page.present_anchor_ids or ()))
    _show_outline(page, made)
    return f"{safe}\n{made.body}"


def _show_outline(page: Page, made: PageHtml) -> None:
    """Add headings and anchors to what MkDocs knows of a page.

    Args:
        page: The page; changed in place.
        made: What it shows besides what MkDocs rendered.
    """
    items = list(page.toc)
    open_: list[AnchorLink] = []
    for heading in made.outline:
        link = AnchorLink(escape(heading.words, quote=False), heading.id, heading.level)
        while open_ and open_[-1].level >= link.level:
            open_.pop()
        (open_[-1].children if open_ else _level_of(items, link)).append(link)
        open_.append(link)
    page.toc = TableOfContents(items)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *made.anchors}


def _level_of(items: list[AnchorLink], link: AnchorLink) -> list[AnchorLink]:
    """Where a heading goes that comes after those of a page: below its title."""
    while items and items[-1].level < link.level:
        items = items[-1].children
    return items
