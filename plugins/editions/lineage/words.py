"""Plain text to terms: words, light stems, character n-grams.

Stemming is for English and leaves other languages as they are; scripts written without spaces are read as pairs of
characters, which is the usual unit for matching them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

# Words of grammar and of obligation. They say how a criterion is put, not what it is about, and two editions of a
# standard often differ in exactly these ("shall" for "should", passive for active).
_STOP_WORDS = """
a about above after all also an and any are as at be because been before being below between both but by can could
did do does doing done during each either for from further given had has have having he her here his how i if in
into is it its itself just least may might more most must need needed needs neither nor of off on once one only onto
or other others ought our out over own per shall she should since so some such than that the their them then there
these they this those through thus to too under until up upon us use used uses using via was we were what when
where whether which while who whom whose will with within would you your e.g i.e etc ensure ensures ensured
ensuring required require requires requirement requirements provide provides provided
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Endings after the plural is gone, longest first; at most two are cut, and what is left keeps four letters or more.
_SUFFIX_LIST = """
izations isations ization isation ational fulness ousness iveness ification ation ating ator ated ative ement ment
ities ility ability ibility ality ivity ance ence ancy ency izing ising izer iser ized ised ize ise yse yze ifier
ifying ified ify ier ion ing edly ied er or ed ely ally ly able ible ant ent ate ity al ic ive ous ness ful is y e
"""
_SUFFIXES = tuple(sorted(_SUFFIX_LIST.split(), key=lambda suffix: (-len(suffix), suffix)))
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgklmnprt])\1$")


def folded(text: str) -> str:
    """Returns a text in one case and one Unicode form, without accents."""
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """Returns the words of a plain text in order; unspaced scripts give overlapping pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(folded(text)):
        run = _UNSPACED.search(word)
        if run is None or len(word) < 3:
            found.append(word)
        else:
            found.extend(word[k : k + 2] for k in range(len(word) - 1))
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Returns a light English stem: ``authentication``, ``authenticated`` and ``authenticator`` share one.

    Cuts at most two endings. Words with a digit, short words and words outside a to z stay whole.
    """
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for _ in range(2):
        for suffix in _SUFFIXES:
            left = word[: -len(suffix)] if word.endswith(suffix) else ""
            shortest = 3 if suffix in ("ed", "ing", "e", "y") else 4
            if len(left) >= shortest and _VOWEL.search(left):
                word = _DOUBLED.sub(r"\1", left)
                break
        else:
            break
    return word


def terms(text: str) -> list[str]:
    """Returns the stems of the words that carry meaning, in order; of all words when none does."""
    all_words = words(text)
    kept = [stem(w) for w in all_words if w not in STOP_WORDS]
    return kept or [stem(w) for w in all_words]


def grams(text: str, size: int = 4) -> list[str]:
    """Returns the character n-grams of the words that carry meaning, each word marked at its ends."""
    found: list[str] = []
    for word in words(text):
        if word in STOP_WORDS:
            continue
        padded = f" {word} "
        if len(padded) <= size:
            found.append(padded)
        else:
            found.extend(padded[k : k + size] for k in range(len(padded) - size + 1))
    return found
