"""``criteria.json``: one edition as data, under the schema ``criteria-1``."""

from __future__ import annotations

import json
from typing import Any

from editions.exports.edition_head import edition_head
from editions.exports.text_html import TextHtml
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.model.standard_head import standard_head
from editions.pages.published_links import LinkContext
from editions.validation.schemas import schema_address, schema_version

SCHEMA = "criteria-1"


def criteria_document(publication: Publication, edition: Edition) -> dict[str, Any]:
    """An edition as data.

    Args:
        publication: What it belongs to.
        edition: The edition.

    Returns:
        The content of its ``criteria.json``. The document is the same at the permanent and the standing address: it
        states the permanent one.
    """
    render = TextHtml(publication)
    folder = edition_address(edition).strip("/")
    return {
        "$schema": publication.absolute(schema_address(SCHEMA)),
        "schema_version": schema_version(SCHEMA),
        "standard": standard_head(edition),
        "edition": {
            **edition_head(publication, edition),
            **_errata(publication, edition, None, render, folder),
        },
        "domains": [_domain(publication, edition, domain, render, folder) for domain in edition.domains],
    }


def criteria_json(publication: Publication, edition: Edition) -> bytes:
    """Serialise an edition as data.

    Args:
        publication: What it belongs to.
        edition: The edition.

    Returns:
        UTF-8 bytes of its ``criteria.json``.
    """
    return (json.dumps(criteria_document(publication, edition), indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _domain(
    publication: Publication, edition: Edition, domain: Domain, render: TextHtml, folder: str
) -> dict[str, Any]:
    return {
        "id": domain.id,
        "label": domain.label,
        "title": domain.title,
        "summary": domain.summary,
        "url": publication.absolute(domain_address(edition, domain)),
        "assessed_in": list(domain.assessed_in),
        "criteria": [_criterion(publication, edition, it, render, folder) for it in domain.criteria],
        **_errata(publication, edition, domain.id, render, folder),
    }


def _criterion(
    publication: Publication, edition: Edition, criterion: Criterion, render: TextHtml, folder: str
) -> dict[str, Any]:
    context = LinkContext(criterion.origin.path, f"{folder}/criteria.json", folder)
    return {
        "id": criterion.id,
        "text": criterion.text.markdown,
        "text_html": render.render(criterion.text.markdown, context),
        "title": criterion.title,
        "section": criterion.section,
        "level": criterion.level,
        "url": publication.absolute(criterion_address(edition, criterion)),
        "references": [
            {"framework": row.framework, "version": row.version, "id": row.id, "url": row.url}
            for row in criterion.references
        ],
        **_errata(publication, edition, criterion.id, render, folder),
    }


def _errata(
    publication: Publication, edition: Edition, item: str | None, render: TextHtml, folder: str
) -> dict[str, Any]:
    """The errata of an item, where there are any; the text that was released stands unchanged beside them."""
    errata = [
        {
            "date": str(erratum.date),
            "what": erratum.what,
            "original": erratum.original,
            "text": erratum.text.markdown,
            "text_html": render.render(
                erratum.text.markdown, LinkContext(erratum.origin.path, f"{folder}/criteria.json", folder)
            ),
        }
        for erratum in publication.standard.errata_of(edition, item)
    ]
    return {"errata": errata} if errata else {}
