"""``crosswalk.csv``: the references of one edition as a table, a row for each pair of a criterion and an item."""

from __future__ import annotations

from collections.abc import Iterator

from editions.formats.csv.csv_rows import write_table
from editions.formats.csv.table_writing import edition_cells
from editions.model import Edition, Publication
from editions.model.addresses import criterion_address, crosswalk_address
from editions.model.crosswalk import crosswalk

COLUMNS = (
    *("framework", "framework_version", "item_id", "item_url"),
    *("criterion_id", "criterion_title", "criterion_url", "domain_id", "domain_title", "crosswalk_url"),
    *("edition_version", "edition_status", "edition_date", "edition_url", "edition_license", "edition_license_url"),
    *("edition_attribution", "standard_title"),
)
"""Names of the columns, in order. New ones only ever come at the end, and none goes or changes its meaning."""


def crosswalk_csv(publication: Publication, edition: Edition) -> bytes:
    """The references of an edition as a table.

    Returns:
        The content of its ``crosswalk.csv``: a heading, and the rows by framework, version and then in the order of the
        standard, so that sorting by item gives the reverse lookup. What is not stated is an empty cell. Without
        references the heading stands alone.
    """
    return write_table(COLUMNS, _rows(publication, edition))


def _rows(publication: Publication, edition: Edition) -> Iterator[dict[str, str | None]]:
    of_edition = edition_cells(publication, edition)
    for framework in crosswalk(edition):
        address = publication.absolute(crosswalk_address(edition, framework.slug))
        for version in framework.versions:
            for row in version.criteria:
                of_criterion = {
                    "criterion_id": row.criterion.id,
                    "criterion_title": row.criterion.title,
                    "criterion_url": publication.absolute(criterion_address(edition, row.criterion)),
                    "domain_id": row.domain.id,
                    "domain_title": row.domain.title,
                    "crosswalk_url": address,
                }
                for reference in row.references:
                    of_item = {
                        "framework": framework.name,
                        "framework_version": version.version,
                        "item_id": reference.id,
                        "item_url": reference.url,
                    }
                    yield {**of_edition, **of_criterion, **of_item}
