"""Articles against the standard: the domains and editions that they name exist."""

from __future__ import annotations

from collections.abc import Iterator

from editions.source.directives import directives, misplaced_directives
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.validation.forms import version_of
from editions.validation.ids import found_ids, has_all_ids


def article_content_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check what articles name.

    Args:
        project: The project's records, sound or not.

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
                yield from _record_problems(record, domains, versions)


def _key(edition: EditionRecords) -> str | None:
    """What the standard's citation keys begin with."""
    data = edition.index.data if edition.index else None
    abbreviation = data.get("abbreviation") if isinstance(data, dict) else None
    return abbreviation.lower() if isinstance(abbreviation, str) else None


def _record_problems(record: Record, domains: set[str] | None, versions: set[str | None]) -> Iterator[Problem]:
    named = record.data.get("domains") if isinstance(record.data, dict) else None
    for place, domain in enumerate(named if isinstance(named, list) else ()):
        if domains is not None and isinstance(domain, str) and domain not in domains:
            message = f"domains names {domain[:80]!r}, which no edition has; correct the id"
            yield record.problem(("domains", place), message)
    for directive in directives(record.body):
        line = record.body_line + directive.line - 1
        if directive.name != "criteria":
            message = f"the directive editions:{directive.name[:80]} is not known; use editions:criteria VERSION"
            yield Problem(record.path, line, message)
        elif directive.argument not in versions:
            edition = directive.argument[:80]
            message = f"the directive names the edition {edition!r}, which is not there; name one that is"
            yield Problem(record.path, line, message)
    for line in misplaced_directives(record.body):
        message = "the directive shows nothing here; put it on a line of its own, as <!-- editions:criteria VERSION -->"
        yield Problem(record.path, record.body_line + line - 1, message)
