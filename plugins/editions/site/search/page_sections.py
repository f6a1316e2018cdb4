"""What the search finds of a page that is made of parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.pages.document import Document
from editions.pages.parts import Group, Line, LinkList, PageHeading, Part, TermList, Widget, Written
from editions.pages.reference_list import cite_with
from editions.pages.text_surroundings import on_page
from editions.site.search.search_entry import SearchEntry
from editions.text.plain import PlainWriter
from editions.text.slugs import ShownHeading
from editions.text.tree import Block, Directive, Heading
from editions.text.walking import nodes, without_lines


def page_sections(document: Document, outline: Iterable[ShownHeading]) -> tuple[SearchEntry, ...]:
    """Divide a page into what the search finds.

    Args:
        document: The page.
        outline: Its headings in order, with their anchors.

    Returns:
        The page, then each part of it that has a heading of its own. What the search passes over is left out.
    """
    sections = PageSections(document.address, document.title, outline)
    reader = _PartReader(document, sections)
    reader.read((*document.lead, *document.parts))
    return sections.finished()


class PageSections:
    """Words of a page gathered under its headings."""

    def __init__(self, address: str, title: str, outline: Iterable[ShownHeading]) -> None:
        """Begin with the page as a whole.

        Args:
            address: Path of the page from the root of the site.
            title: Its title.
            outline: Its headings in order.
        """
        self._page = address
        self._outline = iter(outline)
        self._address, self._title = address, title
        self._searched = True
        self._pieces: list[str] = []
        self._entries: list[SearchEntry] = []

    def begin(self, *, searched: bool = True) -> None:
        """Begin the part of the next heading.

        Args:
            searched: Whether the search finds it.
        """
        heading = next(self._outline, None)
        if heading is None or heading.level == 1:
            return
        self._end()
        self._address, self._title = f"{self._page}#{heading.id}", heading.words
        self._searched = searched

    def skip(self) -> None:
        """Pass over the next heading, which is in what the search passes over."""
        next(self._outline, None)

    def add(self, words: str) -> None:
        """Add words to the part that has begun."""
        if self._searched and words:
            self._pieces.append(words)

    def finished(self) -> tuple[SearchEntry, ...]:
        """The page and its parts."""
        self._end()
        return tuple(self._entries)

    def _end(self) -> None:
        if self._searched:
            text = " ".join(" ".join(self._pieces).split())
            self._entries.append(SearchEntry(self._address, self._title, text))
        self._pieces = []


class _PartReader:
    def __init__(self, document: Document, sections: PageSections) -> None:
        self._place = on_page(document.address, cite_with(document.references))
        self._own = PlainWriter(self._place.own)
        self._sections = sections

    def read(self, parts: Iterable[Part], *, searched: bool = True) -> None:
        for part in parts:
            self._part(part, searched=searched)

    def _part(self, part: Part, *, searched: bool) -> None:
        match part:
            case PageHeading(unsearched=unsearched):
                self._heading(searched=searched, hidden=unsearched)
            case Group(parts=inner, unsearched=unsearched):
                self.read(inner, searched=searched and not unsearched)
            case Written():
                self._written(part, searched=searched)
            case Line(children=children):
                self._add(self._own.inline(children), searched=searched)
            case Widget(twin=blocks):
                self._add(self._own.blocks(blocks), searched=searched)
            case LinkList(entries=entries):
                self._add("\n".join(f"{it.label} {it.title} {it.note}" for it in entries), searched=searched)
            case TermList(terms=terms):
                for term in terms:
                    self._add(f"{self._own.inline(term.children)} {term.title}", searched=searched)
                    self._add(self._own.blocks(term.blocks), searched=searched)
            case _:
                self._blocks((part,), self._own, searched=searched)

    def _written(self, part: Written, *, searched: bool) -> None:
        writer = PlainWriter(self._place.of_text(part.context, quoted=part.quoted))
        drawn: Iterator[tuple[Part, ...]] = iter(part.drawn)
        for block in part.text.blocks:
            if isinstance(block, Directive):
                self.read(next(drawn, ()), searched=searched)
            else:
                self._blocks((block,), writer, searched=searched)
        for note in part.text.notes:
            self._add(writer.blocks(note.blocks), searched=searched)

    def _blocks(self, blocks: tuple[Block, ...], writer: PlainWriter, *, searched: bool) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(searched=searched)
                continue
            self._add(writer.blocks((block,)), searched=searched)
            for inner in nodes((block,), without_lines):
                if isinstance(inner, Heading):
                    self._sections.skip()

    def _heading(self, *, searched: bool, hidden: bool = False) -> None:
        if searched:
            self._sections.begin(searched=not hidden)
        else:
            self._sections.skip()

    def _add(self, words: str, *, searched: bool) -> None:
        if searched:
            self._sections.add(words)
