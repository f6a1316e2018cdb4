"""Catalogues of words: a ``.po`` file for each language but English, which is what the sources say."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editions.words.messages import BETWEEN

FOLDER = Path(__file__).parent
SOURCE = "en"


@dataclass(frozen=True)
class Catalogue:
    """The phrases of one language.

    Attributes:
        phrases: By the English phrase, with its context before it; several forms for one that counts.
        plural: Which of these forms a number asks for.
        plural_rule: The same as an expression of C, which is one of JavaScript too.
    """

    phrases: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda number: int(number != 1)
    plural_rule: str = "n != 1"


def languages() -> frozenset[str]:
    """The languages in which there are words: BCP 47 tags."""
    return frozenset({SOURCE, *(path.stem for path in FOLDER.glob("*.po"))})


def language_of_words(language: str) -> str:
    """The language of the words on a site.

    Args:
        language: BCP 47 tag of the site.

    Returns:
        The same language, or the one that it is a variety of (``de`` for ``de-CH``), or English.
    """
    known = languages()
    parts = language.split("-")
    tried = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((tag for tag in tried if tag in known), SOURCE)


def read_catalogue(language: str) -> Catalogue:
    """Read the phrases of a language.

    Args:
        language: One of ``languages()``.

    Returns:
        The catalogue, without phrases for English. One that is not translated, or marked as uncertain, is left out.
    """
    if language == SOURCE:
        return Catalogue()
    from babel.messages.pofile import read_po

    with (FOLDER / f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language.replace("-", "_"))
    phrases: dict[str, str | tuple[str, ...]] = {}
    for entry in read:
        one = entry.id[0] if isinstance(entry.id, (tuple, list)) else entry.id
        said = tuple(entry.string) if isinstance(entry.string, (tuple, list)) else entry.string
        if one and not entry.fuzzy and said and (isinstance(said, str) or all(said)):
            phrases[f"{entry.context}{BETWEEN}{one}" if entry.context else one] = said
    return Catalogue(phrases, gettext.c2py(read.plural_expr), read.plural_expr)
