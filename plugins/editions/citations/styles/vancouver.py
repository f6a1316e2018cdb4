"""Vancouver: the ICMJE's sample references and K. Patrias, *Citing Medicine*, 2nd edition (NLM)."""

from __future__ import annotations

from pybtex.style.sorting.none import SortingStyle

from editions.citations.cited_work import CitedWork
from editions.citations.names import Name, initials
from editions.citations.styles.base import (
    CitationStyle,
    designation,
    edition_words,
    month_name,
    short_range,
    version_words,
    volume_words,
)
from editions.citations.styles.line import Line
from editions.model.date import PartialDate


class Vancouver(CitationStyle):
    """Author. Title. Source. Date. Available from: address."""

    default_sorting_style = SortingStyle
    wants_accessed = True

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.text(f" {cited.container}")
        line.text(" [Internet]" if _read_online(cited) else None).stop()
        line.text(f" {_date(cited)}" if _date(cited) else None)
        line.text(_cited_on(cited))
        number = f"{cited.volume or ''}{f'({cited.issue})' if cited.issue else ''}"
        line.text(f";{number}" if number else None)
        line.text(f":{_pages(cited)}" if cited.pages else None).stop()

    def _book(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, medium=True)
        self._sentences(line, edition_words(cited.edition, "ed."), volume_words(cited))
        self._imprint(line, cited)

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        line.text(" In: ")
        if cited.editors:
            line.text(f"{_names(cited.editors)}, {'editors' if len(cited.editors) > 1 else 'editor'}. ")
        line.text(cited.container_sentence or cited.container)
        line.text(" [Internet]" if _read_online(cited) else None).stop()
        self._sentences(line, edition_words(cited.edition, "ed."), version_words(cited), volume_words(cited))
        self._imprint(line, cited)
        line.text(f" p. {_pages(cited)}." if cited.pages else None)

    _inproceedings = _part = _incollection

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, medium=True)
        self._sentences(line, cited.genre, version_words(cited))
        self._imprint(line, cited)
        line.text(f" Report No.: {cited.number}" if cited.number else None).stop()

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, medium=True)
        self._sentences(line, designation(cited), version_words(cited), None if cited.publisher else cited.site)
        self._imprint(line, cited)

    def _online(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, medium=True)
        self._imprint(line, cited)

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, medium=True)
        self._sentences(line, version_words(cited), cited.howpublished)
        self._imprint(line, cited)
        self._sentences(line, cited.note)

    def _lead(self, line: Line, cited: CitedWork, medium: bool = False) -> None:
        names = cited.credited
        if names:
            line.text(_names(names, cited.and_others))
            if not cited.authors:
                line.text(", editors" if len(names) > 1 else ", editor")
            line.stop().text(" ")
        line.text(cited.title_sentence or cited.title)
        line.text(" [Internet]" if medium and _read_online(cited) else None).stop()

    def _imprint(self, line: Line, cited: CitedWork) -> None:
        publisher = (cited.site if cited.type == "online" else None) or cited.publisher_apart
        source = ": ".join(part for part in (cited.place, publisher) if part)
        date = f"{_date(cited)}{_cited_on(cited)}".strip()
        stated = "; ".join(part for part in (source, date) if part)
        if stated:
            line.text(f" {stated}").stop()

    def _address(self, line: Line, cited: CitedWork) -> None:
        """An address ends in a full stop only after a slash (*Citing Medicine*, chapter 22)."""
        if cited.doi:
            line.text(" doi: ").link(cited.link, cited.doi)
        elif cited.url:
            line.text(" Available from: ").link(cited.url)
            line.text("." if cited.url.endswith("/") else None)


def _names(names: tuple[Name, ...], and_others: bool = False) -> str:
    text = ""
    for index, name in enumerate(names[:6]):
        # A group among persons is set off by a semicolon (ICMJE sample 3).
        joint = "; " if index and name.is_organisation != names[index - 1].is_organisation else ", "
        text += (joint if index else "") + _name(name)
    return f"{text}, et al." if len(names) > 6 or and_others else text


def _name(name: Name) -> str:
    """Family name, at most two initials, suffix without its full stop: ``Halpern SD``, ``King ML Jr``."""
    if name.undivided:
        return name.undivided
    letters = "".join(item.replace(".", "").replace("-", "") for item in initials(name.given) if item.endswith("."))
    suffix = {"II": "2nd", "III": "3rd", "IV": "4th"}.get(name.suffix, name.suffix.rstrip("."))
    return " ".join(part for part in (name.family, letters[:2], suffix) if part)


def _date(cited: CitedWork) -> str:
    return _year_first(cited.date) if cited.date else cited.date_text or "[date unknown]"


def _year_first(date: PartialDate) -> str:
    return " ".join(str(part) for part in (date.year, month_name(date)[:3], date.day) if part)


def _cited_on(cited: CitedWork) -> str:
    return f" [cited {_year_first(cited.accessed)}]" if cited.accessed and _read_online(cited) else ""


def _read_online(cited: CitedWork) -> bool:
    return cited.url is not None and cited.doi is None


def _pages(cited: CitedWork) -> str:
    return short_range(cited.pages or "").replace("–", "-")
