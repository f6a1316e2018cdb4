"""Editions and articles as sets of files: what belongs together agrees."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from editions.model.version import Version
from editions.source.discovery import STANDARD
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import ArticleRecords, EditionRecords
from editions.source.text import SourceFile
from editions.validation.forms import date_of, read_version, version_of

_DOMAIN_FILE = re.compile(r"domains/([0-9]{1,9})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def edition_problems(edition: EditionRecords, refused: Collection[str] = ()) -> Iterator[Problem]:
    """Check one edition's files against each other.

    Args:
        refused: Paths that are there but cannot be used, which is said elsewhere.

    Yields:
        Missing, misplaced and misnamed files, and assessments that do not exist.
    """
    folder = edition.folder
    if edition.index is None and f"{folder}/index.md" not in refused:
        message = "is missing; write the edition's front matter and prose into it"
        yield Problem(f"{folder}/index.md", 1, message)
    if not edition.domains and not any(path.startswith(f"{folder}/domains") for path in refused):
        message = "holds no domain; add files such as domains/01-human-oversight.md"
        yield Problem(f"{folder}/domains", 1, message)
    numbers: dict[int, str] = {}
    slugs: dict[str, str] = {}
    for path in edition.files:
        if path in ("index.md", "lineage.yml"):
            continue
        match = _DOMAIN_FILE.fullmatch(path)
        if match is None:
            yield _misplaced(edition, path)
            continue
        others = (numbers.setdefault(int(match[1]), path), "number"), (slugs.setdefault(match[2], path), "slug")
        for other, what in others:
            if other != path:
                yield Problem(f"{folder}/{path}", 1, f"has the same {what} as {other}; rename one of them")
    if edition.lock is not None and folder == STANDARD:
        message = "is a lock in the working copy; locks belong to releases, so remove it"
        yield Problem(edition.lock.path, 1, message)
    yield from _assessment_problems(edition)


def _misplaced(edition: EditionRecords, path: str) -> Problem:
    full = f"{edition.folder}/{path}"
    if path.startswith("domains/"):
        message = "is not named like a domain, NN-slug.md in lower-case letters, digits and hyphens; rename it"
        return Problem(full, 1, message)
    return Problem(full, 1, "is out of place; an edition has index.md, domains/ and lineage.yml, so move or remove it")


def _assessment_problems(edition: EditionRecords) -> Iterator[Problem]:
    if edition.index is None or not isinstance(edition.index.data, dict):
        return
    stated = edition.index.value("assessments")
    known = set(stated) if isinstance(stated, dict) else set()
    for record in edition.domains:
        for place, name in record.entries("assessed_in"):
            if isinstance(name, str) and name not in known:
                message = (
                    f"assessed_in names {name[:80]!r}, which index.md does not list under assessments; add it there"
                )
                yield record.problem(place, message)


def release_problems(name: str, release: EditionRecords) -> Iterator[Problem]:
    """Check a release's folder name, version and status."""
    if read_version(name) is None:
        yield Problem(release.folder, 1, f"{name!r} is not a version; name the folder MAJOR.MINOR, such as 1.1")
        return
    index = release.index
    if index is None or not isinstance(index.data, dict):
        return
    version = index.data.get("version")
    if isinstance(version, str) and version != name:
        message = f"version is {version[:80]!r} in the folder {name!r}; restore the release from version control"
        yield index.problem(("version",), message)
    if index.data.get("status") == "draft":
        yield index.problem(("status",), "a release has status: released; restore it from version control")


def sequence_problems(releases: Sequence[Record]) -> Iterator[Problem]:
    """Check that versions differ and that dates do not go back.

    Args:
        releases: Front matter of the releases, from the oldest to the newest, then of the draft if there is one.

    Yields:
        A problem for a version that stands twice and for a date that lies before that of an older release.
    """
    for earlier, later in pairwise(releases):
        versions, dates = (version_of(earlier), version_of(later)), (date_of(earlier), date_of(later))
        if versions[0] is not None and versions[0] == versions[1]:
            message = f"version {versions[1]} is the same as {versions[0]} in {earlier.path}; give it another"
            yield later.problem(("version",), message)
        if dates[0] and dates[1] and not dates[0].may_precede(dates[1]):
            message = f"date {dates[1]} lies before {dates[0]}, the date of {versions[0]}; a date must not go back"
            yield later.problem(("date",), message)


