"""All checks in one pass, and the model when none finds anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from editions.model import Publication, Version
from editions.source.configuration import Configuration
from editions.source.discovery import LOCK, STANDARD
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords, read_project
from editions.validation.articles import article_content_problems
from editions.validation.building import build_publication
from editions.validation.cited_keys import cited_key_problems
from editions.validation.editions import (
    article_problems,
    edition_problems,
    release_problems,
    sequence_problems,
    working_copy_problems,
)
from editions.validation.errata import errata_problems
from editions.validation.forms import date_of, version_of
from editions.validation.ids import duplicate_ids, reused_ids
from editions.validation.later_rules import FrozenFiles, departures, frozen_files, released_notices
from editions.validation.lineage_rows import lineage_problems, missing_lineage
from editions.validation.locks import LockedRelease, lock_problems
from editions.validation.page_limits import page_limit_problems
from editions.validation.project_texts import WrittenText, project_texts
from editions.validation.published_files import published_file_problems
from editions.validation.references import reference_problems
from editions.validation.shapes import edition_shapes, record_problems
from editions.validation.site_settings import site_problems
from editions.validation.source_links import link_problems
from editions.validation.taken_anchors import taken_anchor_problems
from editions.validation.text_problems import text_notices

__all__ = ["LoadedProject", "edition_shapes", "load_project", "load_publication"]


@dataclass(frozen=True)
class LoadedProject:
    """A project after all checks.

    Attributes:
        records: Its raw records.
        problems: Everything that is wrong, sorted by file and line.
        publication: The model, if nothing is wrong.
        notices: What is wrong with releases under younger rules, sorted likewise, and definitions that no text uses.
    """

    records: ProjectRecords
    problems: tuple[Problem, ...]
    publication: Publication | None
    notices: tuple[Problem, ...] = ()


def load_project(configuration: Configuration) -> LoadedProject:
    """Read and check a project.

    Returns:
        Its problems, or its model.
    """
    records = read_project(configuration)
    texts = project_texts(records)
    frozen = frozen_files(records)
    departed = tuple(departures(records, texts))
    found = {*_all_problems(records, texts, frozen), *(it for it in departed if it.path not in frozen)}
    problems = tuple(sorted(found))
    unused = (it for text in texts for it in text_notices(text) if text.record.path not in frozen)
    notices = (*released_notices(records, _series(records), departed), *unused)
    return LoadedProject(records, problems, None if problems else build_publication(records), notices)


def load_publication(configuration: Configuration) -> Publication:
    """Read a project that is expected to be sound.

    Raises:
        Unpublishable: If anything is wrong; it holds every problem.
    """
    loaded = load_project(configuration)
    if loaded.publication is None:
        raise Unpublishable(loaded.problems)
    return loaded.publication


def _all_problems(project: ProjectRecords, texts: Sequence[WrittenText], frozen: FrozenFiles) -> Iterator[Problem]:
    yield from project.problems
    yield from site_problems(project.configuration)
    working, releases = project.working, _ordered(project.releases)
    if not working.files and not releases:
        if not any(problem.path == STANDARD for problem in project.problems):
            message = "is missing or empty; put index.md and domains/ of the standard into it"
            yield Problem(STANDARD, 1, message)
        return
    refused = {problem.path for problem in project.problems}
    series = _series(project)
    for edition in (working, *releases):
        is_frozen = f"{edition.folder}/index.md" in frozen
        yield from edition_shapes(edition, frozen=is_frozen)
        yield from edition_problems(edition, refused)
        yield from duplicate_ids(edition, frozen=is_frozen)
    for name, release in project.releases.items():
        yield from release_problems(name, release)
    yield from sequence_problems([edition.index for edition in series if edition.index is not None])
    yield from reused_ids(series, {release.folder for release in releases})
    for number, edition in enumerate(series):
        before = series[number - 1] if number else None
        yield from lineage_problems(edition, before)
        if before is not None and f"{edition.folder}/lineage.yml" not in refused:
            yield from missing_lineage(edition, before)
    yield from working_copy_problems(working, project.releases)
    yield from reference_problems(project)
    yield from lock_problems([_locked_edition(release) for release in releases])
    if project.errata is not None:
        found = list(record_problems(project.errata, "errata-1"))
        yield from found or errata_problems(project.errata, project.releases)
    for article in project.articles.values():
        yield from _article_checks(article, refused, frozen)
    for page in project.pages:
        yield from record_problems(page, "page-1")
    yield from article_content_problems(project, texts)
    yield from page_limit_problems(project)
    yield from link_problems(project, texts)
    yield from published_file_problems(project)
    yield from taken_anchor_problems(project, texts)
    yield from cited_key_problems(project, texts)


def _series(project: ProjectRecords) -> list[EditionRecords]:
    """The releases from the oldest to the newest, then the working copy if it is a draft."""
    releases, working = _ordered(project.releases), project.working
    released = {version_of(release.index) for release in releases} - {None}
    is_draft = working.index is not None and version_of(working.index) not in released
    return [*releases, working] if is_draft else releases


def _ordered(releases: dict[str, EditionRecords]) -> list[EditionRecords]:
    def key(name: str) -> tuple[bool, tuple[int, int, int], str]:
        try:
            return (False, Version.parse(name).key, name)
        except ValueError:
            return (True, (0, 0, 0), name)

    return [releases[name] for name in sorted(releases, key=key)]


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


def _article_checks(article: ArticleRecords, refused: Collection[str], frozen: FrozenFiles) -> Iterator[Problem]:
    released = sorted(article.releases.values(), key=lambda record: (version_of(record) is None, record.path))
    released.sort(key=lambda record: version.key if (version := version_of(record)) else (0, 0, 0))
    for record in (*released, article.working):
        if record is not None:
            yield from record_problems(record, "article-1", frozen=record.path in frozen)
    draft = article.working
    is_draft = draft is not None and version_of(draft) not in {version_of(record) for record in released}
    yield from sequence_problems([*released, draft] if draft is not None and is_draft else released)
    yield from article_problems(article, refused)
    yield from lock_problems([_locked_article(article, record) for record in released])


def _locked_article(article: ArticleRecords, record: Record) -> LockedRelease:
    folder, _, name = record.path.rpartition("/")
    stem = name.removesuffix(".md")
    date = date_of(record)
    return LockedRelease(
        lock_path=f"{folder}/{stem}.json",
        folder=folder,
        version=stem,
        date=None if date is None else str(date),
        files={name: article.files[record.path]},
        lock=article.locks.get(stem),
    )
