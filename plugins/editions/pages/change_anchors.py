"""Anchors of changes, made from ids and headings, so that they stay when other changes come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from editions.comparison import Change, Chapter, Part
from editions.model import Edition
from editions.text.slugs import slug_of

# No id holds two hyphens in a row, so no id can look like one of these.
_PARTS: dict[Part, str] = {"facts": "about", "edition": "text", "guidance": "guidance", "article": "text"}
WHOLE = "edition--whole"


def item_anchor(before: Edition, old: Sequence[str], new: Sequence[str]) -> str:
    """The anchor of a change of domains or criteria.

    Args:
        before: The earlier edition.
        old: Ids of the change's items in it, in order.
        new: Ids of the change's items in the later edition, in order.

    Returns:
        ``change-`` and the first of the old ids, or of the new ones where nothing is old; an added item whose id
        another item of the earlier edition has, as can be where ids are not comparable, gets ``--added`` behind it.
    """
    if old:
        return f"change-{old[0]}"
    return f"change-{new[0]}--added" if _has(before, new[0]) else f"change-{new[0]}"


def change_anchors(before: Edition | None, changes: Sequence[Change]) -> list[tuple[str, ...]]:
    """The anchors of changes that stand on one page.

    Args:
        before: The earlier edition; ``None`` for an article, which has only prose.
        changes: The changes, in the order of the page.

    Returns:
        For each change its own anchor, then one for each further id that leads to it: ``change-ID`` is the change of
        the item that has this id in the earlier edition or, where none has it, in the later.
    """
    taken: set[str] = set()
    numbered: Counter[str] = Counter()
    found = []
    for change in changes:
        wanted = _wanted(before, change)
        first = next(wanted)
        anchor = first
        while anchor in taken:
            numbered[first] += 1
            anchor = f"{first}--{numbered[first] + 1}"
        anchors = (anchor, *(other for other in wanted if other not in taken))
        taken.update(anchors)
        found.append(tuple(dict.fromkeys(anchors)))
    return found


def chapter_anchor(chapter: Chapter) -> str:
    """The anchor of a chapter.

    Args:
        chapter: A chapter of a comparison.

    Returns:
        ``in-`` and the later edition's domain, or the earlier edition's with ``--withdrawn`` behind it.
    """
    if chapter.new is not None:
        return f"in-{chapter.new}"
    return f"in-{chapter.old[0]}--withdrawn" if chapter.old else WHOLE


def _wanted(before: Edition | None, change: Change) -> Iterator[str]:
    if change.level == "prose":
        item = (change.old or change.new)[0]
        place = f"{_PARTS[change.part or 'edition']}{f'-{item.domain}' if item.domain else ''}"
        yield f"change-{place}--{slug_of(' '.join(item.path) or item.id, ascii_only=False)}"
    elif before is not None:
        old, new = [item.id for item in change.old], [item.id for item in change.new]
        yield item_anchor(before, old, new)
        yield from (f"change-{item}" for item in old[1:])
        if old:
            yield from (f"change-{item}" for item in new if not _has(before, item))


def _has(edition: Edition, item: str) -> bool:
    return item in edition.domains_by_id or item in edition.criteria_by_id
