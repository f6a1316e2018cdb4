"""What signs say beside the words around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from editions.text.words import Word

Pause = Literal["", "comma", "colon", "semicolon", "sentence"]
"""What is between a term and the one before it; signs that part clauses in the same way count as commas."""

PAUSES: dict[str, Pause] = {
    **dict.fromkeys(".!\u3002\u0964\u06d4", "sentence"),
    **dict.fromkeys(";\u061b", "semicolon"),
    ":": "colon",
    **dict.fromkeys(",\u060c\u3001()[]{}\u2026•·", "comma"),
    "...": "comma",
}
# Words that a full stop shortens: it ends no sentence before a small letter or a number, and never after a title.
_SHORTENED = frozenset(
    "art arts sec fig figs ch vol ed eds p pp cf approx ca vs etc al inc ltd co incl resp est max min nr".split()
)
_TITLES = frozenset("dr mr mrs ms prof st".split())
_NUMBERED = frozenset(("no", "nos"))  # "No. 5"; before a word it may be an answer
PRIMES = {"'": "′", '"': "″"}  # feet and inches, minutes and seconds
# Signs that part clauses, and that say something between numbers.
_BETWEEN_NUMBERS = frozenset(("…", "...", "·", "•"))


def is_number(word: Word) -> bool:
    """Whether a word begins with a digit, or with a decimal point."""
    return word.text[:1].isdigit() or word.text[:2].lstrip(".").isdigit()


def is_part(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a sign is inside of a name, such as the full stop of ``config.yml``, or of an operator."""
    glued = after is not None and not after.gap
    if word.text == ".":
        sentence = before is not None and before.text.islower() and after is not None and after.text.istitle()
        return glued and after is not None and after.kind == "word" and not sentence
    if word.text == "!":
        return glued and after is not None and after.text == "="
    return word.text == ":" and glued and not word.gap and before is not None and before.kind == "word"


def is_shortened(before: Word, after: Word | None) -> bool:
    """Whether a full stop between two words shortens the first one and ends no sentence."""
    word = before.text.lower()
    if after is None:
        return False
    if word in _NUMBERED:
        return is_number(after)
    return word in _TITLES or (word in _SHORTENED and not after.text[:1].isupper())


def meaningful_places(words: Sequence[Word]) -> frozenset[int]:
    """Where signs that elsewhere part or quote words say something beside a number."""
    found = set()
    opened: Counter[str] = Counter()
    for place, word in enumerate(words):
        if word.kind != "sign":
            continue
        numbered = place > 0 and is_number(words[place - 1])
        followed = place + 1 < len(words) and is_number(words[place + 1])
        if word.text in _BETWEEN_NUMBERS:
            counts = numbered and followed
        elif word.text == "[":  # of an interval, of which a round bracket leaves out the end (ISO 80000-2, 2-7)
            counts = followed and not words[place + 1].gap
        else:
            closing = word.text == "]" or word.text in PRIMES
            counts = closing and numbered and not word.gap and opened[word.text] % 2 == 0
        opened[word.text] += 1
        if counts:
            found.add(place)
    return frozenset(found)
