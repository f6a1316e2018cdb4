"""Takes a text apart into what it says and how it says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from editions.comparison.characters import DASHES, QUOTES, by_height, plain_characters
from editions.comparison.compounds import joined_hyphen, joined_words
from editions.comparison.measures import UNITS, parted_number, plain_number
from editions.comparison.signs import PAUSES, PRIMES, Pause, is_number, is_part, is_shortened, meaningful_places
from editions.comparison.spelling import NAMES, bare_formula, one_spelling, uncontracted
from editions.comparison.terms import Reading, Term
from editions.text.inline_tree import Image, Link, Tagged
from editions.text.words import Passage, Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STRENGTH: tuple[Pause, ...] = ("", "comma", "colon", "semicolon", "sentence")
_HYPHEN = re.compile(r"-(?!(?<=\d-)\d)")
_COMPARED = {"<": "≤", ">": "≥", "!": "≠"}
# Units of which the capitals count: milli is not mega.
_UNIT = re.compile(r"..?|.+[A-Z].*|[A-Z]i?(?:bit|bps|mol|ohm)s?")
_ROOT = re.compile(r"(https?://[^/?#]+)/")
_MARKER = re.compile(r"[A-Za-z]|[ivxIVX]{1,5}|\d{1,3}|[A-Za-z]\d")
_NON = re.compile(r"^(non)((?!etheless|sens)[a-z]{5,})", re.IGNORECASE)
# A word that is written twice in a row by mistake; "that that" and "had had" can be meant.
_NEVER_TWICE = frozenset(
    "the a of to and in is for be with on by at or must shall should may can will has it its this these their our your "
    "we you they as from which if when any each into".split()
)


def read(found: Sequence[Passage], single: frozenset[str]) -> Reading:
    """Take a text apart.

    Args:
        found: Its passages.
        single: Words that it or the text with which it is compared writes in one piece.

    Returns:
        Its terms and its form.
    """
    reading = Reading()
    for passage in found:
        if passage.words:
            _PassageReader(passage, reading, single).read()
    return reading


class _PassageReader:
    """Reads one passage into a reading."""

    def __init__(self, passage: Passage, reading: Reading, single: frozenset[str]) -> None:
        self._single = single
        self._words = passage.words
        self._place = passage.path
        self._reading = reading
        self._pause: Pause = "sentence"
        self._set = ""
        self._range = ""  # the number before a dash with blanks, which the next number makes a range
        self._linked: set[int] = set()
        self._meaningful = meaningful_places(passage.words)

    def read(self) -> None:
        self._reading.seen.append((self._place, "".join(f"{it.gap}{_set(it)}{it.text}" for it in self._words)))
        self._read_marks()
        for place in range(self._read_marker(), len(self._words)):
            word = self._words[place]
            self._set = _set(word)
            first = len(self._reading.terms)
            match word.kind:
                case "word" | "ideograph":
                    if not self._join(place):
                        self._read_word(word.text)
                case "sign":
                    self._read_sign(place)
                case "formula":
                    self._add(bare_formula(word.text), word.text, fixed=True)
                case "image":
                    self._reading.images.append(word.node.target if isinstance(word.node, Image) else "")
                    self._add(f"image: {word.text}", word.text or "image", fixed=True)
                case "note":  # its number is none that the text gives
                    self._add(word.text.translate(_RAISED), word.text, fixed=True)
                case _:
                    self._add(word.text, word.text, fixed=True)
            if place in self._linked:
                self._reading.linked += range(first, len(self._reading.terms))

    def _add(self, key: str, written: str, *, fixed: bool = False) -> None:
        key, written = f"{self._range}{self._set}{key}", f"{self._range}{written}"
        self._reading.terms.append(Term(key, written.lower(), written, self._pause, self._place, fixed))
        self._pause = self._range = ""

    def _join(self, place: int) -> bool:
        """Read a word and the one before it as one, if they are one in another spelling."""
        word, before = self._words[place], self._words[place - 1] if place else None
        terms = self._reading.terms
        if before is None or before.kind != "word" or self._pause or len(word.gap) != 1 or terms[-1].fixed:
            return False
        alone = (
            terms[-1].key[0] not in "^_" and not self._set and (place in self._linked) == (place - 1 in self._linked)
        )
        key = joined_words(terms[-1].cased, plain_characters(word.text), self._single) if alone else ""
        if key:
            first = terms.pop()
            self._pause = first.pause
            self._add(one_spelling(key), f"{first.cased}{word.gap}{word.text}")
        return bool(key)

    def _note_pause(self, pause: Pause) -> None:
        """Note what is before the next term; the strongest counts."""
        self._pause = max(self._pause, pause, key=_STRENGTH.index)

    def _read_marks(self) -> None:
        """Note links and abbreviations, each with its words."""
        for mark, group in groupby(enumerate(self._words), key=lambda it: _leading_mark(it[1])):
            places, words = zip(*group, strict=True)
            written = "".join(f"{it.gap}{it.text}" for it in words).strip()
            if isinstance(mark, Link) and mark.target not in (written, f"mailto:{written}"):
                # An empty path is the root (RFC 3986, 6.2.3).
                self._reading.targets.append(root[1] if (root := _ROOT.fullmatch(mark.target)) else mark.target)
                self._linked.update(places)
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
        text = plain_characters(written)
        if text != written:
            self._reading.marks.append(written)
        around = self._set
        for height, part in by_height(text):
            self._set = height or around
            self._read_part(part)

    def _read_part(self, text: str) -> None:
        if text.endswith("."):  # an abbreviation such as e.g.
            text = text.replace(".", "")
        else:
            first, text = parted_number(text)
            if first:
                self._add(plain_number(first), first)
        if compound := joined_hyphen(text, self._single):
            self._add(one_spelling(compound), text)
            return
        text = _NON.sub(r"\1-\2", text)
        # A hyphen inside a word is punctuation: "high-stakes" and "high stakes" say the same; in a number it counts.
        for number, part in enumerate(_HYPHEN.split(text)):
            if number:
                self._reading.marks.append("-")
            if (number_key := plain_number(part)) != part:
                self._add(number_key, part)
                continue
            stem, apostrophe, ending = part.partition("'")
            if self._keeps_case(stem):
                self._add(f"{stem}{apostrophe}{ending.lower()}", part)
                continue
            for key in uncontracted(part.lower()) or (f"{one_spelling(stem.lower())}{apostrophe}{ending.lower()}",):
                terms = self._reading.terms
                if terms and not self._pause and terms[-1].key == key and key in _NEVER_TWICE:
                    self._reading.repeated.append(part)
                else:
                    self._add(UNITS.get(key, key) if self._after_number() else key, part)

    def _keeps_case(self, word: str) -> bool:
        """Whether the capitals of a word say something: those of a key word, a name, a unit."""
        if word.islower() or (word in ("AM", "PM") and self._after_number()):
            return False
        if (len(word) > 1 and word.isupper()) or (self._after_number() and _UNIT.fullmatch(word)):
            return True
        return self._pause != "sentence" and ((len(word) == 1 and word != "I") or word.lower() in NAMES)

    def _after_number(self) -> bool:
        terms = self._reading.terms
        return bool(terms) and not self._pause and terms[-1].key[-1:].isdigit()

    def _read_sign(self, place: int) -> None:
        word = self._words[place]
        sign = plain_characters(word.text)
        before = self._words[place - 1] if place else None
        after = self._words[place + 1] if place + 1 < len(self._words) else None
        (height, shown), *_ = by_height(sign)
        if height:
            self._set = height
            self._add(shown, word.text)
        elif sign == "&":
            self._add("and", "&")
        elif word.text in DASHES:
            self._read_dash(word, before, after)
        elif sign == "=" and before is not None and not word.gap and before.text in _COMPARED:
            compared = self._reading.terms.pop()
            self._pause = compared.pause
            self._add(_COMPARED[before.text], f"{compared.cased}=")
        elif place in self._meaningful:
            self._add(PRIMES.get(sign, sign), sign)
        elif sign in "?？؟":
            self._add("?", sign)
            self._pause = "sentence"
        elif (pause := PAUSES.get(sign)) and not is_part(word, before, after):
            self._reading.marks.append(sign)
            if sign == "." and before is not None and not word.gap and is_shortened(before, after):
                return
            self._note_pause(pause)
        elif sign in QUOTES or unicodedata.category(sign[0]) in ("Pi", "Pf"):
            self._reading.marks.append(sign)
        else:
            self._add(sign, sign)

    def _read_dash(self, word: Word, before: Word | None, after: Word | None) -> None:
        glued = after is not None and not after.gap
        free = before is None or word.gap != "" or before.kind == "sign"
        numbers = after is not None and is_number(after)
        minus = numbers and glued and free
        between = numbers and before is not None and is_number(before)
        option = word.text == "-" and glued and free and after is not None and after.text not in DASHES
        terms = self._reading.terms
        if between and word.gap and not glued and terms and before is not None and terms[-1].cased == before.text:
            self._range = f"{terms[-1].key}-"
            self._pause = terms.pop().pause
        elif minus or between or option:
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
    if not word.marks:
        return ""
    tags = {mark.tag for mark in word.marks if isinstance(mark, Tagged)}
    return "^" if "sup" in tags else "_" if "sub" in tags else ""
