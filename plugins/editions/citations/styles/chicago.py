"""Chicago author-date: *The Chicago Manual of Style*, 18th edition (2024), chapter 13."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork
from editions.citations.names import inverted, natural
from editions.citations.styles.base import (
    CitationStyle,
    day_in_year,
    designation,
    edition_words,
    listed,
    month_day_year,
    short_range,
    version_words,
    volume_words,
)
from editions.citations.styles.line import Line


class Chicago(CitationStyle):
    """Author. Year. Title. Source. Address."""

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(" ").italic(cited.container)
        if cited.periodical and not cited.volume:
            # Chapter 14: magazines and newspapers are cited by their date, without pages.
            line.text(f", {_day(cited)}" if _day(cited) else None).stop()
            return
        if cited.volume:
            line.text(f" {cited.volume}")
            line.text(f" ({cited.issue})" if cited.issue else None)
        elif cited.issue:
            line.text(f", no. {cited.issue}")
        line.text(f": {chicago_pages(cited.pages)}" if cited.pages else None).stop()

    def _book(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, volume_words(cited), edition_words(cited.edition, "ed."), cited.publisher_apart)

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(" In ").italic(cited.container)
        if cited.volume:
            line.text(f", vol. {cited.volume}")
        if cited.editors:
            line.text(f", edited by {listed([natural(name) for name in cited.editors], ', and ', ' and ')}")
        line.stop()
        self._sentences(line, edition_words(cited.edition, "ed."), version_words(cited), cited.publisher_apart)

    _inproceedings = _part = _incollection

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        number = " ".join(part for part in (cited.genre, cited.number) if part)
        self._sentences(line, number, version_words(cited), cited.publisher_apart, _day(cited))

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, designation(cited), version_words(cited), cited.publisher_apart or _owner(cited))

    def _online(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        self._sentences(line, cited.site, _day(cited))

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, version_words(cited), cited.howpublished, cited.publisher_apart, _day(cited), cited.note)

    def _lead(self, line: Line, cited: CitedWork, quoted: bool = False) -> None:
        """Author, year, title; without an author the title comes before the year."""
        year = str(cited.date.year) if cited.date else cited.date_text or "n.d."
        authors = _authors(cited)
        if authors:
            line.text(authors).stop().text(f" {year}").stop().text(" ")
        if quoted:
            line.quoted(cited.title, ".")
        else:
            line.italic(cited.title).stop()
        if not authors:
            line.text(f" {year}").stop()

    def _address(self, line: Line, cited: CitedWork) -> None:
        """An access date only where there is no other date, then the address with a full stop."""
        if not cited.link:
            return
        if cited.accessed and self.shows_accessed(cited):
            line.text(f" Accessed {month_day_year(cited.accessed)}.")
        line.text(" ").link(cited.link).text(".")


def chicago_pages(pages: str) -> str:
    """Pages with the second number cut as Chicago does it (CMOS 18, chapter 9).

    Args:
        pages: ``471--485``.

    Returns:
        ``471–85``; below 100 and after multiples of 100 the number stays whole, after 101 to 109 (201 to 209 …) only
        what changes is given, elsewhere two digits or more.
    """

    def kept(first: str, changed: int) -> int:
        if len(first) < 3 or first.endswith("00"):
            return len(first)
        return changed if first[-2] == "0" else max(changed, 2)

    return short_range(pages, kept)


def _authors(cited: CitedWork) -> str:
    names = cited.credited
    if not names:
        return ""
    shown = [inverted(names[0]), *map(natural, names[1:])]
    if len(shown) > 6:  # more than six, then the first three
        text = ", ".join([*shown[:3], "et al."])
    elif cited.and_others:
        text = ", ".join([*shown, "et al."])
    else:
        text = listed(shown, ", and ")
    if not cited.authors:
        text += ", eds." if len(names) > 1 else ", ed."
    return text


def _day(cited: CitedWork) -> str | None:
    """Month and day, which follow the source of what is known by its day; the year stands behind the author."""
    return day_in_year(cited.date) if cited.date and cited.is_dated_by_day else None


def _owner(cited: CitedWork) -> str | None:
    return cited.site if cited.publisher is None else None
