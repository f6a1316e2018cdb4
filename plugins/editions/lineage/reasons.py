"""Why a row is proposed, in one short sentence for the person who decides."""

from __future__ import annotations

from collections.abc import Sequence

from editions.lineage import weights
from editions.lineage.items import Item
from editions.lineage.rows import Edge
from editions.lineage.scoring import Weighed


def reason(edge: Edge, old: Sequence[Item], new: Sequence[Item], rivals: Sequence[str] = ()) -> str:
    """Returns the evidence for a row in words.

    Args:
        rivals: Ids of other items that come close, for a person to look at.
    """
    weakest = min(edge.pairs, key=lambda w: w.score)
    parts = _wording(edge, weakest)
    if len(edge.pairs) == 1:
        parts += _titles(weakest, old[edge.olds[0]], new[edge.news[0]])
    if weakest.surroundings.neighbours >= weights.SPEAKS:
        parts.append("neighbours agree")
    if weakest.surroundings.section >= weights.SPEAKS:
        parts.append("section agrees")
    text = ", ".join(parts)
    moved = _moved(edge, weakest, old, new)
    if moved:
        text += f"; moved from {moved}"
    if rivals:
        text += f"; close to {', '.join(rivals)} too"
    return text


def _wording(edge: Edge, weakest: Weighed) -> list[str]:
    if len(edge.news) > 1:
        share = min(w.likeness.new_covered for w in edge.pairs)
        return [f"split into {len(edge.news)}, each at least {share:.2f} contained in it"]
    if len(edge.olds) > 1:
        share = min(w.likeness.old_covered for w in edge.pairs)
        return [f"merged from {len(edge.olds)}, each at least {share:.2f} contained in it"]
    like = weakest.likeness
    if like.same:
        return ["same wording"]
    parts = [f"wording {like.meaning:.2f}"]
    if like.contained - like.mutual >= weights.LOPSIDED:
        inside = "old" if like.old_covered > like.new_covered else "new"
        parts.append(f"{inside} text {like.contained:.2f} contained in the other")
    return parts


def _titles(weighed: Weighed, old: Item, new: Item) -> list[str]:
    if not old.title or not new.title:
        return []
    if old.title.casefold() == new.title.casefold():
        return ["same title"]
    return [f"title {weighed.likeness.title:.2f}"] if weighed.likeness.title > weights.SIMILAR_TITLE else []


def _moved(edge: Edge, weakest: Weighed, old: Sequence[Item], new: Sequence[Item]) -> str:
    """Returns the title that the item left, when the rest of its section went elsewhere; else nothing."""
    before, after = old[edge.olds[0]].path, new[edge.news[0]].path
    if before and after and before[0] != after[0] and weakest.surroundings.section < 0:
        return before[0]
    return ""
