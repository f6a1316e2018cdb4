"""The metadata of a catalog that this engine wrote."""

from __future__ import annotations

from dataclasses import dataclass

from editions.formats.facts import Facts
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.own_form import every, exact, first, own_props, own_values, text_of
from editions.formats.oscal.terms import OwnName, Role, plain_of, row_ends
from editions.model import Adaptation, Agent, Assessment, Lineage, LineageRow, PartialDate, Publisher, Version
from editions.model.edition import Status
from editions.model.field_values import FieldValues


@dataclass(frozen=True)
class OwnEdition:
    """What a catalog says of its edition, besides the domains.

    Attributes:
        facts: The facts that every import needs.
        status: Whether it is released.
        prose: The standard's own text.
        lineage: How it follows from the release before it.
        keywords: Search words.
        assessments: Assessments.
        title_sentence: The title in sentence case.
        adapted_from: The work that it is adapted from.
        more: Values of the other keys of the table of fields.
    """

    facts: Facts
    status: Status
    prose: str
    lineage: Lineage | None
    keywords: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    title_sentence: str | None
    adapted_from: Adaptation | None
    more: FieldValues


def own_edition(metadata: Node, resources: tuple[Node, ...]) -> OwnEdition:
    """Read metadata that we wrote.

    Args:
        resources: The resources of the back matter.

    Returns:
        What they say.

    Raises:
        ValueError: If a version, a date or a row is none, because another tool changed it.
    """
    by_role = {first(resource, OwnName.RESOURCE): resource for resource in resources}
    standard, work = by_role.get(Role.STANDARD), by_role.get(Role.ADAPTED_FROM)
    facts = Facts(
        title=plain_of(metadata.text("title")) or None,
        abbreviation=first(metadata, OwnName.ABBREVIATION),
        version=Version.parse(metadata.text("version")),
        date=PartialDate.parse(first(metadata, OwnName.DATE) or metadata.text("last-modified")[:10]),
        authors=tuple(_agent(party) for party in _parties(metadata, "creator")),
        publisher=next((_publisher(party) for party in _parties(metadata, "publisher")), None),
        licence=first(metadata, OwnName.LICENSE),
        url=first(metadata, OwnName.URL),
        summary=plain_of(metadata.text("remarks")) or None,
    )
    return OwnEdition(
        facts=facts,
        status="draft" if first(metadata, OwnName.STATUS) == "draft" else "released",
        prose="" if standard is None else text_of(standard),
        lineage=_lineage(metadata),
        keywords=tuple(every(metadata, "keyword")),
        assessments=_assessments(metadata),
        title_sentence=first(metadata, OwnName.TITLE_SENTENCE),
        adapted_from=None if work is None else _adaptation(work),
        more=own_values("edition", metadata, {role: it for role, it in by_role.items() if role is not None}),
    )


def _adaptation(resource: Node) -> Adaptation:
    rlinks = resource.all("rlinks")
    url = rlinks[0].text("href") if rlinks else ""
    return Adaptation(plain_of(resource.text("title")), url, plain_of(resource.text("description")))


def _parties(metadata: Node, role: str) -> list[Node]:
    parties = {party.text("uuid"): party for party in metadata.all("parties")}
    named = [
        uuid
        for responsible in metadata.all("responsible-parties")
        if responsible.text("role-id") == role
        for uuid in responsible.lists.get("party-uuids", ())
    ]
    return [parties[uuid] for uuid in named if uuid in parties]


def _agent(party: Node) -> Agent:
    kind = "person" if party.text("type") == "person" else "organization"
    name = first(party, OwnName.NAME) or party.text("name")
    return Agent(
        name,
        "person" if kind == "person" else "organization",
        first(party, OwnName.FAMILY),
        first(party, OwnName.GIVEN),
    )


def _publisher(party: Node) -> Publisher:
    name = first(party, OwnName.NAME) or party.text("name")
    short = first(party, OwnName.ABBREVIATION) or party.text("short-name") or None
    home = next((link.text("href") for link in party.all("links") if link.text("rel") == "homepage"), None)
    return Publisher(name, short, home)


def _assessments(metadata: Node) -> tuple[Assessment, ...]:
    found: dict[str, dict[str, str]] = {}
    for prop in own_props(metadata):
        if prop.text("name").partition("-")[0] == OwnName.ASSESSMENT:
            found.setdefault(prop.text("group"), {})[prop.text("name")] = exact(prop)
    return tuple(
        Assessment(
            it.get(OwnName.ASSESSMENT, ""),
            it.get(OwnName.ASSESSMENT_KIND, ""),
            it.get(OwnName.ASSESSMENT_COVERS),
            it.get(OwnName.ASSESSMENT_FACTS),
        )
        for it in found.values()
    )


def _lineage(metadata: Node) -> Lineage | None:
    origin = first(metadata, OwnName.LINEAGE_FROM)
    if origin is None:
        return None
    rows: dict[str, list[LineageRow]] = {"domain": [], "criterion": []}
    for prop in own_props(metadata, OwnName.LINEAGE_ROW):
        old, new = row_ends(prop.text("value"))
        level = prop.text("group").partition("-")[0]
        if level not in rows:
            raise ValueError(f"{prop.text('value')[:80]!r} is no row of a lineage")
        rows[level].append(LineageRow(old, new, prop.text("remarks") or None, prop.line))
    return Lineage(
        Version.parse(origin),
        "lineage" if first(metadata, OwnName.LINEAGE_IDENTITY) == "lineage" else "ids",
        tuple(rows["domain"]),
        tuple(rows["criterion"]),
        first(metadata, OwnName.LINEAGE_NOTE),
    )
