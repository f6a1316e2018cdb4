"""Catalogues of words: a ``.po`` file for each language but English, which is what the sources say."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

_HERE = Path(__file__).parent
SOURCE = "en"


def languages() -> frozenset[str]:
    """The languages in which there are words: BCP 47 tags."""
    return frozenset({SOURCE, *(path.stem for path in _HERE.glob("*.po"))})


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


@cache
def translations(language: str) -> NullTranslations:
    """Read the words of a language.

    Args:
        language: BCP 47 tag of the site.

    Returns:
        The translations; English words as they are where there are none.
    """
    found = language_of_words(language)
    if found == SOURCE:
        return NullTranslations()
    with (_HERE / f"{found}.po").open("rb") as file:
        catalogue = read_po(file, locale=found)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
