"""APA 7: *Publication Manual of the American Psychological Association*, 7th edition (2020)."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork
from editions.citations.names import initials_first, inverted_with_initials
from editions.citations.styles.base import (
    CitationStyle,
    day_in_year,
    designation,
    edition_words,
    listed,
    month_day_year,
    page_range,
    page_words,
    version_words,
    volume_words,
)
from editions.citations.styles.line import Line
from editions.model.date import PartialDate


class Apa(CitationStyle):
    """Author. (Date). Title. Source."""

    def _article(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, italic=False)
        line.text(" ").italic(cited.container)
        if cited.volume:
            line.text(", ").italic(cited.volume)
        line.text(f"({cited.issue})" if cited.issue and cited.volume else None)
        line.text(f", ({cited.issue})" if cited.issue and not cited.volume else None)
        line.text(f", {page_range(cited.pages)}" if cited.pages else None).stop()

    def _book(self, line: Line, cited: CitedWork) -> None:
        details = [
            edition_words(cited.edition, "ed."),
            volume_words(cited),
            f"Version {cited.version}" if cited.version else None,
        ]
        self._lead(line, cited, details=details)
        self._sentences(line, cited.publisher_apart)

    def _incollection(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, italic=False)
        self._in(line, cited)
        self._sentences(line, cited.publisher_apart)

    _inproceedings = _incollection
    _part = _incollection

    def _techreport(self, line: Line, cited: CitedWork) -> None:
        number = cited.number
        if number and cited.genre:
            number = f"{cited.genre} No. {number}"
        elif number and number[:1].isdigit():
            number = f"Report No. {number}"
        self._lead(line, cited, details=[number or cited.genre, version_words(cited)])
        self._sentences(line, cited.publisher_apart)

    def _standard(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, details=[designation(cited, " No. "), version_words(cited)])
        self._sentences(line, cited.publisher_apart)

    def _online(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited)
        self._sentences(line, cited.site)

    def _misc(self, line: Line, cited: CitedWork) -> None:
        self._lead(line, cited, details=[version_words(cited)])
        self._sentences(line, cited.howpublished, cited.publisher_apart, cited.note)

    def _lead(self, line: Line, cited: CitedWork, italic: bool = True, details: list[str | None] | None = None) -> None:
        """Author, date and title; without an author the title leads (§ 9.12)."""
        authors = _authors(cited)
        if authors:
            line.text(authors).stop()
            line.text(f" ({date_in_list(cited)}).")
            line.text(" ")
            self._title(line, cited, italic, details)
        else:
            self._title(line, cited, italic, details)
            line.text(f" ({date_in_list(cited)}).")

    def _title(self, line: Line, cited: CitedWork, italic: bool, details: list[str | None] | None) -> None:
        title = cited.title_sentence or cited.title
        line.italic(title) if italic else line.text(title)
        stated = ", ".join(detail for detail in details or [] if detail)
        line.text(f" ({stated})" if stated else None).stop()

    def _in(self, line: Line, cited: CitedWork) -> None:
        line.text(" In ")
        if cited.editors:
            names = listed([initials_first(name) for name in cited.editors], ", & ", " & ")
            line.text(f"{names} ({'Eds.' if len(cited.editors) > 1 else 'Ed.'}), ")
        line.italic(cited.container_sentence or cited.container)
        details = [
            edition_words(cited.edition, "ed."),
            version_words(cited),
            volume_words(cited),
            page_words(cited),
        ]
        stated = ", ".join(detail for detail in details if detail)
        line.text(f" ({stated})" if stated else None).stop()

    def _address(self, line: Line, cited: CitedWork) -> None:
        """The DOI or URL, with no full stop after it (§ 9.35); a retrieval date only for undated pages (§ 9.16)."""
        if not cited.link:
            return
        undated = cited.date is None and cited.date_text is None and not cited.doi
        if undated and cited.accessed:
            line.text(f" Retrieved {month_day_year(cited.accessed)}, from ").link(cited.link)
        else:
            line.text(" ").link(cited.link)


def _authors(cited: CitedWork) -> str:
    names = cited.credited
    shown = [inverted_with_initials(name) for name in names]
    if len(shown) > 20:  # § 9.8: the first nineteen, three points, the last
        text = ", ".join(shown[:19]) + ", . . . " + shown[-1]
    elif cited.and_others:
        text = ", ".join([*shown, "et al."])
    elif len(shown) == 2 and all(name.is_organisation for name in names):
        text = " & ".join(shown)
    else:
        text = listed(shown, ", & ")
    if not cited.authors and shown:
        text += " (Eds.)" if len(shown) > 1 else " (Ed.)"
    return text


def date_in_list(cited: CitedWork) -> str:
    """The date of a reference as APA prints it between parentheses (APA 7 § 9.13 to 9.17).

    Returns:
        Such as ``2024``, ``2026, April 29`` or ``n.d.``.
    """
    date = printed_date(cited)
    if date is None:
        return cited.date_text or "n.d."
    return ", ".join(part for part in (str(date.year), day_in_year(date)) if part)


def printed_date(cited: CitedWork) -> PartialDate | None:
    """The date at the precision that APA prints.

    Returns:
        The whole date of pages, news, posts and press releases; the year alone of anything else, such as books,
        journal articles, reports, standards, software and data (§ 9.14 and the examples of § 10.1 to 10.16; of the
        reports of § 10.4 only the press release, example 59, has a day).
    """
    return cited.date if cited.date is None or cited.is_dated_by_day else PartialDate(cited.date.year)
