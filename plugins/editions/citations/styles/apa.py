"""APA 7: *Publication Manual of the American Psychological Association*, 7th edition (2020)."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork
from editions.citations.names import inverted_with_initials, natural_with_initials
from editions.citations.styles.base import (
    CitationStyle,
    edition_words,
    is_range,
    listed,
    month_day_year,
    month_name,
    page_range,
)
from editions.citations.styles.line import Line

# § 9.13 to 9.15: periodicals with volumes, books and chapters give the year; what has a day of its own gives the day.
_YEAR_ONLY = frozenset({"article", "book", "incollection", "inproceedings"})


class Apa(CitationStyle):
    """Author. (Date). Title. Source."""

    def _article(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference, italic=False)
        source = Line() if not reference.container else line.text(" ").italic(reference.container)
        if source and reference.volume:
            line.text(", ").italic(reference.volume)
            line.text(f"({reference.issue})" if reference.issue else None)
        elif source and reference.issue:
            line.text(f", ({reference.issue})")
        if source and reference.pages:
            line.text(f", {page_range(reference.pages)}")
        if source:
            line.stop()
        self._address(line, reference)

    def _book(self, line: Line, reference: CitedWork) -> None:
        details = [
            edition_words(reference.edition, "ed."),
            f"Vol. {reference.volume}" if reference.volume else None,
            f"Version {reference.version}" if reference.version else None,
        ]
        self._lead(line, reference, details=details)
        self._publisher(line, reference)
        self._address(line, reference)

    def _incollection(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference, italic=False)
        self._in(line, reference)
        self._publisher(line, reference)
        self._address(line, reference)

    _inproceedings = _incollection
    _part = _incollection

    def _techreport(self, line: Line, reference: CitedWork) -> None:
        number = reference.number
        if number and reference.genre:
            number = f"{reference.genre} No. {number}"
        elif number and number[:1].isdigit():
            number = f"Report No. {number}"
        self._lead(line, reference, details=[number or reference.genre, _version(reference)])
        self._publisher(line, reference)
        self._address(line, reference)

    def _standard(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference, details=[reference.number, _version(reference)])
        self._publisher(line, reference)
        self._address(line, reference)

    def _online(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference)
        if reference.site:
            line.text(f" {reference.site}").stop()
        self._address(line, reference)

    def _misc(self, line: Line, reference: CitedWork) -> None:
        self._lead(line, reference, details=[_version(reference)])
        for part in (reference.howpublished, reference.publisher_apart, reference.note):
            if part:
                line.text(f" {part}").stop()
        self._address(line, reference)

    def _lead(
        self, line: Line, reference: CitedWork, italic: bool = True, details: list[str | None] | None = None
    ) -> None:
        """Author, date and title; without an author the title leads (§ 9.12)."""
        authors = _authors(reference)
        if authors:
            line.text(authors).stop()
            line.text(f" ({_date(reference)}).")
            line.text(" ")
            self._title(line, reference, italic, details)
        else:
            self._title(line, reference, italic, details)
            line.text(f" ({_date(reference)}).")

    def _title(self, line: Line, reference: CitedWork, italic: bool, details: list[str | None] | None) -> None:
        title = reference.title_sentence or reference.title
        line.italic(title) if italic else line.text(title)
        stated = ", ".join(detail for detail in details or [] if detail)
        line.text(f" ({stated})" if stated else None).stop()

    def _in(self, line: Line, reference: CitedWork) -> None:
        container = reference.container_sentence or reference.container
        if not container:
            return
        line.text(" In ")
        if reference.editors:
            names = listed([natural_with_initials(name) for name in reference.editors], ", & ", " & ")
            line.text(f"{names} ({'Eds.' if len(reference.editors) > 1 else 'Ed.'}), ")
        line.italic(container)
        details = [
            edition_words(reference.edition, "ed."),
            _version(reference),
            f"Vol. {reference.volume}" if reference.volume else None,
            _pages(reference),
        ]
        stated = ", ".join(detail for detail in details if detail)
        line.text(f" ({stated})" if stated else None).stop()

    def _publisher(self, line: Line, reference: CitedWork) -> None:
        if reference.publisher_apart:
            line.text(f" {reference.publisher_apart}").stop()

    def _address(self, line: Line, reference: CitedWork) -> None:
        """The DOI or URL, with no full stop after it (§ 9.35); a retrieval date only for undated pages (§ 9.16)."""
        if not reference.link:
            return
        undated = reference.date is None and reference.date_text is None and not reference.doi
        if undated and reference.accessed:
            line.text(f" Retrieved {month_day_year(reference.accessed)}, from ").link(reference.link)
        else:
            line.text(" ").link(reference.link)


def _authors(reference: CitedWork) -> str:
    names = reference.authors or (reference.editors if not reference.container else ())
    shown = [inverted_with_initials(name) for name in names]
    if len(shown) > 20:  # § 9.8: the first nineteen, three points, the last
        text = ", ".join(shown[:19]) + ", . . . " + shown[-1]
    elif reference.and_others:
        text = ", ".join([*shown, "et al."])
    elif len(shown) == 2 and all(name.is_organisation for name in names):
        text = " & ".join(shown)
    else:
        text = listed(shown, ", & ")
    if not reference.authors and shown:
        text += " (Eds.)" if len(shown) > 1 else " (Ed.)"
    return text


def _date(reference: CitedWork) -> str:
    date = reference.date
    if date is None:
        return reference.date_text or "n.d."
    if reference.type in _YEAR_ONLY or not date.month:
        return str(date.year)
    return f"{date.year}, {month_name(date)}" + (f" {date.day}" if date.day else "")


def _version(reference: CitedWork) -> str | None:
    return f"Version {reference.version}" if reference.version and reference.type != "online" else None


def _pages(reference: CitedWork) -> str | None:
    if not reference.pages:
        return None
    return f"{'pp.' if is_range(reference.pages) else 'p.'} {page_range(reference.pages)}"
