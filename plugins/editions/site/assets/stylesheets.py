"""Style sheets of the theme as they are published: one of several parts, small."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined_sheets(parts: Iterable[Path]) -> str:
    """Join the parts of a style sheet.

    Args:
        parts: Files, in the order of their rules.

    Returns:
        One sheet, without comments, indentation and empty lines.
    """
    sheets = (_COMMENT.sub("", part.read_text(encoding="utf-8")) for part in parts)
    lines = (line.strip() for sheet in sheets for line in sheet.splitlines())
    return "\n".join(line for line in lines if line) + "\n"
