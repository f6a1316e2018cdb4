"""CSL-JSON, the data model of the Citation Style Language 1.0.2."""

from __future__ import annotations

import json
from typing import Any

from editions.citations.cited_work import CitedWork, EntryType
from editions.citations.names import Name
from editions.citations.styles.base import page_range
from editions.model.date import PartialDate

# The published styles print the number of a standard or report and the edition of a chapter, but most of them no
# version of either: it is written as part of the number, and as the edition.
_NUMBERED = ("standard", "techreport")
_TYPES: dict[EntryType, str] = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "techreport": "report",
    "misc": "document",
    "online": "webpage",
    "standard": "standard",
    "part": "chapter",
}


def csl_item(cited: CitedWork) -> dict[str, Any]:
    """A work as a CSL item.

    Returns:
        A JSON object for the published schema ``csl-data.json``; what is not known is left out.
    """
    numbered, part = cited.type in _NUMBERED, cited.type == "part"
    item: dict[str, Any] = {
        "id": cited.key,
        "type": f"article-{cited.periodical}" if cited.periodical else _TYPES[cited.type],
        "title": cited.title,
        "author": [_name(name) for name in cited.authors],
        "editor": [_name(name) for name in cited.editors],
        "issued": _date(cited.date) if cited.date else {"literal": cited.date_text} if cited.date_text else None,
        "container-title": cited.container_title,
        "publisher": cited.container_publisher,
        "publisher-place": cited.place,
        "version": None if numbered or part else cited.version,
        "edition": cited.edition or (cited.version_label if part else None),
        "genre": cited.kind,
        "number": cited.number_and_version if numbered else cited.number,
        "volume": cited.volume,
        "issue": cited.issue,
        "page": page_range(cited.pages).replace("–", "-") if cited.pages else None,
        "collection-title": cited.series,
        "medium": cited.howpublished,
        "DOI": cited.doi,
        "URL": cited.url,
        "accessed": _date(cited.accessed) if cited.accessed else None,
        "abstract": cited.abstract,
        "keyword": ", ".join(cited.keywords),
        "language": cited.language,
        "note": cited.note,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(cited: CitedWork) -> str:
    r"""Write a work as a CSL-JSON file.

    Returns:
        A JSON array with one item, ending in a line feed. ``</`` is written ``<\/``, so that the text can also stand
        inside a ``script`` element.
    """
    return json.dumps([csl_item(cited)], ensure_ascii=False, indent=2).replace("</", "<\\/") + "\n"


def _name(name: Name) -> dict[str, str]:
    if name.is_organisation:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _date(date: PartialDate) -> dict[str, list[list[int]]]:
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part is not None]]}
