"""Sites written into folders: whole files, unchanged ones left as they are, and nothing left of a build before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from editions.source.configuration import Configuration
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.source.problem import Problem, Unpublishable, unwritable

# Every site has it, and hardly another folder does.
_SIGN = "catalog.json"


@dataclass
class Written:
    """What became of the files of a site.

    Attributes:
        files: How many there are.
        pages: How many of them are pages.
        changed: How many were written, since they were not there or held something else.
        removed: How many of a build before were removed.
    """

    files: int = 0
    pages: int = 0
    changed: int = 0
    removed: int = 0


def refuse_folder(configuration: Configuration, folder: Path) -> None:
    """Refuse to write a site into a folder in which something would be lost.

    Args:
        configuration: The project's configuration.
        folder: Where the site is to be.

    Raises:
        Unpublishable: If the folder holds the project or a part of it, or other files than a site.
    """
    refuse_sources(configuration, folder)
    place = folder.resolve()
    if place.is_dir() and not (place / _SIGN).is_file() and any(not it.name.startswith(".") for it in place.iterdir()):
        message = "holds other files than a site, which a build would remove; empty it, or name another folder with -d"
        raise Unpublishable((Problem(str(folder), 1, message),))


def refuse_sources(configuration: Configuration, folder: Path) -> None:
    """Refuse to write into a folder that holds the project or a part of it.

    Args:
        configuration: The project's configuration.
        folder: What is to be written into.

    Raises:
        Unpublishable: If it does, or is no folder.
    """
    place = folder.resolve()
    root = configuration.root
    sources = [root / name for name in (STANDARD, INSIGHTS, CITATIONS, configuration.docs)]
    if configuration.overrides is not None:
        sources.append(configuration.overrides)
    if root.is_relative_to(place) or any(place.is_relative_to(it) or it.is_relative_to(place) for it in sources):
        message = "holds sources of the project, which would be removed; name another folder"
        raise Unpublishable((Problem(str(folder), 1, message),))
    if place.exists() and not place.is_dir():
        raise Unpublishable((Problem(str(folder), 1, "is no folder; name another one"),))


def write_site(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    progress: Callable[[Written], None] = lambda _: None,
    *,
    owned: Sequence[str] = (".",),
) -> Written:
    """Write a site.

    Args:
        folder: Where; it is made if it is not there.
        files: Address from the root of the site, and content.
        progress: Told after each file.
        owned: Folders in it, of which every other file is removed.

    Returns:
        What became of the files.

    Raises:
        Unwritable: If one cannot be written.
    """
    written, kept = Written(), set()
    try:
        for address, content in files:
            path = folder / address.lstrip("/")
            kept.add(path)
            written.files += 1
            written.pages += address.endswith("/index.html")
            written.changed += _replace(path, content)
            progress(written)
        written.removed = sum(_remove_others(folder / name, kept) for name in owned)
    except OSError as error:
        raise unwritable(folder, error, "can't be written into ({})", "name another folder") from None
    return written


def _replace(path: Path, content: bytes) -> bool:
    """Write a file whole, unless it holds that already."""
    with suppress(OSError):
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def _remove_others(folder: Path, kept: set[Path]) -> int:
    """Remove what another build left; what begins with a dot at the top, such as ``.git``, belongs to the host."""
    removed = 0
    for parent, folders, names in os.walk(folder, topdown=False):
        here = Path(parent)
        inside = here.relative_to(folder)
        if inside.parts and inside.parts[0].startswith("."):
            continue
        for name in names:
            if here / name not in kept and (inside.parts or not name.startswith(".")):
                (here / name).unlink()
                removed += 1
        if here != folder and not folders and not any(here.iterdir()):
            here.rmdir()
    return removed
