"""Proposes the lineage of one list of items, such as the criteria of two editions."""

from __future__ import annotations

from collections.abc import Sequence

from editions.lineage import weights
from editions.lineage.items import Item, Ranked, SuggestedRow, Suggestion
from editions.lineage.reasons import reason
from editions.lineage.rows import Edge, best_five, edges
from editions.lineage.scoring import Evidence, weigh
from editions.lineage.sections import Path
from editions.lineage.texts import read


def suggest(
    old: Sequence[Item], new: Sequence[Item], *, accept: float = weights.ACCEPT, level: str = "criterion"
) -> Suggestion:
    """Returns proposed lineage between two lists of items, whose ids are never compared.

    Args:
        accept: The score from which a row counts as accepted, 0 to 1.
        level: The level that the rows are given.

    Raises:
        ValueError: An id stands twice in one list, or ``accept`` is not between 0 and 1.
    """
    check(old, new, accept)
    old = in_order(old)
    new = in_order(new)
    evidence = weigh(*read(old, new), [item.path for item in old], [item.path for item in new])
    return rows_of(evidence, old, new, accept, level)


def in_order(items: Sequence[Item]) -> list[Item]:
    """Returns items by position; those at the same position keep their order."""
    return sorted(items, key=lambda item: item.position)


def weigh_items(
    old: Sequence[Item], new: Sequence[Item], old_paths: Sequence[Path], new_paths: Sequence[Path]
) -> Evidence:
    """Returns the weighed pairs of items whose sections are told apart by other means than their titles."""
    return weigh(*read(old, new), old_paths, new_paths)


def rows_of(evidence: Evidence, old: Sequence[Item], new: Sequence[Item], accept: float, level: str) -> Suggestion:
    """Returns the suggestion that weighed pairs amount to."""
    old_ids, new_ids = [item.id for item in old], [item.id for item in new]
    from_candidates, to_candidates = best_five(evidence, old_ids, new_ids)
    found = []
    for edge in edges(evidence, len(old), accept):
        from_ids = tuple(old_ids[i] for i in edge.olds)
        to_ids = tuple(new_ids[j] for j in edge.news)
        accepted = edge.score >= accept
        rivals = () if accepted else _rivals(edge, from_ids, to_ids, from_candidates, to_candidates)
        found.append(SuggestedRow(level, from_ids, to_ids, edge.score, reason(edge, old, new, rivals), accepted))
    return Suggestion(tuple(found), from_candidates, to_candidates)


def _rivals(
    edge: Edge,
    from_ids: tuple[str, ...],
    to_ids: tuple[str, ...],
    from_candidates: dict[str, Ranked],
    to_candidates: dict[str, Ranked],
) -> tuple[str, ...]:
    """Returns the ids, at most one a side, of those that come close to a row that is left to a person."""
    found = []
    for own, others, candidates in ((from_ids, to_ids, from_candidates), (to_ids, from_ids, to_candidates)):
        for key in own:
            close = [
                other for other, score in candidates[key] if other not in others and score >= weights.CLOSE * edge.score
            ]
            found += close[:1]
    return tuple(dict.fromkeys(found))


def check(old: Sequence[Item], new: Sequence[Item], accept: float) -> None:
    """Raises ``ValueError`` for ids that stand twice in one edition and for a threshold that is no score."""
    if not 0.0 <= accept <= 1.0:
        message = f"accept is {accept}; give a score between 0 and 1"
        raise ValueError(message)
    for side, items in (("old", old), ("new", new)):
        seen: set[str] = set()
        for item in items:
            if item.id in seen:
                message = f"the {side} edition has the id {item.id!r} twice; give every item an id of its own"
                raise ValueError(message)
            seen.add(item.id)
