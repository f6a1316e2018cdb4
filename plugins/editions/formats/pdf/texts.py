"""The texts of an edition as nodes, with their citations and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from editions.citations.in_text import ReferenceList, reference_list
from editions.citations.known_works import KnownWorks
from editions.formats.pdf.lines import Node, code_lines
from editions.formats.pdf.paper_nodes import Flow, Heading, PaperWriter
from editions.model import Edition, Origin, Publication
from editions.model.addresses import edition_address
from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import outside
from editions.text.inline_tree import Citation, Formula, Inline
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings
from editions.text.tree import Text
from editions.text.walking import text_nodes
from editions.words.phrasebook import phrasebook


class PaperTexts:
    """Writes the texts of one edition.

    Attributes:
        shown: Makes of any text one that the fonts can show.
        some_formulas: Whether any text so far has a formula.
        references: The works that the edition cites.
    """

    def __init__(self, publication: Publication, edition: Edition, shown: Callable[[str], str]) -> None:
        """Prepare the writer and number the works that the edition cites.

        Args:
            publication: What the edition belongs to.
            shown: Makes of any text one that the fonts can show.
        """
        self._site_url = publication.site_url
        self._folder = edition_address(edition).strip("/")
        self._surroundings = cache(self._surroundings_in)
        self._writer = PaperWriter(shown, phrasebook(publication.language))
        self._known = KnownWorks(publication)
        self.shown = shown
        self.some_formulas = False
        self.references = _references(publication, edition, self._known)

    def read(self, text: Text, origin: Origin, *, headings: bool = False) -> Flow:
        """Write a text.

        Args:
            origin: Where it is written.
            headings: Whether its headings are part of the document's outline.

        Returns:
            Nodes, with absolute links.
        """
        self.some_formulas |= "$" in text.markdown and any(isinstance(node, Formula) for node in text_nodes(text))
        return self._writer.write(text, self._surroundings(origin.path), headings=headings)

    def line(self, children: tuple[Inline, ...]) -> list[Node]:
        """Write a line that Editions has made."""
        return self._writer.line(children)

    def code(self, text: str) -> str:
        """Lines that are set as they are written.

        Args:
            text: Plain text.

        Returns:
            The same lines as the fonts can show them.
        """
        return code_lines(text.strip("\n"), self.shown)

    def _surroundings_in(self, source: str) -> Surroundings:
        context = LinkContext(source, f"{self._folder}/index.md", self._folder)
        return replace(outside(context, self._site_url, self._known), cite=self._cited)

    def _cited(self, citation: Citation) -> tuple[CitationPiece, ...]:
        if not citation.items or any(item.key not in self.references.labels for item in citation.items):
            return AS_WRITTEN.cite(citation)
        pieces = self.references.pieces(citation.items)
        return tuple(CitationPiece(it.text, f"#{reference_label(it.key)}" if it.key else "") for it in pieces)


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


def _references(publication: Publication, edition: Edition, known: KnownWorks) -> ReferenceList:
    """The works that the texts of an edition cite, numbered in the order of first citation."""
    errata = publication.standard.errata
    texts = [it.text for it in errata if (it.edition, it.item) == (edition.version, None)] + [edition.prose]
    for domain in edition.domains:
        texts += [it.text for it in errata if (it.edition, it.item) == (edition.version, domain.id)]
        for criterion in domain.criteria:
            texts.append(criterion.text)
            texts += [it.text for it in errata if (it.edition, it.item) == (edition.version, criterion.id)]
        texts.append(domain.guidance)
    cited = (node for text in texts for node in text_nodes(text) if isinstance(node, Citation))
    keys = dict.fromkeys(item.key for citation in cited for item in citation.items)
    works = {key: work for key in keys if (work := known.find(key)) is not None}
    return reference_list(works, works, "numbered")
