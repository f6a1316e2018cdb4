"""The texts of a project, each with the file and the line that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editions.model.fields import FIELDS
from editions.source.front_matter import Record
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords


@dataclass(frozen=True)
class WrittenText:
    """A Markdown text.

    Attributes:
        record: The file that contains it.
        markdown: The text.
        line: Line of the file on which it begins.
    """

    record: Record
    markdown: str
    line: int


def project_records(project: ProjectRecords) -> Iterator[Record]:
    """Every file of a project that people write texts in.

    Args:
        project: The project's records, sound or not.

    Yields:
        The records of its Markdown and YAML files, those with problems of their form included.
    """
    for edition in project_editions(project):
        yield from (it for it in (edition.index, *edition.domains, edition.lineage) if it is not None)
    if project.errata is not None:
        yield project.errata
    for article in project.articles.values():
        yield from article_records(article)
    yield from project.pages


def project_editions(project: ProjectRecords) -> tuple[EditionRecords, ...]:
    """The working copy, and the releases after it."""
    return (project.working, *project.releases.values())


def article_records(article: ArticleRecords) -> Iterator[Record]:
    """The working copy of an article, if there is one, and its released versions."""
    return (record for record in (article.working, *article.releases.values()) if record is not None)


def project_texts(project: ProjectRecords) -> Iterator[WrittenText]:
    """Every text of a project that can contain links and citations.

    Args:
        project: The project's records, sound or not.

    Yields:
        The texts of editions, articles and the site's own pages.
    """
    for edition in project_editions(project):
        yield from edition_texts(edition)
    for record in (*(it for article in project.articles.values() for it in article_records(article)), *project.pages):
        yield WrittenText(record, record.body, record.body_line)


def edition_texts(edition: EditionRecords) -> Iterator[WrittenText]:
    """The texts of an edition: its prose, and for each domain the guidance and the criteria."""
    for record in (edition.index, *edition.domains):
        if record is not None:
            yield WrittenText(record, record.body, record.body_line)
            yield from _criteria(record)


def _criteria(record: Record) -> Iterator[WrittenText]:
    criteria: Any = record.data.get("criteria") if isinstance(record.data, dict) else None
    for place, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
        for field in FIELDS["criterion"] if isinstance(criterion, dict) else ():
            text = criterion.get(field.key)
            if field.type == "text" and isinstance(text, str):
                yield WrittenText(record, text, record.line("criteria", place, field.key))
