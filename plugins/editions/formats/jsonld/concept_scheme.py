"""The concept scheme of ``criteria.jsonld``: what is said of the edition as a whole."""

from __future__ import annotations

from typing import Any

from editions.attribution.notice import edition_notice
from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.formats.jsonld.terms import iri, stated, typed_date
from editions.model import Agent, Edition, Publication, Publisher
from editions.model.addresses import domain_address, edition_address


def scheme_node(publication: Publication, edition: Edition) -> dict[str, Any]:
    """Describe an edition.

    Returns:
        A node of JSON-LD, in the terms of :mod:`editions.formats.jsonld.terms`. A draft has no date of issue and no
        citation, since it has not been issued and nobody should cite it.
    """
    newer = publication.standard.superseded_by(edition)
    draft = edition.status == "draft"
    adapted = edition.adapted_from
    return {
        "@id": publication.absolute(edition_address(edition)),
        "@type": "skos:ConceptScheme",
        "title": edition.title,
        "abbreviation": edition.abbreviation,
        "versionInfo": str(edition.version),
        "status": "superseded" if newer else edition.status,
        "issued": None if draft else typed_date(edition.date),
        "description": edition.summary,
        "keyword": list(edition.keywords),
        "language": publication.language,
        "creator": [_author(author) for author in edition.authors],
        "publisher": _publisher(edition.publisher),
        "license": iri(edition.licence.url),
        "rights": edition_notice(publication, edition),
        "bibliographicCitation": None if draft else cite(edition_record(publication, edition), "apa"),
        "isVersionOf": iri(edition.url),
        "source": {"@id": iri(adapted.url), "title": adapted.title} if adapted else None,
        "hasTopConcept": [publication.absolute(domain_address(edition, domain)) for domain in edition.domains],
    }


def _author(author: Agent) -> dict[str, Any]:
    if author.kind == "organization":
        return {"@type": "foaf:Organization", "agentName": author.name}
    person = {"familyName": author.family, "givenName": author.given}
    return stated({"@type": "foaf:Person", "agentName": author.name, **person})


def _publisher(publisher: Publisher) -> dict[str, Any]:
    home = iri(publisher.url) if publisher.url else None
    return stated({"@type": "foaf:Organization", "agentName": publisher.name, "homepage": home})
