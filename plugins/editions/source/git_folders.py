"""Folders of a project that git would take for repositories.

Git needs no ``.git`` for that: ``HEAD`` beside ``objects`` and ``refs`` is enough, and so is ``HEAD`` beside
``commondir``, which names where the two are (gitrepository-layout(5)). Whoever runs git there or below sees that
history, and git obeys that ``config``, which can name programs. A contributor can write all of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from editions.source.problem import Problem

_HEAD = "head"
_WITH_IT = (("objects", "refs"), ("commondir",))


def git_folder_problem(folder: str, names: Iterable[str]) -> Problem | None:
    """Check whether git would take a folder for a repository.

    Args:
        folder: The folder, relative to the project's folder; empty for that itself.
        names: Every name in the folder.

    Returns:
        A problem at its ``HEAD``, in any spelling that some file system takes for that; ``None`` for other folders.
    """
    found = {_folded(name): name for name in names}
    if _HEAD not in found:
        return None
    for others in _WITH_IT:
        if all(other in found for other in others):
            beside = " and ".join(found[other] for other in others)
            message = f"makes git take this folder for a repository, together with {beside} beside it; remove them"
            return Problem(f"{folder}/{found[_HEAD]}" if folder else found[_HEAD], 1, message)
    return None


def _folded(name: str) -> str:
    """A name as file systems compare it that ignore case (macOS, Windows) and format characters (HFS+)."""
    return "".join(sign for sign in name if unicodedata.category(sign) != "Cf").casefold()
