"""Rules that are younger than the first releases: they hold for what can still be changed.

A release is frozen, so a departure in it is no problem. It is a notice, so that the next edition does not repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editions.source.conflict_markers import conflict_problems
from editions.source.discovery import INSIGHTS, RELEASES, STANDARD
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.text.code_lines import begins_fence, without_code
from editions.text.tree import CodeBlock, List, Paragraph
from editions.text.walking import nodes, without_lines, words_of
from editions.validation.forms import version_of
from editions.validation.ids import duplicate_ids, reserved_ids, reused_ids
from editions.validation.portable_files import portable_file_problems
from editions.validation.project_texts import WrittenText, project_editions
from editions.validation.shapes import edition_schemas
from editions.validation.text_problems import text_problems
from editions.validation.written_values import written_value_problems

_CRITERION = re.compile(r"(?:- )?id:[ \t]")
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
    """Find what cannot be changed."""
    copies: set[str] = set()
    if version_of(project.working.index) in {version_of(it.index) for it in project.releases.values()} - {None}:
        copies.update(f"{STANDARD}/{path}" for path in project.working.files)
    for article in project.articles.values():
        released = {version_of(record) for record in article.releases.values()} - {None}
        if article.working is not None and version_of(article.working) in released:
            copies.add(article.working.path)
    return FrozenFiles(frozenset(copies))


def departures(project: ProjectRecords, texts: Sequence[WrittenText]) -> Iterator[Problem]:
    """Check names, ids and the texts of Markdown files against the later rules.

    Yields:
        A problem for each departure, also in files that cannot be changed.
    """
    yield from portable_file_problems(project)
    for edition in project_editions(project):
        yield from reserved_ids(edition)
    for text in texts:
        yield from text_problems(text)
        if not text.pointer:
            yield from conflict_problems(without_code(text.text), text.record.path, text.place(1))
        if text.kind == "guidance":
            yield from _cut_front_matter(text)


def released_notices(
    project: ProjectRecords, series: Sequence[EditionRecords], departures: Iterable[Problem]
) -> Iterator[Problem]:
    """Find where releases depart from the later rules.

    Args:
        series: Its releases from the oldest to the newest, then the draft, if there is one.
        departures: What ``departures`` found.

    Yields:
        A notice for each departure, which says what can be done.
    """
    folders = {edition.folder for edition in project.releases.values()}
    found = {*departures, *(set(reused_ids(series)) - set(reused_ids(series, folders)))}
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


def _cut_front_matter(text: WrittenText) -> Iterator[Problem]:
    """Find the first criterion behind the front matter: a line ``---`` in a text ends it (YAML 1.2.2 §9.1.2)."""
    line = next(_criterion_lines(text), None)
    if line is not None:
        ended = text.record.body_line - 1
        message = f"a criterion is written here, but the line --- on line {ended} ended the front matter"
        yield text.problem(line, f"{message}; indent that line, or write *** for a rule")


def _criterion_lines(text: WrittenText) -> Iterator[int]:
    """The lines of the text that look like the beginning of a criterion, code between fences apart."""
    lines = text.text.markdown.split("\n")
    for block in nodes(text.text.blocks, without_lines):
        if isinstance(block, List):
            for item in block.items:
                first = item.blocks[0] if item.blocks else None
                if isinstance(first, Paragraph) and _CRITERION.match(words_of(first.children)):
                    yield item.line
        elif isinstance(block, CodeBlock) and not begins_fence(lines[block.line - 1]):
            for number, line in enumerate(block.code.split("\n")):
                if line.lstrip().startswith("- ") and _CRITERION.match(line.lstrip()):
                    yield block.line + number


def _written(record: Record, schema: str) -> set[Problem]:
    if not isinstance(record.data, dict):
        return set()
    return {problem for _, problem in written_value_problems(record, schema)}
