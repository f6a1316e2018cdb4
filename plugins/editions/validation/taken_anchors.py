"""Anchors in texts: an item's own address leads to the item and to nothing that a text puts before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.text.links import headings
from editions.validation.ids import found_ids
from editions.validation.project_texts import WrittenText, project_editions


def taken_anchor_problems(project: ProjectRecords, texts: Iterable[WrittenText]) -> Iterator[Problem]:
    """Check that no text of an edition takes the anchor of one of its items.

    Browsers go to the first element that has an anchor; a heading above a criterion could stand in for it at its
    permanent address.
    """
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for edition in project_editions(project):
        items = {item.id for item in found_ids(edition)}
        ids.update((record.path, items) for record in (edition.index, *edition.domains) if record is not None)
    for text in texts:
        for heading in headings(text.text):
            if heading.anchor in ids[text.record.path]:
                message = f"the anchor {heading.anchor!r} belongs to the item of that id; name it otherwise"
                yield text.problem(heading.line, message)
