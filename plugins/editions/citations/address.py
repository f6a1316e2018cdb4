"""Web addresses and DOIs, refused when they are not what they claim to be."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
# RFC 3986 allows none of these raw; a percent sign stays as it is, because it may begin an escape already.
_RAW = re.compile(r"[\x20\"<>\\^`{|}\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class UnsafeAddress(ValueError):
    """An address that no citation may carry, such as ``javascript:…``."""


@lru_cache(maxsize=8192)
def safe_url(url: str) -> str:
    """Check a web address and make it safe to stand in any format.

    Args:
        url: An absolute address.

    Returns:
        The address unchanged, but for characters that RFC 3986 never allows (blanks, quotation marks, angle
        brackets, braces, backslashes …), which are percent-encoded.

    Raises:
        UnsafeAddress: If the scheme is not ``http`` or ``https``, there is no host, or control characters hide in it.
    """
    bare = url.strip(" ")
    if _CONTROL.search(bare):
        raise UnsafeAddress(f"{url!r} holds control characters; write the address on one line, without them")
    try:
        parts = urlsplit(bare)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise UnsafeAddress(f"{url!r} is not a web address; write https://host/path") from None
    if parts.scheme.lower() not in ("http", "https") or not host or _RAW.search(host):
        raise UnsafeAddress(f"{url!r} is not a web address; write one that begins with https:// and names a host")
    return _RAW.sub(lambda match: quote(match[0], safe=""), bare)


@lru_cache(maxsize=4096)
def bare_doi(doi: str) -> str:
    """The DOI itself, without ``https://doi.org/`` or ``doi:``.

    Args:
        doi: A DOI in one of the forms in which people write it.

    Returns:
        ``10.registrant/suffix``.

    Raises:
        UnsafeAddress: If it is not a DOI.
    """
    bare = _DOI_PREFIX.sub("", doi.strip(), count=1)
    if _CONTROL.search(bare) or not _DOI.fullmatch(bare):
        raise UnsafeAddress(f"{doi!r} is not a DOI; write 10.NNNN/suffix")
    return bare


def doi_url(doi: str) -> str:
    """The address of a DOI.

    Returns:
        ``https://doi.org/10.…`` with the characters encoded that an address must not hold.
    """
    return "https://doi.org/" + _RAW.sub(lambda match: quote(match[0], safe=""), doi)


def without_scheme(url: str) -> str:
    """An address as styles print it that leave the scheme out.

    Args:
        url: An absolute address.

    Returns:
        The address without ``https://`` and ``www.`` is kept, because it can be part of the host's name.
    """
    return url.split("://", 1)[-1]
