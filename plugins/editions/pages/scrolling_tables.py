"""Wide tables scroll within themselves, so that a page never scrolls sideways."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)


def with_scrolling_tables(html: str) -> str:
    """Put each table of a text into a box that scrolls.

    The table itself cannot be the box: a table that is set as anything else loses its rows and columns for assistive
    technology. A script gives the box a place in the order of the Tab key where it does scroll (WCAG 2.2, 2.1.1).

    Args:
        html: Sanitised HTML, whose tables are balanced.

    Returns:
        The same HTML with a ``div`` of the class ``table-scroll`` around each table that stands in no other.
    """
    if "<table" not in html:
        return html
    depth = 0

    def boxed(tag: re.Match[str]) -> str:
        nonlocal depth
        if not tag[1]:
            depth += 1
            return f'<div class="table-scroll">{tag[0]}' if depth == 1 else tag[0]
        depth -= 1
        return f"{tag[0]}</div>" if depth == 0 else tag[0]

    return _TABLE.sub(boxed, html)
