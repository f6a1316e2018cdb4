"""Marks in rendered pages replaced by HTML that the engine itself has made."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MARK = re.compile(r'(<div\b[^<>]*\bdata-insert="([a-z-]+)"[^<>]*>)(?=</div>)')


def with_inserts(html: str, inserts: Mapping[str, str]) -> str:
    """Fill the marks of a page.

    Args:
        html: Sanitised HTML, in which ``<div data-insert="NAME"></div>`` is a mark.
        inserts: HTML by name.

    Returns:
        The page with each known mark filled.
    """
    return _MARK.sub(lambda match: match[1] + inserts.get(match[2], ""), html)