def working_copy_problems(working: EditionRecords, releases: Mapping[str, EditionRecords]) -> Iterator[Problem]:
    """Check the working copy against the releases.

    Args:
        releases: Records of the releases by the names of their folders.

    Yields:
        Every file that differs where the working copy names a released version; a draft that is not newer than the
        newest release or is not marked as a draft.
    """
    version = version_of(working.index)
    if working.index is None or version is None:
        return
    known = {read_version(name): release for name, release in releases.items()}
    same = known.get(version)
    newest = max((number for number in known if number is not None), default=None)
    if same is None:
        if working.index.data.get("status") == "released":
            message = (
                f"status is released, but there is no release {version}; write draft, "
                "or restore the release from version control"
            )
            yield working.index.problem(("status",), message)
    else:
        yield from _differences(working.files, same.files, STANDARD, same.folder, version)
    if newest is not None and version < newest:
        message = f"version {version} is older than the newest release {newest}; raise it"
        yield working.index.problem(("version",), message)


def _differences(
    mine: Mapping[str, SourceFile], frozen: Mapping[str, SourceFile], here: str, there: str, version: Version
) -> Iterator[Problem]:
    advice = f"raise the version, or take the file from {there}/"
    for path in sorted(mine.keys() | frozen.keys()):
        full = f"{here}/{path}"
        if path not in mine:
            yield Problem(full, 1, f"is missing, but the release {version} has it; {advice}")
        elif path not in frozen:
            yield Problem(full, 1, f"is new, but the release {version} is frozen; {advice}")
        elif mine[path].content != frozen[path].content:
            line = _first_difference(mine[path].content, frozen[path].content)
            yield Problem(full, line, f"differs from the release {version}; {advice}")


def _first_difference(mine: bytes, frozen: bytes) -> int:
    lines = zip(mine.split(b"\n"), frozen.split(b"\n"), strict=False)
    for number, (here, there) in enumerate(lines, start=1):
        if here != there:
            return number
    return min(mine.count(b"\n"), frozen.count(b"\n")) + 1


def article_problems(article: ArticleRecords, refused: Collection[str] = ()) -> Iterator[Problem]:
    """Check an article's working copy and releases against each other.

    Args:
        refused: Paths that are there but cannot be used, which is said elsewhere.

    Yields:
        Every disagreement of names, versions and bytes.
    """
    home = f"insights/{article.slug}.md"
    if _SLUG.fullmatch(article.slug) is None:
        message = "is not named like an article, lower-case letters, digits and hyphens; rename it"
        yield Problem(home, 1, message)
    for name, record in article.releases.items():
        if read_version(name) is None:
            message = f"{name!r} is not a version; name the file MAJOR.MINOR.md, such as 1.0.md"
            yield Problem(record.path, 1, message)
        stated = record.value("version")
        if isinstance(stated, str) and stated != name:
            message = f"version is {stated[:80]!r} in the file {name}.md; restore it from version control"
            yield record.problem(("version",), message)
    for name in sorted(article.locks.keys() - article.releases.keys()):
        message = f"locks a version of {article.slug} that is not there; restore it from version control"
        yield Problem(article.locks[name].path, 1, message)
    if article.working is None:
        if article.releases and home not in refused:
            yield Problem(home, 1, "is missing, but the article has releases; copy the newest one here")
        return
    version = version_of(article.working)
    if version is None:
        return
    released = {read_version(name): record for name, record in article.releases.items()}
    newest = max((number for number in released if number is not None), default=None)
    if version in released:
        path = released[version].path
        mine, frozen = article.files[article.working.path], article.files[path]
        if mine.content != frozen.content:
            line = _first_difference(mine.content, frozen.content)
            message = f"differs from the release {version}; raise the version, or take the file from {path}"
            yield Problem(home, line, message)
    if newest is not None and version < newest:
        message = f"version {version} is older than the newest release {newest}; raise it"
        yield article.working.problem(("version",), message)
