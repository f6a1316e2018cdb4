"""Ids that cannot stand in an address, mapped to ids that can."""

from __future__ import annotations

from dataclasses import replace

from editions.formats.edition_ids import is_id, mapped_id
from editions.formats.imported import Imported, Placement
from editions.model import Edition, Lineage, LineageRow


def with_mapped_ids(imported: Imported) -> Imported:
    """Map every id that cannot stand.

    Args:
        imported: What was imported.

    Returns:
        The same with ids that can stand, wherever they are used; the report tells each. An id of which nothing would
        be left stays as it is, to be refused.
    """
    names: dict[str, str] = {}
    edition = imported.edition
    ids = [it for domain in edition.domains for it in (domain.id, *(criterion.id for criterion in domain.criteria))]
    ids += [it for lineage in [edition.lineage] if lineage for row in _rows(lineage) for it in (*row.old, *row.new)]
    for identifier in ids:
        if not is_id(identifier):
            names[identifier] = mapped_id(identifier) or identifier
    told = [
        Placement(f"the id {old!r}", f"became {new!r}, since it cannot stand in an address", kept=True)
        for old, new in names.items()
        if old != new
    ]
    return replace(imported, edition=_mapped(edition, names), placements=(*imported.placements, *told))


def _mapped(edition: Edition, names: dict[str, str]) -> Edition:
    domains = tuple(
        replace(
            domain,
            id=names.get(domain.id, domain.id),
            criteria=tuple(replace(it, id=names.get(it.id, it.id)) for it in domain.criteria),
        )
        for domain in edition.domains
    )
    lineage = edition.lineage
    if lineage is not None:
        lineage = replace(
            lineage,
            domains=tuple(_row(row, names) for row in lineage.domains),
            criteria=tuple(_row(row, names) for row in lineage.criteria),
        )
    return replace(edition, domains=domains, lineage=lineage)


def _rows(lineage: Lineage) -> tuple[LineageRow, ...]:
    return (*lineage.domains, *lineage.criteria)


def _row(row: LineageRow, names: dict[str, str]) -> LineageRow:
    return replace(row, old=tuple(names.get(it, it) for it in row.old), new=tuple(names.get(it, it) for it in row.new))
