"""How long a text takes to read: the same for the same text, whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editions.text.plain import write_plain
from editions.text.tree import Text
from editions.words.phrasebook import Phrasebook

WORDS_PER_MINUTE = 200
CHARACTERS_PER_MINUTE = 500
"""For the scripts that put no spaces between words: Chinese, Japanese and Korean."""

_UNREAD = re.compile(r"\b(?:https?|mailto):\S+")
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def reading_time(texts: Iterable[Text]) -> int:
    """How long texts take to read.

    Returns:
        Whole minutes, at least one: at 200 words a minute, or 500 characters where the script has no spaces between
        words. Addresses are not read.
    """
    words = characters = 0
    for text in texts:
        plain = _UNREAD.sub(" ", write_plain(text))
        characters += len(_CHARACTER.findall(plain))
        words += len(_WORD.findall(_CHARACTER.sub(" ", plain)))
    return max(1, round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))


def reading_words(texts: Iterable[Text], words: Phrasebook) -> str:
    """The reading time for people, such as ``4 min``."""
    return words.count(reading_time(texts), "{n} min", "{n} min")
