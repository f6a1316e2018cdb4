"""The two editions as weighted terms: what every measure of likeness reads.

Weights are inverse document frequencies over both editions together, so that a standard's boilerplate ("the
organisation shall …") counts for next to nothing, whatever it is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editions.lineage import weights
from editions.lineage.items import Item
from editions.lineage.synonyms import groups_of_stems
from editions.lineage.words import grams, terms

Vector = dict[str, float]


@dataclass(frozen=True)
class Text:
    """One item in terms: its sequence of stems and its unit vectors."""

    sequence: tuple[str, ...]
    weight: Vector  # stem -> inverse document frequency, for coverage
    total: float  # the sum of those
    stems: Vector  # unit vector of stems
    meaning: Vector  # unit vector of stems, synonym groups and headings: for finding candidates
    grams: Vector  # unit vector of character n-grams
    heading: Vector  # unit vector of the titles above it, the nearest counting most
    title: Vector  # unit vector of its own title
    plain: str  # its stems as one string: equal strings are the same wording


def unit(vector: Vector) -> Vector:
    """Returns the vector at length one; an empty vector stays empty."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else {}


def dot(a: Vector, b: Vector) -> float:
    """Returns the cosine of two unit vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[key] for key, value in a.items() if key in b)


class Frequencies:
    """Inverse document frequency of any kind of term over a set of documents."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        size = 0
        for document in documents:
            counts.update(set(document))
            size += 1
        self._counts = counts
        self._size = size

    def idf(self, term: str) -> float:
        """Returns the weight of a term: near 0.7 in every document, large in few."""
        return math.log(1 + self._size / max(1, self._counts[term]))

    def share(self, term: str) -> float:
        """Returns the share of documents that hold a term."""
        return self._counts[term] / self._size if self._size else 0.0

    def vector(self, document: Sequence[str], scale: float = 1.0) -> Vector:
        """Returns the weighted terms of a document, repeated terms counting logarithmically."""
        return {term: scale * self.idf(term) * (1 + math.log(count)) for term, count in Counter(document).items()}


def read(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Text], list[Text]]:
    """Returns the items of both editions as texts, in the order given."""
    items = [*old, *new]
    sequences = [terms(f"{item.title or ''}\n{item.text}") for item in items]
    letters = [grams(f"{item.title or ''}\n{item.text}") for item in items]
    headings = [[terms(title) for title in item.path] for item in items]
    titles = [terms(item.title) if item.title else [] for item in items]
    synonym = groups_of_stems()
    groups = [[f"={g}" for s in sequence for g in synonym.get(s, ())] for sequence in sequences]

    by_word = Frequencies(sequences)
    by_gram = Frequencies(letters)
    by_group = Frequencies(groups)
    by_heading = Frequencies([s for level in path for s in level] for path in _distinct(headings))

    texts = []
    for n in range(len(items)):
        heading: Vector = {}
        for depth, level in enumerate(reversed(headings[n])):
            for key, value in by_heading.vector(level, weights.HEADING_DECAY**depth).items():
                heading[key] = max(value, heading.get(key, 0.0))
        stems = by_word.vector(sequences[n])
        meaning = stems | by_group.vector(groups[n], weights.SYNONYM)
        for key, value in unit(heading).items():
            meaning[key] = meaning.get(key, 0.0) + weights.HEADING_IN_MEANING * value * by_word.idf(key)
        weight = {key: by_word.idf(key) for key in stems}
        texts.append(
            Text(
                sequence=tuple(sequences[n]),
                weight=weight,
                total=sum(weight.values()),
                stems=unit(stems),
                meaning=unit(meaning),
                grams=unit(by_gram.vector(letters[n])),
                heading=unit(heading),
                title=unit(by_word.vector(titles[n])),
                plain=" ".join(sequences[n]),
            )
        )
    return texts[: len(old)], texts[len(old) :]


def _distinct(headings: list[list[list[str]]]) -> list[list[list[str]]]:
    seen: dict[tuple[tuple[str, ...], ...], list[list[str]]] = {}
    for path in headings:
        seen.setdefault(tuple(tuple(level) for level in path), path)
    return list(seen.values())
