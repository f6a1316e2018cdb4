"""Harvard: R. Pears and G. Shields, *Cite Them Right*, 12th edition (2022)."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork
from editions.citations.names import initials_first, inverted_with_initials
from editions.citations.styles.base import (
    CitationStyle,
    day_in_year,
    designation,
    edition_words,
    listed,
    page_words,
    version_words,
    volume_words,
)
from editions.citations.styles.line import Line


class Harvard(CitationStyle):
    """Author (Year) Title. Source. Available at: address (Accessed: day)."""

    wants_accessed = True

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(", ").italic(cited.container)
        volume = f"{cited.volume or ''}{f'({cited.issue})' if cited.issue else ''}"
        for part in (volume if cited.volume else _day(cited) or volume, page_words(cited)):
            line.text(f", {part}" if part else None)
        line.stop()

    def _book(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, edition_words(cited.edition, "edn"), volume_words(cited), _imprint(cited))

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(", in ")
        if cited.editors:
            names = [initials_first(name, "") for name in cited.editors]
            if len(names) > 3:
                line.text(f"{names[0]} ").italic("et al.").text(" (eds) ")
            else:
                line.text(f"{listed(names, ' and ')} ({'eds' if len(names) > 1 else 'ed.'}) ")
        line.italic(cited.container_sentence or cited.container).stop()
        self._sentences(line, edition_words(cited.edition, "edn"), version_words(cited), volume_words(cited))
        last = ", ".join(part for part in (_imprint(cited), page_words(cited)) if part)
        self._sentences(line, last)

    _inproceedings = _part = _incollection

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        number = " ".join(part for part in (cited.genre, cited.number) if part)
        self._sentences(line, number, version_words(cited), _imprint(cited), _day(cited))

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        owner = None if cited.publisher else cited.site
        self._sentences(line, designation(cited), version_words(cited), _imprint(cited), owner)

    def _online(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, cited.site)

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, version_words(cited), cited.howpublished, _imprint(cited), _day(cited), cited.note)

    def _lead(self, line: Line, cited: CitedWork, quoted: bool = False) -> None:
        """Author, year, title; without an author the title comes before the year."""
        year = str(cited.date.year) if cited.date else cited.date_text or "no date"
        names = cited.credited
        if names:
            self._names(line, cited)
            line.text(f" ({year}) ")
        title = cited.title_sentence or cited.title
        if quoted:
            line.text(f"‘{title}’")
        else:
            line.italic(title)
        if not names:
            line.text(f" ({year})")
        if not quoted:
            line.stop()

    def _names(self, line: Line, cited: CitedWork) -> None:
        names = cited.authors or cited.editors
        shown = [inverted_with_initials(name, "") for name in names]
        if len(shown) > 3 or cited.and_others:
            line.text(f"{shown[0]} ").italic("et al.")
        else:
            line.text(listed(shown, " and "))
        if not cited.authors:
            line.text(" (eds)" if len(names) > 1 else " (ed.)")

    def _address(self, line: Line, cited: CitedWork) -> None:
        """A DOI needs no access date; every other address has one, if it is known."""
        if not cited.link:
            return
        line.text(" Available at: ").link(cited.link)
        if cited.accessed and not cited.doi:
            stated = " ".join(part for part in (day_in_year(cited.accessed, True), str(cited.accessed.year)) if part)
            line.text(f" (Accessed: {stated})")
        line.text(".")


def _day(cited: CitedWork) -> str | None:
    """Day and month of news and press releases; of a web page the year is enough."""
    return day_in_year(cited.date, True) if cited.date and cited.is_dated_by_day else None


def _imprint(cited: CitedWork) -> str | None:
    return ": ".join(part for part in (cited.place, cited.publisher_apart) if part) or None
