"""Citations in the texts of a page, and the list of references at its end."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from editions.citations.in_text import ReferenceList, System, reference_list
from editions.citations.known_works import KnownWorks
from editions.pages.document import Document
from editions.pages.markdown_text import plain
from editions.source.markdown_citations import replace_citations, text_citations

_BEFORE = re.compile(r"[ \t]*\[@[^\[\]]*\](?!\()")


def with_references(document: Document, known: KnownWorks, system: System) -> Document:
    """Set the citations of a page.

    Args:
        document: The page; its texts have been checked, so that every key leads to a work.
        known: The works.
        system: Whether the page cites by number or by author and date.

    Returns:
        The page with its citations as links to the list at its end; the same page if it cites nothing.
    """
    if "[@" not in document.markdown:
        return document
    found = [citation for citation in text_citations(document.markdown) if citation.items]
    keys = [item.key for citation in found for item in citation.items]
    works = {key: work for key in dict.fromkeys(keys) if (work := known.find(key)) is not None}
    if not works:
        return document
    references = reference_list(works, works, system)
    markdown = replace_citations(
        document.markdown,
        lambda it: (
            "".join(_linked(piece.text, piece.key) for piece in references.pieces(it.items))
            if it.items and all(item.key in works for item in it.items)
            else it.written
        ),
    )
    return replace(
        document,
        markdown=f"{markdown.rstrip()}\n\n{_list(references)}\n",
        summary=without_citations(document.summary),
    )


def without_citations(text: str) -> str:
    """A short text without its citations, for descriptions and other places that have no list.

    Args:
        text: The text.

    Returns:
        The text without citations and the blanks before them.
    """
    return _BEFORE.sub("", text) if "[@" in text else text


def _linked(text: str, key: str | None) -> str:
    return text if key is None else f"[{plain(text)}](#{_anchor(key)})"


def _anchor(key: str) -> str:
    # No heading and no criterion has a colon in its id.
    return f"ref:{key}"


def _list(references: ReferenceList) -> str:
    numbered = references.system == "numbered"
    tag = "ol" if numbered else "ul"
    items = "\n".join(f'<li id="{html.escape(_anchor(it.key))}">{it.html}</li>' for it in references.entries)
    return f'## References {{ #all-references }}\n\n<{tag} class="references">\n{items}\n</{tag}>'
