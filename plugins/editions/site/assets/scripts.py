"""Scripts of the theme as they are published: small, and some of several parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

# By the name of the script: its parts, in the order in which they run. One file of them all is smaller and is there
# sooner than each by itself.
BUNDLES = {
    "checklist": (
        "checklist-document",
        "checklist-store",
        "checklist-carry",
        "checklist-answers",
        "checklist-transfer",
        "checklist-report",
        "checklist",
        "filters",
    ),
}
_COMMENT_OR_INDENTATION = re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE)


def published_scripts(folder: Path) -> dict[str, str]:
    """Read the scripts of the theme.

    Returns:
        By name, each script and each bundle; a part that bears the name of its bundle is in that alone.
    """
    alone = {path.stem: (path.stem,) for path in sorted(folder.glob("*.js"))}
    for name, parts in BUNDLES.items():
        for part in parts:
            if part.startswith(name):
                del alone[part]
    return {name: bundled(folder / f"{it}.js" for it in parts) for name, parts in (alone | BUNDLES).items()}


def bundled(parts: Iterable[Path]) -> str:
    """Join the parts of a script.

    Args:
        parts: Files that hold no text of several lines.

    Returns:
        One script, without indentation and without the comments that have a line of their own.
    """
    scripts = (_COMMENT_OR_INDENTATION.sub("", part.read_text(encoding="utf-8")) for part in parts)
    return ";\n".join(scripts)
