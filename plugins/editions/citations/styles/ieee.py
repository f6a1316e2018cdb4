"""IEEE: *IEEE Reference Guide*, version 3.28.2025 (IEEE Publication Operations)."""

from __future__ import annotations

from pybtex.style.sorting.none import SortingStyle

from editions.citations.cited_work import CitedWork
from editions.citations.names import initials_first
from editions.citations.styles.base import (
    CitationStyle,
    designation,
    edition_words,
    listed,
    month_name,
    page_words,
    version_words,
)
from editions.citations.styles.line import Line
from editions.model.date import PartialDate


class Ieee(CitationStyle):
    """Author, “title,” source, date. [Online]. Available: address."""

    default_sorting_style = SortingStyle
    wants_accessed = True

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.quoted(cited.title_sentence or cited.title, ",")
        self._list(
            line.text(" ").italic(cited.container),
            f"vol. {cited.volume}" if cited.volume else None,
            f"no. {cited.issue}" if cited.issue else None,
            page_words(cited),
            _date(cited),
        )

    def _book(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.italic(cited.title)
        if cited.volume:
            line.text(f", vol. {cited.volume}")
        edition = edition_words(cited.edition, "ed.")
        line.text(f", {edition}" if edition else None).stop()
        self._imprint(line, cited)

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.quoted(cited.title_sentence or cited.title, ",")
        line.text(" in ").italic(cited.container)
        if cited.volume:
            line.text(f", vol. {cited.volume}")
        edition = edition_words(cited.edition, "ed.")
        line.text(f", {edition}" if edition else None)
        editors = _editors(cited)
        line.text(f", {editors}" if editors else None).stop()
        self._imprint(line, cited, page_words(cited))

    def _inproceedings(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.quoted(cited.title_sentence or cited.title, ",")
        line.text(" in ").italic(cited.container)
        self._list(line, _editors(cited), cited.place, _date(cited), page_words(cited))

    def _part(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.quoted(cited.title, ",")
        line.text(" in ").italic(cited.container)
        self._list(line, version_words(cited), cited.publisher_apart, _date(cited))

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.quoted(cited.title_sentence or cited.title, ",")
        number = " ".join(part for part in (cited.genre or "Tech. Rep.", cited.number) if part)
        parts = [cited.publisher_apart, cited.place, number, version_words(cited), _date(cited)]
        line.text(" ")
        self._list(line, *parts, first=True)

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.italic(cited.title)
        owner = cited.publisher_apart or (cited.site if cited.publisher is None else None)
        self._list(line, designation(cited), version_words(cited), owner, cited.place, _date(cited))

    def _online(self, line: Line, cited: CitedWork) -> None:
        authors = _authors(cited)
        if authors:
            line.text(authors).stop().text(" ")
        line.quoted(cited.title_sentence or cited.title, ".")
        self._sentences(line, cited.site, _date(cited))

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.italic(cited.title)
        parts = (
            version_words(cited),
            cited.howpublished,
            cited.publisher_apart,
            _date(cited),
            cited.note,
        )
        self._list(line, *parts)

    def _lead(self, line: Line, cited: CitedWork) -> None:
        authors = _authors(cited)
        if authors:
            line.text(f"{authors}, ")

    def _list(self, line: Line, *parts: str | None, first: bool = False) -> None:
        for part in parts:
            if part:
                if not first:
                    line.stop(",").text(" ")
                line.text(part)
                first = False
        line.stop()

    def _imprint(self, line: Line, cited: CitedWork, *more: str | None) -> None:
        publisher = cited.publisher_apart
        parts = [": ".join(part for part in (cited.place, publisher) if part) or None, _date(cited), *more]
        stated = ", ".join(part for part in parts if part)
        if stated:
            line.text(f" {stated}").stop()

    def _address(self, line: Line, cited: CitedWork) -> None:
        # Without a date, “(n.d.)” stands where it would be, between full stops.
        if not _date(cited) and not (cited.type == "online" and cited.accessed):
            line.text(" (n.d.)").stop()
        if cited.doi:
            # “, doi: 10.…” continues the sentence: its full stop moves behind the DOI.
            line.reopen().text(", doi: ").link(cited.link, cited.doi).text(".")
        if cited.url:
            if cited.accessed:
                line.text(f" Accessed: {_month_first(cited.accessed)}.")
            line.text(" [Online]. Available: ").link(cited.url)


def _authors(cited: CitedWork) -> str:
    names = [initials_first(name) for name in cited.authors]
    if not names and not cited.container:
        return _editors(cited)
    if len(names) > 6 or cited.and_others:
        return f"{names[0]} et al."
    return listed(names, ", and ", " and ")


def _editors(cited: CitedWork) -> str:
    if not cited.editors:
        return ""
    names = listed([initials_first(name) for name in cited.editors], ", and ", " and ")
    return f"{names}, {'Eds.' if len(cited.editors) > 1 else 'Ed.'}"


def _date(cited: CitedWork) -> str:
    """The date as published; of a book, and of a chapter in one, the year (section Books)."""
    if cited.date is None:
        return cited.date_text or ""
    return str(cited.date.year) if cited.type in ("book", "incollection") else _month_first(cited.date)


def _month_first(date: PartialDate) -> str:
    month = month_name(date)
    short = month if len(month) <= 3 else month[:3] + "."
    if not date.month:
        return str(date.year)
    return f"{short} {date.day}, {date.year}" if date.day else f"{short} {date.year}"
