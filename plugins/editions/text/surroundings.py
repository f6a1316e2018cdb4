"""Where a text is shown: what its links lead to there, and how its citations are set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editions.text.inline_tree import (
    Citation,
)


@dataclass(frozen=True, slots=True)
class CitationPiece:
    """A part of a citation as a place shows it.

    Attributes:
        text: Plain words.
        target: Where they lead; empty if nowhere.
    """

    text: str
    target: str = ""


def _as_written(citation: Citation) -> tuple[CitationPiece, ...]:
    return (CitationPiece(citation.written),)


def _unchanged(target: str) -> str | None:
    return target


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a text is shown.

    Attributes:
        link: Gives the address for the target of a link as written; ``None`` where the link must not be followed, so
            that only its words are shown.
        image: The same for pictures, of which then only the alternative text is shown.
        cite: Sets a citation.
    """

    link: Callable[[str], str | None] = _unchanged
    image: Callable[[str], str | None] = _unchanged
    cite: Callable[[Citation], tuple[CitationPiece, ...]] = _as_written


AS_WRITTEN = Surroundings()
"""Links and citations as they are written."""
