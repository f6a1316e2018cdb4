"""Splits and merges: which items are parts of one item of the other edition.

Two new items are parts of an old one when each has it as its best counterpart, each is largely contained in it, and
together they express clearly more of it than either does alone. A merge is the same with the editions exchanged. Parts
of one whole do not compete with each other for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from editions.lineage import weights
from editions.lineage.candidates import Pair
from editions.lineage.likeness import Likeness, Related, covered
from editions.lineage.texts import Text

Parts = dict[int, dict[int, float]]  # whole -> part -> how much the part adds to the rest, 0 to 1


def parts(
    pairs: Sequence[Pair],
    odds: Sequence[float],
    likes: Sequence[Likeness],
    wholes: Sequence[Text],
    pieces: Sequence[Text],
    related: Related,
    whole_side: int,
) -> Parts:
    """Returns the wholes of one edition with their parts in the other.

    Args:
        odds: Their log odds.
        likes: What each pair's texts share.
        wholes: Texts of the edition that holds the wholes.
        pieces: Texts of the other edition.
        related: For a stem of a whole, the stems of a piece that may stand for it.
        whole_side: 0 when the wholes are the old edition's, 1 when the new edition's.
    """
    best: dict[int, tuple[float, int, int]] = {}
    for k, pair in enumerate(pairs):
        whole, piece = pair[whole_side], pair[1 - whole_side]
        if piece not in best or odds[k] > best[piece][0]:
            best[piece] = (odds[k], whole, k)
    claimed: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for piece, (value, whole, k) in sorted(best.items()):
        inside = likes[k].new_covered if whole_side == 0 else likes[k].old_covered
        if value >= weights.PART_ODDS and inside >= weights.PART_INSIDE:
            claimed[whole].append((value, piece))
    found: Parts = {}
    for whole, claims in sorted(claimed.items()):
        if len(claims) < 2:
            continue
        ranked = [piece for _, piece in sorted(claims, key=lambda c: (-c[0], c[1]))]
        kept = _complementary(wholes[whole], ranked[: weights.PARTS_MOST], pieces, related)
        if len(kept) > 1:
            found[whole] = kept
    return found


def _complementary(whole: Text, ranked: Sequence[int], pieces: Sequence[Text], related: Related) -> dict[int, float]:
    """Returns the pieces, taken best first, that each express something of the whole that the others do not."""
    kept = [ranked[0]]
    for piece in ranked[1:]:
        trial = [*kept, piece]
        if min(_gains(whole, trial, pieces, related).values()) >= weights.PART_GAIN:
            kept = trial
    return _gains(whole, kept, pieces, related) if len(kept) > 1 else {}


def _gains(whole: Text, chosen: Sequence[int], pieces: Sequence[Text], related: Related) -> dict[int, float]:
    together = covered(whole, _joined([pieces[p] for p in chosen]), related)
    return {
        piece: together - covered(whole, _joined([pieces[p] for p in chosen if p != piece]), related)
        for piece in chosen
    }


def _joined(texts: Sequence[Text]) -> Text:
    weight: dict[str, float] = {}
    for text in texts:
        weight.update(text.weight)
    return replace(texts[0], weight=weight, total=sum(weight.values()))


def fellows(parts_of: Mapping[int, Mapping[int, float]], whole: int, piece: int) -> frozenset[int]:
    """Returns the other parts of the whole when the piece is one of its parts."""
    group = parts_of.get(whole, {})
    return frozenset(group) - {piece} if piece in group else frozenset()
