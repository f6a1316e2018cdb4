"""What a text says and how it says it: its terms in order, and beside them spelling, case, marks and link targets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from editions.comparison.spelling import NAMES, bare_formula, joined_spelling, one_spelling
from editions.text.inline_tree import Image, Link, Tagged
from editions.text.words import Passage, Step, Word

Pause = Literal["", "comma", "colon", "semicolon", "sentence"]
"""What is between a term and the one before it; signs that part clauses in the same way count as commas."""

_STRENGTH: tuple[Pause, ...] = ("", "comma", "colon", "semicolon", "sentence")
_TYPOGRAPHY = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-")
)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_PAUSES: dict[str, Pause] = {
    **dict.fromkeys(".!\u3002\uff01\uff0e\u0964\u06d4", "sentence"),
    **dict.fromkeys(";\u061b\uff1b", "semicolon"),
    **dict.fromkeys(":\uff1a", "colon"),
    **dict.fromkeys(",\u060c\u3001\uff0c()[]{}\uff08\uff09\u2026•·", "comma"),
    "...": "comma",
}
_HYPHEN = re.compile(r"-(?!(?<=\d-)\d)")
_QUOTES = frozenset("¡¿\"'`´“”„‟«»‹›‘’‚「」『』《》〈〉")
_UNSEEN = frozenset("\ufe0e\ufe0f")  # whether a sign is set in colour
# Words that a full stop shortens: it ends no sentence.
_SHORTENED = frozenset(
    "no nos art arts sec fig figs ch vol ed eds p pp cf approx ca vs etc al dr mr mrs ms st inc ltd co incl resp est "
    "max min".split()
)
_MARKER = re.compile(r"[A-Za-z]|[ivxIVX]{1,5}|\d{1,3}|[A-Za-z]\d")
_WITH_UNIT = re.compile(
    r"(\d[\d.,]*)(%|ms|s|h|min|kg|g|mg|km|m|cm|mm|kB|KB|MB|GB|TB|KiB|MiB|GiB|Hz|kHz|MHz|GHz|V|W|kW)"
)
# A word that is written twice in a row by mistake; "that that" and "had had" can be meant.
_NEVER_TWICE = frozenset("the a of to and in is for be with on by at or are must shall should may".split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says something, a number or a sign that carries meaning.

    Attributes:
        key: What it says: one spelling in lower case; words in capitals and code keep their letters.
        spelled: The word as it is spelled, in lower case.
        cased: The word with its capitals.
        pause: What is between it and the term before it.
        place: What contains it.
        fixed: Whether it is code, a formula or the like, of which every sign counts.
    """

    key: str
    spelled: str
    cased: str
    pause: Pause
    place: tuple[Step, ...]
    fixed: bool = False


@dataclass
class Reading:
    """A text taken apart.

    Attributes:
        terms: What it says.
        targets: Where its links lead, those left out whose words are their address.
        images: Files of its pictures.
        meanings: What its abbreviations mean.
        marks: Its punctuation.
        repeated: Words that are written twice by mistake.
        seen: All letters in their places, in whatever type they are set.
    """

    terms: list[Term] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    meanings: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    seen: list[tuple[tuple[Step, ...], str]] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """What its terms say."""
        return [term.key for term in self.terms]


def read(found: Sequence[Passage]) -> Reading:
    """Take a text apart.

    Args:
        found: Its passages.

    Returns:
        Its terms and its form.
    """
    reading = Reading()
    for passage in found:
        if passage.words:
            _PassageReader(passage, reading).read()
    return reading


