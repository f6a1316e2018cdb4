"""The one table of the keys of items: what each is, and its name in every format.

Checks, comparison, search, exports, imports, front matter and documentation read it. A key that the model has no
attribute for is carried in ``more`` of its item: a new key is a property of the schema and a row here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from editions.text.parsing import parse
from editions.text.tree import Text

ItemKind = Literal["domain", "criterion"]
FieldType = Literal["id", "line", "plain", "text", "lines", "references", "criteria"]
FieldValue = str | Text | tuple[str, ...]


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


class FieldValues(Mapping[str, FieldValue]):
    """Values of keys that have no attribute; immutable."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, FieldValue] | None = None) -> None:
        """Copy values.

        Args:
            values: Values by key; what is empty is left out.
        """
        self._values = {key: value for key, value in (values or {}).items() if value}

    def __getitem__(self, key: str) -> FieldValue:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"FieldValues({self._values!r})"

    def stated(self, kind: ItemKind) -> Iterator[tuple[Field, FieldValue]]:
        """The values with their rows of the table, in its order."""
        for field in added_fields(kind):
            if field.key in self._values:
                yield field, self._values[field.key]


NO_VALUES = FieldValues()


class Item(Protocol):
    """A domain or a criterion."""

    @property
    def more(self) -> FieldValues:
        """Values of the keys that it has no attribute for."""


def read_values(kind: ItemKind, data: Mapping[str, Any], name: Literal["key", "json"] = "key") -> FieldValues:
    """Read the values that an item carries in ``more``.

    Args:
        kind: What the item is.
        data: The item in front matter or in ``criteria.json``; its shape was checked.
        name: By which name of the table it has its keys.

    Returns:
        The values.
    """
    found = ((field, data.get(getattr(field, name))) for field in added_fields(kind) if getattr(field, name))
    return FieldValues({field.key: value_of(field, raw) for field, raw in found if raw})


def item_value(item: Item, field: Field) -> Any:
    """The value that an item has for a key; empty or ``None`` if it states none."""
    return getattr(item, field.attribute) if field.attribute else item.more.get(field.key)


def value_of(field: Field, written: str | list[str] | tuple[str, ...]) -> FieldValue:
    r"""The value of a key.

    Args:
        field: The key.
        written: What is written for it: Markdown for a text, with ``\n`` between lines; several lines for a list.

    Returns:
        The value.
    """
    if not isinstance(written, str):
        return tuple(written)
    return parse(written.strip()) if field.type == "text" else written.strip()


def lines_of(value: str | tuple[str, ...] | Text) -> tuple[str, ...]:
    """The lines of a value that is no text."""
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def written_value(value: FieldValue) -> str | list[str]:
    """A value as it is written in front matter and in data."""
    if isinstance(value, Text):
        return value.markdown
    return value if isinstance(value, str) else list(value)
