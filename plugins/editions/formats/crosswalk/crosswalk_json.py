"""``crosswalk.json``: what the criteria of an edition refer to, both ways, under the schema ``crosswalk-1``."""

from __future__ import annotations

from typing import Any

from editions.formats.edition_head import edition_head
from editions.formats.json_text import write_json
from editions.model import Edition, Publication, Reference
from editions.model.addresses import criterion_address, crosswalk_address
from editions.model.crosswalk import Framework, FrameworkVersion, crosswalk
from editions.model.standard_head import standard_head
from editions.schemas.known_schemas import schema_address, schema_version

SCHEMA = "crosswalk-1"


def crosswalk_document(publication: Publication, edition: Edition) -> dict[str, Any]:
    """The crosswalk of an edition as data.

    Returns:
        The content of its ``crosswalk.json``: the references of each criterion that has any, as they are written, and
        for each version of each framework the criteria that refer to each of its items. An edition without references
        has two empty lists.
    """
    return {
        "$schema": publication.absolute(schema_address(SCHEMA)),
        "schema_version": schema_version(SCHEMA),
        "standard": standard_head(edition),
        "edition": edition_head(publication, edition),
        "criteria": [
            {
                "id": criterion.id,
                "title": criterion.title,
                "domain": domain.id,
                "url": publication.absolute(criterion_address(edition, criterion)),
                "references": [_reference(reference) for reference in criterion.references],
            }
            for domain, criterion in edition.criteria()
            if criterion.references
        ],
        "frameworks": [_framework(publication, edition, framework) for framework in crosswalk(edition)],
    }


def crosswalk_json(publication: Publication, edition: Edition) -> bytes:
    """Serialise the crosswalk of an edition.

    Returns:
        UTF-8 bytes of its ``crosswalk.json``.
    """
    return write_json(crosswalk_document(publication, edition))


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "framework": reference.framework,
        "version": reference.version,
        "id": reference.id,
        "url": reference.url,
    }


def _framework(publication: Publication, edition: Edition, framework: Framework) -> dict[str, Any]:
    address = publication.absolute(crosswalk_address(edition, framework.slug))
    return {
        "framework": framework.name,
        "url": address,
        "versions": [_version(version, address) for version in framework.versions],
    }


def _version(version: FrameworkVersion, address: str) -> dict[str, Any]:
    return {
        "version": version.version,
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "page": f"{address}#{item.anchor}",
                "criteria": [criterion.id for _, criterion in item.criteria],
            }
            for item in version.items
        ],
    }
