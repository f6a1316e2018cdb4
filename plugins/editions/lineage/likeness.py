"""How alike two items are in wording and title, and how far the text of one is contained in the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from editions.lineage.texts import Text, dot

Related = Mapping[str, Mapping[str, float]]  # stem -> stem that may stand for it -> how well, 0 to 1


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share, each 0 to 1."""

    words: float  # cosine of weighted stems
    letters: float  # cosine of character n-grams
    meaning: float  # cosine of stems, synonym groups and headings together
    old_covered: float  # share of the old text's weight that the new one expresses
    new_covered: float  # share of the new text's weight that the old one expresses
    order: float  # how much of both runs of stems stands in the same order
    heading: float  # cosine of the titles above
    title: float  # cosine of the items' own titles; 0 when either has none
    same: bool  # the same wording

    @property
    def contained(self) -> float:
        """The share of the better covered text."""
        return max(self.old_covered, self.new_covered)

    @property
    def mutual(self) -> float:
        """The share of the worse covered text."""
        return min(self.old_covered, self.new_covered)


def covered(text: Text, other: Text, related: Related) -> float:
    """Returns the share of a text's weight that another expresses, by the same stems or by related ones."""
    if not text.total:
        return 0.0
    theirs = other.weight
    share = 0.0
    for key, value in text.weight.items():
        if key in theirs:
            share += value
        elif key in related:
            best = max((how for stand_in, how in related[key].items() if stand_in in theirs), default=0.0)
            share += value * best
    return share / text.total


def likeness(a: Text, b: Text, forward: Related, backward: Related) -> Likeness:
    """Returns what two texts share.

    Args:
        forward: New stems that may stand for an old one.
        backward: Old stems that may stand for a new one.
    """
    return Likeness(
        words=dot(a.stems, b.stems),
        letters=dot(a.grams, b.grams),
        meaning=dot(a.meaning, b.meaning),
        old_covered=covered(a, b, forward),
        new_covered=covered(b, a, backward),
        order=Indel.normalized_similarity(a.sequence, b.sequence),
        heading=dot(a.heading, b.heading),
        title=dot(a.title, b.title),
        same=bool(a.plain) and a.plain == b.plain,
    )
