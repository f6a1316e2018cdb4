"""What CLDR knows of languages."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError


def direction(language: str) -> str:
    """Which way a language is written.

    Args:
        language: BCP 47 tag.

    Returns:
        ``ltr`` or ``rtl``, as CLDR says of its script; ``ltr`` for a language that CLDR does not know.
    """
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
