"""Phrases that are written down in one place and shown in another: in tables, until the language is known."""

from __future__ import annotations

BETWEEN = "\x04"
"""Divides the context of a phrase from the phrase, as in compiled catalogues of gettext."""


def message(phrase: str) -> str:
    """Mark a phrase, so that it is gathered for the catalogues."""
    return phrase


def in_context(context: str, phrase: str) -> str:
    """Mark a phrase that other languages have several words for.

    Args:
        context: What it is about, for translators.
    """
    return f"{context}{BETWEEN}{phrase}"


def forms(one: str, many: str) -> tuple[str, str]:
    """Mark a phrase that counts: its English forms for one and for any other number (``{n}``)."""
    return one, many
