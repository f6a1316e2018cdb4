"""Anchors that follow from words."""

from __future__ import annotations

import re
import unicodedata

_UNUSABLE = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})", re.DOTALL)


def slug_of(words: str) -> str:
    """The anchor of a heading; addresses of published pages depend on it.

    Args:
        words: The words of the heading.

    Returns:
        Lower-case ASCII letters, digits, underscores and hyphens; empty for words of other scripts.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return _SEPARATORS.sub("-", _UNUSABLE.sub("", plain).strip().lower())


class Anchors:
    """Anchors in use on a page or in a text; one that is taken gets the next free number: ``scope_1``."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        """Begin with those that are taken."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def reserve(self, anchor: str) -> str:
        """Take an anchor, or the next free one.

        Args:
            anchor: The anchor that is wanted; may be empty.

        Returns:
            An anchor that was free.
        """
        if anchor and anchor not in self._taken:
            self._taken.add(anchor)
            return anchor
        match = _NUMBERED.fullmatch(anchor)
        base, number = (match[1], int(match[2])) if match else (anchor, 0)
        number = max(number, self._last.get(base, 0)) + 1
        while f"{base}_{number}" in self._taken:
            number += 1
        self._last[base] = number
        self._taken.add(f"{base}_{number}")
        return f"{base}_{number}"
