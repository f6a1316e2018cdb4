"""Citations in the texts of a page, and the list of references at its end."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editions.citations.cite import cite
from editions.citations.in_text import ReferenceList, System, reference_list
from editions.citations.known_works import KnownWorks
from editions.pages.document import Document
from editions.pages.parts import Group, PageHeading, Part, Widget, Written
from editions.pages.sentences import sentence
from editions.pages.text_surroundings import Cite
from editions.text.inline_tree import Citation
from editions.text.parsing import parse_page
from editions.text.surroundings import AS_WRITTEN, CitationPiece
from editions.text.tree import Directive, List, ListItem, Paragraph
from editions.text.walking import text_nodes
from editions.words.phrasebook import Phrasebook


def with_references(document: Document, known: KnownWorks, system: System, words: Phrasebook) -> Document:
    """Find what a page cites.

    Args:
        words: The language of the site.
        document: The page; its texts have been checked, so that every key leads to a work.
        system: Whether the page cites by number or by author and date.

    Returns:
        The page with the list of references at its end; the same page if it cites nothing.
    """
    keys = [item.key for citation in _citations(document) for item in citation.items]
    works = {key: work for key in dict.fromkeys(keys) if (work := known.find(key)) is not None}
    if not works:
        return document
    references = reference_list(works, works, system)
    return replace(
        document,
        references=references,
        depends=None,  # a work that is cited may be an edition or an article
        parts=(
            *document.parts,
            PageHeading(2, sentence(words.text("References")), "all-references"),
            _list(references),
        ),
    )


def cite_with(references: ReferenceList | None) -> Cite:
    """How the texts of a page cite.

    Args:
        references: The page's list of references, if it has one.

    Returns:
        Sets citations as links to the list; as they are written where a work is not in it.
    """
    if references is None:
        return AS_WRITTEN.cite
    known = {entry.key for entry in references.entries}

    def cited(citation: Citation) -> tuple[CitationPiece, ...]:
        if not citation.items or not all(item.key in known for item in citation.items):
            return AS_WRITTEN.cite(citation)
        pieces = references.pieces(citation.items)
        return tuple(CitationPiece(it.text, "" if it.key is None else f"#{_anchor(it.key)}") for it in pieces)

    return cited


def _citations(document: Document) -> Iterator[Citation]:
    if document.written is not None and "[@" in document.written.markdown:
        page = parse_page(document.written.markdown)
        yield from (node for node in text_nodes(page) if isinstance(node, Citation))
    yield from _of_parts(document.parts)


def _of_parts(parts: Iterable[Part]) -> Iterator[Citation]:
    for part in parts:
        if isinstance(part, Group):
            yield from _of_parts(part.parts)
        elif isinstance(part, Written) and (part.drawn or "[@" in part.text.markdown):
            drawn = iter(part.drawn)
            for node in text_nodes(part.text):
                if isinstance(node, Citation):
                    yield node
                elif isinstance(node, Directive):
                    yield from _of_parts(next(drawn, ()))


def _anchor(key: str) -> str:
    # No heading and no criterion has a colon in its id.
    return f"ref:{key}"


def _list(references: ReferenceList) -> Widget:
    numbered = references.system == "numbered"
    tag, style = ("ol", "ieee") if numbered else ("ul", "apa")
    items = "\n".join(f'<li id="{html.escape(_anchor(it.key))}">{it.html}</li>' for it in references.entries)
    said = (ListItem((Paragraph(sentence(cite(it.work, style))),)) for it in references.entries)
    return Widget(
        f'<{tag} class="references">\n{items}\n</{tag}>',
        (List(tuple(said), 1 if numbered else None),),
        tuple(_anchor(it.key) for it in references.entries),
    )
