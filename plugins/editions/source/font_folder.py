"""The folder of a project that holds typefaces for its PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editions.source.plugin_names import CRITERIA

_KINDS = frozenset({".ttf", ".otf", ".ttc", ".otc"})


def font_files(folder: Path) -> list[Path]:
    """The typefaces in a folder and below.

    Returns:
        TrueType and OpenType files and collections, sorted.
    """
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _KINDS and path.is_file())


def font_folder(options: Mapping[str, Mapping[str, Any]], root: Path) -> Path | None:
    """The folder that the option ``fonts`` of ``editions/criteria`` names.

    Args:
        options: Options of each Editions plugin, by its name.

    Returns:
        The folder, or ``None`` without the option.

    Raises:
        ValueError: If it names no folder inside the project that holds typefaces; the message says what to do.
    """
    stated = options.get(CRITERIA, {}).get("fonts")
    if stated is None:
        return None
    advice = "name a folder inside the project that holds .ttf, .otf, .ttc or .otc files"
    if not isinstance(stated, str):
        raise ValueError(f"the option fonts of {CRITERIA} is no folder; {advice}")
    folder = (root / stated).resolve()
    if not folder.is_relative_to(root) or not folder.is_dir() or not font_files(folder):
        raise ValueError(f"the option fonts of {CRITERIA} is {stated!r}, where no typeface was found; {advice}")
    return folder