class _PassageReader:
    """Reads one passage into a reading."""

    def __init__(self, passage: Passage, reading: Reading) -> None:
        self._words = passage.words
        self._place = passage.path
        self._reading = reading
        self._pause: Pause = "sentence"
        self._set = ""

    def read(self) -> None:
        self._reading.seen.append((self._place, "".join(f"{it.gap}{_set(it)}{it.text}" for it in self._words)))
        self._read_marks()
        for place in range(self._read_marker(), len(self._words)):
            word = self._words[place]
            self._set = _set(word)
            match word.kind:
                case "word" | "ideograph":
                    self._read_word(unicodedata.normalize("NFC", word.text))
                case "sign":
                    self._read_sign(place)
                case "formula":
                    self._add(bare_formula(word.text), word.text, fixed=True)
                case "image":
                    self._reading.images.append(word.node.target if isinstance(word.node, Image) else "")
                    self._add(f"image: {word.text}", word.text or "image", fixed=True)
                case _:
                    self._add(word.text, word.text, fixed=True)

    def _add(self, key: str, written: str, *, fixed: bool = False) -> None:
        term = Term(f"{self._set}{key}", written.lower(), written, self._pause, self._place, fixed)
        self._reading.terms.append(term)
        self._pause = ""

    def _note_pause(self, pause: Pause) -> None:
        """Note what is before the next term; the strongest counts."""
        self._pause = max(self._pause, pause, key=_STRENGTH.index)

    def _read_marks(self) -> None:
        """Note links and abbreviations, each with its words."""
        for mark, group in groupby(self._words, key=_leading_mark):
            written = "".join(f"{it.gap}{it.text}" for it in group).strip()
            if isinstance(mark, Link) and mark.target not in (written, f"mailto:{written}"):
                self._reading.targets.append(mark.target)
            elif isinstance(mark, Tagged):
                self._reading.meanings.append(mark.title)

    def _read_marker(self) -> int:
        """Read what numbers a passage, such as ``a.`` or ``(1)``; the place after it."""
        opened = int(self._words[0].text == "(")
        signs = self._words[opened : opened + 2]
        if len(signs) < 2 or not _MARKER.fullmatch(signs[0].text) or signs[1].gap:
            return 0
        if signs[1].text != ")" and (opened or signs[1].text != "."):
            return 0
        after = opened + 2
        if after < len(self._words) and not self._words[after].gap:
            return 0
        self._add(f"({signs[0].text.lower()})", signs[0].text)
        self._reading.marks += (it.text for it in self._words[:after] if it.kind == "sign")
        return after

    def _read_word(self, written: str) -> None:
        text = written.translate(_TYPOGRAPHY)
        if text != written:
            self._reading.marks.append(written)
        if text.endswith("."):  # an abbreviation such as e.g.
            text = text.replace(".", "")
        elif with_unit := _WITH_UNIT.fullmatch(text):
            self._add(with_unit[1], with_unit[1])
            text = with_unit[2]
        # A hyphen inside a word is punctuation: "high-stakes" and "high stakes" say the same; in a number it counts.
        for number, part in enumerate(_HYPHEN.split(joined_spelling(text))):
            if number:
                self._reading.marks.append("-")
            stem, apostrophe, ending = part.partition("'")
            key = stem if self._keeps_case(stem) else one_spelling(stem.lower())
            key = f"{key}{apostrophe}{ending.lower()}"
            terms = self._reading.terms
            if terms and not self._pause and terms[-1].key == key and key in _NEVER_TWICE:
                self._reading.repeated.append(part)
            else:
                self._add(key, part)

    def _keeps_case(self, word: str) -> bool:
        """Whether the capitals of a word say something: those of a key word, a name, a unit."""
        if len(word) > 1 and word.isupper():
            return True
        if self._pause == "sentence" or word.islower():
            return bool(self._after_number() and len(word) <= 2 and not word.islower())
        return (len(word) == 1 and word != "I") or word.lower() in NAMES or (self._after_number() and len(word) <= 2)

    def _after_number(self) -> bool:
        terms = self._reading.terms
        return bool(terms) and not self._pause and terms[-1].key[-1:].isdigit()

    def _read_sign(self, place: int) -> None:
        word = self._words[place]
        sign = word.text
        before = self._words[place - 1] if place else None
        after = self._words[place + 1] if place + 1 < len(self._words) else None
        if sign in _UNSEEN:
            return
        if sign == "&":
            self._add("and", "&")
        elif sign in _DASHES:
            self._read_dash(word, before, after)
        elif sign in "?？؟":
            self._add("?", sign)
            self._pause = "sentence"
        elif (pause := _PAUSES.get(sign)) and not _is_part(word, before, after):
            self._reading.marks.append(sign)
            if sign == "." and before is not None and not word.gap and _is_shortened(before, after):
                return
            self._note_pause(pause)
        elif sign in _QUOTES or unicodedata.category(sign[0]) in ("Pi", "Pf"):
            self._reading.marks.append(sign)
        else:
            self._add(sign, sign)

    def _read_dash(self, word: Word, before: Word | None, after: Word | None) -> None:
        glued = after is not None and not after.gap
        free = before is None or word.gap != "" or before.kind == "sign"
        numbers = after is not None and _is_number(after)
        minus = numbers and glued and free
        between = numbers and before is not None and _is_number(before)
        option = word.text == "-" and glued and free and after is not None and after.text not in _DASHES
        if minus or between or option:
            self._add("-", word.text)
        else:
            self._reading.marks.append(word.text)
            if word.gap or not glued or word.text in "\u2014\u2015":
                self._note_pause("comma")


def _leading_mark(word: Word) -> Link | Tagged | None:
    """The link or the abbreviation that a word is in."""
    for mark in word.marks:
        if isinstance(mark, Link) or (isinstance(mark, Tagged) and mark.title):
            return mark
    return None


def _set(word: Word) -> str:
    """A sign for how a word is set, where that makes another word of it: 10 to the power of 6 is not 106."""
    tags = {mark.tag for mark in word.marks if isinstance(mark, Tagged)}
    return "^" if "sup" in tags else "_" if "sub" in tags else ""


def _is_number(word: Word) -> bool:
    return word.text[:1].isdigit() or word.text[:2].lstrip(".").isdigit()


def _is_part(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a sign is inside of a name, such as the full stop of ``config.yml``, or of an operator."""
    glued = after is not None and not after.gap
    if word.text == ".":
        return glued and after is not None and after.kind == "word"
    if word.text == "!":
        return glued and after is not None and after.text == "="
    return word.text == ":" and glued and not word.gap and before is not None and before.kind == "word"


def _is_shortened(before: Word, after: Word | None) -> bool:
    initial = len(before.text) == 1 and before.text.isupper()
    return after is not None and (initial or before.text.lower() in _SHORTENED)
