"""BibTeX and BibLaTeX, written by pybtex's writer made safe."""

from __future__ import annotations

import re
from typing import Literal

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from editions.citations.cited_work import CitedWork, EntryType
from editions.citations.latex import encode
from editions.citations.names import Name
from editions.model.date import MONTHS

Dialect = Literal["bibtex", "biblatex"]

# Why @techreport for a standard: it is the classic entry type that reference managers import as a report, and it
# has room for what kind of report it is (``type``) and for its number; @standard is unknown to the classic styles.
_ENTRY_OF_TYPE: dict[Dialect, dict[EntryType, str]] = {
    "bibtex": {"standard": "techreport", "part": "incollection", "online": "misc"},
    "biblatex": {"standard": "report", "part": "inbook", "techreport": "report"},
}
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
        if s.count("{") != s.count("}"):  # pybtex's own check reads sign by sign; it words the error
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
        dialect: ``bibtex`` for the classic styles, ``biblatex`` for biber.

    Returns:
        The entry, ending in a line feed.
    """
    return write(BibliographyData(entries={reference.key: entry_of_reference(reference, dialect)}))


def entry_of_reference(reference: CitedWork, dialect: Dialect = "bibtex") -> Entry:
    """A reference as a pybtex entry.

    Args:
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
    is_report = entry_type in ("techreport", "report")
    number = reference.issue if reference.type == "article" else reference.number
    edition = reference.edition
    if reference.type == "part":
        edition = reference.version_label
    elif is_report:
        number = reference.number_and_version  # programs print no version of a report
    # Without it a day would say that the periodical is a magazine or newspaper.
    journal = "journal" if reference.type == "article" and reference.date and reference.date.day else None
    page = modern and reference.type == "online"  # an @online has no publisher, and its site is its organization
    site = reference.container_title or reference.organization or reference.publisher
    fields = [
        ("title", _protected(reference.title)),
        ("journaltitle" if modern else "journal", _text(reference.container) if reference.type == "article" else None),
        ("entrysubtype", reference.periodical or journal),
        ("booktitle", _protected(reference.container) if reference.type not in ("article", "online") else None),
        ("organization", _protected(site) if page else _text(reference.organization)),
        ("institution" if is_report else "publisher", None if page else _protected(reference.publisher)),
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
        ("language", _text(reference.language) if not modern else None),
    ]
    if modern:
        fields.insert(5, ("version", _text(reference.version) if reference.type != "part" and not is_report else None))
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
