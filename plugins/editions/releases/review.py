"""What a change means, seen from an earlier commit: for those who must comply, and for those who review it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from editions.comparison import Change, Comparison, compare, compare_articles, compare_releases
from editions.model import Publication, Standard, Version
from editions.releases.earlier import publication_at
from editions.releases.frozen import frozen_problems
from editions.releases.policy import Demand, Policy, demand, lowest, version_message
from editions.releases.repository import commit_of
from editions.releases.stale import stale_notices
from editions.source.configuration import Configuration
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.validation import LoadedProject


@dataclass(frozen=True)
class NextVersion:
    """How far the draft has to rise above the newest release.

    Attributes:
        after: Version of the newest release.
        draft: Version that the draft states.
        wanted: The least step, and what asks for it.
        lowest: The lowest version that will do.
    """

    after: Version
    draft: Version
    wanted: Demand
    lowest: Version


@dataclass(frozen=True)
class Review:
    """What a change means.

    Attributes:
        revision: The earlier commit, as it was named.
        commit: Its full name.
        prefix: The project's folder within the repository, ending in ``/``; empty at its top.
        problems: Releases that were altered, and versions that rose too little.
        notices: What should be read again.
        comparison: What the change does to the standard; ``None`` if it does nothing or cannot be told.
        articles: What it does to each article that it changes, by slug.
        upcoming: How far the draft has to rise.
        told: Whether both states could be compared.
    """

    revision: str
    commit: str
    prefix: str
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    comparison: Comparison | None = None
    articles: tuple[tuple[str, tuple[Change, ...]], ...] = ()
    upcoming: NextVersion | None = None
    told: bool = True


def next_version(standard: Standard, policy: Policy) -> NextVersion | None:
    """How far the draft has to rise.

    Returns:
        The answer; ``None`` without a draft, or before the first release.
    """
    newest, draft = standard.newest, standard.draft
    if newest is None or draft is None:
        return None
    wanted = demand(compare_releases(standard, newest.version, draft.version).changes, policy)
    return NextVersion(newest.version, draft.version, wanted, lowest(newest.version, wanted.bump))


def review(configuration: Configuration, loaded: LoadedProject, revision: str, policy: Policy) -> Review:
    """Look at a project from an earlier commit.

    Args:
        revision: The earlier commit, such as ``origin/main``.

    Raises:
        Unpublishable: If the commit cannot be read.
    """
    commit = commit_of(configuration.root, revision)
    problems = [*frozen_problems(commit)]
    before = publication_at(configuration, commit)
    now = loaded.publication
    if before is None or now is None:
        return Review(revision, commit.oid, commit.prefix, tuple(problems), told=False)
    problems += _new_releases(before.standard, now.standard, loaded.records, policy)
    upcoming = next_version(now.standard, policy)
    if upcoming is not None and loaded.records.working.index is not None:
        message = version_message(upcoming.after, upcoming.draft, upcoming.wanted)
        if message:
            problems.append(loaded.records.working.index.problem(("version",), message))
    comparison = _comparison(before.standard, now.standard)
    notices = sorted(set(stale_notices(comparison, loaded.records))) if comparison else ()
    articles = tuple(_articles(before, now))
    return Review(revision, commit.oid, commit.prefix, tuple(problems), tuple(notices), comparison, articles, upcoming)


def _new_releases(before: Standard, now: Standard, records: ProjectRecords, policy: Policy) -> Iterator[Problem]:
    """Releases that came since then keep to the policy, whoever or whatever wrote them."""
    known = {edition.version for edition in before.releases}
    for earlier, edition in pairwise(now.releases):
        index = records.releases[str(edition.version)].index
        if edition.version in known or index is None:
            continue
        changes = compare_releases(now, earlier.version, edition.version).changes
        message = version_message(earlier.version, edition.version, demand(changes, policy))
        if message:
            yield index.problem(("version",), message)
        if before.newest is not None and edition.version < before.newest.version:
            message = f"version {edition.version} is new but lower than the release {before.newest.version}; raise it"
            yield index.problem(("version",), message)


def _comparison(before: Standard, now: Standard) -> Comparison | None:
    if before.newest and now.newest and before.newest.version < now.newest.version:
        return compare_releases(now, before.newest.version, now.newest.version)
    old, new = before.draft or before.current, now.draft or now.current
    if old.status == "released":
        if old.version not in now.by_version or old.version == new.version:
            return None
        comparison = compare_releases(now, old.version, new.version)
    else:
        comparison = compare(old, new)
    return comparison if comparison.changes else None


def _articles(before: Publication, now: Publication) -> Iterator[tuple[str, tuple[Change, ...]]]:
    known = {history.slug: history.draft or history.newest for history in before.articles}
    for history in now.articles:
        new, old = history.draft or history.newest, known.get(history.slug)
        changes = compare_articles(old, new) if old and new else ()
        if changes or (old is None and new is not None):
            yield history.slug, changes
