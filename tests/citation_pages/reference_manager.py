"""What a reference manager makes of a page's head, by the rules of Zotero's translators "Embedded Metadata" and "RDF".

The rules follow the translators as published in github.com/zotero/translators (``Embedded Metadata.js`` of 2024-06-13
and ``RDF.js``) and ``cleanAuthor`` of github.com/zotero/utilities, as far as they decide what is imported from the tags
that pages here carry:

* A tag ``a_b_c`` or ``a.b`` whose first or second part is a known prefix is a statement of that vocabulary, and then
  decides nothing as a Highwire tag.
* Some Highwire tags settle the type of the item, the last one winning; ``citation_title`` alone suggests a journal
  article.
* Otherwise the type follows from, in this order: ``z:type``, ``prism``, ``eprints``, ``og:type``, ``DC.type`` where it
  names a type, the suggestion, and ``webpage`` if there is any statement.
* Whatever ``DC.type`` or ``DCTERMS.type`` says becomes the report's or the web page's own type word for word, which
  styles print before the number: "(Text Version 1.1)".
* The site's name is kept for web pages only. JSON-LD is not read.
* One ``citation_author`` alone is split at semicolons, or at commas with two words on either side; with a comma a name
  is inverted, without one its last word is the family name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

Tags = Sequence[tuple[str, str]]

PREFIXES = {
    *("bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint", "eprints"),
    *("og", "article", "book", "music", "video", "so", "codemeta", "rdf"),
}
SETTLING = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}
STATED = {
    "edition": ("prism.edition", "bibo.edition", "so.version"),
    "rights": ("prism.copyright", "dc.rights", "dcterms.rights"),
    "title": ("dc.title", "dcterms.title", "eprints.title", "og.title"),
    "url": ("eprints.official_url", "og.url"),
    "date": (
        *("eprints.date", "prism.publicationDate", "og.published_time", "article.published_time"),
        *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"),
    ),
    "publisher": ("dc.publisher", "dcterms.publisher"),
}
TYPE_FIELDS = {"report": "reportType", "webpage": "websiteType", "thesis": "thesisType"}
OPEN_GRAPH = {"book": "book", "website": "webpage", "music.song": "audioRecording", "video.movie": "videoRecording"}
DUBLIN_CORE = {
    "report": "report",
    "book": "book",
    "thesis": "thesis",
    "webpage": "webpage",
    "article": "journalArticle",
}


@dataclass(frozen=True)
class Imported:
    """An item in the library of a reference manager.

    Attributes:
        type: Its type.
        creators: Family and given name of each creator; an organisation has no given name.
        fields: Its other fields.
    """

    type: str | None
    creators: list[tuple[str, str]]
    fields: dict[str, str] = field(default_factory=dict)


def imported(tags: Tags) -> Imported:
    """Import a page.

    Args:
        tags: Name or property, and content, of each ``meta`` element, in order.

    Returns:
        The item.
    """
    statements: dict[str, str] = {}
    settled = suggested = None
    for name, content in tags:
        vocabulary, prop = _vocabulary(name)
        if vocabulary:
            statements.setdefault(f"{vocabulary}.{prop}", content)
        elif name in SETTLING:
            settled = SETTLING[name]
        elif name in ("citation_title", "citation_series_title"):
            suggested = suggested or "journalArticle"
    kind = settled or _stated_type(statements) or suggested or ("webpage" if statements else None)
    fields = _stated_fields(statements, kind)
    for name, target in FIELDS.items():
        value = next((content for tag, content in tags if tag.endswith(name)), None)
        if value:
            fields[target] = " ".join(value.split())
    return Imported(kind, _creators([content for name, content in tags if name.endswith("citation_author")]), fields)


def _vocabulary(name: str) -> tuple[str, str]:
    parts = re.split(r"[.:_]", name)
    if len(parts) > 2 and parts[1].lower() in PREFIXES:
        prefix, rest = parts[1].lower(), name[len(parts[0]) + len(parts[1]) + 2 :]
    elif parts[0].lower() in PREFIXES:
        prefix, rest = parts[0].lower(), name[len(parts[0]) + 1 :]
    else:
        return "", ""
    return prefix, rest[:1].lower() + rest[1:]


def _stated_fields(statements: dict[str, str], kind: str | None) -> dict[str, str]:
    sources = dict(STATED)
    if kind == "webpage":
        sources["websiteTitle"] = ("prism.publicationName", "dc.source", "dcterms.source", "og.site_name")
    if kind in TYPE_FIELDS:
        sources[TYPE_FIELDS[kind]] = ("dc.type", "dcterms.type")
    found = {name: next((statements[it] for it in names if it in statements), None) for name, names in sources.items()}
    return {name: value for name, value in found.items() if value}


def _stated_type(statements: dict[str, str]) -> str | None:
    dublin_core = statements.get("dc.type", statements.get("dcterms.type", "")).lower().replace(" ", "")
    return (
        statements.get("z.itemType")
        or statements.get("z.type")
        or OPEN_GRAPH.get(statements.get("og.type", ""))
        or DUBLIN_CORE.get(dublin_core)
    )


def _creators(contents: list[str]) -> list[tuple[str, str]]:
    found = []
    for content in contents:
        names = re.split(r"\s*;\s*", content)
        if len(names) == 1 and len(contents) == 1:
            by_comma = re.split(r"\s*,\s*", names[0])
            if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
                names = by_comma
        found += [_cleaned(name.strip()) for name in names if re.search(r"[^\s,\-.;]", name)]
    return found


def _cleaned(name: str) -> tuple[str, str]:
    inverted = "," in name
    bare = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if inverted:
        family, _, given = bare.partition(",")
        return family.strip(), given.split(",")[0].strip()
    given, _, family = bare.rpartition(" ")
    return family, given
