"""Pages that stand directly below the home page and list what there is."""

from __future__ import annotations

from collections.abc import Iterable

from editions.model.addresses import document_path
from editions.pages.document import Chrome, Document
from editions.pages.edition_place import home_link
from editions.pages.parts import Line, PageHeading, Part
from editions.pages.sentences import sentence
from editions.words.phrasebook import Phrasebook


def top_page(
    kind: str,
    address: str,
    title: str,
    summary: str,
    parts: Iterable[Part],
    words: Phrasebook,
    *,
    summary_css: str = "",
) -> Document:
    """Make a page below the home page.

    Args:
        kind: Name of its kind.
        parts: What stands below its title.
        words: The language of the site.
        summary_css: Class of its summary, if that is shown below the title.
    """
    said = (Line(sentence(summary), summary_css),) if summary_css else ()
    return Document(
        kind=kind,
        path=document_path(address),
        address=address,
        title=title,
        head_title=title,
        summary=summary,
        lead=(PageHeading(1, sentence(title)), *said),
        parts=tuple(parts),
        canonical=address,
        chrome=Chrome(breadcrumbs=(home_link(words),)),
    )
