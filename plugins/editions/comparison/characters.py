"""Characters that readers take for the same: other widths, digits of other scripts, letters that type joins."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

# The hyphens and the minus that make one word with what is beside them, and every dash.
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
DASHES = frozenset(f"-{_HYPHENS}\u2014\u2015\ufe58")
QUOTES = frozenset("¡¿\"'`´“”„‟«»‹›‘’‚「」『』《》〈〉")

_SAME: dict[str, str | None] = {
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys("\u00ad\u0640\ufe0e\ufe0f"),  # a soft hyphen, a letter drawn long, whether a sign is in colour
    **{sign: unicodedata.normalize("NFKC", sign) for sign in "\u00b5\u2126\u212a\u212b\ufb00\ufb01\ufb02\ufb03\ufb04"},
}
_PLAIN = str.maketrans(_SAME)
_RAISED = "⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₊₋₀₁₂₃₄₅₆₇₈₉"
_OTHER_WIDTH = re.compile("[\uff01-\uff5e\uff61-\uff9f]+")
_SET = re.compile(f"([{_RAISED}]+|[{_LOWERED}]+)")

Height = Literal["", "^", "_"]
"""How letters are set: in the line, above it or below it."""


def plain_characters(written: str) -> str:
    """Write letters and signs in the form that other texts have them in.

    Args:
        written: A word or a sign.

    Returns:
        The same to a reader, in the widths and digits of ASCII where it has them; as it is if nothing is left.
    """
    if written.isascii():
        return written
    found = unicodedata.normalize("NFC", written).translate(_PLAIN)
    wide = _OTHER_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), found)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in wide) or written


def by_height(written: str) -> list[tuple[Height, str]]:
    """Cut a word where it is set higher or lower, as in ``m²`` and ``CO₂``.

    Args:
        written: A word or a sign.

    Returns:
        Its parts, digits and signs above and below the line as those in it.
    """
    found: list[tuple[Height, str]] = []
    for part in filter(None, _SET.split(written)):
        height: Height = "^" if part[0] in _RAISED else "_" if part[0] in _LOWERED else ""
        found.append((height, unicodedata.normalize("NFKC", part).replace("\u2212", "-") if height else part))
    return found
