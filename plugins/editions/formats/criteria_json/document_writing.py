"""``criteria.json``: one edition as data, under the schema ``criteria-1``."""

from __future__ import annotations

from typing import Any

from editions.formats.edition_head import edition_head
from editions.formats.edition_texts import EditionTexts
from editions.formats.json_text import write_json
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address, domain_address
from editions.model.field_values import written_value
from editions.model.fields import ItemKind
from editions.model.standard_head import standard_head
from editions.schemas.known_schemas import schema_address, schema_version
from editions.text.tree import Text

SCHEMA = "criteria-1"


def criteria_document(publication: Publication, edition: Edition) -> dict[str, Any]:
    """An edition as data.

    Returns:
        The content of its ``criteria.json``. The document is the same at the permanent and the standing address: it
        states the permanent one.
    """
    texts = EditionTexts(publication, edition)
    return {
        "$schema": publication.absolute(schema_address(SCHEMA)),
        "schema_version": schema_version(SCHEMA),
        "standard": standard_head(edition),
        "edition": {
            **edition_head(publication, edition),
            **_more("edition", edition, "edition", texts),
            **_errata(publication, edition, None, texts),
        },
        "domains": [_domain(publication, edition, domain, texts) for domain in edition.domains],
    }


def criteria_json(publication: Publication, edition: Edition) -> bytes:
    """Serialise an edition as data.

    Returns:
        UTF-8 bytes of its ``criteria.json``.
    """
    return write_json(criteria_document(publication, edition))


def _domain(publication: Publication, edition: Edition, domain: Domain, texts: EditionTexts) -> dict[str, Any]:
    return {
        "id": domain.id,
        "label": domain.label,
        "title": domain.title,
        "summary": domain.summary,
        "url": publication.absolute(domain_address(edition, domain)),
        "assessed_in": list(domain.assessed_in),
        "criteria": [_criterion(publication, edition, it, texts) for it in domain.criteria],
        **_more("domain", domain, domain.id, texts),
        **_errata(publication, edition, domain.id, texts),
    }


def _criterion(publication: Publication, edition: Edition, criterion: Criterion, texts: EditionTexts) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "text": criterion.text.markdown,
        "text_html": texts.html(criterion.text, criterion.origin, criterion.id),
        "title": criterion.title,
        "section": criterion.section,
        "level": criterion.level,
        "url": publication.absolute(criterion_address(edition, criterion)),
        "references": [
            {"framework": row.framework, "version": row.version, "id": row.id, "url": row.url}
            for row in criterion.references
        ],
        **_more("criterion", criterion, criterion.id, texts),
        **_errata(publication, edition, criterion.id, texts),
    }


def _more(kind: ItemKind, item: Edition | Domain | Criterion, name: str, texts: EditionTexts) -> dict[str, Any]:
    """The other keys of the table of fields; a text also as HTML, as that of a criterion."""
    data: dict[str, Any] = {}
    for field, value in item.more.stated(kind):
        if field.json:
            data[field.json] = written_value(value)
            if isinstance(value, Text):
                data[f"{field.json}_html"] = texts.html(value, item.origin, f"{name}-{field.key}")
    return data


def _errata(publication: Publication, edition: Edition, item: str | None, texts: EditionTexts) -> dict[str, Any]:
    """The errata of an item, where there are any; the text that was released stands unchanged beside them."""
    errata = [
        {
            "date": str(erratum.date),
            "what": erratum.what,
            "original": erratum.original,
            "text": erratum.text.markdown,
            "text_html": texts.html(erratum.text, erratum.origin, f"{item or 'edition'}-erratum-{number}"),
        }
        for number, erratum in enumerate(publication.standard.errata_of(edition, item), 1)
    ]
    return {"errata": errata} if errata else {}
