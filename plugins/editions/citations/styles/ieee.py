"""IEEE: *IEEE Reference Guide* (IEEE Periodicals)."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork
from editions.citations.names import natural_with_initials
from editions.citations.styles.base import CitationStyle, edition_words, is_range, listed, month_name, page_range
from editions.citations.styles.line import Line
from editions.model.date import PartialDate


class Ieee(CitationStyle):
    """Author, “title,” source, date. [Online]. Available: address."""

    default_sorting_style = "none"
    wants_accessed = True

    def _article(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.quoted(reference.title_sentence or reference.title, ",")
        self._list(
            line.text(" ").italic(reference.container),
            f"vol. {reference.volume}" if reference.volume else None,
            f"no. {reference.issue}" if reference.issue else None,
            _pages(reference),
            _date(reference),
        )
        self._address(line, reference)

    def _book(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.italic(reference.title)
        if reference.volume:
            line.text(f", vol. {reference.volume}")
        edition = edition_words(reference.edition, "ed.")
        line.text(f", {edition}" if edition else None).stop()
        self._imprint(line, reference)
        self._address(line, reference)

    def _incollection(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.quoted(reference.title_sentence or reference.title, ",")
        line.text(" in ").italic(reference.container)
        if reference.volume:
            line.text(f", vol. {reference.volume}")
        edition = edition_words(reference.edition, "ed.")
        line.text(f", {edition}" if edition else None)
        editors = _editors(reference)
        line.text(f", {editors}" if editors else None).stop()
        self._imprint(line, reference, _pages(reference))
        self._address(line, reference)

    def _inproceedings(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.quoted(reference.title_sentence or reference.title, ",")
        if reference.container:
            line.text(" in ").italic(reference.container)
        self._list(line, _editors(reference), reference.place, _date(reference), _pages(reference))
        self._address(line, reference)

    def _part(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.quoted(reference.title, ",")
        line.text(" in ").italic(reference.container)
        self._list(line, _version(reference), reference.publisher_apart, _date(reference))
        self._address(line, reference)

    def _techreport(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.quoted(reference.title_sentence or reference.title, ",")
        number = " ".join(part for part in (reference.genre or "Tech. Rep.", reference.number) if part)
        parts = [reference.publisher_apart, reference.place, number, _version(reference), _date(reference)]
        line.text(" ")
        self._list(line, *parts, first=True)
        self._address(line, reference)

    def _standard(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.italic(reference.title)
        self._list(line, reference.number, _version(reference), reference.publisher_apart, _date(reference))
        self._address(line, reference)

    def _online(self, line: Line, reference: CitedWork) -> None:
        authors = _authors(reference)
        if authors:
            line.text(authors).stop().text(" ")
        line.quoted(reference.title_sentence or reference.title, ".")
        for part in (reference.site, _date(reference)):
            if part:
                line.text(f" {part}").stop()
        self._address(line, reference)

    def _misc(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        line.italic(reference.title)
        parts = (
            _version(reference),
            reference.howpublished,
            reference.publisher_apart,
            _date(reference),
            reference.note,
        )
        self._list(line, *parts)
        self._address(line, reference)

    def _lead(self, line: Line, reference: CitedWork) -> None:
        authors = _authors(reference)
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

    def _imprint(self, line: Line, reference: CitedWork, *more: str | None) -> None:
        publisher = reference.publisher_apart
        parts = [": ".join(part for part in (reference.place, publisher) if part) or None, _date(reference), *more]
        stated = ", ".join(part for part in parts if part)
        if stated:
            line.text(f" {stated}").stop()

    def _address(self, line: Line, reference: CitedWork) -> None:
        if reference.doi:
            # “, doi: 10.…” continues the sentence: its full stop moves behind the DOI.
            line.reopen().text(", doi: ").link(reference.link, reference.doi).text(".")
        elif reference.url:
            if reference.accessed:
                line.text(f" Accessed: {_month_first(reference.accessed)}.")
            line.text(" [Online]. Available: ").link(reference.url)


def _authors(reference: CitedWork) -> str:
    names = [natural_with_initials(name) for name in reference.authors]
    if len(names) > 6:
        return f"{names[0]} et al."
    if reference.and_others:
        return f"{', '.join(names)} et al."
    if not names and not reference.container:
        return _editors(reference)
    return listed(names, ", and ", " and ")


def _editors(reference: CitedWork) -> str:
    if not reference.editors:
        return ""
    names = listed([natural_with_initials(name) for name in reference.editors], ", and ", " and ")
    return f"{names}, {'Eds.' if len(reference.editors) > 1 else 'Ed.'}"


def _date(reference: CitedWork) -> str:
    if reference.date is None:
        return reference.date_text or ("n.d." if reference.type == "online" and not reference.accessed else "")
    return _month_first(reference.date)


def _month_first(date: PartialDate) -> str:
    month = month_name(date)
    short = month if len(month) <= 3 else month[:3] + "."
    if not date.month:
        return str(date.year)
    return f"{short} {date.day}, {date.year}" if date.day else f"{short} {date.year}"


def _version(reference: CitedWork) -> str | None:
    return f"Version {reference.version}" if reference.version else None


def _pages(reference: CitedWork) -> str | None:
    if not reference.pages:
        return None
    return f"{'pp.' if is_range(reference.pages) else 'p.'} {page_range(reference.pages)}"
