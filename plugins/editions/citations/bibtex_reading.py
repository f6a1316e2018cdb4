"""Entries of a bibliography, as pybtex reads them, made into cited works."""

from __future__ import annotations

import re
from collections.abc import Callable

from pybtex.database import BibliographyData, Entry

from editions.citations.cited_work import CitedWork, EntryType, Periodical
from editions.citations.latex import decode
from editions.citations.names import Name, name_of_person
from editions.citations.text import one_line
from editions.model.date import MONTHS, PartialDate

TYPE_OF_ENTRY: dict[str, EntryType] = {
    "article": "article",
    "book": "book",
    "incollection": "incollection",
    "inbook": "incollection",
    "inproceedings": "inproceedings",
    "conference": "inproceedings",
    "techreport": "techreport",
    "report": "techreport",
    "misc": "misc",
    "online": "online",
    "electronic": "online",
    "www": "online",
    "standard": "standard",
}
"""The entry types that a bibliography may use, and what each is read as."""

# Values of ``entrysubtype`` in the manuals of biblatex, Pandoc and biblatex-apa.
_PERIODICALS: dict[str, Periodical] = {"magazine": "magazine", "nonacademic": "magazine", "newspaper": "newspaper"}
_VERSION = re.compile(r"version\s+(\S+)", re.IGNORECASE)
_MONTHS = {month.casefold()[:3]: number for number, month in enumerate(MONTHS, start=1)}


def reference_of_entry(key: str, entry: Entry, data: BibliographyData | None = None) -> CitedWork:
    """Read a pybtex entry.

    Args:
        entry: The entry, its values in LaTeX.
        data: The bibliography that a ``crossref`` leads into.

    Returns:
        The reference. An entry type that is not in :data:`TYPE_OF_ENTRY` is read as ``misc``.

    Raises:
        ValueError: If the entry has no title, or its address, DOI or date is none.
    """
    entry_type = TYPE_OF_ENTRY.get(entry.type, "misc")

    def find(*names: str) -> str | None:
        for name in names:
            try:
                value: str = entry._find_field(name, data)
            except KeyError:
                continue
            if value.strip():
                return value
        return None

    def text(*names: str) -> str | None:
        value = find(*names)
        return decode(value) if value else None

    authors, others = _names(entry, "author")
    editors, _ = _names(entry, "editor")
    genre, number, edition, version = text("type"), text("number"), text("edition"), text("version")
    is_article = entry_type == "article"
    if entry_type == "techreport":
        version, number = _split_version(number, version)
        entry_type = "standard" if (genre or "").casefold() == "standard" else entry_type
    if entry_type == "incollection" and edition and (match := _VERSION.fullmatch(edition)):
        entry_type, edition, version = "part", None, match[1]
    date, date_text = _date(find)
    return CitedWork(
        key=key,
        type=entry_type,
        title=text("title") or "",
        authors=authors,
        editors=editors,
        and_others=others,
        date=date,
        date_text=date_text,
        container=text("journal", "journaltitle") if is_article else text("booktitle"),
        publisher=text("publisher", "institution"),
        place=text("address", "location"),
        organization=text("organization"),
        version=version,
        edition=edition,
        volume=text("volume"),
        issue=(number or text("issue")) if is_article else None,
        periodical=_periodical(find, date) if is_article else None,
        number=None if is_article else number,
        pages=text("pages"),
        series=text("series"),
        genre=genre,
        howpublished=_howpublished(text("howpublished")),
        note=text("note"),
        doi=_verbatim(find("doi")),
        url=_verbatim(find("url")),
        accessed=PartialDate.parse(accessed) if (accessed := find("urldate")) else None,
        language=text("language", "langid"),
    )


def _names(entry: Entry, role: str) -> tuple[tuple[Name, ...], bool]:
    names = [name_of_person(person, latex=True) for person in entry.persons.get(role, ())]
    others = bool(names) and len(names) > 1 and names[-1] == Name("others", "others")
    return tuple(names[:-1] if others else names), others


def _periodical(find: Callable[..., str | None], date: PartialDate | None) -> Periodical | None:
    """Return what an article appeared in, as stated, or as its date says: journals are dated by volume and issue."""
    stated = find("entrysubtype")
    if stated or date is None or not date.day:
        return _PERIODICALS.get(decode(stated or "").casefold())
    if find("day"):  # not one of BibTeX's fields: whoever adds it wants the day printed
        return "magazine" if find("volume") else "newspaper"
    return None if find("volume", "doi", "eprint") else "newspaper"


def _split_version(number: str | None, version: str | None) -> tuple[str | None, str | None]:
    match = re.fullmatch(r"(?:(.*), )?version\s+(\S+)", number or "", re.IGNORECASE)
    return (match[2], match[1]) if match else (version, number)


def _howpublished(text: str | None) -> str | None:
    return None if text and re.fullmatch(r"https?://\S+", text) else text


def _verbatim(value: str | None) -> str | None:
    """An address: BibTeX passes it on as it stands, though people escape ``%``, ``_``, ``#``, ``&`` and ``~`` in it."""
    if value is None:
        return None
    bare = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value)
    bare = re.sub(r"\{?\\(?:textasciitilde|~)(?:\{\}|\s)?\}?", "~", bare)
    return one_line(re.sub(r"\\([%_#&$])", r"\1", bare)).strip("{} ")


def _date(find: Callable[[str], str | None]) -> tuple[PartialDate | None, str | None]:
    stated = find("date")
    if stated:
        return PartialDate.parse(stated.strip()), None
    year = find("year")
    if year is None:
        return None, None
    year = decode(year)
    if not re.fullmatch(r"[0-9]{4}", year):
        return None, year
    month, day = find("month"), find("day")
    number = _month(decode(month)) if month else None
    if number is None:
        return PartialDate.parse(year), None
    if day and day.strip().isdecimal():
        return PartialDate.parse(f"{year}-{number:02d}-{int(day):02d}"), None
    return PartialDate.parse(f"{year}-{number:02d}"), None


def _month(text: str) -> int | None:
    word = text.strip().casefold().rstrip(".")
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return _MONTHS.get(word[:3]) if word.isalpha() else None
