"""Ids and addresses for the domains and criteria of a catalog."""

from __future__ import annotations

from collections.abc import Sequence

from editions.formats.oscal.reading.identifiers import Identifiers
from editions.formats.oscal.reading.outline import OutlinedDomain
from editions.formats.oscal.reading.own_form import OwnDomain
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.formats.oscal.terms import identifier_of
from editions.formats.slugs import slug_of


def identifiers_of(
    domains: Sequence[OutlinedDomain],
    owns: Sequence[OwnDomain | None],
    identifiers: Identifiers,
    prose: Prose,
    report: Report,
) -> None:
    """Give every domain its id and its slug, and every control its id.

    Args:
        domains: The domains; what they are given is written into them.
        owns: What those say that this engine wrote.
        identifiers: Makes ids, and collects those that can't be made.
        prose: Makes texts.
        report: Takes ids that had to be made.
    """
    taken: set[str] = set()
    for domain, own in zip(domains, owns, strict=True):
        written = domain.node.text("id")
        if written and domain.node.text("title"):
            domain.id = identifiers.take(identifier_of(written) if own else written, domain.node.line, "group")
        for control in domain.controls:
            written = control.written
            control.id = identifiers.take(identifier_of(written) if own else written, control.node.line, "control")
    for domain, own in zip(domains, owns, strict=True):
        title = prose.line(domain.node.text("title"))
        if not domain.id:
            domain.id = identifiers.free(slug_of(title, "group"), domain.node.line)
            report.kept("group without an id", "a domain with an id made of its title")
        domain.slug = own.slug if own and own.slug not in ("", *taken) else slug_of(title, domain.id, taken)
        taken.add(domain.slug)
