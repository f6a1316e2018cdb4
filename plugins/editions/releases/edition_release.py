"""Release an edition of the standard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editions.citations.repository_file import repository_cff
from editions.comparison import Comparison, compare_releases
from editions.model import Edition, PartialDate, Publication, Standard, Version
from editions.releases.changelog import CHANGELOG
from editions.releases.changelog_lines import Expected, expected_edition
from editions.releases.changelog_writing import with_releases
from editions.releases.checks import all_problems
from editions.releases.citation_file import CITATION
from editions.releases.front_matter_lines import with_values
from editions.releases.overlay import problems_after
from editions.releases.plan import Plan, Write, existing, new_file, write_of
from editions.releases.policy import Demand, demand, read_policy, version_message
from editions.schemas.known_schemas import schema_address
from editions.source.configuration import Configuration
from editions.source.discovery import LOCK, RELEASES, STANDARD
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.project import ProjectRecords
from editions.source.release_lock import lock_bytes, make_lock
from editions.text.dialect import DIALECT
from editions.validation import load_project
from editions.words.phrasebook import ENGLISH


@dataclass(frozen=True)
class EditionRelease:
    """A release that is ready to be written.

    Attributes:
        plan: What to write.
        publication: What is published afterwards.
        edition: The new release.
        comparison: What changed since the release before; ``None`` for the first.
        wanted: How far the version had to rise; ``None`` for the first.
    """

    plan: Plan
    publication: Publication
    edition: Edition
    comparison: Comparison | None
    wanted: Demand | None


def plan_edition_release(configuration: Configuration, version: Version, date: PartialDate) -> EditionRelease:
    """Prepare the release of the working copy.

    Returns:
        The release. Nothing is written.

    Raises:
        Unpublishable: If anything stands against it; it holds every problem.
    """
    loaded = load_project(configuration)
    problems = all_problems(configuration, loaded)
    if loaded.publication is None or loaded.records.working.index is None:
        raise Unpublishable(problems)
    index = loaded.records.working.index
    # The draft's own version gives way to the one asked for, which is checked below.
    lines = {index.line("version")} if loaded.publication.standard.draft else set[int]()
    problems = tuple(it for it in problems if it.path != index.path or it.line not in lines)
    standard = loaded.publication.standard
    draft = standard.draft
    if draft is None:
        message = f"names {standard.current.version}, which is released; open the next edition with 'editions draft'"
        raise Unpublishable((*problems, index.problem(("version",), message)))
    edition = replace(draft, version=version, date=date, status="released")
    after = Standard((*standard.releases, edition), None, standard.errata)
    publication = replace(loaded.publication, standard=after)
    comparison, wanted = None, None
    if standard.newest is not None and standard.newest.version < version:
        comparison = compare_releases(after, standard.newest.version, version)
        wanted = demand(comparison.changes, read_policy(configuration))
    problems += tuple(_against(standard.newest, edition, index, wanted))
    if problems:
        raise Unpublishable(problems)
    plan = _plan(configuration, loaded.records, publication, edition)
    _refuse_repetition(loaded.records, standard, comparison, index)
    left = problems_after(configuration, plan)
    if left:
        raise Unpublishable(left)
    return EditionRelease(plan, publication, edition, comparison, wanted)


def _against(newest: Edition | None, edition: Edition, index: Record, wanted: Demand | None) -> Iterator[Problem]:
    if newest is None:
        return
    message = version_message(newest.version, edition.version, wanted or Demand("patch"))
    if message:
        yield index.problem(("version",), message)
    if not newest.date.may_precede(edition.date):
        message = (
            f"date {edition.date} lies before {newest.date}, the date of {newest.version}; a date must not go back"
        )
        yield index.problem(("date",), message)


def _refuse_repetition(
    records: ProjectRecords, standard: Standard, comparison: Comparison | None, index: Record
) -> None:
    """An edition that says what the one before it said is none."""
    if comparison is None or comparison.changes or standard.newest is None:
        return
    before = records.releases[str(standard.newest.version)].files
    now = records.working.files
    same = {path for path in now if path in before and now[path].content == before[path].content}
    bookkeeping = {"index.md", "lineage.yml"}
    old_index = records.releases[str(standard.newest.version)].index
    keys = {"version", "status", "date"}
    old = {key: value for key, value in (old_index.data if old_index else {}).items() if key not in keys}
    new = {key: value for key, value in index.data.items() if key not in keys}
    if (now.keys() | before.keys()) - same <= bookkeeping and old == new:
        message = f"nothing changed since {standard.newest.version}; there is nothing to release"
        raise Unpublishable((index.problem(("version",), message),))


def _plan(configuration: Configuration, records: ProjectRecords, publication: Publication, edition: Edition) -> Plan:
    root, version, date = configuration.root, str(edition.version), str(edition.date)
    working = records.working
    index = working.files["index.md"]
    assert working.index is not None  # noqa: S101 - the checks have passed
    values = {"version": version, "status": "released", "date": date}
    contents = {path: file.content for path, file in working.files.items()}
    contents["index.md"] = with_values(index, working.index, values)
    earlier = publication.standard.releases[-2] if len(publication.standard.releases) > 1 else None
    lock_before = records.releases[str(earlier.version)].lock if earlier else None
    previous = (str(earlier.version), str(lock_before.data["digest"])) if earlier and lock_before else None
    schema = publication.absolute(schema_address("release-1"))
    lock = lock_bytes(make_lock(schema, version, date, contents, previous, DIALECT))
    folder = f"{STANDARD}/{RELEASES}/{version}"
    writes: list[Write | None] = [
        new_file(root, f"{folder}/{path}", content) for path, content in sorted(contents.items())
    ]
    writes.append(new_file(root, f"{folder}/{LOCK}", lock))
    if read_policy(configuration).changelog:
        writes.append(changelog_write(configuration, (expected_edition(publication.standard, edition),)))
    writes.append(write_of(root, CITATION, repository_cff(publication).encode("utf-8")))
    writes.append(write_of(root, f"{STANDARD}/index.md", contents["index.md"]))
    title = f"Release {edition.abbreviation} {version} of {ENGLISH.date(edition.date)}"
    return Plan(title, tuple(write for write in writes if write is not None))


def changelog_write(configuration: Configuration, releases: tuple[Expected, ...]) -> Write | None:
    """Plan the changelog with the sections of releases.

    Args:
        releases: The releases whose sections are written, newest first within each work.

    Returns:
        The write, in the line ends that the file has; ``None`` if nothing changes.

    Raises:
        Unpublishable: If the changelog cannot be used.
    """
    file = existing(configuration.root, CHANGELOG)
    made = with_releases(file.text if file else None, releases)
    if file is not None and b"\r\n" in file.content:
        made = made.replace("\n", "\r\n")
    return write_of(configuration.root, CHANGELOG, made.encode("utf-8"))
