"""Links and citations of an imported text that lead nowhere in the project that it comes into.

A text comes from another site and still links to its pages, images and works. A link that leads nowhere here leads to
the address of the standard, an image of another site becomes a link to it, an image whose file is not here its words
with the path of the file, and a citation whose work is not here stays as plain words in brackets. Each is told in the
report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from urllib.parse import urlsplit

from editions.citations.known_works import read_references
from editions.imports.edition_writing import domain_path
from editions.imports.imported import Imported, Placement
from editions.imports.markdown_images import Definition, MarkdownImage, images, references
from editions.model import Criterion, Domain, Edition
from editions.pages.markdown_text import code_span, unmarked, within
from editions.source.discovery import STANDARD
from editions.source.markdown_citations import text_citations
from editions.source.markdown_links import MarkdownLink, links
from editions.source.project import ProjectRecords
from editions.text.parsing import parse
from editions.validation.site_map import SiteMap, site_map
from editions.validation.source_links import link_message

_WEB = re.compile(r"(?:https?:)?//[^\s<>]+", re.IGNORECASE)


class LooseEnds:
    """Ties the loose ends of an edition's texts."""

    def __init__(self, records: ProjectRecords, edition: Edition) -> None:
        """Take a project.

        Args:
            records: The project's records, in which the edition's files stand as the working copy.
            edition: The edition.
        """
        self._found: SiteMap = site_map(records)
        text = records.references.text if records.references else None
        self._keys = set(read_references(text or "").by_key)
        self._edition = edition
        self._placements: list[Placement] = []

    def tied(self, imported: Imported) -> Imported:
        """Tie the loose ends.

        Args:
            imported: What was imported; its edition is that of the project's working copy.

        Returns:
            The same with texts whose links and citations lead somewhere, and with what was done to them.
        """
        edition = imported.edition
        prose = self._text(edition.prose.markdown, f"{STANDARD}/index.md", "the edition's own text")
        domains = tuple(self._domain(place, domain) for place, domain in enumerate(edition.domains))
        made = replace(edition, prose=parse(prose), domains=domains)
        return replace(imported, edition=made, placements=(*imported.placements, *self._placements))

    def _domain(self, place: int, domain: Domain) -> Domain:
        path = f"{STANDARD}/{domain_path(self._edition, place)}"
        guidance = self._text(domain.guidance.markdown, path, f"the guidance of {domain.id}")
        return replace(
            domain, guidance=parse(guidance), criteria=tuple(self._criterion(it, path) for it in domain.criteria)
        )

    def _criterion(self, criterion: Criterion, path: str) -> Criterion:
        text = self._text(criterion.text.markdown, path, criterion.id)
        return criterion if text == criterion.text.markdown else replace(criterion, text=parse(text))

    def _text(self, text: str, path: str, where: str) -> str:
        text = self._images(text, path, where)
        return self._citations(self._links(text, path, where), where) if "[" in text else text

    def _images(self, text: str, path: str, where: str) -> str:
        cuts, unused = [], dict[str, Definition]()
        for image in images(text):
            target = image.target.strip()
            if _WEB.fullmatch(target):
                self._note(
                    f"image of another site in {where}", "became a link to it, since no page may load it from there"
                )
                if image.is_html or image.in_link:
                    cuts.append((image.start, image.end, _linked(image)))
                else:
                    cuts.append((image.start, image.start + 1, ""))
            elif not target or link_message(self._found, path, target):
                self._note(f"image {_short(target)!r} in {where}", "is not here; its words and its path stand instead")
                cuts.append((image.start, image.end, _described(image)))
                if image.definition is not None:
                    unused[image.definition.label] = image.definition
        made = _cut(text, cuts)
        for definition in unused.values():
            written = text[definition.start : definition.end]
            if references(made, definition) == 0:
                made = made.replace(written, "", 1)
        return made

    def _links(self, text: str, path: str, where: str) -> str:
        cuts = []
        for link in links(text):
            if link_message(self._found, path, link.target):
                target = self._elsewhere(link)
                self._note(f"link {link.target!r} in {where}", f"leads nowhere here and leads to {target} now")
                cuts.append((link.start, link.end, target))
        return _cut(text, cuts)

    def _elsewhere(self, link: MarkdownLink) -> str:
        """The standing address of the standard, with the anchor that was meant."""
        fragment = urlsplit(link.target).fragment if _splits(link.target) else ""
        return f"{self._edition.url}#{fragment}" if re.fullmatch(r"[\w.-]+", fragment) else self._edition.url

    def _citations(self, text: str, where: str) -> str:
        cuts = []
        for citation in text_citations(text):
            if not citation.items or any(item.key not in self._keys for item in citation.items):
                self._note(f"citation {citation.written} in {where}", "stays as words, since its work is not here")
                cuts.append((citation.start, citation.start, "\\"))
        return _cut(text, cuts)

    def _note(self, what: str, where: str) -> None:
        self._placements.append(Placement(what, where, kept=True))


def _splits(target: str) -> bool:
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def _linked(image: MarkdownImage) -> str:
    """An image of another site where Markdown's own form has no place: in HTML, and in the words of a link."""
    if image.is_html:
        return f'<a href="{escape(image.target)}">{escape(image.words or image.target)}</a>'
    return f"{_words(image)} ({code_span(image.target)})".strip()


def _described(image: MarkdownImage) -> str:
    """What an image says, and the path of its file."""
    path, title = _short(image.target.strip()), image.title.strip()
    if image.is_html:
        words, shown = ", ".join(escape(it) for it in (_words(image), title) if it), f"<code>{escape(path)}</code>"
    else:
        words, shown = ", ".join(it for it in (_words(image), within(title)) if it), code_span(path)
    return f"{words} ({shown})" if words and path else words or (shown if path else "")


def _words(image: MarkdownImage) -> str:
    """Its alternative text, in which no other image is left."""
    return within(unmarked(image.words)) if "![" in image.words else image.words.strip()


def _short(target: str) -> str:
    """A target without the content that an address of the scheme ``data`` holds."""
    return f"{target.partition(',')[0]}," if target.lower().startswith("data:") else target


def _cut(text: str, cuts: list[tuple[int, int, str]]) -> str:
    pieces, place = [], 0
    for start, end, instead in cuts:
        pieces += [text[place:start], instead]
        place = end
    return "".join([*pieces, text[place:]])


def tie_loose_ends(records: ProjectRecords, imported: Imported) -> Imported:
    """Tie the loose ends of an imported edition.

    Args:
        records: The project's records, in which the edition's files stand as the working copy.
        imported: What was imported.

    Returns:
        The same with texts whose links and citations lead somewhere, and with what was done to them.
    """
    return LooseEnds(records, imported.edition).tied(imported)
