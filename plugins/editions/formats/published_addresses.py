"""Addresses of published editions, in files that state them."""

from __future__ import annotations

import re

_EDITION_URL = re.compile(r"(https?://.*/)standard/[^/]+/")
_DOMAIN_URL = re.compile(r".*/domains/([^/]+)/")


def site_in_address(url: str) -> str | None:
    """The address of a site, from that of an edition on it.

    Args:
        url: The address of the edition's page.

    Returns:
        The address, ending in ``/``; ``None`` if the other is none of an edition.
    """
    match = _EDITION_URL.fullmatch(url)
    return match[1] if match else None


def slug_in_address(url: str) -> str:
    """The slug of a domain, from its address on a site of Editions.

    Args:
        url: The address of its page.

    Returns:
        The slug; empty if the address is none of a domain.
    """
    match = _DOMAIN_URL.fullmatch(url)
    return match[1] if match else ""
