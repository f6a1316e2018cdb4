"""Which files a project has, and where."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from editions.source.problem import Problem

STANDARD = "standard"
INSIGHTS = "insights"
CITATIONS = "citations"
RELEASES = "releases"
LOCK = "release.json"


@dataclass
class FolderListing:
    """The files below a folder.

    Attributes:
        files: Paths relative to the project's folder, sorted.
        folders: Folders below, relative to the project's folder, sorted.
        problems: Symbolic links and names that cannot be published.
    """

    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def list_folder(root: Path, folder: str) -> FolderListing:
    """List everything below a folder of the project.

    Args:
        root: The project's folder.
        folder: Folder relative to ``root``.

    Returns:
        The files and folders. Names that begin with ``.`` are passed over; symbolic links are problems and are not
        followed; a folder that is not there is empty.
    """
    listing = FolderListing()
    if (root / folder).is_symlink():
        listing.problems.append(Problem(folder, 1, "is a symbolic link; put the folder itself here"))
        return listing
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(root / here), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
            listing.problems.append(Problem(here, 1, f"can't be listed ({reason}); make it a readable folder"))
            continue
        for entry in entries:
            name = entry.name
            path = f"{here}/{name}"
            if name.startswith("."):
                continue
            if entry.is_symlink():
                listing.problems.append(Problem(_printable(path), 1, "is a symbolic link; put the file itself here"))
            elif _printable(name) != name or "\\" in name:
                message = "has a name with characters that cannot stand in an address; rename it"
                listing.problems.append(Problem(_printable(path), 1, message))
            elif entry.is_dir(follow_symlinks=False):
                listing.folders.append(path)
                waiting.append(path)
            else:
                listing.files.append(path)
    listing.files.sort()
    listing.folders.sort()
    return listing


def _printable(name: str) -> str:
    """The name with whatever does not print (control characters, undecodable bytes) made visible."""
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter) & 0xFF:02x}" for letter in name)
