"""The page that a project wrote for MkDocs, read as parts: for outputs that are no HTML."""

from __future__ import annotations

from dataclasses import replace

from editions.pages.document import Document
from editions.pages.parts import PageHeading, Part, Written
from editions.text.parsing import parse_page
from editions.text.tree import Heading


def made_of_parts(document: Document) -> Document:
    """A page with the text that the project wrote for it, if there is one, as parts."""
    if document.written is None:
        return document
    text = parse_page(document.written.markdown)
    title, rest = text.blocks[:1], text.blocks[1:]
    match title:
        case (Heading(level=1, children=children, anchor=anchor),):
            lead: tuple[Part, ...] = (PageHeading(1, children, anchor),)
        case _:
            lead, rest = (), text.blocks
    body = Written(replace(text, blocks=rest), document.written.context)
    return replace(document, lead=lead, parts=(body, *document.parts))
