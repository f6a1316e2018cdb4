"""Every data file of an edition, made from one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from editions.comparison import compare_releases
from editions.comparison.remembered import Compare
from editions.formats.criteria_json.document_writing import criteria_json
from editions.formats.crosswalk.crosswalk_csv import crosswalk_csv
from editions.formats.crosswalk.crosswalk_json import crosswalk_json
from editions.formats.csv.table_writing import criteria_csv
from editions.formats.data_file import DataFile
from editions.formats.jsonld.criteria_jsonld import criteria_jsonld
from editions.formats.oscal.writing.catalog import oscal_catalog
from editions.formats.pdf import edition_pdf
from editions.formats.xlsx.workbook import checklist_xlsx
from editions.model import Edition, Publication
from editions.model.addresses import edition_address
from editions.model.edition_files import EDITION_FILES, EditionFile
from editions.schemas.known_schemas import schema_address
from editions.source.discovery import ERRATA
from editions.words.phrasebook import phrasebook

Make = Callable[[Publication, Edition], bytes]

_MADE_BY: dict[str, Make] = {
    "criteria.json": criteria_json,
    "criteria.csv": criteria_csv,
    "criteria.jsonld": criteria_jsonld,
    "checklist.xlsx": checklist_xlsx,
    "oscal-catalog.json": oscal_catalog,
    "crosswalk.json": crosswalk_json,
    "crosswalk.csv": crosswalk_csv,
}
# The others tell what became of items in other editions, or name works by their titles.
_OF_ONE_EDITION = frozenset({"criteria.json", "criteria.csv", "crosswalk.json", "crosswalk.csv"})


def edition_exports(
    publication: Publication,
    edition: Edition,
    files: Iterable[EditionFile] = EDITION_FILES,
    compare: Compare = compare_releases,
) -> dict[str, bytes]:
    """The data files of an edition.

    Args:
        files: Which of them.

    Returns:
        The content of each file by its name. A file is the same at the permanent and the standing address.
    """
    made_by: dict[str, Make] = {**_MADE_BY, "edition.pdf": partial(edition_pdf, compare=compare)}
    return {file.name: made_by[file.name](publication, edition) for file in files}


def edition_data_files(publication: Publication, edition: Edition, compare: Compare) -> Iterator[DataFile]:
    """The data files of an edition where they stand on the site.

    Yields:
        Each file at the edition's own address and, for the newest, also at the standing one.
    """
    addresses = [edition_address(edition)]
    if edition.version == publication.standard.current.version:
        addresses.append(edition_address(None))
    made = edition_exports(publication, edition, compare=compare)
    own = frozenset({edition.source_folder, ERRATA})
    words, name = phrasebook(publication.language), f"{edition.abbreviation} {edition.version}"
    for address in addresses:
        for file in EDITION_FILES:
            yield DataFile(
                address=f"{address}{file.name}",
                content=made[file.name],
                media_type=file.media_type,
                title=words.text("{edition}: {file}", edition=name, file=words.text(file.title)),
                schema=schema_address(file.schema) if file.schema else "",
                edition=str(edition.version),
                depends=own if file.name in _OF_ONE_EDITION else None,
            )
