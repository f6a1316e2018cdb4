"""What was released stays: releases and their locks are the same as at an earlier commit."""

from __future__ import annotations

from collections.abc import Iterator

from editions.releases.repository import Blob, Commit
from editions.source.discovery import INSIGHTS, RELEASES, STANDARD
from editions.source.problem import Problem

_FOLDERS = (f"{STANDARD}/{RELEASES}", f"{INSIGHTS}/{RELEASES}")


def frozen_problems(commit: Commit) -> Iterator[Problem]:
    """Compare the releases with those of an earlier commit, byte for byte.

    This is what no lock can see: a release, its lock and the whole chain rewritten together.

    Yields:
        A problem for each file of a release or lock that is gone, is no regular file any more, or differs.
    """
    blobs = [blob for blob in commit.files(_FOLDERS) if blob.is_regular]
    contents = commit.contents(blobs)
    for blob in blobs:
        path = commit.root / blob.path
        restore = f"restore it with 'git checkout {commit.oid[:12]} -- {blob.path}'"
        if path.is_symlink():
            yield Problem(blob.path, 1, f"was released and is a symbolic link now; {restore}")
        elif not path.is_file():
            yield Problem(blob.path, 1, f"was released and is gone; {restore}")
        elif (now := path.read_bytes()) != contents[blob.path]:
            yield _changed(blob, contents[blob.path], now, restore)


def _changed(blob: Blob, before: bytes, now: bytes, restore: str) -> Problem:
    lines = zip(now.split(b"\n"), before.split(b"\n"), strict=False)
    line = next((number for number, (here, there) in enumerate(lines, start=1) if here != there), 1)
    what = "only in its line ends" if now.replace(b"\r\n", b"\n") == before.replace(b"\r\n", b"\n") else "in its text"
    return Problem(blob.path, line, f"was released and differs from then, {what}; a release never changes: {restore}")
