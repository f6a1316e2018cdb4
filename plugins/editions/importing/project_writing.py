"""A whole project written around an imported edition: complete and sound, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from editions.formats.imported import Imported, Placement
from editions.importing.edition_writing import edition_files, with_sound_slugs
from editions.importing.loose_ends import resolve_loose_ends
from editions.importing.sound_texts import with_sound_texts
from editions.importing.soundness import at_origins, refuse_unsound
from editions.releases.checks import all_problems
from editions.source.configuration import read_configuration
from editions.source.discovery import STANDARD
from editions.source.problem import Problem, Unpublishable, Unwritable, unwritable
from editions.source.project import read_project
from editions.starter.site_files import SiteFacts, site_files
from editions.validation import load_project

CONFIGURATION = "mkdocs.yml"


def refuse_taken(folder: Path) -> None:
    """Refuse a folder that a new project cannot be written to.

    Args:
        folder: Where the project is to be.

    Raises:
        Unpublishable: If something is there that is no empty folder.
        Unwritable: If the folder around it cannot be written to.
    """
    message, denied = None, None
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            message = "is not a folder; name one that is empty or not there yet"
        elif folder.is_dir() and any(folder.iterdir()):
            message = f"is not empty and holds no {CONFIGURATION}; name a folder that is empty or not there yet"
            if (folder / CONFIGURATION).exists():
                message = "holds a project already; name a folder that is empty or not there yet"
        elif not folder.exists():
            around = next(parent for parent in folder.resolve().parents if parent.exists())
            if not around.is_dir():
                message = f"cannot be made, since {around} is not a folder; name another"
            elif not os.access(around, os.W_OK | os.X_OK):
                denied = around
        elif not os.access(folder.resolve().parent, os.W_OK | os.X_OK):
            denied = folder.resolve().parent
    except OSError as error:
        raise unwritable(folder, error, "can't be used ({})", "name another folder") from None
    if denied:
        message = f"can't be made, since {denied} can't be written to; make that writable, or name another folder"
        raise Unwritable((Problem(str(folder), 1, message),))
    if message:
        raise Unpublishable((Problem(str(folder), 1, message),))


def write_new_project(imported: Imported, folder: Path, site: SiteFacts) -> Imported:
    """Write a new project.

    Args:
        imported: The edition, which becomes the working copy, a draft.
        folder: Where; it is empty or not there yet.
        site: How it is published.

    Returns:
        What was written, with everything that was done to it in its placements.

    Raises:
        Unpublishable: If the edition cannot stand as it is, with every problem at its place in the file that was read.
        Unwritable: If the folder cannot be written. Nothing is left behind in either case.
    """
    refuse_taken(folder)
    refuse_unsound(imported.edition)
    # It is a draft whatever the file calls it: what is released here is frozen here.
    edition = with_sound_slugs(replace(imported.edition, status="draft"))
    imported = with_sound_texts(_without_lineage(replace(imported, edition=edition)))
    with _beside(folder) as staging:
        edition = imported.edition
        _write(staging, site_files(edition, site))
        _write_edition(staging, imported, site)
        configuration = read_configuration(staging / CONFIGURATION)
        resolved = resolve_loose_ends(read_project(configuration), imported)
        if resolved.edition != edition:
            _write_edition(staging, resolved, site)
        problems = all_problems(configuration, load_project(configuration))
        if problems:
            # The other files are made of the same facts, so their problems are the same ones again.
            of_edition = tuple(it for it in problems if it.path.startswith(f"{STANDARD}/"))
            raise Unpublishable(at_origins(of_edition or problems, resolved.edition, staging))
    return resolved


def _without_lineage(imported: Imported) -> Imported:
    """A first edition follows from nothing, whatever the file says of editions before it."""
    lineage = imported.edition.lineage
    if lineage is None:
        return imported
    placements = [
        Placement(
            f"lineage: {', '.join(row.old) or 'nothing'} → {', '.join(row.new) or 'nothing'}"
            + (f" ({row.note})" if row.note else ""),
            "left out: the edition before is not in this project; import that one first to keep it",
            kept=False,
        )
        for row in (*lineage.domains, *lineage.criteria)
    ]
    edition = replace(imported.edition, lineage=None)
    return replace(imported, edition=edition, placements=(*imported.placements, *placements))


def _write_edition(root: Path, imported: Imported, site: SiteFacts) -> None:
    files = edition_files(imported.edition, site.url)
    _write(root, {f"{STANDARD}/{path}": content for path, content in files.items()})


def _write(root: Path, contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder beside the one that is meant, which takes its place once everything is in it."""
    place = folder.resolve()
    outer: Path | None = None
    made = [parent for parent in place.parents if not parent.exists()]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        outer = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        staging = outer / "project"
        staging.mkdir()
        yield staging
        if place.exists():
            place.rmdir()  # it is empty; Windows renames to no folder that is there
        staging.rename(place)
        made = []
    except OSError as error:
        raise unwritable(folder, error, "nothing was written: {}", "name another folder") from None
    finally:
        if outer is not None:
            shutil.rmtree(outer, ignore_errors=True)
        for parent in made:  # the innermost first
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
