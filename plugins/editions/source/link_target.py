"""What a link in a source file points to."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from editions.source.discovery import INSIGHTS, RELEASES, STANDARD

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class LinkTarget:
    """Where a link points.

    Attributes:
        kind: ``external`` (another site), ``address`` (a path from the root of the site), ``source`` (a file of the
            project) or ``outside`` (a path that leaves the project's folder).
        path: The address, or the file relative to the project's folder; the target itself when external or outside.
        fragment: The anchor, without ``#``; empty when there is none.
    """

    kind: Literal["external", "address", "source", "outside"]
    path: str
    fragment: str = ""


def working_path(path: str) -> tuple[str, str | None]:
    """Where a released file stood in the working copy.

    Args:
        path: A source file, relative to the project's folder.

    Returns:
        The path that the file has in the working copy, and the version of the release that it was read from: a
        release is a byte-for-byte copy, so its links are those of the working copy. For any other file, the path
        itself and ``None``.
    """
    parts = path.split("/")
    if parts[:2] == [STANDARD, RELEASES] and len(parts) > 3:
        return "/".join([STANDARD, *parts[3:]]), parts[2]
    if parts[:2] == [INSIGHTS, RELEASES] and len(parts) == 4:
        return f"{INSIGHTS}/{parts[2]}.md", parts[3].removesuffix(".md")
    return path, None


def link_target(origin: str, target: str) -> LinkTarget:
    """Resolve a link.

    Args:
        origin: File that holds the link, as it stands in the working copy.
        target: The link's target, as written.
    """
    if _SCHEME.match(target):
        return LinkTarget("external", target)
    path, _, fragment = target.partition("#")
    path = unquote(path.partition("?")[0])
    fragment = unquote(fragment)
    if not path:
        return LinkTarget("source", origin, fragment)
    if path.startswith("/"):
        return LinkTarget("address", path, fragment)
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    if resolved == ".." or resolved.startswith("../"):
        return LinkTarget("outside", target)
    return LinkTarget("source", resolved, fragment)
