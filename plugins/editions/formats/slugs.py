"""Slugs: the last part of a domain's address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from editions.model.portable_names import reserved_for

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60


def is_slug(text: str) -> bool:
    """Whether a text can stand as a slug.

    Args:
        text: Any text.

    Returns:
        True for lower-case letters and digits joined by single hyphens, unless the name is reserved.
    """
    return _SLUG.fullmatch(text) is not None and reserved_for(text) is None


def slug_of(title: str, otherwise: str, taken: Container[str] = ()) -> str:
    """Make a slug.

    Args:
        title: The title that it is made of.
        otherwise: What it is made of where the title holds no letter of the Latin alphabet and no digit, such as an id.
        taken: Slugs that are used already.

    Returns:
        A slug of at most about 60 characters, cut between words, with a number where it is taken.
    """
    made = _words(title) or _words(otherwise) or "domain"
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    if reserved_for(made) is not None:
        made = f"{made}-domain"
    numbered, number = made, 2
    while numbered in taken:
        numbered, number = f"{made}-{number}", number + 1
    return numbered


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
