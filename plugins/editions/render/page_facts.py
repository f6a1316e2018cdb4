"""What templates and other plugins know of a page besides its content, the same under either generator."""

from __future__ import annotations

from html import escape
from typing import Any

from editions.model import PartialDate
from editions.pages.document import Document


def page_meta(document: Document) -> dict[str, Any]:
    """What front matter would state of a page: its title and description as HTML, and what it hides."""
    stated: dict[str, Any] = {
        "title": escape(document.title, quote=False),
        "description": escape(document.summary),
        "document": document,
    }
    return stated | ({"hide": list(document.hide)} if document.hide else {})


def page_date(document: Document | None, newest: PartialDate) -> str:
    """The date of a page in full, as MkDocs has it.

    Args:
        document: The page; ``None`` for one of another plugin.
        newest: The date of pages that have none of their own.

    Returns:
        ``YYYY-MM-DD``; what is not known of the date is taken for the first.
    """
    date = (document.modified if document else None) or newest
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}"
