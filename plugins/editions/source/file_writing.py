"""Files that commands write: whole, or as they were."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from editions.source.problem import unwritable


def write_file(path: Path, content: bytes) -> None:
    """Write a file into a folder that is there.

    Raises:
        Unwritable: If it cannot be written; it is as it was.
    """
    try:
        _write({path: content})
    except OSError as error:
        raise unwritable(path, error, "can't be written ({})", "name another file") from None


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if it is not there.

    Args:
        contents: Bytes by name.

    Raises:
        Unwritable: If one cannot be written; everything is as it was.
    """
    made = [it for it in (folder, *folder.parents) if not it.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write({folder / name: content for name, content in contents.items()})
    except OSError as error:
        for it in made:  # the innermost first; what others put there meanwhile stays
            with suppress(OSError):
                it.rmdir()
        raise unwritable(folder, error, "can't be written into ({})", "name another folder") from None


def _write(contents: Mapping[Path, bytes]) -> None:
    """Write beside each file first, so that only renaming is left when everything is on the disk."""
    parts: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            if path.is_dir():
                raise IsADirectoryError(21, "Is a directory", str(path))
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            parts[part] = path
            part.write_bytes(content)
        for part, path in parts.items():
            part.replace(path)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
