"""Articles against the standard: the domains and editions that they name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.text.tree import Directive
from editions.text.walking import text_nodes
from editions.validation.forms import version_of
from editions.validation.ids import found_ids, has_all_ids
from editions.validation.project_texts import WrittenText


def article_content_problems(project: ProjectRecords, texts: Iterable[WrittenText]) -> Iterator[Problem]:
    """Check what articles name.

    Yields:
        A problem for each domain that no edition has and each directive that asks for what is not there.
    """
    editions = [project.working, *project.releases.values()]
    domains: set[str] | None = None
    if all(map(has_all_ids, editions)):
        domains = {found.id for edition in editions for found in found_ids(edition) if found.level == "domain"}
    versions = {edition.version for edition in editions if version_of(edition.index) is not None}
    versions |= set(project.releases)
    keys = {key for edition in editions if (key := _key(edition)) is not None}
    for article in project.articles.values():
        if article.slug in keys:
            message = f"has the slug {article.slug!r}, by which the standard is cited; rename the article"
            yield Problem(f"insights/{article.slug}.md", 1, message)
        for record in (article.working, *article.releases.values()):
            if record is not None:
                yield from _domain_problems(record, domains)
    for text in texts:
        if text.kind == "article":
            yield from _directive_problems(text, versions)


def _key(edition: EditionRecords) -> str | None:
    """What the standard's citation keys begin with."""
    abbreviation = edition.stated("abbreviation")
    return abbreviation.lower() if abbreviation is not None else None


def _domain_problems(record: Record, domains: set[str] | None) -> Iterator[Problem]:
    for place, domain in record.entries("domains"):
        if domains is not None and isinstance(domain, str) and domain not in domains:
            message = f"domains names {domain[:80]!r}, which no edition has; correct the id"
            yield record.problem(place, message)


def _directive_problems(text: WrittenText, versions: set[str | None]) -> Iterator[Problem]:
    for node in text_nodes(text.text):
        if not isinstance(node, Directive):
            continue
        if node not in text.text.blocks:
            message = "the directive shows nothing within a list or a quotation; put it between blank lines"
        elif node.name != "criteria":
            message = f"the directive editions:{node.name[:80]} is not known; use editions:criteria VERSION"
        elif node.argument not in versions:
            message = f"the directive names the edition {node.argument[:80]!r}, which is not there; name one that is"
        else:
            continue
        yield text.problem(node.line, message)
