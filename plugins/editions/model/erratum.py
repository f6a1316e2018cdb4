"""Errata: mistakes in released text, told beside it, since a release is never edited."""

from __future__ import annotations

from dataclasses import dataclass, field

from editions.model.date import PartialDate
from editions.model.edition import Origin
from editions.model.version import Version
from editions.text.tree import Text


@dataclass(frozen=True)
class Erratum:
    """A mistake in a released edition and its correction.

    Attributes:
        edition: Version of the edition that holds the mistake.
        item: Id of the criterion or domain; ``None`` for the edition's own text.
        date: When the erratum was published.
        what: What is wrong, in words.
        text: The corrected text: of the words in ``original``, or of the whole criterion.
        original: The words that are wrong, as they stand in the release; ``None`` where ``text`` replaces the whole
            text of a criterion.
        origin: Where it is written.
    """

    edition: Version
    item: str | None
    date: PartialDate
    what: str
    text: Text
    original: str | None = None
    origin: Origin = field(default=Origin(""), compare=False)
