"""The schemas as files of the site: those in force, and every released version at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from editions.formats.data_file import DataFile
from editions.formats.json_text import write_json
from editions.model import Publication
from editions.schemas.known_schemas import load_schema, released_names, schema_address, schema_names
from editions.words.messages import message
from editions.words.phrasebook import phrasebook

MEDIA_TYPE = "application/schema+json"


def schema_files(publication: Publication) -> Iterator[DataFile]:
    """Every schema where it is served.

    Yields:
        The newest version of each major at ``/schema/NAME-MAJOR.schema.json``, and each released version for good at
        ``/schema/NAME-MAJOR.MINOR.schema.json``. Each states its own address as ``$id``.
    """
    words = phrasebook(publication.language)
    for name in (*schema_names(), *released_names()):
        address = schema_address(name)
        schema = {**load_schema(name), "$id": publication.absolute(address)}
        version = name.rpartition("-")[2] if "." in name else ""
        form = message("JSON Schema: {title}, version {version}") if version else message("JSON Schema: {title}")
        title = words.text(form, title=schema["title"], version=version)
        yield DataFile(address, write_json(schema), MEDIA_TYPE, title, depends=frozenset())
