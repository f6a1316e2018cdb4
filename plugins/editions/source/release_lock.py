"""The lock of a release: which bytes were released, and after which release.

The digest is SHA-256 over one line for each file, ``SHA256``, two spaces, ``PATH`` and a line feed, sorted by the UTF-8
bytes of the path: what ``sha256sum`` prints, so that anyone can compute it with standard tools.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def file_hashes(contents: Mapping[str, bytes]) -> dict[str, str]:
    """Hash the files of a release.

    Args:
        contents: Bytes of each file by its path within the release, with ``/`` between names.

    Returns:
        SHA-256 in hexadecimal of each file, by path, sorted by the path's UTF-8 bytes.
    """
    ordered = sorted(contents, key=lambda path: path.encode("utf-8"))
    return {path: hashlib.sha256(contents[path]).hexdigest() for path in ordered}


def digest(hashes: Mapping[str, str]) -> str:
    """The digest of a release.

    Args:
        hashes: SHA-256 of each file by path.

    Returns:
        SHA-256 in hexadecimal over the sorted hashes.
    """
    ordered = sorted(hashes, key=lambda path: path.encode("utf-8"))
    listing = "".join(f"{hashes[path]}  {path}\n" for path in ordered)
    return hashlib.sha256(listing.encode("utf-8")).hexdigest()


def make_lock(
    schema_url: str,
    version: str,
    date: str,
    contents: Mapping[str, bytes],
    previous: tuple[str, str] | None,
    dialect: int | None = None,
) -> dict[str, Any]:
    """Make the lock of a release.

    Args:
        schema_url: Address of the schema of locks.
        contents: Bytes of each file by its path within the release.
        previous: Version and digest of the release before it; ``None`` for the first.
        dialect: Number of the dialect of its texts; ``None`` to leave it out, as locks did before there were several.
    """
    hashes = file_hashes(contents)
    return {
        "$schema": schema_url,
        "version": version,
        "date": date,
        **({} if dialect is None else {"dialect": dialect}),
        "files": hashes,
        "digest": digest(hashes),
        "previous": None if previous is None else {"version": previous[0], "digest": previous[1]},
    }


def lock_bytes(lock: Mapping[str, Any]) -> bytes:
    """Serialise a lock.

    Returns:
        The bytes of the file: JSON indented by two, in UTF-8, with a final line feed.
    """
    return (json.dumps(lock, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
