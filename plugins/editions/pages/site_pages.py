"""The pages that are written by hand: home, licence, citation guidance."""

from __future__ import annotations

from editions.model import Publication, SitePage
from editions.model.addresses import page_address
from editions.pages.document import Chrome, Document, HandWritten, Link
from editions.pages.markdown_text import plain
from editions.pages.published_links import LinkContext


def site_page_document(publication: Publication, page: SitePage, docs: str) -> Document:
    """The document of a page.

    Args:
        publication: What is published.
        page: The page.
        docs: Folder of the site's own pages in the project.

    Returns:
        The document.
    """
    address = page_address(page.path)
    home = address == "/"
    return Document(
        kind="page",
        path=page.path,
        address=address,
        title=page.title,
        head_title="" if home else page.title,
        summary=page.summary or publication.standard.current.summary,
        written=HandWritten(
            f"# {plain(page.title)}\n\n{page.body}\n", LinkContext(page.origin.path, page.path, docs=docs)
        ),
        source=page.origin.path,
        canonical=address,
        in_navigation=True,
        chrome=Chrome(breadcrumbs=() if home else (Link("Home", "/"),)),
        hide=page.hide,
    )
