"""Rules that are younger than the first releases: they hold for what can still be changed.

A release is frozen, so a departure in it is no problem. It is a notice, so that the next edition does not repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editions.source.conflict_markers import conflict_problems
from editions.source.discovery import INSIGHTS, RELEASES, STANDARD
from editions.source.front_matter import Record
from editions.source.markdown_code import without_code_blocks
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.validation.forms import version_of
from editions.validation.ids import duplicate_ids, reserved_ids, reused_ids
from editions.validation.portable_files import portable_file_problems
from editions.validation.project_texts import project_editions, project_records, project_texts
from editions.validation.shapes import edition_schemas
from editions.validation.source_links import unclosed_problems
from editions.validation.written_values import written_value_problems

_FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)
_CRITERION = re.compile(r"^[ \t]*- id:[ \t]", re.MULTILINE)
_RELEASES = (f"{STANDARD}/{RELEASES}/", f"{INSIGHTS}/{RELEASES}/")


@dataclass(frozen=True)
class FrozenFiles:
    """The files of a project that cannot be changed: those of releases, and working copies that equal a release.

    Attributes:
        copies: Working copies, relative to the project's folder.
    """

    copies: frozenset[str]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and (path in self.copies or path.startswith(_RELEASES))


def frozen_files(project: ProjectRecords) -> FrozenFiles:
    """Find what cannot be changed.

    Args:
        project: The project's records, sound or not.

    Returns:
        Its frozen files.
    """
    copies: set[str] = set()
    if version_of(project.working.index) in {version_of(it.index) for it in project.releases.values()} - {None}:
        copies.update(f"{STANDARD}/{path}" for path in project.working.files)
    for article in project.articles.values():
        released = {version_of(record) for record in article.releases.values()} - {None}
        if article.working is not None and version_of(article.working) in released:
            copies.add(article.working.path)
    return FrozenFiles(frozenset(copies))


def later_rule_problems(project: ProjectRecords, frozen: FrozenFiles) -> Iterator[Problem]:
    """Check names, ids and the texts of Markdown files against the later rules.

    Args:
        project: The project's records, sound or not.
        frozen: Its frozen files.

    Yields:
        A problem for each departure in a file that can be changed.
    """
    yield from (problem for problem in _departures(project) if problem.path not in frozen)


def released_notices(project: ProjectRecords, series: Sequence[EditionRecords]) -> Iterator[Problem]:
    """Find where releases depart from the later rules.

    Args:
        project: The project's records, sound or not.
        series: Its releases from the oldest to the newest, then the draft, if there is one.

    Yields:
        A notice for each departure, which says what can be done.
    """
    folders = {edition.folder for edition in project.releases.values()}
    found = {*_departures(project), *(set(reused_ids(series)) - set(reused_ids(series, folders)))}
    for edition in project.releases.values():
        found |= set(duplicate_ids(edition)) - set(duplicate_ids(edition, frozen=True))
        for record, schema in edition_schemas(edition):
            found |= _written(record, schema)
    for article in project.articles.values():
        for record in article.releases.values():
            found |= _written(record, "article-1")
    for problem in sorted(found):
        if problem.path.startswith(_RELEASES):
            advice = "in the next version, as a release stays what it is"
            yield Problem(problem.path, problem.line, f"{problem.message}, {advice}")


def _departures(project: ProjectRecords) -> Iterator[Problem]:
    yield from portable_file_problems(project)
    for edition in project_editions(project):
        yield from reserved_ids(edition)
        for record in edition.domains:
            yield from _cut_front_matter(record)
    for record in project_records(project):
        yield from conflict_problems(without_code_blocks(record.body), record.path, record.body_line)
    for text in project_texts(project):
        if text.markdown is not text.record.body:
            yield from unclosed_problems(text)


def _cut_front_matter(record: Record) -> Iterator[Problem]:
    """Find a criterion behind the front matter: a line ``---`` in a text ends it (YAML 1.2.2 §9.1.2)."""
    body = _FENCED.sub(lambda match: "\n" * match[0].count("\n"), record.body)
    if match := _CRITERION.search(body):
        line = record.body_line + body.count("\n", 0, match.start())
        message = f"a criterion is written here, but the line --- on line {record.body_line - 1} ended the front matter"
        yield Problem(record.path, line, f"{message}; indent that line, or write *** for a rule")


def _written(record: Record, schema: str) -> set[Problem]:
    if not isinstance(record.data, dict):
        return set()
    return {problem for _, problem in written_value_problems(record, schema)}
