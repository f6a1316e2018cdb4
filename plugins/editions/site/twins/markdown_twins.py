"""Markdown twins: every page of the site as Markdown beside it, at its address + ``index.md`` (RFC 7763).

A twin says first where its page stands, what it belongs to, under which licence, and how to cite it; then what the page
says, in portable Markdown with absolute links; last the notice that reuse asks for (CC BY 4.0 §3(a)(1)).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from editions.attribution.forms import markdown_text
from editions.attribution.notice import notice_of
from editions.citations.cite import cite
from editions.citations.stand_in import filled, stand_in
from editions.formats.data_file import DataFile
from editions.model import Publication
from editions.model.addresses import edition_address, twin_address
from editions.pages.counterparts import DRAFT_NOTICE, STATE_WORDS, SUCCESSOR_WORDS
from editions.pages.document import Document, Link, TwinText
from editions.pages.page_html import page_anchors
from editions.pages.page_works import PageWork, PageWorks
from editions.pages.reference_list import cite_with
from editions.pages.subject import EditionItem
from editions.pages.text_surroundings import off_page
from editions.pages.written_parts import made_of_parts
from editions.site.twins.part_markdown import PartMarkdown
from editions.text.commonmark import write_words
from editions.words.messages import in_context, message
from editions.words.phrasebook import phrasebook

_SAID_IN_HEAD = (message("Published"), message("Licence"), message("Version"), message("Edition"))
_CITE = {
    "standard": message("Cite the standard as: {citation}"),
    "edition": message("Cite the edition as: {citation}"),
    "domain": message("Cite the domain as: {citation}"),
    "criterion": message("Cite the criterion as: {citation}"),
    "article": message("Cite the article as: {citation}"),
}
_NEWER = {
    "edition": (
        message("A newer edition exists."),
        message("Edition {version}"),
        message("{name} ({date}) replaced this one."),
    ),
    "version": (
        message("A newer version exists."),
        message("Version {version}"),
        message("{name} ({date}) replaced this one."),
    ),
}


class MarkdownTwins:
    """Writes twins; what the works of an edition share is set once."""

    def __init__(self, publication: Publication, works: PageWorks, data: Collection[str]) -> None:
        """Take what is published.

        Args:
            data: Addresses of the data files that are published.
        """
        self._publication = publication
        self._works = works
        self._data = data
        self._words = phrasebook(publication.language)
        self._said_in_head = frozenset(map(self._words.text, _SAID_IN_HEAD))
        self._patterns: dict[tuple[object, ...], tuple[str, str]] = {}
        current, draft = publication.standard.current, publication.standard.newest is None
        self._whole = PageWork(
            works.standard, current.licence, edition_address(None), draft, adapted_from=current.adapted_from
        )

    def file(self, document: Document) -> DataFile:
        """The twin of a page as a file.

        Args:
            document: The page.
        """
        version = str(document.subject.edition.version) if isinstance(document.subject, EditionItem) else ""
        title = self._words.text("{title}, as Markdown", title=document.head_title or document.title)
        content = self.text(document).encode("utf-8")
        return DataFile(twin_address(document.address), content, "text/markdown", title, edition=version)

    def text(self, document: Document) -> str:
        """The twin of a page.

        Args:
            document: The page.

        Returns:
            Markdown that ends in a line feed.
        """
        work = self._works.of(document)
        if work is None and isinstance(document.subject, EditionItem):
            work = self._works.about(EditionItem(document.subject.edition))
        citation, notice = self._similar(work or self._whole)
        body = self.body(document)
        head = "\n".join(self._head(document, work, citation))
        parts = [body.title, head, *self._notices(document), body.text]
        # A page with a twin of its own making ends with the notices of what it quotes.
        parts += ["---", notice] if document.twin is None else []
        return "\n\n".join(part for part in parts if part) + "\n"

    def body(self, document: Document) -> TwinText:
        """What a page says, without head and notice.

        Args:
            document: The page.
        """
        if document.twin is not None:
            return document.twin
        absolute = self._publication.absolute
        place = off_page(absolute(document.address), absolute("/"), cite_with(document.references))
        writer, made = PartMarkdown(place, page_anchors(document)), made_of_parts(document)
        return TwinText(writer.write(made.lead[:1]), writer.write((*made.lead[1:], *made.parts)))

    def _similar(self, work: PageWork) -> tuple[str, str]:
        """Citation and notice, made of those of another part of the same edition."""
        similar = stand_in(work.record)
        if similar is None:
            return self._set(work)
        if similar.shape not in self._patterns:
            self._patterns[similar.shape] = self._set(replace(work, record=similar.record))
        citation, notice = self._patterns[similar.shape]
        return filled(citation, work.record), filled(notice, work.record)

    def _set(self, work: PageWork) -> tuple[str, str]:
        notice = notice_of(self._publication, work.record, work.licence, work.adapted_from)
        return "" if work.draft else cite(work.record, "apa"), markdown_text(notice, self._words)

    def _head(self, document: Document, work: PageWork | None, citation: str) -> Iterator[str]:
        absolute, chrome, words = self._publication.absolute, document.chrome, self._words
        canonical = document.canonical or document.address
        yield f"- {words.text('Canonical address: {address}', address=f'<{absolute(canonical)}>')}"
        permanent = chrome.permanent.address if chrome.permanent else document.address
        if (chrome.permanent or chrome.state) and chrome.state != "draft" and permanent != canonical:
            yield f"- {words.text('Permanent address: {address}', address=f'<{absolute(permanent)}>')}"
        if here := next((choice for choice in chrome.choices if choice.current), None):
            form = message("Edition: {name}, {state}")
            name = f"{write_words(self._publication.standard.current.abbreviation)} {here.version}"
            if document.kind == "article":
                form, name = message("Version: {name}, {state}"), here.version
            yield f"- {words.text(form, name=name, state=words.text(STATE_WORDS[here.state]))}"
        if document.modified is not None:
            yield f"- {words.text('Published: {date}', date=words.date(document.modified))}"
        licence = work.licence if work else self._publication.standard.current.licence
        link = f"[{write_words(licence.short_name)}](<{licence.url}>)"
        yield f"- {words.text('Licence: {licence}', licence=link)}"
        if citation and document.twin is None:
            kind = (work or self._whole).record.kind
            form = message("Cite as: {citation}") if kind == document.kind else _CITE[kind]
            yield f"- {words.text(form, citation=write_words(citation))}"
        for fact in chrome.facts:
            if fact.name not in self._said_in_head:
                said = ", ".join(self._link(link) for link in fact.links) or write_words(fact.value)
                yield f"- {words.text('{name}: {value}', name=write_words(fact.name), value=said)}"
        if data := ", ".join(self._link(replace(link, label="")) for link in chrome.data if link.address in self._data):
            yield f"- {words.text('Data: {files}', files=data)}"

    def _notices(self, document: Document) -> Iterator[str]:
        words = self._words
        if document.chrome.state == "draft":
            draft = words.text(in_context("notice", "Draft."))
            yield f"**{draft}** {words.text(DRAFT_NOTICE)}"
        newer = document.chrome.supersession
        if newer is None:
            return
        exists, named, replaced = (
            words.text(it) for it in _NEWER["version" if document.kind == "article" else "edition"]
        )
        name = self._link(Link(named.format(version=newer.version), newer.address))
        said = [f"**{exists}**", replaced.format(name=name, date=newer.date)]
        if not newer.whole:
            became, gone = SUCCESSOR_WORDS[document.kind]
            links = ", ".join(self._link(link) for link in newer.targets)
            said.append(words.text(became, items=links) if links else words.text(gone))
        yield " ".join(said)
        if newer.note and not newer.whole:
            yield write_words(newer.note)

    def _link(self, link: Link) -> str:
        label = f"{write_words(link.label)} " if link.label else ""
        return f"{label}[{write_words(link.title)}]({self._publication.absolute(link.address)})"
