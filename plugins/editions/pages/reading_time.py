"""How long a text takes to read: the same for the same text, whoever reads it."""

from __future__ import annotations

import re

WORDS_PER_MINUTE = 200
CHARACTERS_PER_MINUTE = 500
"""For the scripts that put no spaces between words: Chinese, Japanese and Korean."""

_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<[^<>]*>"  # comments, tags and addresses in angle brackets
    r"|(?<=\])\([^()\n]*\)"  # where a link leads
    r"|^[ ]{0,3}\[[^\[\]\n]+\]:.*$"  # what defines a reference
    r"|\{[^{}\n]*\}"  # attribute lists
    r"|\b(?:https?|mailto):\S+",
    re.DOTALL | re.MULTILINE,
)
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def reading_time(markdown: str) -> int:
    """How long a text takes to read.

    Args:
        markdown: The text.

    Returns:
        Whole minutes, at least one: at 200 words a minute, or 500 characters where the script has no spaces between
        words. Addresses and marks are not read.
    """
    text = _UNREAD.sub(" ", markdown)
    characters = len(_CHARACTER.findall(text))
    words = len(_WORD.findall(_CHARACTER.sub(" ", text)))
    return max(1, round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))


def reading_words(markdown: str) -> str:
    """The reading time for people.

    Args:
        markdown: The text.

    Returns:
        Such as ``4 min``.
    """
    return f"{reading_time(markdown)} min"
