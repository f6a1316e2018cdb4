"""Characters that a reader cannot see, and that make a name or a title look like another one.

They are those that Unicode gives the property Default_Ignorable_Code_Point, and the interlinear annotation marks
(Unicode 16, 5.21 and 23.8). Where a script needs one it is allowed: joiners beside a letter of a script that joins its
letters and between symbols, as in Persian, Hindi and emoji, direction marks in a text with letters that run from right
to left, selectors after a sign that has variants, the vowel separator of Mongolian, and the tags of a flag.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_MONGOLIAN = re.compile("[\u1800-\u18af][\u180b-\u180f]*$")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]*$")
_LONGEST_SEQUENCE = 40
# Blocks of the scripts of Asia that join letters or stack them below a virama; those that run leftward are not listed.
_JOINING = re.compile(
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1c7f\u1cc0-\u1cff\ua800-\uaaff\uabc0-\uabff\U00010a00-\U00011fff]"
)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_KEYCAP = re.compile("[#*0-9]\ufe0f\u20e3")
_VARIED_LETTERS = ("CJK ", "MYANMAR ", "PHAGS-PA ", "INFORMATION SOURCE")


def invisible_character(text: str) -> str | None:
    """Find the first character of a text that cannot be seen.

    Returns:
        Its code point and name, such as ``U+202E (right-to-left override)``; ``None`` if there is none.
    """
    return next((name for *_, name in invisible_characters(text)), None)


def invisible_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the characters of a text that cannot be seen, the first of each line.

    Yields:
        Line of the text, from 1; place of the character, from 0; its code point and name.
    """
    if text.isascii():
        return
    leftward: bool | None = None
    line = place = found = 0
    for match in _INVISIBLE.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        if line < found:
            continue
        if match[0] in _MARKS:
            leftward = _runs_leftward(text) if leftward is None else leftward
        if not (leftward if match[0] in _MARKS else _is_needed(text, place)):
            found = line + 1
            yield found, place, _named(match[0])


def _runs_leftward(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") and sign not in _MARKS for sign in text)


def without_invisible_characters(text: str) -> str:
    """Leave out the characters that cannot be seen and that no script of the text needs."""
    if text.isascii():
        return text
    return _INVISIBLE.sub(lambda match: match[0] if _is_needed(text, match.start()) else "", text)


def _is_needed(text: str, place: int) -> bool:
    sign = text[place]
    before = text[max(0, place - _LONGEST_SEQUENCE) : place]
    if sign in _JOINERS:
        around = before[-1:] + text[place + 1 : place + 2]
        return any(map(_is_joined, around)) or (len(around) == 2 and all(map(_is_symbol, around)))
    if _SELECTORS.match(sign):
        return _has_variants(before[-1:]) or _KEYCAP.match(text, max(0, place - 1)) is not None
    if "\u180b" <= sign <= "\u180f":
        return _MONGOLIAN.search(before) is not None
    return "\U000e0020" <= sign <= "\U000e007f" and _FLAG.search(before) is not None


def _is_joined(sign: str) -> bool:
    """Whether a sign is a letter, or a mark on one, of a script that joins its letters."""
    leftward = unicodedata.bidirectional(sign) in ("R", "AL")
    return unicodedata.category(sign)[0] in "LM" and (leftward or _JOINING.match(sign) is not None)


def _is_symbol(sign: str) -> bool:
    """Whether a sign can be part of an emoji."""
    return not sign.isascii() and (sign == "\ufe0f" or unicodedata.category(sign) in ("So", "Sk", "Sm"))


def _has_variants(sign: str) -> bool:
    """Whether a sign can have a form that a selector chooses: a symbol, or a letter of few scripts."""
    return not sign.isascii() and (
        unicodedata.category(sign)[0] in "SP" or unicodedata.name(sign, "").startswith(_VARIED_LETTERS)
    )


def _named(sign: str) -> str:
    name = unicodedata.name(sign, "").lower()
    return f"U+{ord(sign):04X} ({name})" if name else f"U+{ord(sign):04X}"
