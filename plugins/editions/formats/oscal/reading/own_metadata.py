"""The metadata of a catalog that this engine wrote."""

from __future__ import annotations

from dataclasses import dataclass

from editions.formats.facts import Facts
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.own_form import every, exact, first, text_of
from editions.formats.oscal.terms import NAMESPACE, plain_of
from editions.model import Adaptation, Agent, Assessment, Lineage, LineageRow, PartialDate, Publisher, Version
from editions.model.edition import Status


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
    """

    facts: Facts
    status: Status
    prose: str
    lineage: Lineage | None
    keywords: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    title_sentence: str | None
    adapted_from: Adaptation | None


def own_edition(metadata: Node, resources: tuple[Node, ...]) -> OwnEdition:
    """Read metadata that we wrote.

    Args:
        metadata: The metadata.
        resources: The resources of the back matter.

    Returns:
        What they say.

    Raises:
        ValueError: If a version, a date or a row is none, because another tool changed it.
    """
    by_role = {first(resource, "resource"): resource for resource in resources}
    standard, work = by_role.get("standard"), by_role.get("adapted-from")
    facts = Facts(
        title=plain_of(metadata.text("title")) or None,
        abbreviation=first(metadata, "abbreviation"),
        version=Version.parse(metadata.text("version")),
        date=PartialDate.parse(first(metadata, "date") or metadata.text("last-modified")[:10]),
        authors=tuple(_agent(party) for party in _parties(metadata, "creator")),
        publisher=next((_publisher(party) for party in _parties(metadata, "publisher")), None),
        licence=first(metadata, "license"),
        url=first(metadata, "url"),
        summary=plain_of(metadata.text("remarks")) or None,
    )
    return OwnEdition(
        facts=facts,
        status="draft" if first(metadata, "status") == "draft" else "released",
        prose="" if standard is None else text_of(standard),
        lineage=_lineage(metadata),
        keywords=tuple(every(metadata, "keyword")),
        assessments=_assessments(metadata),
        title_sentence=first(metadata, "title-sentence"),
        adapted_from=None if work is None else _adaptation(work),
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
    name = first(party, "name") or party.text("name")
    return Agent(name, "person" if kind == "person" else "organization", first(party, "family"), first(party, "given"))


def _publisher(party: Node) -> Publisher:
    name = first(party, "name") or party.text("name")
    short = first(party, "abbreviation") or party.text("short-name") or None
    home = next((link.text("href") for link in party.all("links") if link.text("rel") == "homepage"), None)
    return Publisher(name, short, home)


def _assessments(metadata: Node) -> tuple[Assessment, ...]:
    found: dict[str, dict[str, str]] = {}
    for prop in metadata.all("props"):
        name = prop.text("name")
        if prop.text("ns") == NAMESPACE and name.partition("-")[0] == "assessment":
            found.setdefault(prop.text("group"), {})[name.removeprefix("assessment").removeprefix("-")] = exact(prop)
    return tuple(
        Assessment(it.get("", ""), it.get("kind", ""), it.get("covers"), it.get("facts")) for it in found.values()
    )


def _lineage(metadata: Node) -> Lineage | None:
    origin = first(metadata, "lineage-from")
    if origin is None:
        return None
    rows: dict[str, list[LineageRow]] = {"domain": [], "criterion": []}
    for prop in metadata.all("props"):
        if prop.text("ns") != NAMESPACE or prop.text("name") != "lineage-row":
            continue
        old, arrow, new = prop.text("value").partition("->")
        level = prop.text("group").partition("-")[0]
        if not arrow or level not in rows:
            raise ValueError(f"{prop.text('value')[:80]!r} is no row of a lineage")
        note = prop.text("remarks") or None
        rows[level].append(LineageRow(tuple(old.split()), tuple(new.split()), note, prop.line))
    return Lineage(
        Version.parse(origin),
        "lineage" if first(metadata, "lineage-identity") == "lineage" else "ids",
        tuple(rows["domain"]),
        tuple(rows["criterion"]),
        first(metadata, "lineage-note"),
    )
