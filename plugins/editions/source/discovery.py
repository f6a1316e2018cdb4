"""Which files a project has, and where."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from editions.source.git_folders import git_folder_problem
from editions.source.invisible_characters import invisible_character
from editions.source.problem import Problem

STANDARD = "standard"
INSIGHTS = "insights"
CITATIONS = "citations"
RELEASES = "releases"
LOCK = "release.json"
ERRATA = "standard/errata.yml"

# Delimiters of addresses (RFC 3986 §2.2), the escape of addresses, and what Windows keeps out of file names.
_UNSAFE_NAME = re.compile(r'[\\#?%:*|<>"]')


@dataclass
class FolderListing:
    """The files below a folder.

    Attributes:
        files: Paths relative to the project's folder, sorted.
        folders: Folders below, relative to the project's folder, sorted.
        problems: Symbolic links, what is neither file nor folder, names that cannot be published, and folders that git
            would take for repositories.
    """

    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def list_folder(root: Path, folder: str) -> FolderListing:
    """List everything below a folder of the project.

    Args:
        folder: Folder relative to ``root``.

    Returns:
        The files and folders. Names that begin with ``.`` are passed over; symbolic links are problems and are not
        followed; a folder that is not there is empty.
    """
    listing = FolderListing()
    for part in (*reversed(PurePosixPath(folder).parents[:-1]), PurePosixPath(folder)):
        if (root / part).is_symlink():
            listing.problems.append(Problem(str(part), 1, "is a symbolic link; put the folder itself here"))
            return listing
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(root / here) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            listing.problems.append(_not_listed(here, error))
            continue
        if problem := git_folder_problem(here, (entry.name for entry in entries)):
            listing.problems.append(problem)
        for entry in entries:
            if not entry.name.startswith("."):
                _sort_in(listing, entry, f"{here}/{entry.name}", waiting)
    listing.files.sort()
    listing.folders.sort()
    return listing


def problems_above(root: Path, folder: str) -> Iterator[Problem]:
    """Check the folders that a folder of the project is in, of which nothing else is read.

    Args:
        folder: Folder relative to ``root``.

    Yields:
        A problem for each that git would take for a repository, the project's own folder included.
    """
    for parent in PurePosixPath(folder).parents:
        here = "" if parent == PurePosixPath() else str(parent)
        try:
            problem = git_folder_problem(here, (entry.name for entry in (root / here).iterdir()))
        except FileNotFoundError:
            continue
        except OSError as error:
            problem = _not_listed(here or ".", error)
        if problem:
            yield problem


def _not_listed(folder: str, error: OSError) -> Problem:
    reason = os.strerror(error.errno or 0).lower()
    return Problem(folder, 1, f"can't be listed ({reason}); make it a readable folder")


def _sort_in(listing: FolderListing, entry: os.DirEntry[str], path: str, waiting: list[str]) -> None:
    if entry.is_symlink():
        listing.problems.append(Problem(path, 1, "is a symbolic link; put the file itself here"))
    elif not entry.name.isprintable() or _UNSAFE_NAME.search(entry.name):
        unseen = invisible_character(entry.name)
        what = f"the invisible character {unseen}" if unseen else "characters that cannot stand in an address"
        listing.problems.append(Problem(path, 1, f"has a name with {what}; rename it"))
    elif entry.is_dir(follow_symlinks=False):
        listing.folders.append(path)
        waiting.append(path)
    else:
        listing.files.append(path)
        if not entry.is_file(follow_symlinks=False):
            listing.problems.append(Problem(path, 1, "is not a regular file; put a text file here"))
