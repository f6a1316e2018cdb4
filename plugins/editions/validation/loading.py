"""All checks in one pass, and the model when none finds anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.model import Publication, Version
from editions.source.configuration import Configuration
from editions.source.discovery import LOCK
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords, read_project
from editions.validation.articles import article_content_problems
from editions.validation.building import build_publication
from editions.validation.editions import (
    article_problems,
    edition_problems,
    release_problems,
    sequence_problems,
    working_copy_problems,
)
from editions.validation.forms import date_of, form_problems, version_of
from editions.validation.ids import duplicate_ids, reused_ids
from editions.validation.lineage_rows import lineage_problems
from editions.validation.locks import LockedRelease, lock_problems
from editions.validation.schemas import shape_problems
from editions.validation.source_links import link_problems


@dataclass(frozen=True)
class LoadedProject:
    """A project after all checks.

    Attributes:
        records: Its raw records.
        problems: Everything that is wrong, sorted by file and line.
        publication: The model, if nothing is wrong.
    """

    records: ProjectRecords
    problems: tuple[Problem, ...]
    publication: Publication | None


def load_project(configuration: Configuration) -> LoadedProject:
    """Read and check a project.

    Args:
        configuration: Where it stands.

    Returns:
        Its problems, or its model.
    """
    records = read_project(configuration)
    problems = tuple(sorted(set(_all_problems(records))))
    return LoadedProject(records, problems, None if problems else build_publication(records))


def load_publication(configuration: Configuration) -> Publication:
    """Read a project that is expected to be sound.

    Args:
        configuration: Where it stands.

    Returns:
        Its model.

    Raises:
        Unpublishable: If anything is wrong; it holds every problem.
    """
    loaded = load_project(configuration)
    if loaded.publication is None:
        raise Unpublishable(loaded.problems)
    return loaded.publication


def _all_problems(project: ProjectRecords) -> Iterator[Problem]:
    yield from project.problems
    working, releases = project.working, _ordered(project.releases)
    is_draft = version_of(working.index) not in {version_of(release.index) for release in releases}
    series = [*releases, working] if is_draft and working.index is not None else releases
    for edition in (working, *releases):
        yield from edition_shapes(edition)
        yield from edition_problems(edition)
        yield from duplicate_ids(edition)
    for name, release in project.releases.items():
        yield from release_problems(name, release)
    yield from sequence_problems([edition.index for edition in series if edition.index is not None])
    yield from reused_ids(series)
    for number, edition in enumerate(series):
        yield from lineage_problems(edition, series[number - 1] if number else None)
    yield from working_copy_problems(working, project.releases)
    yield from lock_problems([_locked_edition(release) for release in releases])
    for article in project.articles.values():
        yield from _article_checks(article)
    for page in project.pages:
        yield from _shape(page, "page-1")
    yield from article_content_problems(project)
    yield from link_problems(project)


def _ordered(releases: dict[str, EditionRecords]) -> list[EditionRecords]:
    def key(name: str) -> tuple[bool, tuple[int, int, int], str]:
        try:
            return (False, Version.parse(name).key, name)
        except ValueError:
            return (True, (0, 0, 0), name)

    return [releases[name] for name in sorted(releases, key=key)]


def _shape(record: Record, schema: str) -> Iterator[Problem]:
    if record.problems:
        yield from record.problems
    else:
        yield from shape_problems(record, schema)


def edition_shapes(edition: EditionRecords) -> Iterator[Problem]:
    """Check the shape of an edition's files, each on its own.

    Args:
        edition: Its records.

    Yields:
        Every departure from the schemas, and versions and dates that do not exist.
    """
    if edition.index is not None:
        found = list(_shape(edition.index, "edition-1"))
        yield from found or form_problems(edition.index)
    for record in edition.domains:
        yield from _shape(record, "domain-1")
    if edition.lineage is not None:
        yield from _shape(edition.lineage, "lineage-1")


def _locked_edition(release: EditionRecords) -> LockedRelease:
    date = date_of(release.index)
    return LockedRelease(
        lock_path=f"{release.folder}/{LOCK}",
        folder=release.folder,
        version=release.folder.rpartition("/")[2],
        date=None if date is None else str(date),
        files=release.files,
        lock=release.lock,
    )


def _article_checks(article: ArticleRecords) -> Iterator[Problem]:
    released = sorted(article.releases.values(), key=lambda record: (version_of(record) is None, record.path))
    released.sort(key=lambda record: version.key if (version := version_of(record)) else (0, 0, 0))
    records = [record for record in (*released, article.working) if record is not None]
    for record in records:
        found = list(_shape(record, "article-1"))
        yield from found or form_problems(record)
    yield from sequence_problems(released)
    yield from article_problems(article)
    locked = []
    for record in released:
        folder, _, name = record.path.rpartition("/")
        stem = name.removesuffix(".md")
        date = date_of(record)
        files = {name: article.files[record.path]}
        locked.append(
            LockedRelease(
                lock_path=f"{folder}/{stem}.json",
                folder=folder,
                version=stem,
                date=None if date is None else str(date),
                files=files,
                lock=article.locks.get(stem),
            )
        )
    yield from lock_problems(locked)
