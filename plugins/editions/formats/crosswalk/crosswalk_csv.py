"""``crosswalk.csv``: the references of one edition as a table, a row for each pair of a criterion and an item.

Written as ``criteria.csv`` is: RFC 4180, every cell quoted, UTF-8 with a byte order mark, no cell a formula.
"""

from __future__ import annotations

import csv
import io

from editions.attribution.notice import edition_notice
from editions.formats.csv.spreadsheet_cells import guarded
from editions.model import Edition, Publication
from editions.model.addresses import criterion_address, crosswalk_address, edition_address
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

    Args:
        publication: What it belongs to.
        edition: The edition.

    Returns:
        The content of its ``crosswalk.csv``: a heading, and the rows by framework, version and then in the order of the
        standard, so that sorting by item gives the reverse lookup. What is not stated is an empty cell. Without
        references the heading stands alone.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    newer = publication.standard.superseded_by(edition)
    last = (
        str(edition.version),
        "superseded" if newer else edition.status,
        str(edition.date),
        publication.absolute(edition_address(edition)),
        edition.licence.spdx,
        edition.licence.url,
        edition_notice(publication, edition),
        edition.title,
    )
    for framework in crosswalk(edition):
        address = publication.absolute(crosswalk_address(edition, framework.slug))
        for version in framework.versions:
            for row in version.criteria:
                of_criterion = (
                    row.criterion.id,
                    row.criterion.title,
                    publication.absolute(criterion_address(edition, row.criterion)),
                    row.domain.id,
                    row.domain.title,
                    address,
                )
                for reference in row.references:
                    first = (framework.name, version.version, reference.id, reference.url)
                    writer.writerow(guarded(cell or "") for cell in (*first, *of_criterion, *last))
    return table.getvalue().encode("utf-8-sig")
