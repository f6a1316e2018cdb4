"""The pages that are written by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from editions.model import Publication, SitePage
from editions.model.addresses import page_address
from editions.pages.document import Chrome, Document, HandWritten
from editions.pages.edition_place import home_link
from editions.pages.published_links import LinkContext
from editions.site.plan_context import PlanContext
from editions.words.phrasebook import phrasebook

_SPECIAL = re.compile(r"[\\`*_\[\]{}#]")
_REFERENCE = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_CODED = str.maketrans({"<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;"})


def written_page(context: PlanContext, address: str, kind: str) -> Document | None:
    """The page that a project wrote for an address, as one of a kind of its own; ``None`` if there is none."""
    written = (page for page in context.publication.pages if page_address(page.path) == address)
    page = next(written, None)
    return replace(site_page_document(context.publication, page, context.docs), kind=kind) if page else None


def site_page_document(publication: Publication, page: SitePage, docs: str) -> Document:
    """The document of a page.

    Args:
        docs: Folder of the site's own pages in the project.
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
            f"{heading_line(page.title)}\n\n{page.body}\n", LinkContext(page.origin.path, page.path, docs=docs)
        ),
        depends=frozenset({page.origin.path}),
        source=page.origin.path,
        canonical=address,
        in_navigation=True,
        chrome=Chrome(breadcrumbs=() if home else (home_link(phrasebook(publication.language)),)),
        hide=page.hide,
    )


def heading_line(title: str) -> str:
    """Write a title as the first heading of a page, so that Python-Markdown shows it as it is.

    Args:
        title: Plain text, from front matter.
    """
    shown = _SPECIAL.sub(r"\\\g<0>", _REFERENCE.sub("&amp;", " ".join(title.split()))).translate(_CODED)
    return f"# {shown}"
