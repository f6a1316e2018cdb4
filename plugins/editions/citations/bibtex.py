"""BibTeX and BibLaTeX: entries to references and references to entries, written by pybtex's writer made safe."""

from __future__ import annotations

import re
from typing import Any, Literal

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from editions.citations.cited_work import CitedWork, EntryType
from editions.citations.latex import decode, encode
from editions.citations.names import Name, name_of_person
from editions.citations.text import one_line
from editions.model.date import MONTHS, PartialDate

Dialect = Literal["bibtex", "biblatex"]

TYPE_OF_ENTRY: dict[str, EntryType] = {
    "article": "article",
    "book": "book",
    "incollection": "incollection",
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

# Why @techreport for a standard: it is the classic entry type that reference managers import as a report, and it
# has room for what kind of report it is (``type``) and for its number; @standard is unknown to the classic styles.
_ENTRY_OF_TYPE: dict[Dialect, dict[EntryType, str]] = {
    "bibtex": {"standard": "techreport", "part": "incollection", "online": "misc"},
    "biblatex": {"standard": "report", "part": "incollection", "techreport": "report"},
}
_VERSION = re.compile(r"version\s+(\S+)", re.IGNORECASE)
_MONTHS = {month.casefold()[:3]: number for number, month in enumerate(MONTHS, start=1)}
_UNSAFE_NAME = re.compile(r"[,{}\\~]|\band\b|\bothers\b", re.IGNORECASE)


class SafeWriter(Writer):  # type: ignore[misc]
    r"""pybtex's writer, for values that are LaTeX already.

    pybtex encodes values again when it writes them (a second ``\`` before every ``%``, even in an address) and sets
    values in quotation marks; this writer leaves values alone and sets them in braces, so that writing what was read
    changes nothing.
    """

    def _encode(self, text: str) -> str:
        return text

    def _encode_with_comments(self, text: str) -> str:
        return text

    def quote(self, s: str) -> str:
        """Delimit a value.

        Args:
            s: LaTeX with balanced braces.

        Returns:
            The value in braces.

        Raises:
            BibTeXError: If the braces are not balanced.
        """
        self.check_braces(s)
        return "{" + s + "}"


_WRITER = SafeWriter(encoding="UTF-8")


def write(data: BibliographyData) -> str:
    """Write a bibliography.

    Args:
        data: Entries whose values are LaTeX, such as pybtex reads them.

    Returns:
        The text of a ``.bib`` file, from which the same entries are read.
    """
    text: str = _WRITER.to_string(data)
    return text


def bibtex(reference: CitedWork, dialect: Dialect = "bibtex") -> str:
    """A reference as one BibTeX or BibLaTeX entry.

    Args:
        reference: The reference.
        dialect: ``bibtex`` for the classic styles, ``biblatex`` for biber.

    Returns:
        The entry, ending in a line feed.
    """
    return write(BibliographyData(entries={reference.key: entry_of_reference(reference, dialect)}))


def entry_of_reference(reference: CitedWork, dialect: Dialect = "bibtex") -> Entry:
    """A reference as a pybtex entry.

    Args:
        reference: The reference.
        dialect: Which entry types and fields to use.

    Returns:
        The entry, its values in LaTeX; titles and organisations stand in braces of their own, so that no style
        changes their letters or takes them for a person.
    """
    entry_type = _ENTRY_OF_TYPE[dialect].get(reference.type, reference.type)
    entry = Entry(entry_type)
    for role, names in (("author", reference.authors), ("editor", reference.editors)):
        if names:
            entry.persons[role] = [_person(name) for name in names]
    if reference.and_others and reference.authors:
        entry.persons["author"].append(_person_of_parts(last="others"))
    for field, value in _fields(reference, dialect, entry_type):
        if value:
            entry.fields[field] = value
    return entry


def _fields(reference: CitedWork, dialect: Dialect, entry_type: str) -> list[tuple[str, str | None]]:
    modern = dialect == "biblatex"
    version = f"Version {reference.version}" if reference.version else None
    is_report = entry_type in ("techreport", "report")
    number = reference.issue if reference.type == "article" else reference.number
    edition = reference.edition
    if reference.type == "part":
        edition = version
    elif is_report and not modern and version:
        number = ", ".join(part for part in (number, version) if part)
    publisher = "institution" if is_report else "organization" if modern and entry_type == "online" else "publisher"
    fields = [
        ("title", _protected(reference.title)),
        ("journaltitle" if modern else "journal", _text(reference.container) if reference.type == "article" else None),
        ("booktitle", _protected(reference.container) if reference.type != "article" else None),
        ("organization", _text(reference.organization)),
        (publisher, _protected(reference.publisher)),
        ("location" if modern else "address", _text(reference.place)),
        ("type", _text(reference.genre)),
        ("edition", _text(edition)),
        ("series", _text(reference.series)),
        ("volume", _text(reference.volume)),
        ("number", _text(number)),
        ("pages", _pages(reference.pages)),
        ("howpublished", _text(reference.howpublished)),
        *_date_fields(reference, modern),
        ("note", _text(reference.note)),
        ("doi", reference.doi),
        ("url", reference.url),
        ("urldate", str(reference.accessed) if reference.accessed else None),
        ("langid" if modern else "language", _text(reference.language)),
    ]
    if modern:
        fields.insert(5, ("version", _text(reference.version) if reference.type != "part" else None))
    return fields


def _date_fields(reference: CitedWork, modern: bool) -> list[tuple[str, str | None]]:
    date = reference.date
    if date is None:
        return [("year", _text(reference.date_text))]
    if modern:
        return [("date", str(date))]
    return [
        ("year", f"{date.year:04d}"),
        ("month", MONTHS[date.month - 1] if date.month else None),
        ("day", str(date.day) if date.day else None),
    ]


def _text(text: str | None) -> str | None:
    return encode(text) if text else None


def _protected(text: str | None) -> str | None:
    if not text:
        return None
    latex = encode(text)
    # An opening brace before a backslash begins one of BibTeX's “special characters”, whose letters styles change.
    return "{{}" + latex + "}" if latex.startswith("\\") else "{" + latex + "}"


def _pages(pages: str | None) -> str | None:
    return re.sub(r"\s*[‐‑–—]\s*|(?<=[0-9])-(?=[0-9])", "--", encode(pages).replace("-{}-", "--")) if pages else None


def _person(name: Name) -> Person:
    if name.is_organisation:
        return _person_of_parts(last=_protected(name.literal) or "{}")
    if not name.given and not name.suffix:
        # A family name alone: without braces BibTeX would split it at its blanks.
        return _person_of_parts(last=_name_part(name.family, whole=" " in name.family))
    return _person_of_parts(last=_name_part(name.family), first=_name_part(name.given), lineage=_name_part(name.suffix))


def _name_part(text: str, whole: bool = False) -> str:
    latex = encode(text)
    unsafe = whole or bool(_UNSAFE_NAME.search(latex))
    return (_protected(text) or "") if unsafe and latex else latex


def _person_of_parts(last: str, first: str = "", lineage: str = "") -> Person:
    person = Person()
    person.last_names = [last]
    person.first_names = [first] if first else []
    person.lineage_names = [lineage] if lineage else []
    return person


def reference_of_entry(key: str, entry: Entry, data: BibliographyData | None = None) -> CitedWork:
    """Read a pybtex entry.

    Args:
        key: The entry's key.
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
    if entry_type == "techreport" and (genre or "").casefold() == "standard":
        entry_type = "standard"
        version, number = _split_version(number, version)
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


def _date(find: Any) -> tuple[PartialDate | None, str | None]:
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
