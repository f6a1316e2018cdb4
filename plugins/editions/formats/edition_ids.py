"""Ids that an edition can have, and ids made of those that it cannot have."""

from __future__ import annotations

import re
import unicodedata

from editions.model.portable_names import reserved_for

_ID = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")
_LONGEST_ID = 64


def is_id(text: str) -> bool:
    """Whether a text can stand as the id of a domain or criterion.

    Args:
        text: Any text.

    Returns:
        True for letters and digits joined by single dots, hyphens or underscores, up to 64 signs: what can stand in an
        anchor, an address and a citation key without an escape. False for a name that is reserved.
    """
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None and reserved_for(text) is None


def mapped_id(text: str) -> str:
    """Make an id of what is none.

    Args:
        text: Any text.

    Returns:
        The text without accents, with a hyphen for each run of signs that an id cannot hold, and with ``id-`` before a
        name that is reserved; empty if nothing is left.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    joined = re.sub(r"[^A-Za-z0-9]+", lambda run: run[0] if run[0] in "._-" else "-", plain)
    made = joined.strip("._-")[:_LONGEST_ID].strip("._-")
    return made if reserved_for(made) is None else f"id-{made}"[:_LONGEST_ID].strip("._-")
