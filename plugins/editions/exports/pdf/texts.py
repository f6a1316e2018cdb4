"""The Markdown texts of an edition as nodes, with their citations and links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markdown

from editions.citations.in_text import ReferenceList, reference_list
from editions.citations.known_works import KnownWorks
from editions.exports.pdf.flow import Flow, FlowReader, Heading
from editions.exports.pdf.lines import Node, code_lines
from editions.model import Edition, Publication
from editions.model.addresses import edition_address
from editions.pages.markdown_text import plain
from editions.pages.published_links import LinkContext, published_absolute
from editions.pages.sanitised import sanitised
from editions.source.markdown_citations import TextCitation, replace_citations, text_citations

# The extensions that the theme switches on, those that MkDocs has on, and what sites add most.
_EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"]


class PaperTexts:
    """Reads the texts of one edition."""

    def __init__(self, publication: Publication, edition: Edition, shown: Callable[[str], str]) -> None:
        """Prepare the parser and number the works that the edition cites.

        Args:
            publication: What the edition belongs to.
            edition: The edition.
            shown: Makes of any text one that the fonts can show.
        """
        self._site_url = publication.site_url
        self._folder = edition_address(edition).strip("/")
        self._markdown = markdown.Markdown(extensions=_EXTENSIONS)
        self._reader = FlowReader(shown)
        self.shown = shown
        self.references = _references(publication, edition)

    def read(self, text: str, source: str, *, headings: bool = False) -> Flow:
        """Read a text.

        Args:
            text: Markdown, as written.
            source: File that it is written in.
            headings: Whether its headings are part of the document's outline.

        Returns:
            Nodes, with absolute links.
        """
        context = LinkContext(source, f"{self._folder}/edition.pdf", self._folder)
        linked = published_absolute(text, context, self._site_url)
        cited = replace_citations(linked, self._cited) if "[@" in linked else linked
        self._markdown.reset()
        return self._reader.read(sanitised(self._markdown.convert(cited), self._site_url), headings=headings)

    def line(self, html: str) -> list[Node]:
        """Read a line of HTML that Editions has made.

        Args:
            html: Inline HTML.

        Returns:
            Inline nodes.
        """
        return self._reader.inline(sanitised(html, self._site_url))

    def code(self, text: str) -> str:
        """Lines that are set as they are written.

        Args:
            text: Plain text.

        Returns:
            The same lines as the fonts can show them.
        """
        return code_lines(text.strip("\n"), self.shown)

    def _cited(self, citation: TextCitation) -> str:
        if not citation.items or any(item.key not in self.references.labels for item in citation.items):
            return citation.written
        return "".join(
            plain(piece.text) if piece.key is None else f"[{plain(piece.text)}](#{reference_label(piece.key)})"
            for piece in self.references.pieces(citation.items)
        )


def reference_label(key: str) -> str:
    """The label of an entry in the list of references.

    Args:
        key: Key of the work.

    Returns:
        A label that no heading and no criterion has.
    """
    return f"ref:{key}"


def number_headings(headings: list[Heading], level: int, *, after: int = 0, numbered: bool = True) -> int:
    """Number the headings of a text, and put each at most one level below the one before it (ISO 14289-1 § 7.4.2).

    Args:
        headings: The headings; their nodes get ``level`` and, if numbered, ``number``.
        level: Level of the highest of them in the document.
        after: Number of the last heading of that level before this text.
        numbered: Whether they are numbered at all.

    Returns:
        Number of the last heading of the highest level.
    """
    depths: list[int] = []
    counts: list[int] = []
    last = after
    for heading in headings:
        while depths and heading.depth < depths[-1]:
            depths.pop()
        if not depths or heading.depth > depths[-1]:
            depths.append(heading.depth)
        place = len(depths)
        counts = [*counts[:place], *([0] * (place - len(counts)))]
        counts[-1] += 1
        if place == 1:
            last += 1
        node: dict[str, Any] = heading.node
        node["level"] = level + place - 1
        node["number"] = ".".join(map(str, (last, *counts[1:]))) if numbered else ""
    return last


def _references(publication: Publication, edition: Edition) -> ReferenceList:
    """The works that the texts of an edition cite, numbered in the order of first citation."""
    errata = publication.standard.errata
    texts = [it.text for it in errata if (it.edition, it.item) == (edition.version, None)] + [edition.prose]
    for domain in edition.domains:
        texts += [it.text for it in errata if (it.edition, it.item) == (edition.version, domain.id)]
        for criterion in domain.criteria:
            texts.append(criterion.text)
            texts += [it.text for it in errata if (it.edition, it.item) == (edition.version, criterion.id)]
        texts.append(domain.guidance)
    keys = [
        item.key for text in texts if "[@" in text.markdown for it in text_citations(text.markdown) for item in it.items
    ]
    known = KnownWorks(publication)
    works = {key: work for key in dict.fromkeys(keys) if (work := known.find(key)) is not None}
    return reference_list(works, works, "numbered")
