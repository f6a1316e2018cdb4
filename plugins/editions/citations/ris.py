"""RIS, the tagged format that every reference manager reads."""

from __future__ import annotations

from editions.citations.cited_work import CitedWork, EntryType, Periodical
from editions.citations.names import Name
from editions.citations.styles.base import page_range
from editions.model.date import PartialDate

# STAND (standard) is a type of the published list; managers without standards import it as a report, which keeps
# publisher, version and address. A part of a standard is a section of it (CHAP), an article a web page (ELEC).
_TYPES: dict[EntryType, str] = {
    "article": "JOUR",
    "book": "BOOK",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "techreport": "RPRT",
    "misc": "GEN",
    "online": "ELEC",
    "standard": "STAND",
    "part": "CHAP",
}
_PERIODICALS: dict[Periodical, str] = {"magazine": "MGZN", "newspaper": "NEWS"}
# The list of tags by type of EndNote (2011) has no edition for a standard, and readers of reports drop it: the version
# is part of the number. Other types have their serial number elsewhere (in SN it would be an ISBN), or nowhere.
_NUMBERS: dict[EntryType, str] = {
    "standard": "SN",
    "techreport": "SN",
    "book": "M1",
    "misc": "M1",
    "incollection": "SV",
}


def ris(cited: CitedWork) -> str:
    """Write a work as an RIS record.

    Returns:
        Lines of two-letter tags, ended by CR LF as the format's specification asks (Research Information Systems,
        2001, and EndNote's list of 2011).
    """
    first, _, last = page_range(cited.pages).partition("–") if cited.pages else ("", "", "")
    number = _NUMBERS.get(cited.type, "N1")
    version = cited.version_label if number != "SN" and cited.type != "online" else None
    tags: list[tuple[str, str | None]] = [
        ("TY", _PERIODICALS[cited.periodical] if cited.periodical else _TYPES[cited.type]),
        ("ID", cited.key),
        *(("AU", _name(name)) for name in cited.authors),
        *(("ED", _name(name)) for name in cited.editors),
        ("TI", cited.title),
        ("T2", cited.container_title),
        ("PY", f"{cited.date.year:04d}" if cited.date else cited.date_text),
        ("DA", _date(cited.date) if cited.date and cited.date.month else None),
        ("PB", cited.container_publisher),
        ("CY", cited.place),
        ("ET", cited.edition or version),
        ("M3", cited.kind),
        ("VL", cited.volume),
        ("IS", cited.issue),
        ("SP", first),
        ("EP", last),
        (number, cited.number_and_version if number == "SN" else cited.number),
        ("T3", cited.series),
        ("DO", cited.doi),
        ("UR", cited.url),
        ("Y2", _date(cited.accessed) if cited.accessed else None),
        ("AB", cited.abstract),
        *(("KW", keyword) for keyword in cited.keywords),
        ("LA", cited.language),
        ("N1", cited.note),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _name(name: Name) -> str:
    if name.is_organisation:
        # Without the comma readers take the last word for a family name (“Institute, Production AI”).
        return f"{name.literal},"
    if not name.given:
        return f"{name.family},"
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def _date(date: PartialDate) -> str:
    """``YYYY/MM/DD/``, every slash present and unknown parts empty."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
