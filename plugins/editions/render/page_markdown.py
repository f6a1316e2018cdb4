"""The Markdown of pages under ``docs/``: links to source files, citations, no controls, the title by itself."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from editions.pages.document import Document
from editions.pages.published_links import LinkContext, path_of_target
from editions.pages.reference_list import cite_with
from editions.pages.text_surroundings import Cite
from editions.render.page_controls import read_controls, read_formulas
from editions.text.dialect import cited_items
from editions.text.inline_tree import Citation
from editions.words.phrasebook import ENGLISH, Phrasebook

_CITATION = r"\[(@[^\[\]]{1,1000})\](?![(\[])"
_OBFUSCATED = "\x02"  # begins what Python-Markdown puts in place of the letters of a mail address
EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
"""What pages have whatever the project states."""


def state_words(options: MutableMapping[str, dict[str, Any]], words: Phrasebook) -> None:
    """Have extensions say in the language of the site what a project does not state otherwise.

    Args:
        options: Options of extensions by their names; changed in place.
        words: The language.
    """
    headings = options.setdefault("toc", {})
    headings.setdefault("permalink", True)
    headings.setdefault("permalink_title", words.text("Permanent link"))
    notes = options.setdefault("footnotes", {})
    # The place of the number is that of Python-Markdown.
    notes.setdefault("BACKLINK_TITLE", words.text("Jump back to footnote {number} in the text", number="{}"))


class PageMarkdown(Extension):
    """Reads one page after the other.

    Attributes:
        title: The title of the page that was read last, as HTML; it is not in the page's HTML.
    """

    def __init__(self, words: Phrasebook = ENGLISH) -> None:
        super().__init__()
        self._words = words
        self._document: Document | None = None
        self.title = ""

    def read(self, document: Document | None) -> None:
        """Note which page is read next; ``None`` for one of another plugin."""
        self._document = document
        self.title = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by Python-Markdown
        """Add what the page needs to the parser that is made for it."""
        read_controls(md, self._words)
        if self._document is None or self._document.written is None:
            return
        read_formulas(md)
        # After the table of contents (5), before paths become addresses (0).
        md.treeprocessors.register(_Links(md, self._document.written.context), "editions-links", 2)
        md.treeprocessors.register(_Title(md, self), "editions-title", -1)  # when all others have seen it
        if self._document.references is not None:
            # After code (190) and escapes (180), before links (170).
            cite = cite_with(self._document.references)
            md.inlinePatterns.register(_Citations(md, cite), "editions-citations", 175)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, context: LinkContext) -> None:
        super().__init__(md)
        self._context = context

    def run(self, root: ElementTree.Element) -> None:
        for element, name, target in targets(root):
            path = path_of_target(target, self._context)
            if path is not None:
                element.set(name, path)


def targets(root: ElementTree.Element) -> list[tuple[ElementTree.Element, str, str]]:
    """The links and pictures of a page: element, name of the attribute, and where it leads."""
    found = []
    for element in root.iter():
        name = {"a": "href", "img": "src"}.get(element.tag)
        target = element.get(name) if name else None
        if name and target and _OBFUSCATED not in target:
            found.append((element, name, target))
    return found


class _Title(Treeprocessor):
    """Takes the title out of the page, which has its place above what surrounds the text."""

    def __init__(self, md: Markdown, page: PageMarkdown) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: ElementTree.Element) -> None:
        title = root.find("h1")
        if title is None:
            return
        # Other extensions write what follows an element into its tail.
        place = list(root).index(title)
        if place:
            root[place - 1].tail = (root[place - 1].tail or "") + (title.tail or "")
        else:
            root.text = (root.text or "") + (title.tail or "")
        root.remove(title)
        title.tail = None
        html: str = self.md.serializer(title)
        for written in self.md.postprocessors:
            html = written.run(html)
        self._page.title = html.strip()


class _Citations(InlineProcessor):
    def __init__(self, md: Markdown, cite: Cite) -> None:
        super().__init__(_CITATION, md)
        self._cite = cite

    def handleMatch(  # type: ignore[override]  # noqa: N802 - named by Python-Markdown
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        element = ElementTree.Element("span")
        last: ElementTree.Element | None = None
        for piece in self._cite(Citation(cited_items(m[1]), " ".join(m[0].split()))):
            if piece.target:
                last = ElementTree.SubElement(element, "a", {"href": piece.target})
                last.text = piece.text
            elif last is None:
                element.text = (element.text or "") + piece.text
            else:
                last.tail = (last.tail or "") + piece.text
        return element, m.start(0), m.end(0)
