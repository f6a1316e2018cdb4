"""Pages joined to the one before and the one after, and dated, as their documents say."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from editions.model import PartialDate
from editions.model.addresses import document_path
from editions.pages.document import Document, Link
from editions.render.page_facts import page_date


def join_pages(files: Files, documents: Mapping[str, Document], newest: PartialDate) -> None:
    """Set what MkDocs knows of the order and the dates of pages.

    Args:
        files: The files of the site, whose pages are changed in place.
        newest: The date of pages that have none of their own.
    """
    for file in files.documentation_pages():
        page, document = file.page, documents.get(file.src_uri)
        if page is None:
            continue
        page.update_date = page_date(document, newest)
        if document is not None:
            page.previous_page = _page_of(files, document.previous)
            page.next_page = _page_of(files, document.next)


def _page_of(files: Files, link: Link | None) -> Page | None:
    file = files.get_file_from_path(document_path(link.address)) if link else None
    return file.page if file else None
