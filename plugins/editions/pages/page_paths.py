"""Addresses of pages: their files in the tree that MkDocs sees, and the way from one page to another."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

_IN_ADDRESSES = ":/?#@!$&'()*+,;=%~"
_PAGE = re.compile(r"[^?#]*")


def relative_path(path: str, origin: str) -> str:
    """The path from one file of the tree to another.

    Args:
        origin: The file that mentions it.
    """
    return posixpath.relpath(path, posixpath.dirname(origin) or ".")


def relative_address(address: str, origin: str) -> str:
    """The relative URL from one page to another page or file.

    Args:
        address: Path from the root of the site, with query and anchor if they are meant.
        origin: The page that links to it.
    """
    page = _PAGE.match(address)
    inside = page[0] if page else address
    # As posixpath.relpath does it, which also asks for the working folder; there are many links.
    here, there = origin.split("/")[:-1], inside.split("/")
    shared = 0
    for ours, theirs in zip(here, there[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    return ("../" * (len(here) - shared) + "/".join(there[shared:]) or "./") + address[len(inside) :]


def web_address(url: str) -> str:
    """An address as HTML takes it.

    Returns:
        The address with what may not stand in one, such as ``|``, percent-encoded (RFC 3986, section 2); what is
        encoded already stays so.
    """
    scheme, _, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return f"{scheme}://{authority}{quote(rest[len(authority) :], safe=_IN_ADDRESSES)}"
