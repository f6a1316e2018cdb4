"""``/catalog.json``: every data file of the site, under the schema ``catalog-1``.

It says of each what DCAT says of a distribution (https://www.w3.org/TR/vocab-dcat-3/): where it is, what it is, how
large it is and its checksum.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from editions.formats.data_file import DataFile
from editions.formats.json_text import write_json
from editions.model import Edition, Publication
from editions.model.addresses import CATALOGUE, edition_address
from editions.model.standard_head import standard_head
from editions.schemas.known_schemas import schema_address, schema_version
from editions.words.phrasebook import phrasebook

SCHEMA = "catalog-1"


def catalogue_document(publication: Publication, listed: Iterable[DataFile]) -> dict[str, Any]:
    """The catalogue of a site as data.

    Args:
        publication: What the site publishes.
        listed: Its data files, in any order.

    Returns:
        The content of ``/catalog.json``: whose the data is, which editions there are, oldest first, and the files in
        the order of their paths. The catalogue does not list itself, since no file can state its own checksum.
    """
    standard = publication.standard
    edition, newest = standard.current, standard.newest
    return {
        "$schema": publication.absolute(schema_address(SCHEMA)),
        "schema_version": schema_version(SCHEMA),
        "url": publication.absolute(CATALOGUE),
        "site": publication.site_url,
        "language": publication.language,
        "standard": standard_head(edition),
        "publisher": {"name": edition.publisher.name, "url": edition.publisher.url},
        "license": {"spdx": edition.licence.spdx, "name": edition.licence.name, "url": edition.licence.url},
        "newest": str(newest.version) if newest else None,
        "editions": [_edition(publication, it) for it in standard.editions],
        "files": [_file(publication, it) for it in sorted(listed, key=lambda it: it.address)],
    }


def catalogue(publication: Publication, listed: Iterable[DataFile]) -> DataFile:
    """The catalogue of a site as a file.

    Args:
        publication: What the site publishes.
        listed: Its data files, in any order.

    Returns:
        ``/catalog.json``.
    """
    document = catalogue_document(publication, (it for it in listed if it.address != CATALOGUE))
    title = phrasebook(publication.language).text("Every data file of this site")
    return DataFile(CATALOGUE, write_json(document), "application/json", title, schema_address(SCHEMA))


def _edition(publication: Publication, edition: Edition) -> dict[str, Any]:
    return {
        "version": str(edition.version),
        "status": "superseded" if publication.standard.superseded_by(edition) else edition.status,
        "date": str(edition.date),
        "url": publication.absolute(edition_address(edition)),
    }


def _file(publication: Publication, file: DataFile) -> dict[str, Any]:
    return {
        "path": file.address.lstrip("/"),
        "url": publication.absolute(file.address),
        "title": file.title,
        "media_type": file.media_type,
        "schema": publication.absolute(file.schema) if file.schema else None,
        "edition": file.edition or None,
        "size": len(file.content),
        "sha256": file.sha256,
    }
