"""Anchors in texts: an item's own address leads to the item and to nothing that a text puts before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from editions.source.markdown_links import without_code
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.validation.ids import found_ids
from editions.validation.project_texts import edition_texts, project_editions

# ``{ #ID }`` and ``{ id=ID }`` of attribute lists, and the attribute of HTML.
_ANCHOR = re.compile(
    r"\{:?[^{}\n]{0,300}?(?:#|\bid\s*=\s*[\"']?)([^\s\"'{}#]+)|<[a-zA-Z][^<>]{0,500}?\sid\s*=\s*[\"']?([^\s\"'<>]+)",
    re.IGNORECASE,
)


def taken_anchor_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check that no text of an edition takes the anchor of one of its items.

    Browsers go to the first element that has an anchor; a text above a criterion could stand in for it at its permanent
    address.

    Args:
        project: The project's records, sound or not.

    Yields:
        A problem for each.
    """
    for edition in project_editions(project):
        ids = {item.id for item in found_ids(edition)}
        for text in edition_texts(edition):
            if not ("{" in text.markdown or "<" in text.markdown):
                continue
            clean = without_code(text.markdown)
            for match in _ANCHOR.finditer(clean):
                name = unescape(match[1] or match[2])
                if name in ids:
                    message = f"the anchor {name!r} belongs to the item of that id; name it otherwise"
                    yield Problem(text.record.path, text.line + clean.count("\n", 0, match.start()), message)
