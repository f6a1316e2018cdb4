"""Locks: a release is its bytes, and the releases are a chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.release_lock import digest, file_hashes
from editions.source.text import SourceFile
from editions.text.dialect import DIALECT
from editions.validation.shapes import record_problems


@dataclass(frozen=True)
class LockedRelease:
    """A release with its lock.

    Attributes:
        lock_path: Where the lock belongs, relative to the project's folder.
        folder: Folder of the release's files, relative to the project's folder.
        version: The version by the name of the folder or file.
        date: The date that the release's front matter states, if it is a text.
        files: The release's files by their paths within ``folder``.
        lock: The lock, if it is there.
    """

    lock_path: str
    folder: str
    version: str
    date: str | None
    files: Mapping[str, SourceFile]
    lock: Record | None


def lock_problems(releases: list[LockedRelease]) -> Iterator[Problem]:
    """Check the releases of one standard or article against their locks.

    Args:
        releases: From the oldest to the newest.

    Yields:
        A problem for every file that differs, is missing or was added, and for every break in the chain.
    """
    previous: tuple[str, str] | None = None
    for number, release in enumerate(releases):
        hashes = file_hashes({path: file.content for path, file in release.files.items()})
        true_digest = digest(hashes)
        if release.lock is None:
            message = f"the release {release.version} has no lock; restore the file from version control"
            yield Problem(release.lock_path, 1, message)
        elif wrong := record_problems(release.lock, "release-1"):
            yield from wrong
        else:
            yield from _dialect(release.lock)
            yield from _compare(release, release.lock, hashes)
            yield from _chain(release.lock, previous, first=number == 0)
        previous = (release.version, _stated_digest(release.lock) or true_digest)


def _dialect(lock: Record) -> Iterator[Problem]:
    """Check that the texts can be read; locks that name no dialect are older than the second one."""
    dialect: int = lock.data.get("dialect", 1)
    if dialect > DIALECT:
        message = f"dialect is {dialect}, and this version of Editions reads texts up to dialect {DIALECT}; update it"
        yield lock.problem(("dialect",), message)


def _stated_digest(lock: Record | None) -> str | None:
    """What a lock states as its digest: if files differ from it, that is said once, and not again along the chain."""
    stated = lock.value("digest") if lock is not None else None
    return stated if isinstance(stated, str) else None


def _compare(release: LockedRelease, lock: Record, hashes: dict[str, str]) -> Iterator[Problem]:
    stated: dict[str, str] = lock.data["files"]
    restore = "restore it from version control; a correction needs a new version"
    for path in stated:
        if "\\" in path or ":" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
            message = f"the file name {path[:200]!r} leaves the release's folder; restore the lock from version control"
            yield lock.problem(("files", path), message)
        elif path not in hashes:
            yield Problem(f"{release.folder}/{path}", 1, f"is missing from the release {release.version}; {restore}")
    for path, value in hashes.items():
        full = f"{release.folder}/{path}"
        if path not in stated:
            message = f"was added to the release {release.version} after it was frozen; remove it"
            yield Problem(full, 1, message)
        elif stated[path] != value:
            yield Problem(full, 1, f"differs from the release {release.version} as it was frozen; {restore}")
    if digest(stated) != lock.data["digest"]:
        message = "the digest does not follow from the files listed; restore the lock from version control"
        yield lock.problem(("digest",), message)
    version = release.version if release.version[:1].isdigit() else None  # a misnamed folder is said elsewhere
    for key, true in (("version", version), ("date", release.date)):
        if true is not None and lock.data[key] != true:
            message = (
                f"{key} is {lock.data[key]!r}, but the release has {true!r}; restore the lock from version control"
            )
            yield lock.problem((key,), message)


def _chain(lock: Record, previous: tuple[str, str] | None, *, first: bool) -> Iterator[Problem]:
    stated = lock.data["previous"]
    if first:
        if stated is not None:
            message = f"the first release names a release before it ({stated['version']}); restore what is missing"
            yield lock.problem(("previous",), message)
    elif previous is not None and (stated is None or (stated["version"], stated["digest"]) != previous):
        message = (
            f"the chain is broken: this lock does not link to the release {previous[0]} as it stands; "
            "restore both from version control"
        )
        yield lock.problem(("previous",), message)
