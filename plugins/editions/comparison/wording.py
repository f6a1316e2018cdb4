"""Redlines in plain text, for data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from editions.comparison.alignment import align_words
from editions.text.words import Word, cut

Operation = Literal["equal", "delete", "insert"]
Wording = tuple[tuple[Operation, str], ...]


def redline(old: str, new: str) -> Wording:
    """Compare two texts word by word.

    Args:
        old: The earlier text, without markup.
        new: The later text, without markup.

    Returns:
        Segments in reading order, neighbours of different operations and none of them empty; where words were
        replaced the deletion comes first. The ``equal`` and ``delete`` segments joined are ``old``, the ``equal`` and
        ``insert`` segments joined are ``new``.
    """
    if old == new:
        return (("equal", old),) if old else ()
    old_words, old_end = cut(old)
    new_words, new_end = cut(new)
    writer = _Writer()
    for span in align_words(old_words, new_words):
        if span.equal:
            for before, after in zip(span.old, span.new, strict=True):
                writer.gap(before.gap, after.gap)
                writer.write("equal", before.text)
        else:
            writer.change(span.old, span.new)
    writer.gap(old_end, new_end)
    return writer.wording()


class _Writer:
    """Collects segments: neighbouring changes gather into one deletion and one insertion."""

    def __init__(self) -> None:
        self._done: list[tuple[Operation, str]] = []
        self._deleted = ""
        self._inserted = ""

    def write(self, operation: Operation, text: str) -> None:
        if operation == "delete":
            self._deleted += text
        elif operation == "insert":
            self._inserted += text
        elif text:
            self._flush()
            if self._done and self._done[-1][0] == "equal":
                text = self._done.pop()[1] + text
            self._done.append(("equal", text))

    def gap(self, old: str, new: str) -> None:
        if old == new and not (self._deleted or self._inserted):
            self.write("equal", old)
        elif old == new:
            self._flush()
            self.write("equal", old)
        else:
            self.write("delete", old)
            self.write("insert", new)

    def change(self, old: Sequence[Word], new: Sequence[Word]) -> None:
        if old and new and old[0].gap == new[0].gap:
            self.gap(old[0].gap, new[0].gap)
            self.write("delete", old[0].text)
            self.write("insert", new[0].text)
            old, new = old[1:], new[1:]
        for word in old:
            self.write("delete", word.gap + word.text)
        for word in new:
            self.write("insert", word.gap + word.text)

    def _flush(self) -> None:
        if self._deleted:
            self._done.append(("delete", self._deleted))
        if self._inserted:
            self._done.append(("insert", self._inserted))
        self._deleted = self._inserted = ""

    def wording(self) -> Wording:
        self._flush()
        return tuple(self._done)
