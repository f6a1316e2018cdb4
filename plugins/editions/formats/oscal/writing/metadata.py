"""The metadata of an OSCAL catalog: what an edition is, who stands behind it, and how it follows from the last one."""

from __future__ import annotations

from editions.attribution.notice import edition_notice
from editions.formats.oscal.terms import (
    CATALOG,
    FORM,
    OSCAL_VERSION,
    Object,
    OwnName,
    added_props,
    markup_line,
    one_line,
    prop,
    row_value,
    stable_uuid,
)
from editions.formats.oscal.writing.resources import Resources
from editions.model import Agent, Edition, LineageRow, PartialDate, Publication
from editions.model.addresses import edition_address

_CONVENTION = (
    "The edition was published on this date, and no more is known than it says. The time of last-modified, and the day "
    "or month that this date does not state, are a convention: OSCAL asks for a time."
)


def metadata(publication: Publication, edition: Edition, resources: Resources) -> Object:
    """The metadata of an edition.

    Args:
        resources: The catalog's back matter.

    Returns:
        The object ``metadata``. ``published`` is left out: a date at lower precision is no time, and no day is
        invented; the property ``date`` holds the date as it was published.
    """
    parties, creators, publisher = _parties(edition)
    return {
        "title": markup_line(edition.title),
        "last-modified": _moment(edition.date),
        "version": str(edition.version),
        "oscal-version": OSCAL_VERSION,
        "props": [
            *([{"name": "keywords", "value": one_line(", ".join(edition.keywords))}] if edition.keywords else []),
            prop(OwnName.FORM, FORM),
            {**prop(OwnName.DATE, str(edition.date)), "remarks": _CONVENTION},
            prop(OwnName.STATUS, edition.status),
            prop(OwnName.ABBREVIATION, edition.abbreviation),
            prop(OwnName.URL, edition.url),
            prop(OwnName.LICENSE, edition.licence.spdx),
            prop(OwnName.ATTRIBUTION, edition_notice(publication, edition)),
            *([prop(OwnName.TITLE_SENTENCE, edition.title_sentence)] if edition.title_sentence is not None else []),
            *(prop("keyword", word) for word in edition.keywords),
            *added_props("edition", edition),
            *_assessments(edition),
            *_lineage(edition),
        ],
        "links": _links(publication, edition, resources),
        "roles": [{"id": "creator", "title": "Author"}, {"id": "publisher", "title": "Publisher"}],
        "parties": parties,
        "responsible-parties": [
            *([{"role-id": "creator", "party-uuids": creators}] if creators else []),
            {"role-id": "publisher", "party-uuids": [publisher]},
        ],
        "remarks": markup_line(edition.summary),
    }


def _moment(date: PartialDate) -> str:
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def _parties(edition: Edition) -> tuple[list[Object], list[str], str]:
    """The parties, the UUIDs of the authors among them, and the publisher's.

    An organisation that writes and publishes is one party.
    """
    parties: list[Object] = []
    creators: list[str] = []
    publisher = edition.publisher
    published_by = stable_uuid(edition.url, "party", "organization", publisher.name)
    for author in edition.authors:
        uuid = stable_uuid(edition.url, "party", author.kind, author.name, author.family or "", author.given or "")
        if author == Agent(publisher.name):
            uuid = published_by
        creators.append(uuid)
        if all(party["uuid"] != uuid for party in parties):
            props = [prop(OwnName.FAMILY, author.family)] if author.family is not None else []
            props += [prop(OwnName.GIVEN, author.given)] if author.given is not None else []
            kind = "person" if author.kind == "person" else "organization"
            parties.append(_party(uuid, kind, author.name, props))
    if all(party["uuid"] != published_by for party in parties):
        parties.append(_party(published_by, "organization", publisher.name, []))
    for party in parties:
        if party["uuid"] != published_by:
            continue
        if publisher.abbreviation is not None:
            party["short-name"] = one_line(publisher.abbreviation)
            if party["short-name"] != publisher.abbreviation:
                party.setdefault("props", []).append(prop(OwnName.ABBREVIATION, publisher.abbreviation))
        if publisher.url is not None:
            party["links"] = [{"href": publisher.url, "rel": "homepage"}]
    return parties, creators, published_by


def _party(uuid: str, kind: str, name: str, props: list[Object]) -> Object:
    single = one_line(name)
    props = [prop(OwnName.NAME, name), *props] if single != name else props
    return {"uuid": uuid, "type": kind, "name": single, **({"props": props} if props else {})}


def _assessments(edition: Edition) -> list[Object]:
    made: list[Object] = []
    for number, it in enumerate(edition.assessments, 1):
        group = f"assessment-{number}"
        made += [prop(OwnName.ASSESSMENT, it.key, group), prop(OwnName.ASSESSMENT_KIND, it.kind, group)]
        made += [prop(OwnName.ASSESSMENT_COVERS, it.covers, group)] if it.covers is not None else []
        made += [prop(OwnName.ASSESSMENT_FACTS, it.facts, group)] if it.facts is not None else []
    return made


def _lineage(edition: Edition) -> list[Object]:
    lineage = edition.lineage
    if lineage is None:
        return []
    return [
        prop(OwnName.LINEAGE_FROM, str(lineage.origin)),
        prop(OwnName.LINEAGE_IDENTITY, lineage.identity),
        *([prop(OwnName.LINEAGE_NOTE, lineage.note)] if lineage.note is not None else []),
        *(_row(row, f"domain-{number}") for number, row in enumerate(lineage.domains, 1)),
        *(_row(row, f"criterion-{number}") for number, row in enumerate(lineage.criteria, 1)),
    ]


def _row(row: LineageRow, group: str) -> Object:
    made = prop(OwnName.LINEAGE_ROW, row_value(row.old, row.new), group)
    return made if row.note is None else {**made, "remarks": row.note}


def _links(publication: Publication, edition: Edition, resources: Resources) -> list[Object]:
    def catalog(other: Edition) -> str:
        return publication.absolute(f"{edition_address(other)}{CATALOG}")

    page = publication.absolute(edition_address(edition))
    links: list[Object] = [
        {"href": catalog(edition), "rel": "canonical", "media-type": "application/json"},
        {"href": page, "rel": "alternate", "media-type": "text/html"},
        {"href": f"{page}criteria.json", "rel": "alternate", "media-type": "application/json"},
        {"href": resources.standard, "rel": "about"},
        {"href": resources.licence, "rel": "license"},
    ]
    if resources.adapted_from:
        links.append({"href": resources.adapted_from, "rel": "derived-from"})
    editions = publication.standard.editions
    place = [it.version for it in editions].index(edition.version)
    if place > 0:
        links.append({"href": catalog(editions[place - 1]), "rel": "predecessor-version"})
    newer = publication.standard.superseded_by(edition)
    if newer:
        links.append({"href": catalog(editions[place + 1]), "rel": "successor-version"})
        links.append({"href": catalog(newer), "rel": "latest-version"})
    return links
