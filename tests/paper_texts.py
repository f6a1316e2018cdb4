"""What a reader of a PDF sees and follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Stream

NO_WIDTH = "\u200b"


def page_texts(content: bytes) -> list[str]:
    """The text of each page, words separated by single spaces."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [
            # PDFium writes a hyphen at the end of a line as U+FFFE.
            " ".join(page.get_textpage().get_text_range().replace(NO_WIDTH, "").replace("\ufffe", "-").split())
            for page in document
        ]
    finally:
        document.close()


def text(content: bytes) -> str:
    """The text of a document on one line, without the spaces that line breaks leave behind in long words."""
    return " ".join(page_texts(content))


def squeezed(words: str) -> str:
    """Words without any space, for comparison across line breaks."""
    return "".join(words.replace(NO_WIDTH, "").split())


def bookmarks(pdf: Pdf) -> list[tuple[int, str]]:
    """The bookmarks in order: depth and title."""

    def walk(items: list[OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title.replace(NO_WIDTH, "")
            yield from walk(item.children, depth + 1)

    with pdf.open_outline() as outline:
        return list(walk(list(outline.root), 0))


def outward(pdf: Pdf) -> list[str]:
    """The addresses that links lead to, in order."""
    return [str(it.A.URI) for it in _links(pdf) if "/A" in it and it.A.S == Name.URI]


def inward(pdf: Pdf) -> list[int]:
    """The pages that links within the document lead to, counted from 0, in order."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found = []
    for link in _links(pdf):
        target = link.get("/Dest") or (link.A.D if "/A" in link and str(link.A.S) == "/GoTo" else None)
        if target is not None:
            place = target if isinstance(target, Array) else places(pdf)[str(target)]
            found.append(pages[place[0].objgen])
    return found


def _links(pdf: Pdf) -> list[Dictionary]:
    return [it for page in pdf.pages for it in page.get("/Annots", []) if it.Subtype == Name.Link]


def places(pdf: Pdf) -> dict[str, Array]:
    """The named places of a document."""
    found: dict[str, Array] = {}

    def walk(node: Dictionary) -> None:
        names = list(node.get("/Names", Array()))
        for name, place in zip(names[::2], names[1::2], strict=True):
            found[str(name)] = place.D if isinstance(place, Dictionary) else place
        for child in node.get("/Kids", Array()):
            walk(child)

    walk(pdf.Root.Names.Dests)
    return found


def dates(pdf: Pdf) -> list[str]:
    """Everything in the metadata that names a moment."""
    xmp = pdf.Root.Metadata
    assert isinstance(xmp, Stream)
    written = bytes(xmp.read_bytes()).decode()
    found = [key for key in ("/CreationDate", "/ModDate") if key in pdf.docinfo]
    return found + [key for key in ("CreateDate", "ModifyDate", "MetadataDate", "dc:date") if key in written]


def pdfs(folder: Path) -> list[Path]:
    """The PDFs of the editions of a site."""
    return sorted(folder.glob("standard/**/edition.pdf"))
