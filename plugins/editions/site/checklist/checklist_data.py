"""What the script of a checklist needs to know, as a block of data in the page.

It stands in the page and in no file of its own, so that a site opened from a folder has it too: there, browsers let no
script read another file. A block of JSON is never run, so the content security policy has no say in it (HTML Living
Standard, "prepare the script element").
"""

from __future__ import annotations

import json
from typing import Any

from editions.attribution.heads import edition_identity
from editions.model import Edition
from editions.model.addresses import checklist_address, comparison_address, edition_address
from editions.model.standard_head import standard_head
from editions.pages.edition_place import EditionPlace
from editions.pages.page_paths import relative_address
from editions.schemas.known_schemas import schema_address, schema_version
from editions.site.checklist.checklist_carry_over import CarryOver

SCHEMA = "checklist-1"
_IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def checklist_data(place: EditionPlace, carried: tuple[CarryOver, ...], address: str, *, compared: bool) -> str:
    """The block of data of a checklist.

    Args:
        carried: How answers to older editions carry over.
        address: Address of the page, which the links in the data start from.
        compared: Whether comparison pages are published.

    Returns:
        A ``<script>`` element that holds JSON and nothing that HTML could take for markup.
    """
    rows = [_carry_over(place, it, address, compared=compared and it.compared) for it in carried]
    document = {**identity(place), "criteria": _criteria(place.edition), "carry_over": rows}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_IN_HTML)
    return f'<script type="application/json" id="checklist:data">{text}</script>'


def identity(place: EditionPlace) -> dict[str, Any]:
    """Which standard and edition answers belong to, in the words of the schema ``checklist-1``.

    Returns:
        ``$schema``, ``schema_version``, ``standard`` and ``edition`` as answers state them; ``accepted``, the
        addresses by which answers may name the standard; ``store``, the name under which a browser keeps them.
    """
    publication, edition = place.publication, place.edition
    standing = publication.absolute(edition_address(None))
    return {
        "$schema": publication.absolute(schema_address(SCHEMA)),
        "schema_version": schema_version(SCHEMA),
        "standard": standard_head(edition),
        "edition": edition_identity(publication, edition, place.words),
        "date_words": place.words.date(edition.date),
        # A standard's stated address may change between editions; answers to any of them are welcome.
        "accepted": sorted({standing, *(it.url for it in publication.standard.editions)}),
        "store": standing,
    }


def _criteria(edition: Edition) -> list[dict[str, Any]]:
    """What the filters ask of each criterion; its texts are read from the page."""
    rows = []
    for domain, criterion in edition.criteria():
        row: dict[str, Any] = {"id": criterion.id, "domain": domain.id}
        row |= {"level": criterion.level} if criterion.level else {}
        row |= {"keyword": list(criterion.keywords)} if criterion.keywords else {}
        row |= {"assessment": list(domain.assessed_in)} if domain.assessed_in else {}
        rows.append(row)
    return rows


def _carry_over(place: EditionPlace, carried: CarryOver, address: str, *, compared: bool) -> dict[str, Any]:
    older = carried.edition
    comparison = relative_address(comparison_address(older, place.edition), address) if compared else None
    return {
        "version": str(older.version),
        "checklist": relative_address(checklist_address(older), address),
        "comparison": comparison,
        "remarks": list(carried.remarks),
        "changed": [
            {
                "id": it.id,
                "from": list(it.origins),
                "relation": it.relation,
                "stands": it.answer_stands,
                "why": it.why,
                "anchor": it.anchor,
            }
            for it in carried.changed
        ],
        "withdrawn": [{"id": it.id, "anchor": it.anchor} for it in carried.withdrawn],
        "criteria": len(older.criteria_by_id),
    }
