"""A project of ``project_files`` with further files, and what its check says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editions.source.configuration import read_configuration
from editions.validation.loading import LoadedProject, load_project
from project_files import edition_files, write_project

KNIVES = "standard/domains/01-knives.md"
HEAT = "standard/domains/02-heat.md"
INDEX = "standard/index.md"
LINEAGE = "standard/lineage.yml"


def draft_file(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A file of the draft with changes.

    Args:
        path: The file, relative to the project's folder.
        *changes: What stands there, and what is to stand there.

    Returns:
        The file by its path.
    """
    text = edition_files("3.0", "draft")[path.removeprefix("standard/")]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {path: text}


def checked(folder: Path, files: Mapping[str, str | bytes]) -> LoadedProject:
    """Write a sound project with a draft and further files, and check it."""
    project = write_project(folder, draft=True, files=files)
    return load_project(read_configuration(project / "mkdocs.yml"))


def problems(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """The problems of a sound project with further files, as they are printed."""
    return [str(problem) for problem in checked(folder, files).problems]
