"""What a matcher is given and what it answers: items in, proposed rows and ranked candidates out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """One item of an edition, as a matcher sees it.

    Attributes:
        id: The item's id. It only labels the answer; nothing is ever concluded from it.
        text: Its wording, as plain text.
        title: Its title, if it has one.
        path: The titles of the domain and sections above it, outermost first.
        position: Its place in the edition's order; only the order counts, not the distance.
    """

    id: str
    text: str
    title: str | None = None
    path: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True)
class DomainItem:
    """One domain of an edition with the criteria in it, in their order.

    Attributes:
        id: The domain's id; a label only.
        title: Its title.
        text: Its summary, as plain text; may be empty.
        criteria: Its criteria. Their ``path`` and ``position`` need not be set: the domain supplies both.
    """

    id: str
    title: str
    text: str = ""
    criteria: tuple[Item, ...] = ()


@dataclass(frozen=True)
class SuggestedRow:
    """One proposed row of lineage.

    Attributes:
        level: ``criterion`` or ``domain``.
        from_ids: Ids in the old edition; several when items were merged.
        to_ids: Ids in the new edition; several when an item was split.
        score: How sure the matcher is that every pair of the row is right, 0 to 1.
        reason: The evidence in one short sentence.
        accepted: Whether the score reaches the threshold asked for.
    """

    level: str
    from_ids: tuple[str, ...]
    to_ids: tuple[str, ...]
    score: float
    reason: str
    accepted: bool


Ranked = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Suggestion:
    """Proposed lineage between two editions.

    Attributes:
        rows: Proposed rows, domains first, then in the order of the old edition.
        from_candidates: For each old id the five best new ids with their scores, best first.
        to_candidates: For each new id the five best old ids with their scores, best first.
    """

    rows: tuple[SuggestedRow, ...] = ()
    from_candidates: Mapping[str, Ranked] = field(default_factory=dict)
    to_candidates: Mapping[str, Ranked] = field(default_factory=dict)
