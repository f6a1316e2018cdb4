"""Errata against the releases: each corrects something that stands in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from editions.model.date import PartialDate
from editions.model.version import Version
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer
from editions.validation.forms import date_of, version_of
from editions.validation.ids import found_ids


def errata_problems(record: Record, releases: Mapping[str, EditionRecords]) -> Iterator[Problem]:
    """Check errata whose shape is right.

    Args:
        releases: Records of the releases by the names of their folders.

    Yields:
        A problem for an edition that is no release, an item that it does not have, words that do not stand there
        exactly once, a date that lies before the release, and an erratum that stands twice.
    """
    known = {version: it for it in releases.values() if (version := version_of(it.index)) is not None}
    first: dict[tuple[Version, str | None, str | None], int] = {}
    for place, data in enumerate(record.data["errata"]):
        pointer: Pointer = ("errata", place)
        release = known.get(Version.parse(data["edition"]))
        if release is None:
            message = f"there is no release {data['edition']}; correct the version (a draft is simply edited)"
            yield record.problem((*pointer, "edition"), message)
            continue
        yield from _date_problems(record, pointer, data, release)
        yield from _item_problems(record, pointer, data, release)
        key = (Version.parse(data["edition"]), data.get("item"), data.get("original"))
        line = record.tree.line(pointer)
        if first.setdefault(key, line) != line:
            message = f"the same words are corrected on line {first[key]}; keep one erratum"
            yield record.problem(pointer, message)


def _date_problems(
    record: Record, pointer: Pointer, data: dict[str, Any], release: EditionRecords
) -> Iterator[Problem]:
    date = PartialDate.parse(data["date"])
    released = date_of(release.index)
    if released is not None and not released.may_precede(date):
        message = f"date {date} lies before {released}, the date of {release.version}; correct it"
        yield record.problem((*pointer, "date"), message)


def _item_problems(
    record: Record, pointer: Pointer, data: dict[str, Any], release: EditionRecords
) -> Iterator[Problem]:
    item, original = data.get("item"), data.get("original")
    found = next((it for it in found_ids(release) if it.id == item), None) if item is not None else None
    if item is not None and found is None:
        message = f"edition {release.version} has no criterion or domain {item!r}; correct the id"
        yield record.problem((*pointer, "item"), message)
        return
    if original is None:
        if found is None or found.level == "domain":
            message = "original is missing; quote the words that are wrong, exactly as they stand in the release"
            yield record.problem(pointer, message)
        elif _text_of(found.record, found.pointer).strip() == data["text"].strip():
            yield record.problem((*pointer, "text"), "text is what stands in the release already; correct it")
        return
    if original.strip() == data["text"].strip():
        yield record.problem((*pointer, "text"), "text is the same as original; write the corrected words")
    if found is not None and found.level == "criterion":
        texts = [_text_of(found.record, found.pointer)]
    elif found is not None:
        texts = [str(found.record.data.get(key) or "") for key in ("title", "summary")] + [found.record.body]
    else:
        index = release.index
        texts = [str(index.data.get("summary") or ""), index.body] if index is not None else []
    count = sum(_plain(text).count(_plain(original)) for text in texts)
    if count != 1:
        stands = "do not stand there" if not count else f"stand there {count} times"
        message = f"the words in original {stands}; quote them exactly as they stand, with enough around them"
        yield record.problem((*pointer, "original"), message)


def _text_of(record: Record, pointer: Pointer) -> str:
    criterion = record.data[pointer[0]][pointer[1]]
    text = criterion.get("text")
    return text if isinstance(text, str) else ""


def _plain(text: str) -> str:
    """A text with its line breaks as spaces: where a sentence wraps says nothing."""
    return " ".join(text.split())
