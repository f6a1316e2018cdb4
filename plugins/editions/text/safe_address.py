"""Which addresses a page may lead to."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x20]")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def is_safe(target: str) -> bool:
    """Whether an address may be followed: a relative one, or one of the web, of mail or of the telephone.

    Browsers drop tabs and line ends from an address and controls around it before they read its scheme (WHATWG URL
    Standard, 4.4), so none may be in it.
    """
    if _CONTROL.search(target):
        return False
    before, colon, _ = target.partition(":")
    return not colon or any(sign in before for sign in "/?#") or before.lower() in _SCHEMES
