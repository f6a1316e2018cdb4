"""The words in which an OSCAL catalog carries an edition: names, tokens, properties and identifiers.

OSCAL (https://pages.nist.gov/OSCAL/) is NIST's format for control catalogs. What it has no field of its own for stands
in properties of ``NAMESPACE``, so that reading a catalog back gives the edition that it was made of.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from editions.formats.value_lines import value_lines
from editions.model.field_values import Item
from editions.model.fields import ItemKind

CATALOG = "oscal-catalog.json"
OSCAL_VERSION = "1.2.1"
NAMESPACE = "urn:mkdocs-editions:oscal"
# Of OSCAL itself, in XML and as what a property without a namespace has.
OSCAL_NAMESPACE = "http://csrc.nist.gov/ns/oscal/1.0"
# Raised when a reader of the old form could misread the new one.
FORM = "1"
VERBATIM = "verbatim"

# OSCAL's StringDatatype is one line that neither begins nor ends with white space; what ends a line, or is white
# space, differs between the dialects of regular expressions, so only what all of them agree on counts.
_ONE_LINE = re.compile(r"(?!\ufeff)\S(?:[^\x00-\x1f\x7f-\x9f\u2028\u2029]*(?!\ufeff)\S)?")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff]+")
# What has a meaning in OSCAL's Markdown (Metaschema, markup-line), with the opening of {{ insert: … }}.
_MARKUP = re.compile(r"[\\`*_~^\[\]<>&{]")
_ESCAPED = re.compile(r"\\([\\`*_~^\[\]<>&{])")

Object = dict[str, Any]


class OwnName(StrEnum):
    """Names in ``NAMESPACE`` besides those of the table of fields."""

    ABBREVIATION = "abbreviation"
    ASSESSMENT = "assessment"
    ASSESSMENT_COVERS = "assessment-covers"
    ASSESSMENT_FACTS = "assessment-facts"
    ASSESSMENT_KIND = "assessment-kind"
    ATTRIBUTION = "attribution"
    DATE = "date"
    ERRATUM = "erratum"
    FAMILY = "family"
    FORM = "form"
    FRAMEWORK = "framework"
    FRAMEWORK_ITEM = "framework-item"
    FRAMEWORK_VERSION = "framework-version"
    GIVEN = "given"
    LICENSE = "license"
    LINEAGE_FROM = "lineage-from"
    LINEAGE_IDENTITY = "lineage-identity"
    LINEAGE_NOTE = "lineage-note"
    LINEAGE_ROW = "lineage-row"
    NAME = "name"
    ORIGINAL = "original"
    RESOURCE = "resource"
    SLUG = "slug"
    SOURCE = "source"
    SPDX = "spdx"
    STATUS = "status"
    TITLE_SENTENCE = "title-sentence"
    URL = "url"
    WHAT = "what"


class Role(StrEnum):
    """What a resource of the back matter is for: the values of the property ``resource``."""

    ADAPTED_FROM = "adapted-from"
    ERRATUM = "erratum"
    LICENSE = "license"
    REFERENCE = "reference"
    STANDARD = "standard"


def token(identifier: str) -> str:
    """An id of ours as an OSCAL token, which begins with a letter or ``_`` (OSCAL, TokenDatatype).

    Args:
        identifier: An id, of letters and digits joined by single dots, hyphens or underscores.

    Returns:
        The id, with ``_`` before it where it begins with a digit; no id of ours begins with ``_``.
    """
    return f"_{identifier}" if identifier[:1].isdigit() else identifier


def identifier_of(written: str) -> str:
    """The id that a token of ``token`` stands for.

    Args:
        written: The token.

    Returns:
        The id.
    """
    return written[1:] if re.match(r"_[0-9]", written) else written


def one_line(text: str) -> str:
    """A text as an OSCAL string: one line without white space at its ends.

    Args:
        text: Any text.

    Returns:
        The text itself where it is such a line, else with single spaces; ``-`` stands for nothing.
    """
    return text if _ONE_LINE.fullmatch(text) else _BREAKS.sub(" ", text).strip() or "-"


def prop(name: str, value: str, group: str = "", kind: str = "") -> Object:
    """A property of our namespace.

    Args:
        value: Its value, any text.
        group: Token of the group of properties that it belongs to, if any.
        kind: Its class, if it has one.

    Returns:
        The property. A value that is no OSCAL string is shortened to one; the class ``verbatim`` then says that the
        remarks hold it as it is.
    """
    single = one_line(value)
    made: Object = {"name": name, "ns": NAMESPACE, "value": single}
    if kind:
        made["class"] = kind
    if group:
        made["group"] = group
    if single != value:
        made |= {"class": VERBATIM, "remarks": value}
    return made


def added_props(kind: ItemKind, item: Item) -> list[Object]:
    """The keys of the table of fields that the model has no attribute for, as properties.

    Args:
        kind: What the item is.

    Returns:
        A property for each line; texts are written elsewhere.
    """
    stated = ((field.oscal, value) for field, value in item.more.stated(kind) if field.oscal)
    return [prop(name, line) for name, value in stated for line in value_lines(value)]


def markup_line(text: str) -> str:
    """Plain text as OSCAL's Markdown shows it.

    Args:
        text: Plain text.

    Returns:
        The text with a backslash before every sign that has a meaning there.
    """
    return _MARKUP.sub(r"\\\g<0>", text)


def plain_of(markup: str) -> str:
    """The plain text that ``markup_line`` wrote.

    Args:
        markup: What it wrote.

    Returns:
        The text.
    """
    return _ESCAPED.sub(r"\1", markup)


def row_value(old: Iterable[str], new: Iterable[str]) -> str:
    """A row of a lineage as the value of a property.

    Args:
        old: Ids in the edition before.
        new: Ids in this one.

    Returns:
        Such as ``A.1 A.2 -> B.1``.
    """
    return f"{' '.join(old)} -> {' '.join(new)}".strip()


def row_ends(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of a row of a lineage.

    Args:
        value: What ``row_value`` wrote.

    Returns:
        The ids in the edition before, and those in this one.

    Raises:
        ValueError: If the value is no row.
    """
    old, arrow, new = value.partition("->")
    if not arrow:
        raise ValueError(f"{value[:80]!r} is no row of a lineage")
    return tuple(old.split()), tuple(new.split())


def stable_uuid(*names: str) -> str:
    """A UUID that depends on names alone (RFC 9562 §5.5, version 5).

    Args:
        names: What it identifies, from the address of the standard down.

    Returns:
        The UUID.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names)))
