"""The shape of an OSCAL catalog, 1.0 to 1.2, in JSON and in XML.

It follows NIST's catalog metaschema (https://pages.nist.gov/OSCAL/reference/latest/catalog/): what stands in each
object, how it is named in JSON, and by which element or attribute in XML. What an edition has no use for is named too,
so that the report can tell that it was there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text: a string. line and prose: OSCAL's markup, on one line or on several. texts and lines: lists of them.
# loose: prose that stands in its XML element without one of its own. object and objects: further shapes.
# content: the text of the XML element itself. unread: whatever it is, it is not looked into.
Kind = Literal["text", "line", "prose", "texts", "lines", "loose", "object", "objects", "content", "unread"]


@dataclass(frozen=True)
class Member:
    """What may stand in an object.

    Attributes:
        key: Its name in JSON and YAML.
        kind: What it is.
        element: Its element in XML; empty for an attribute, which has the name of ``key``.
        shape: Shape of the objects that it holds, if it holds any.
    """

    key: str
    kind: Kind
    element: str = ""
    shape: str = ""


def _flags(*names: str) -> tuple[Member, ...]:
    return tuple(Member(name, "text") for name in names)


def _many(key: str, shape: str) -> Member:
    return Member(key, "objects", shape, shape)


def _unread(**members: str) -> tuple[Member, ...]:
    return tuple(Member(key.replace("_", "-"), "unread", element) for key, element in members.items())


_PROPS, _LINKS = _many("props", "prop"), _many("links", "link")
_PARAMS, _PARTS = _many("params", "param"), _many("parts", "part")
_GROUPS, _CONTROLS = _many("groups", "group"), _many("controls", "control")
_TITLE = Member("title", "line", "title")
_REMARKS = Member("remarks", "prose", "remarks")

SHAPES: dict[str, tuple[Member, ...]] = {
    "catalog": (
        *_flags("uuid"),
        Member("metadata", "object", "metadata", "metadata"),
        _PARAMS,
        _CONTROLS,
        _GROUPS,
        Member("back-matter", "object", "back-matter", "back-matter"),
    ),
    "metadata": (
        _TITLE,
        Member("published", "text", "published"),
        Member("last-modified", "text", "last-modified"),
        Member("version", "text", "version"),
        Member("oscal-version", "text", "oscal-version"),
        _PROPS,
        _LINKS,
        _many("parties", "party"),
        _many("responsible-parties", "responsible-party"),
        _REMARKS,
        *_unread(revisions="revisions", document_ids="document-id", roles="role"),
        *_unread(locations="location", actions="action"),
    ),
    "prop": (*_flags("name", "uuid", "ns", "value", "class", "group"), _REMARKS),
    "link": (*_flags("href", "rel", "media-type", "resource-fragment"), Member("text", "line", "text")),
    "party": (
        *_flags("uuid", "type"),
        Member("name", "text", "name"),
        Member("short-name", "text", "short-name"),
        _PROPS,
        _LINKS,
        *_unread(external_ids="external-id", email_addresses="email-address", telephone_numbers="telephone-number"),
        *_unread(addresses="address", location_uuids="location-uuid"),
        *_unread(member_of_organizations="member-of-organization", remarks="remarks"),
    ),
    "responsible-party": (
        *_flags("role-id"),
        Member("party-uuids", "texts", "party-uuid"),
        *_unread(props="prop", links="link", remarks="remarks"),
    ),
    "group": (*_flags("id", "class"), _TITLE, _PARAMS, _PROPS, _LINKS, _PARTS, _GROUPS, _CONTROLS),
    "control": (*_flags("id", "class"), _TITLE, _PARAMS, _PROPS, _LINKS, _PARTS, _CONTROLS),
    "part": (
        *_flags("id", "name", "ns", "class"),
        _TITLE,
        _PROPS,
        Member("prose", "loose"),
        _PARTS,
        _LINKS,
    ),
    "param": (
        *_flags("id", "class", "depends-on"),
        _PROPS,
        _LINKS,
        Member("label", "line", "label"),
        Member("usage", "prose", "usage"),
        _many("constraints", "constraint"),
        _many("guidelines", "guideline"),
        Member("values", "texts", "value"),
        Member("select", "object", "select", "select"),
        _REMARKS,
    ),
    "constraint": (Member("description", "prose", "description"), *_unread(tests="test")),
    "guideline": (Member("prose", "loose"),),
    "select": (*_flags("how-many"), Member("choice", "lines", "choice")),
    "back-matter": (_many("resources", "resource"),),
    "resource": (
        *_flags("uuid"),
        _TITLE,
        Member("description", "prose", "description"),
        _PROPS,
        _many("document-ids", "document-id"),
        Member("citation", "object", "citation", "citation"),
        _many("rlinks", "rlink"),
        *_unread(base64="base64"),
        _REMARKS,
    ),
    "document-id": (*_flags("scheme"), Member("identifier", "content")),
    "citation": (Member("text", "line", "text"), _PROPS, _LINKS),
    "rlink": (*_flags("href", "media-type"), *_unread(hashes="hash")),
}

# The other models of OSCAL, by their roots.
OTHER_MODELS = {
    "profile": "a profile, which selects controls of catalogs",
    "component-definition": "a component definition",
    "system-security-plan": "a system security plan",
    "assessment-plan": "an assessment plan",
    "assessment-results": "assessment results",
    "plan-of-action-and-milestones": "a plan of action and milestones",
    "mapping-collection": "a collection of mappings",
}
