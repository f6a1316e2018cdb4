"""The one table of the keys of front matter: what each is, and its name in every format.

Checks, comparison, search, exports, imports, pages and documentation read it. A key that the model has no attribute for
is carried in ``more``: a new key is a property of the schema and a row here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

ItemKind = Literal["edition", "domain", "criterion", "article"]
FieldType = Literal["id", "line", "plain", "text", "lines", "date", "number", "boolean", "rows", "structure"]
Form = Literal["json", "csv", "oscal"]
"""A form of ours from which editions are imported, by its attribute of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key.

    Attributes:
        key: The key in front matter.
        label: What readers see it called: its title in the schema.
        type: Form of its value: an id, plain text on one line, plain text, a text in Markdown, a list of lines, a date
            (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), a number, true or false, a list of mappings of plain
            values, or a structure that the model has a class for.
        normative: Whether a change of it may alter what one must meet.
        aspect: Aspect of the change in which it differs; empty if it is not compared.
        attribute: Attribute of the model; empty if the key is carried in ``more``.
        json: Key in ``criteria.json``; empty if it is not there.
        csv: Column of ``criteria.csv``; empty if it has none.
        xlsx: Heading of its column in the checklist, of an edition its row in the sheet about it. Empty if neither the
            workbook nor the checklist on the site shows it.
        oscal: Name in an OSCAL catalog: of a part for texts (for those of an edition, of a resource), else of a
            property; empty if links say it.
        jsonld: Name in ``criteria.jsonld``; empty if collections say it.
        term: What that name means in RDF, as a compact IRI.
    """

    key: str
    label: str
    type: FieldType
    normative: bool = False
    aspect: str = ""
    attribute: str = ""
    json: str = ""
    csv: str = ""
    xlsx: str = ""
    oscal: str = ""
    jsonld: str = ""
    term: str = ""


_ID = Field(
    key="id",
    label="Id",
    type="id",
    aspect="renumbered",
    attribute="id",
    json="id",
    oscal="id",
    jsonld="notation",
    term="skos:notation",
)
_TITLE = Field(key="title", label="Title", type="line", aspect="reworded", attribute="title")
_ITEM_TITLE = replace(
    _TITLE, normative=True, aspect="retitled", json="title", oscal="title", jsonld="prefLabel", term="skos:prefLabel"
)
_TITLE_SENTENCE = Field(key="title_sentence", label="Title in sentence case", type="line", attribute="title_sentence")
_SUMMARY = Field(key="summary", label="Summary", type="plain", aspect="reworded", attribute="summary")
_KEYWORDS = Field(key="keywords", label="Keywords", type="lines", attribute="keywords")
_DATA_KEYWORDS = replace(_KEYWORDS, oscal="keyword", jsonld="keyword", term="dcat:keyword")
_VERSION = Field(key="version", label="Version", type="structure", attribute="version")
_DATE = Field(key="date", label="Date", type="structure", attribute="date")
_AUTHORS = Field(key="authors", label="Authors", type="structure", aspect="reworded", attribute="authors")

FIELDS: dict[ItemKind, tuple[Field, ...]] = {
    "edition": (
        replace(
            _TITLE,
            json="title",
            csv="standard_title",
            xlsx="Standard",
            oscal="title",
            jsonld="title",
            term="dcterms:title",
        ),
        replace(_TITLE_SENTENCE, oscal="title-sentence"),
        Field(
            key="abbreviation",
            label="Abbreviation",
            type="line",
            aspect="reworded",
            attribute="abbreviation",
            json="abbreviation",
            csv="standard_abbreviation",
            xlsx="Abbreviation",
            oscal="abbreviation",
            jsonld="abbreviation",
            term="dcterms:alternative",
        ),
        replace(
            _VERSION,
            json="version",
            csv="edition_version",
            xlsx="Version",
            oscal="version",
            jsonld="versionInfo",
            term="owl:versionInfo",
        ),
        Field(
            key="status",
            label="Status",
            type="line",
            attribute="status",
            json="status",
            csv="edition_status",
            xlsx="Status",
            oscal="status",
            jsonld="status",
            term="http://www.w3.org/ns/adms#status",
        ),
        replace(
            _DATE, json="date", csv="edition_date", xlsx="Date", oscal="date", jsonld="issued", term="dcterms:issued"
        ),
        replace(_AUTHORS, json="citation", xlsx="Authors", oscal="creator", jsonld="creator", term="dcterms:creator"),
        Field(
            key="publisher",
            label="Publisher",
            type="structure",
            aspect="reworded",
            attribute="publisher",
            json="publisher",
            csv="standard_publisher",
            xlsx="Publisher",
            oscal="publisher",
            jsonld="publisher",
            term="dcterms:publisher",
        ),
        Field(
            key="license",
            label="Licence",
            type="structure",
            aspect="reworded",
            attribute="licence",
            json="license",
            csv="edition_license",
            xlsx="Licence",
            oscal="license",
            jsonld="license",
            term="dcterms:license",
        ),
        Field(
            key="url",
            label="Address",
            type="line",
            attribute="url",
            json="url",
            csv="standard_url",
            oscal="url",
            jsonld="isVersionOf",
            term="dcterms:isVersionOf",
        ),
        replace(_SUMMARY, oscal="remarks", jsonld="description", term="dcterms:description"),
        _DATA_KEYWORDS,
        Field(
            key="assessments",
            label="Assessments",
            type="structure",
            aspect="reworded",
            attribute="assessments",
            oscal="assessment",
        ),
        Field(
            key="adapted_from",
            label="Adapted from",
            type="structure",
            aspect="reworded",
            attribute="adapted_from",
            xlsx="Adapted from",
            oscal="adapted-from",
            jsonld="source",
            term="dcterms:source",
        ),
    ),
    "domain": (
        replace(_ID, csv="domain_id", xlsx="Domain id"),
        Field(
            key="label",
            label="Label",
            type="line",
            aspect="renumbered",
            attribute="label",
            json="label",
            csv="domain_label",
            oscal="label",
            jsonld="altLabel",
            term="skos:altLabel",
        ),
        replace(_ITEM_TITLE, csv="domain_title", xlsx="Domain"),
        replace(
            _SUMMARY,
            json="summary",
            csv="domain_summary",
            oscal="overview",
            jsonld="definition",
            term="skos:definition",
        ),
        Field(
            key="assessed_in",
            label="Assessed in",
            type="lines",
            aspect="reworded",
            attribute="assessed_in",
            json="assessed_in",
            csv="domain_assessed_in",
            oscal="assessed-in",
        ),
        Field(
            key="criteria", label="Criteria", type="structure", normative=True, attribute="criteria", json="criteria"
        ),
    ),
    "criterion": (
        replace(_ID, csv="id", xlsx="Criterion id"),
        replace(_ITEM_TITLE, csv="title", xlsx="Title"),
        Field(
            key="section",
            label="Section",
            type="line",
            aspect="moved",
            attribute="section",
            json="section",
            csv="section",
            xlsx="Section",
            oscal="section",
        ),
        Field(
            key="level",
            label="Level",
            type="line",
            normative=True,
            aspect="level_changed",
            attribute="level",
            json="level",
            csv="level",
            xlsx="Level",
            oscal="level",
        ),
        Field(
            key="text",
            label="Text",
            type="text",
            normative=True,
            aspect="reworded",
            attribute="text",
            json="text",
            csv="text",
            xlsx="Criterion",
            oscal="statement",
            jsonld="definition",
            term="skos:definition",
        ),
        replace(_DATA_KEYWORDS, csv="keywords"),
        Field(
            key="references",
            label="References",
            type="structure",
            aspect="references_changed",
            attribute="references",
            json="references",
            csv="references",
            jsonld="references",
            term="dcterms:references",
        ),
    ),
    "article": (
        _TITLE,
        _VERSION,
        _DATE,
        Field(key="category", label="Category", type="line", aspect="reworded", attribute="category"),
        _SUMMARY,
        _AUTHORS,
        Field(key="domains", label="Domains", type="lines", aspect="reworded", attribute="domains"),
        _KEYWORDS,
        _TITLE_SENTENCE,
    ),
}
"""Every key of editions, domains, criteria and articles, in the order in which front matter is written."""


def added_fields(kind: ItemKind) -> tuple[Field, ...]:
    """The keys that are carried in ``more``."""
    return tuple(field for field in FIELDS[kind] if not field.attribute)


def every_added_field() -> tuple[Field, ...]:
    """The keys of every kind that are carried in ``more``."""
    return tuple(field for kind in FIELDS for field in added_fields(kind))
