"""One edition in a folder of its own, outside any project: ``index.md``, ``domains/`` and perhaps ``lineage.yml``."""

from __future__ import annotations

from pathlib import Path

from editions.model import Edition
from editions.source.configuration import Configuration
from editions.source.discovery import list_folder
from editions.source.problem import Problem, Unpublishable
from editions.source.project import EditionRecords, read_edition
from editions.validation.building import build_edition
from editions.validation.editions import edition_problems
from editions.validation.ids import duplicate_ids, reserved_ids
from editions.validation.lineage_rows import lineage_problems
from editions.validation.loading import edition_shapes


def read_edition_folder(folder: Path) -> EditionRecords:
    """Read the files of an edition's folder.

    Returns:
        Its records; problems carry paths that begin with the folder's name.

    Raises:
        Unpublishable: If it is no folder, or holds no domain.
    """
    name = folder.name or folder.resolve().name
    root = folder.parent if folder.name else folder.resolve().parent
    if not folder.is_dir():
        message = "is no folder and no version of this standard; name an edition or a folder that holds one"
        raise Unpublishable((Problem(str(folder), 1, message),))
    listing = list_folder(root, name)
    paths = [path.removeprefix(f"{name}/") for path in listing.files]
    paths = [path for path in paths if path in ("index.md", "lineage.yml") or path.startswith("domains/")]
    records = read_edition(Configuration(root, ""), name, paths)
    if listing.problems:
        raise Unpublishable(tuple(sorted(listing.problems)))
    if not records.domains:
        message = "is no edition: it holds no domain; an edition has index.md and domains/NN-slug.md"
        raise Unpublishable((Problem(str(folder), 1, message),))
    return records


def build_edition_folder(records: EditionRecords, before: EditionRecords | None = None) -> Edition:
    """Check an edition's records and make its model.

    Args:
        before: The records of the release before it, where its lineage is to be checked against them.

    Raises:
        Unpublishable: If anything is wrong with it; it holds every problem.
    """
    frozen = records.stated("status") == "released"
    problems = [
        *edition_shapes(records, frozen=frozen),
        *edition_problems(records),
        *duplicate_ids(records, frozen=frozen),
    ]
    if not frozen:
        problems += reserved_ids(records)
    if before is not None:
        problems += lineage_problems(records, before)
    if problems:
        raise Unpublishable(tuple(sorted(set(problems))))
    return build_edition(records)
