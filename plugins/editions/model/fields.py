"""The one table of the keys of items: what each is, and its name in every format.

Checks, comparison, search, exports, imports, front matter and documentation read it. A key that the model has no
attribute for is carried in ``more`` of its item: a new key is a property of the schema and a row here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ItemKind = Literal["domain", "criterion"]
FieldType = Literal["id", "line", "plain", "text", "lines", "references", "criteria"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of an item.

    Attributes:
        key: The key in front matter.
        label: What readers see it called.
        type: Form of its value: an id, plain text on one line, plain text, a text in Markdown, a list of lines, rows of
            the crosswalk, or criteria.
        normative: Whether a change of it may alter what one must meet.
        aspect: Aspect of the change in which it differs; empty if it is not compared.
        attribute: Attribute of the model's item; empty if the item carries the key in ``more``.
        json: Key in ``criteria.json``; empty if it is not there.
        csv: Column of ``criteria.csv``; empty if it has none.
        xlsx: Heading of its column in the checklist; empty if it has none.
        oscal: Name in an OSCAL catalog: of a part for texts, else of a property; empty if links say it.
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


FIELDS: dict[ItemKind, tuple[Field, ...]] = {
    "domain": (
        Field(
            key="id",
            label="Id",
            type="id",
            aspect="renumbered",
            attribute="id",
            json="id",
            csv="domain_id",
            xlsx="Domain id",
            oscal="id",
            jsonld="notation",
            term="skos:notation",
        ),
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
        Field(
            key="title",
            label="Title",
            type="line",
            normative=True,
            aspect="retitled",
            attribute="title",
            json="title",
            csv="domain_title",
            xlsx="Domain",
            oscal="title",
            jsonld="prefLabel",
            term="skos:prefLabel",
        ),
        Field(
            key="summary",
            label="Summary",
            type="plain",
            normative=True,
            aspect="reworded",
            attribute="summary",
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
        Field(key="criteria", label="Criteria", type="criteria", normative=True, attribute="criteria", json="criteria"),
    ),
    "criterion": (
        Field(
            key="id",
            label="Id",
            type="id",
            aspect="renumbered",
            attribute="id",
            json="id",
            csv="id",
            xlsx="Criterion id",
            oscal="id",
            jsonld="notation",
            term="skos:notation",
        ),
        Field(
            key="title",
            label="Title",
            type="line",
            normative=True,
            aspect="retitled",
            attribute="title",
            json="title",
            csv="title",
            xlsx="Title",
            oscal="title",
            jsonld="prefLabel",
            term="skos:prefLabel",
        ),
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
        Field(
            key="keywords",
            label="Keywords",
            type="lines",
            attribute="keywords",
            csv="keywords",
            oscal="keyword",
            jsonld="keyword",
            term="dcat:keyword",
        ),
        Field(
            key="references",
            label="References",
            type="references",
            aspect="references_changed",
            attribute="references",
            json="references",
            csv="references",
            jsonld="references",
            term="dcterms:references",
        ),
    ),
}
"""Every key of a domain and of a criterion, in the order in which front matter is written."""


def added_fields(kind: ItemKind) -> tuple[Field, ...]:
    """The keys that items carry in ``more``."""
    return tuple(field for field in FIELDS[kind] if not field.attribute)
