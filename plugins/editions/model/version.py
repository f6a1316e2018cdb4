"""Version numbers of editions and articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

_FORM = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})(?:\.(0|[1-9][0-9]{0,5}))?")


@total_ordering
@dataclass(frozen=True, eq=False)
class Version:
    """A version number, ``MAJOR.MINOR`` or ``MAJOR.MINOR.PATCH``.

    ``1.0`` and ``1.0.0`` are the same version: they compare and hash alike, and each keeps its own spelling.

    Attributes:
        major: First number.
        minor: Second number.
        patch: Third number, or ``None`` when the version does not state one.
    """

    major: int
    minor: int
    patch: int | None = None

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read a version.

        Args:
            text: ``"1.0"``, ``"1.10"``, ``"2.0.1"``; no sign, no leading zero, no suffix.

        Raises:
            ValueError: If ``text`` is not a version; the message says what a version looks like.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a version; write MAJOR.MINOR or MAJOR.MINOR.PATCH, such as 1.1")
        patch = match[3]
        return cls(int(match[1]), int(match[2]), None if patch is None else int(patch))

    @property
    def key(self) -> tuple[int, int, int]:
        """The three numbers that order versions; a missing patch counts as 0."""
        return (self.major, self.minor, self.patch or 0)

    def __str__(self) -> str:
        base = f"{self.major}.{self.minor}"
        return base if self.patch is None else f"{base}.{self.patch}"

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.key < other.key if isinstance(other, Version) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)
