"""Text that comes from front matter and bibliographies, made safe to set in one line."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TERMINAL = frozenset(".?!…。？！")
_CLOSING = "”’\"'»"
_SPACES = re.compile(r"\s+")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def _keeps(character: str) -> bool:
    if character in _BIDI_CONTROLS:
        return False
    category = unicodedata.category(character)
    if category in ("Cc", "Cs"):
        return False
    point = ord(character)
    return not (point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF or point == 0xFEFF)


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """A text as one line that says what it shows.

    Returns:
        The text with runs of white space as single spaces and without control characters, lone surrogates,
        noncharacters and direction overrides, which would break a file or reorder what a reader sees.
    """
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        bare = text
    else:
        bare = _SPACES.sub(" ", text)
        bare = "".join(character for character in bare if _keeps(character))
        bare = _SPACES.sub(" ", bare).strip()
    return bare


def is_closed(text: str) -> bool:
    """Whether a text already ends in a full stop, question mark or exclamation mark.

    Args:
        text: A text; closing quotation marks at its end are looked through.

    Returns:
        Whether another full stop would double the mark.
    """
    index = len(text)
    while index and text[index - 1] in _CLOSING:
        index -= 1
    return index > 0 and text[index - 1] in TERMINAL
