"""``criteria.csv``: one edition as a table, a row for each criterion.

Cells are written, and read back, by :mod:`editions.formats.csv.spreadsheet_cells`.
"""

from __future__ import annotations

from collections.abc import Iterator

from editions.attribution.notice import edition_notice
from editions.formats.csv.csv_rows import write_table
from editions.formats.csv.spreadsheet_cells import joined, rows_joined
from editions.formats.edition_texts import EditionTexts
from editions.formats.value_lines import value_lines
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.model.field_values import FieldValue
from editions.model.fields import Field, ItemKind, every_added_field
from editions.text.tree import Text

# What a reader looks at first stands first: where the criterion belongs, then what it says.
COLUMNS = (
    *("domain_id", "domain_label", "domain_title"),
    *("section", "id", "title", "level", "text", "text_plain", "url", "keywords", "references", "errata"),
    *("domain_summary", "domain_url", "domain_assessed_in"),
    *("edition_version", "edition_status", "edition_date", "edition_url", "edition_superseded_by"),
    *("edition_license", "edition_license_url", "edition_attribution"),
    *("standard_title", "standard_abbreviation", "standard_publisher", "standard_url"),
    *(field.csv for field in every_added_field() if field.csv),
)
"""Names of the columns, in order. New ones only ever come at the end, and none goes or changes its meaning."""


def criteria_csv(publication: Publication, edition: Edition) -> bytes:
    """An edition as a table.

    Returns:
        The content of its ``criteria.csv``: a heading, and a row for each criterion in the order of the edition. What
        is not stated is an empty cell. Keywords and assessments are separated by ``;``; ``references`` and ``errata``
        have a line for each, with fields separated by ``|``: framework, version, id, address; date, what is wrong,
        the wrong words, the corrected text.
    """
    return write_table(COLUMNS, _rows(publication, edition))


def _rows(publication: Publication, edition: Edition) -> Iterator[dict[str, str | None]]:
    of_edition = edition_cells(publication, edition)
    texts = EditionTexts(publication, edition)
    for domain in edition.domains:
        of_domain = _domain_cells(publication, edition, domain)
        for criterion in domain.criteria:
            yield {**of_edition, **of_domain, **_criterion_cells(publication, edition, criterion, texts)}


def _criterion_cells(
    publication: Publication, edition: Edition, criterion: Criterion, texts: EditionTexts
) -> dict[str, str | None]:
    references = ((row.framework, row.version, row.id, row.url) for row in criterion.references)
    errata = publication.standard.errata_of(edition, criterion.id)
    return {
        "section": criterion.section,
        "id": criterion.id,
        "title": criterion.title,
        "level": criterion.level,
        "text": criterion.text.markdown,
        "text_plain": texts.plain(criterion.text, criterion.origin),
        "url": publication.absolute(criterion_address(edition, criterion)),
        "keywords": joined(criterion.keywords, ";"),
        "references": rows_joined(references),
        "errata": rows_joined((str(it.date), it.what, it.original, it.text.markdown) for it in errata),
        **_more("criterion", criterion),
    }


def _more(kind: ItemKind, item: Edition | Domain | Criterion) -> dict[str, str | None]:
    """The other keys of the table of fields; the values of a list as keywords are, rows as JSON on a line each."""
    return {field.csv: _cell(field, value) for field, value in item.more.stated(kind) if field.csv}


def _cell(field: Field, value: FieldValue) -> str:
    if isinstance(value, Text):
        return value.markdown
    lines = value_lines(value)
    return joined(lines, ";") if field.type == "lines" else "\n".join(lines)


def _domain_cells(publication: Publication, edition: Edition, domain: Domain) -> dict[str, str | None]:
    return {
        "domain_id": domain.id,
        "domain_label": domain.label,
        "domain_title": domain.title,
        "domain_summary": domain.summary,
        "domain_url": publication.absolute(domain_address(edition, domain)),
        "domain_assessed_in": joined(domain.assessed_in, ";"),
        **_more("domain", domain),
    }


def edition_cells(publication: Publication, edition: Edition) -> dict[str, str | None]:
    """What each row of a table says of the edition, by the names of the columns."""
    newer = publication.standard.superseded_by(edition)
    return {
        "edition_version": str(edition.version),
        "edition_status": "superseded" if newer else edition.status,
        "edition_date": str(edition.date),
        "edition_url": publication.absolute(edition_address(edition)),
        "edition_superseded_by": str(newer.version) if newer else None,
        "edition_license": edition.licence.spdx,
        "edition_license_url": edition.licence.url,
        "edition_attribution": edition_notice(publication, edition),
        "standard_title": edition.title,
        "standard_abbreviation": edition.abbreviation,
        "standard_publisher": edition.publisher.name,
        "standard_url": edition.url,
        **_more("edition", edition),
    }
