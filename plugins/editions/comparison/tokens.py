"""Cut Markdown into the pieces that a redline keeps whole: words, links, code spans, punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["comment", "code", "link", "url", "html", "attributes", "word", "ideograph", "symbol"]

# Chinese and Japanese write without spaces: there a character is the smallest piece that stands for itself.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = f"(?:(?![{_IDEOGRAPH}])[^\\W_])[\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
      (?P<comment><!--.*?-->)
    | (?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<link>!?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]
        (?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)|\[[^\[\]\n]*\]))
    | (?P<url><https?://[^<>\s]+>|https?://[^\s<>()\[\]"'*]*[^\s<>()\[\]"'*.,;:!?])
    | (?P<html></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)
    | (?P<attributes>\{{:[^{{}}\n]*\}})
    | (?P<word>(?:{_LETTER})+(?:(?:[-\u2010\u2011'\u2019_]|(?<=[0-9])[.,:/](?=[0-9]))(?:{_LETTER})+)*)
    | (?P<ideograph>[{_IDEOGRAPH}])
    | (?P<symbol>\*+|_+|\#+|~~+|\S)
    """,
    re.VERBOSE | re.DOTALL,
)

# Signs that Unicode counts as punctuation and that nevertheless say something: a percentage, a conjunction, a number.
_SAYING = frozenset("%‰&/§@\\")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that is changed as a whole or not at all.

    Attributes:
        gap: The white space before it.
        text: The piece itself, never empty and never starting or ending in white space.
        kind: What it is.
    """

    gap: str
    text: str
    kind: Kind


def is_punctuation(sign: str) -> bool:
    """Whether a sign only parts or joins what stands beside it.

    Args:
        sign: One character, or a run of the same.

    Returns:
        Whether it is punctuation that says nothing by itself.
    """
    return unicodedata.category(sign[0]).startswith("P") and sign[0] not in _SAYING


@lru_cache(maxsize=16)  # a text is read for its redline and at once again for its significance
def tokens(text: str) -> tuple[tuple[Token, ...], str]:
    """Cut a text into tokens.

    Args:
        text: Markdown.

    Returns:
        The tokens and the white space after the last one: gaps and texts, joined in order, are ``text`` again.
    """
    found = []
    end = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "ticks":  # the inner group of a code span
            kind = "code"
        found.append(Token(text[end : match.start()], match.group(), kind))  # type: ignore[arg-type]
        end = match.end()
    return tuple(found), text[end:]
