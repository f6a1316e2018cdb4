"""What documents say of the standard and of the edition that they are about, its licence and its notice among it."""

from __future__ import annotations

from typing import Any

from editions.attribution.notice import edition_notice
from editions.model import Edition, Publication
from editions.model.addresses import edition_address
from editions.words.phrasebook import ENGLISH, Phrasebook


def edition_identity(publication: Publication, edition: Edition, words: Phrasebook = ENGLISH) -> dict[str, Any]:
    """Which edition a document is about.

    Args:
        words: The language of the notice; data is English.

    Returns:
        Version, status, date at its precision, permanent address, and licence with its notice.
    """
    newer = publication.standard.superseded_by(edition)
    return {
        "version": str(edition.version),
        "status": "superseded" if newer else edition.status,
        "date": str(edition.date),
        "url": publication.absolute(edition_address(edition)),
        "license": {"spdx": edition.licence.spdx, "name": edition.licence.name, "url": edition.licence.url},
        "attribution": edition_notice(publication, edition, words),
    }
