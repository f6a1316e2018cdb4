"""Names that every system can hold: ids, keys and slugs become files and addresses.

Windows keeps device names and several characters for itself, whatever the suffix (Microsoft, "Naming Files, Paths, and
Namespaces"); Windows and macOS hold two names that differ only in case or Unicode normal form as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_NAME = 255
"""Bytes of a name, on nearly every file system."""
LONGEST_PATH = 200
"""Characters of a path within the project: Windows allows 259, with the folder that the project is in."""

_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"),
    )
)
_INDEXES = frozenset(("index", "readme"))
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_PUNCTUATION = re.compile(r"[._-]")


def name_fault(name: str) -> str | None:
    """What keeps a system from holding a file or folder of a name.

    Args:
        name: The name with its suffix.

    Returns:
        The end of "the name …", or ``None`` if every system can hold it.
    """
    forbidden = _FORBIDDEN.search(name)
    if forbidden is not None:
        return f"has {forbidden[0]!r}, which Windows does not allow in a name"
    if name != name.strip(" "):
        return "begins or ends with a space, which Windows does not keep"
    if name.endswith("."):
        return "ends with a dot, which Windows does not keep"
    if is_device(name):
        return f"is {name.partition('.')[0]!r}, a device on Windows, whatever its suffix"
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} bytes"
    return None


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device.

    Args:
        name: A name, with or without a suffix.

    Returns:
        True for names such as ``NUL`` and ``aux.1``.
    """
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def reserved_for(name: str) -> str | None:
    """What an id, key or slug cannot be used for, as something else has its place.

    Returns:
        What the name belongs to, or ``None`` if it is free.
    """
    if name.lower() in _INDEXES:
        return "the page of a folder"
    return "a device on Windows" if is_device(name) else None


def folded_name(name: str) -> str:
    """A name without what Windows and macOS do not tell apart.

    Args:
        name: A name, or a path.

    Returns:
        The name without case, in normal form C.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def folded_id(identifier: str) -> str:
    """An id without case, and with all of its punctuation alike.

    Returns:
        The same for ids that a reader, or a system, may take for each other, such as ``D01.1`` and ``d01_1``.
    """
    return _PUNCTUATION.sub("-", identifier.lower())


def address_id(identifier: str) -> str:
    """An id without what addresses and citation keys do not tell apart everywhere: case, and ``-`` from ``_``.

    Returns:
        The same for ids whose addresses or keys may be one.
    """
    return identifier.lower().replace("_", "-")


def colliding_paths(paths: Iterable[str]) -> dict[str, str]:
    """Find the files and folders that Windows or macOS hold as one.

    Args:
        paths: Files, with ``/`` between names.

    Returns:
        By the path of a file or folder that of an earlier one in the same folder from which it differs only in case or
        normal form.
    """
    first: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for path in sorted(paths):
        folder = ""
        for name in path.split("/"):
            whole = f"{folder}/{name}" if folder else name
            known = first.setdefault((folder, folded_name(name)), whole)
            if known != whole:
                found[whole] = known
            folder = whole
    return found
