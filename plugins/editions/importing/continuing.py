"""What an imported edition takes over from the edition before it in the same project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editions.formats.imported import Imported, Placement
from editions.model import Domain, Edition

# What other forms of a standard do not hold, in the words of the report.
_OWN = {
    "prose": "the edition's own text",
    "keywords": "the keywords",
    "assessments": "the assessments",
    "adapted_from": "the work that the standard is adapted from",
}


def continued(imported: Imported, before: Edition) -> Imported:
    """Carry over what the file does not say.

    Args:
        imported: The edition that was imported.
        before: The edition before it.

    Returns:
        The edition, where it has none of its own, with the text, keywords, assessments and notice of adaptation of the
        one before; and its domains, where their ids continue, with the addresses, labels, guidance and assessments.
        The report tells what was carried over and should be read again.
    """
    edition = imported.edition
    carried = [
        f"{words} of {before.version}"
        for name, words in _OWN.items()
        if getattr(before, name) and not getattr(edition, name)
    ]
    edition = replace(
        edition,
        prose=edition.prose or before.prose,
        keywords=edition.keywords or before.keywords,
        assessments=edition.assessments or before.assessments,
        adapted_from=edition.adapted_from or before.adapted_from,
        title_sentence=edition.title_sentence or (before.title_sentence if edition.title == before.title else None),
    )
    known = {assessment.key for assessment in edition.assessments}
    domains = []
    for domain in edition.domains:
        earlier = before.domains_by_id.get(domain.id)
        if earlier is None:
            domains.append(domain)
            continue
        if earlier.guidance and not domain.guidance:
            carried.append(f"the guidance of {domain.id} of {before.version}")
        domains.append(_continued(domain, earlier, known))
    placements = tuple(
        Placement(what, "carried over, since the file has none; read it again", True) for what in carried
    )
    made = replace(edition, domains=tuple(_with_own_slugs(domains, before)))
    return replace(imported, edition=made, placements=(*imported.placements, *placements))


def _continued(domain: Domain, earlier: Domain, assessments: set[str]) -> Domain:
    return replace(
        domain,
        slug=earlier.slug,
        label=earlier.label if domain.label == domain.id else domain.label,
        guidance=domain.guidance or earlier.guidance,
        assessed_in=domain.assessed_in or tuple(key for key in earlier.assessed_in if key in assessments),
    )


def _with_own_slugs(domains: list[Domain], before: Edition) -> Iterator[Domain]:
    """A new domain gives way where a continuing one has its slug already."""
    taken = {domain.slug for domain in domains if domain.id in before.domains_by_id}
    for domain in domains:
        clashes = domain.id not in before.domains_by_id and domain.slug in taken
        yield replace(domain, slug="") if clashes else domain
