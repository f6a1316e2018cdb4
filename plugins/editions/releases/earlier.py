"""The model of a project as it stood at an earlier commit."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from editions.model import Publication
from editions.releases.repository import Blob, Commit
from editions.source.configuration import Configuration
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.validation import load_project

_READ = (".md", ".yml", ".json", ".bib")


def publication_at(configuration: Configuration, commit: Commit) -> Publication | None:
    """Load a project as it stood at a commit.

    Args:
        configuration: The project's configuration, as it is now.

    Returns:
        The model; ``None`` if the project was not there yet or had problems.
    """
    blobs = [blob for blob in commit.files((STANDARD, INSIGHTS, CITATIONS, configuration.docs)) if _is_plain(blob)]
    # Other files only have to be there, for links to them.
    contents = commit.contents(blob for blob in blobs if blob.path.endswith(_READ))
    with tempfile.TemporaryDirectory(prefix="editions-") as folder:
        root = Path(folder)
        for blob in blobs:
            target = root / blob.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(contents.get(blob.path, b""))
        return load_project(replace(configuration, root=root)).publication


def _is_plain(blob: Blob) -> bool:
    """Whether a path can be written below a folder; git itself refuses the others, but a check trusts nobody."""
    path = PurePosixPath(blob.path)
    return blob.is_regular and not path.is_absolute() and ".." not in path.parts
