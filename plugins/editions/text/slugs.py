"""Anchors that follow from words, and the headings that have them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNUSABLE = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})", re.DOTALL)


def slug_of(words: str, *, ascii_only: bool = True) -> str:
    """The anchor of a heading; addresses of published pages depend on it.

    Args:
        words: The words of the heading.
        ascii_only: Whether letters of other scripts are left out.

    Returns:
        Lower-case letters, digits, underscores and hyphens; empty where no word is left.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii") if ascii_only else words
    return _SEPARATORS.sub("-", _UNUSABLE.sub("", plain).strip().lower())


class Anchors:
    """Anchors in use on a page or in a text; one that is taken gets the next free number: ``scope_1``."""

    def __init__(self, taken: frozenset[str] = frozenset(), stated: frozenset[str] = frozenset()) -> None:
        """Begin.

        Args:
            taken: Anchors that are in use.
            stated: Anchors that authors gave to headings, kept for the first heading that states them.
        """
        self._stated = set(stated - taken)
        self._taken = set(taken | stated)
        self._last: dict[str, int] = {}

    @property
    def taken(self) -> frozenset[str]:
        """Those in use."""
        return frozenset(self._taken)

    def reserve(self, anchor: str, *, stated: bool = False) -> str:
        """Take an anchor, or the next free one.

        Args:
            anchor: The anchor that is wanted; may be empty.
            stated: Whether the author of the heading states it.

        Returns:
            An anchor that was free.
        """
        if stated and anchor in self._stated:
            self._stated.remove(anchor)
            return anchor
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


def note_anchor(number: int, name: str = "") -> str:
    """The anchor of a note, by its number and the name of its text on the page."""
    return f"{name}-note-{number}" if name else f"note-{number}"


def mark_anchor(number: int, again: int = 0, name: str = "") -> str:
    """The anchor of a reference to a note, by how often the note was referred to before."""
    return f"{note_anchor(number, name)}-mark" + (f"-{again + 1}" if again else "")


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """A heading as it is shown on a page.

    Attributes:
        level: From 1 to 6.
        id: Its id.
        words: Its plain words.
    """

    level: int
    id: str
    words: str
