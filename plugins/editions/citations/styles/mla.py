"""MLA 9: *MLA Handbook*, 9th edition (2021), chapter 5."""

from __future__ import annotations

from editions.citations.address import doi_url, without_scheme
from editions.citations.cited_work import CitedWork
from editions.citations.names import inverted, natural
from editions.citations.styles.base import CitationStyle, designation, edition_words, listed, month_name, page_words
from editions.citations.styles.chicago import chicago_pages
from editions.citations.styles.line import Line
from editions.model.date import PartialDate


class Mla(CitationStyle):
    """Author. Title. Container, version, number, publisher, date, location."""

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(" ").italic(cited.container)
        self._elements(
            line,
            f"vol. {cited.volume}" if cited.volume else None,
            f"no. {cited.issue}" if cited.issue else None,
            _date(cited),
            page_words(cited, chicago_pages),
            begun=True,
        )

    def _book(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        volume = f"vol. {cited.volume}" if cited.volume else None
        self._elements(line, edition_words(cited.edition, "ed."), volume, cited.publisher, _date(cited))

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        line.text(" ").italic(cited.container)
        self._elements(
            line,
            _edited_by(cited),
            edition_words(cited.edition, "ed."),
            f"version {cited.version}" if cited.version else None,
            f"vol. {cited.volume}" if cited.volume else None,
            cited.publisher,
            _date(cited),
            page_words(cited, chicago_pages),
            begun=True,
        )

    _inproceedings = _part = _incollection

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        number = " ".join(part for part in (cited.genre, cited.number) if part)
        self._elements(line, _version(cited), number, cited.publisher, _date(cited))

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        owner = cited.publisher or cited.organization
        self._elements(line, _version(cited), designation(cited), owner, _date(cited))

    def _online(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, quoted=True)
        site = cited.organization or cited.publisher
        if site:
            line.text(" ").italic(site)
        self._elements(line, _date(cited), begun=bool(site))

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._elements(line, _version(cited), cited.howpublished, cited.publisher, _date(cited), cited.note)

    def _lead(self, line: Line, cited: CitedWork, quoted: bool = False) -> None:
        authors = _authors(cited)
        if authors:
            line.text(authors).stop().text(" ")
        if quoted:
            line.quoted(cited.title, ".")
        else:
            line.italic(cited.title).stop()

    def _elements(self, line: Line, *parts: str | None, begun: bool = False) -> None:
        """The elements of the container; the first one after a full stop begins with a capital."""
        for part in parts:
            if part and begun:
                line.stop(",").text(f" {part}")
            elif part:
                line.text(f" {part[0].upper()}{part[1:]}")
                begun = True

    def _address(self, line: Line, cited: CitedWork) -> None:
        """The DOI, else the URL without its scheme; an access date only if nothing else dates the work."""
        if cited.doi:
            line.stop(",").text(" ").link(doi_url(cited.doi))
        elif cited.url:
            line.stop(",").text(" ").link(cited.url, without_scheme(cited.url))
        line.stop()
        if cited.url and cited.accessed and self.shows_accessed(cited):
            line.text(f" Accessed {_day_month_year(cited.accessed)}.")


def _authors(cited: CitedWork) -> str:
    if cited.authors and cited.publisher and cited.publisher_apart is None:
        return ""  # an organisation that publishes its own work is named as publisher only
    names = cited.credited
    if not names:
        return ""
    if len(names) > 2 or cited.and_others:
        text = f"{inverted(names[0])}, et al."
    else:
        text = ", and ".join([inverted(names[0]), *map(natural, names[1:])])
    if not cited.authors:
        text += ", editors" if len(names) > 1 else ", editor"
    return text


def _edited_by(cited: CitedWork) -> str | None:
    if not cited.editors:
        return None
    names = [natural(name) for name in cited.editors]
    shown = f"{names[0]} et al." if len(names) > 2 else listed(names, " and ")
    return f"edited by {shown}"


def _date(cited: CitedWork) -> str | None:
    """The date as published; of a book, and of a part of one, the year (chapter 5, Publication Date)."""
    if cited.date and cited.type in ("book", "incollection", "inproceedings"):
        return str(cited.date.year)
    return _day_month_year(cited.date) if cited.date else cited.date_text


def _day_month_year(date: PartialDate) -> str:
    name = month_name(date)
    # Appendix 1: months of more than four letters are abbreviated, September to four letters.
    month = name if len(name) <= 4 else ("Sept." if name == "September" else f"{name[:3]}.")
    return " ".join(str(part) for part in (date.day, month, date.year) if part)


def _version(cited: CitedWork) -> str | None:
    return f"version {cited.version}" if cited.version else None
