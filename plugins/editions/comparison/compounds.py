"""Words and numbers that are written in one piece or in two: ``data set``, ``10 000``, ``per cent``.

Whether two words are one compound is asked of a pair of texts: only where one of them writes it in one piece is the
other one read so. A rule for hyphens alone would take "resign" for "re-sign", and one for blanks "overall" for
"over all"; here the parts have to be long, or the first one an affix, or both on a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editions.text.words import Passage

_LONG = 4  # letters of a part that is no ending or prefix of another word
_PREFIXED = 5
# First parts that make another word of the second one, or that a sentence may have before it.
_PARTED = frozenset(
    "after both else even ever every fore here less like more much never none only over some such than that then there "
    "they this under very what when where with your".split()
)
_PREFIXES = frozenset(
    "anti auto bi counter cyber de hyper infra inter intra macro meta micro multi nano poly pre pseudo semi sub super "
    "trans tri ultra".split()
)
_LISTED = re.compile(
    r"(?:add-on|back-up|bit-rate|co-exist|co-locat|co-operat|co-ordinat|data-set|e-mail|end-point|fire-wall|key-word|log-file|"
    r"log-in|log-off|log-on|log-out|off-line|on-line|over-rid|over-wr|plug-in|real-time|roll-out|run-time|sand-box|"
    r"set-up|start-up|sub-set|time-out|up-load|web-page|web-site|wi-fi|"
    r"re-(?:appl|assess|authentic|build|calculat|configur|connect|deploy|e|identif|initial|install|load|sched|start|"
    r"test|train|us[ae]|valid|write))"
)
# Two words that are one in another spelling, whichever the other text has.
_PHRASES = {"per cent": "percent", "for example": "eg", "for instance": "eg"}
_FIRST_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\s\d{3}){0,6}")
_GROUP = re.compile(r"\d{3}")


def single_words(texts: Iterable[Sequence[Passage]]) -> frozenset[str]:
    """The words that texts write in one piece, in lower case."""
    return frozenset(
        word.text.lower()
        for text in texts
        for passage in text
        for word in passage.words
        if word.kind == "word" and len(word.text) >= _LONG
    )


def joined_hyphen(word: str, written: frozenset[str]) -> str:
    """Write a compound without its hyphen.

    Args:
        word: A word.
        written: Words that the two texts write in one piece.

    Returns:
        The compound, or nothing if the word is none.
    """
    first, hyphen, second = word.partition("-")
    return _compound(first, second, written) if hyphen and "-" not in second else ""


def joined_words(first: str, second: str, written: frozenset[str]) -> str:
    """Write two words or groups of digits that are one in one piece.

    Args:
        first: A word, or the groups of a number so far.
        second: The word after it.
        written: Words that the two texts write in one piece.

    Returns:
        What they say, or nothing if they are two.
    """
    if _GROUP.fullmatch(second):
        return re.sub(r"\s", "", first) + second if _FIRST_GROUPS.fullmatch(first) else ""
    return _PHRASES.get(f"{first} {second}".lower(), "") or _compound(first, second, written)


def _compound(first: str, second: str, written: frozenset[str]) -> str:
    first, second = first.lower(), second.lower()
    if f"{first}{second}" not in written:
        return ""
    long = min(len(first), len(second)) >= _LONG and first not in _PARTED and f"{first}{second}".isalpha()
    prefixed = first in _PREFIXES and len(second) >= _PREFIXED
    return f"{first}{second}" if long or prefixed or _LISTED.match(f"{first}-{second}") else ""
