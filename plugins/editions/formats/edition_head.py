"""What a document about one edition says of it, its citations and its successor among it."""

from __future__ import annotations

from typing import Any

from editions.attribution.heads import edition_identity
from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.model import Edition, Publication
from editions.model.addresses import edition_address


def edition_head(publication: Publication, edition: Edition) -> dict[str, Any]:
    """An edition, without its text.

    Returns:
        Version, status, date at its precision, permanent address, licence with its notice, citations and, where a
        newer edition replaced it, which one.
    """
    newer = publication.standard.superseded_by(edition)
    return {
        **edition_identity(publication, edition),
        "citation": _citation(publication, edition),
        **(_superseded_by(publication, newer) if newer else {}),
    }


def _citation(publication: Publication, edition: Edition) -> dict[str, str]:
    record = edition_record(publication, edition)
    return {form: cite(record, form) for form in ("apa", "ieee", "bibtex")}


def _superseded_by(publication: Publication, newer: Edition) -> dict[str, Any]:
    url = publication.absolute(edition_address(newer))
    return {"superseded_by": {"version": str(newer.version), "url": url}}
