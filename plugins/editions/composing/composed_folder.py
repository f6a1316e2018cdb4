"""The folder of a composed site: what is in it, and whether one may be written there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from editions.composing.composition import PAGES, SETTINGS, THEME
from editions.composing.generator_settings import SIGN
from editions.render.built_site import Written, refuse_sources, write_site
from editions.source.configuration import Configuration
from editions.source.problem import Problem, Unpublishable


def refuse_other_folder(configuration: Configuration, folder: Path) -> None:
    """Refuse to compose into a folder in which something would be lost.

    Args:
        configuration: The project's configuration.
        folder: Where the site is to be composed.

    Raises:
        Unpublishable: If the folder holds the project or a part of it, or was not made by composing.
    """
    refuse_sources(configuration, folder)
    settings = folder / SETTINGS
    made = settings.is_file() and settings.read_bytes().startswith(SIGN.encode())
    if folder.is_dir() and not made and any(folder.iterdir()):
        message = "holds other files than a composed site; empty it, or name another folder"
        raise Unpublishable((Problem(str(folder), 1, message),))


def write_composed(folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Write a composed site; the folder's other files, such as the site that was built of it, stay.

    Args:
        folder: Where; it is made if it is not there.
        files: Path in the folder, and content.

    Returns:
        What became of the files.

    Raises:
        Unwritable: If one cannot be written.
    """
    return write_site(folder, files, owned=(PAGES, THEME))
