"""What a text says and how it says it: its terms in order, and beside them spelling, case, marks and link targets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from editions.comparison.spelling import one_spelling
from editions.comparison.tokens import Token, is_punctuation, tokens

Break = Literal["", "list", "sentence"]

_TYPOGRAPHY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00a0": " "})
_LINK = re.compile(r"!?\[(.*)\](\(.*\)|\[.*\])", re.DOTALL)
# Signs outside the punctuation categories that are only Markdown: table bars, stray ticks.
_MARKUP_SIGNS = frozenset("|`´¨")
_STRIKING_TAGS = re.compile(r"</?(?:del|s|strike|ins)\b", re.IGNORECASE)
_SENTENCE_ENDS = frozenset(".!?")
_REMOVED_URL = "\N{LINK SYMBOL}"


@dataclass
class Reading:
    """A text taken apart.

    Attributes:
        terms: What it says: words in one spelling and in lower case (words in capitals and code keep their letters),
            numbers, signs that carry meaning.
        breaks: For each term the strongest break between it and the term before: a sentence's, a list's or none.
        spelled: The words as they are spelled, in lower case.
        cased: The words with their capitals.
        marks: Its punctuation.
        markup: Its Markdown and HTML marks.
        targets: Where its links lead.
    """

    terms: list[str] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    spelled: list[str] = field(default_factory=list)
    cased: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    _pending: Break = "sentence"

    def term(self, key: str, spelled: str, cased: str) -> None:
        """Add a term with its spelling and its capitals."""
        self.terms.append(key)
        self.spelled.append(spelled)
        self.cased.append(cased)
        self.breaks.append(self._pending)
        self._pending = ""

    def pause(self, strength: Break) -> None:
        """Note a break before the next term; the strongest one counts."""
        if self._pending != "sentence":
            self._pending = strength


def read(text: str) -> Reading:
    """Take a text apart.

    Args:
        text: Markdown.

    Returns:
        Its terms and its form.
    """
    reading = Reading()
    _read(unicodedata.normalize("NFC", text), reading)
    return reading


def _read(text: str, reading: Reading) -> None:
    found, _ = tokens(text)
    for place, token in enumerate(found):
        at_line_start = place == 0 or "\n" in token.gap
        if "\n\n" in token.gap.replace(" ", ""):
            reading.pause("sentence")
        match token.kind:
            case "word" | "ideograph":
                _word(token.text.translate(_TYPOGRAPHY), reading)
                if token.text != token.text.translate(_TYPOGRAPHY):
                    reading.marks.append(token.text)
            case "code":
                inner = token.text.strip("`").strip()
                reading.markup.append("`")
                reading.term(inner, inner, inner)
            case "link":
                _link(token.text, reading)
            case "url":
                reading.targets.append(token.text.strip("<>"))
                reading.term(_REMOVED_URL, _REMOVED_URL, _REMOVED_URL)
            case "html" if _STRIKING_TAGS.match(token.text):
                reading.term(token.text, token.text, token.text)
            case "html" | "attributes" | "comment":
                reading.markup.append(token.text)
            case "symbol":
                _symbol(token, at_line_start, _follows(found, place), reading)


def _follows(found: tuple[Token, ...], place: int) -> Token | None:
    return found[place + 1] if place + 1 < len(found) else None


def _word(text: str, reading: Reading) -> None:
    # A hyphen inside a word is punctuation: "high-stakes" and "high stakes" say the same.
    for part_number, part in enumerate(text.split("-")):
        if part_number:
            reading.marks.append("-")
        stem, apostrophe, ending = part.partition("'")
        capitals = len(stem) > 1 and stem.isupper()
        key = stem if capitals else one_spelling(stem.lower())
        reading.term(f"{key}{apostrophe}{ending.lower()}", part.lower(), part)


def _link(text: str, reading: Reading) -> None:
    match = _LINK.fullmatch(text)
    if match is None:  # cannot be: the token has this very form
        raise ValueError(f"not a link: {text!r}")
    reading.markup.append("![]" if text.startswith("!") else "[]")
    reading.targets.append(match[2])
    _read(match[1], reading)


def _symbol(token: Token, at_line_start: bool, following: Token | None, reading: Reading) -> None:
    sign = token.text.translate(_TYPOGRAPHY)
    glued = following is not None and not following.gap
    before_digit = following is not None and following.text[0].isdigit()
    if sign == "&":
        reading.term("and", "&", "&")
    elif at_line_start and not glued and (sign[0] in "-+*#" or (sign == ">" and not before_digit)):
        reading.markup.append(sign)
        reading.pause("sentence")
    elif (sign == "-" and glued and before_digit) or (sign == "*" and token.gap and not glued) or sign[0] == "#":
        reading.term(sign, sign, sign)
    elif sign[0] in "*_" or sign in _MARKUP_SIGNS:
        reading.markup.append(sign)
    elif is_punctuation(sign):
        reading.marks.append(token.text)
        reading.pause("sentence" if sign in _SENTENCE_ENDS else "list")
    else:
        reading.term(sign, sign, sign)
