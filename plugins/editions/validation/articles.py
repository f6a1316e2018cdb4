"""Articles against the standard: the domains and editions that they name exist."""

from __future__ import annotations

from collections.abc import Iterator

from editions.source.directives import directives
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.validation.forms import version_of
from editions.validation.ids import found_ids


def article_content_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check what articles name.

    Args:
        project: The project's records, sound or not.

    Yields:
        A problem for each domain that no edition has and each directive that asks for what is not there.
    """
    editions = [project.working, *project.releases.values()]
    domains = {found.id for edition in editions for found in found_ids(edition) if found.level == "domain"}
    versions = {str(version) for edition in editions if (version := version_of(edition.index)) is not None}
    for article in project.articles.values():
        for record in (article.working, *article.releases.values()):
            if record is not None:
                yield from _record_problems(record, domains, versions)


def _record_problems(record: Record, domains: set[str], versions: set[str]) -> Iterator[Problem]:
    named = record.data.get("domains") if isinstance(record.data, dict) else None
    for place, domain in enumerate(named if isinstance(named, list) else ()):
        if isinstance(domain, str) and domain not in domains:
            message = f"domains names {domain!r}, which no edition has; correct the id"
            yield record.problem(("domains", place), message)
    for directive in directives(record.body):
        line = record.body_line + directive.line - 1
        if directive.name != "criteria":
            message = f"the directive editions:{directive.name} is not known; use editions:criteria VERSION"
            yield Problem(record.path, line, message)
        elif directive.argument not in versions:
            message = f"the directive names the edition {directive.argument!r}, which is not there; name one that is"
            yield Problem(record.path, line, message)
