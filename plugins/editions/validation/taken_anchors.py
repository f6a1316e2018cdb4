"""Anchors in texts: an item's own address leads to the item and to nothing that a text puts before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from editions.source.markdown_links import without_code
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.validation.ids import found_ids

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
    for edition in (project.working, *project.releases.values()):
        ids = {item.id for item in found_ids(edition)}
        for path, line, text in _texts(edition):
            if not ("{" in text or "<" in text):
                continue
            clean = without_code(text)
            for match in _ANCHOR.finditer(clean):
                name = unescape(match[1] or match[2])
                if name in ids:
                    message = f"the anchor {name!r} belongs to the item of that id; name it otherwise"
                    yield Problem(path, line + clean.count("\n", 0, match.start()), message)


def _texts(edition: EditionRecords) -> Iterator[tuple[str, int, str]]:
    """Path, first line and Markdown of every text."""
    for record in (edition.index, *edition.domains):
        if record is None:
            continue
        yield record.path, record.body_line, record.body
        criteria = record.data.get("criteria") if isinstance(record.data, dict) else None
        for place, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
            text = criterion.get("text") if isinstance(criterion, dict) else None
            if isinstance(text, str):
                yield record.path, record.tree.line(("criteria", place, "text")), text
