"""``oscal-catalog.json``: one edition as an OSCAL catalog.

Domains are groups and criteria are controls. A section is a property of its criteria and not a group of its own: it is
a heading without an id, and a group of OSCAL holds either groups or controls. Every UUID follows from the address of
the standard, its version and its ids, and every time from the edition's date, so the same edition gives the same bytes.
"""

from __future__ import annotations

from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.formats.json_text import write_json
from editions.formats.oscal.terms import Object, stable_uuid
from editions.formats.oscal.writing.controls import groups
from editions.formats.oscal.writing.metadata import metadata
from editions.formats.oscal.writing.prose import OscalTexts
from editions.formats.oscal.writing.resources import Resources
from editions.model import Edition, Publication


def oscal_document(publication: Publication, edition: Edition) -> Object:
    """An edition as an OSCAL catalog.

    Returns:
        The content of its ``oscal-catalog.json``.
    """
    texts = OscalTexts(publication, edition)
    citation = cite(edition_record(publication, edition), "apa")
    resources = Resources(publication, edition, texts, citation)
    made = groups(publication, edition, texts, resources)
    return {
        "catalog": {
            "uuid": stable_uuid(edition.url, str(edition.version), edition.status),
            "metadata": metadata(publication, edition, resources),
            "groups": made,
            "back-matter": {"resources": resources.listed},
        }
    }


def oscal_catalog(publication: Publication, edition: Edition) -> bytes:
    """Serialise an edition as an OSCAL catalog.

    Returns:
        UTF-8 bytes of its ``oscal-catalog.json``.
    """
    return write_json(oscal_document(publication, edition))
