"""Marks in rendered pages replaced by HTML that the engine itself has made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_MARK = re.compile(r'(<div\b[^<>]*\bdata-insert="([a-z0-9-]+)"[^<>]*>)(?=</div>)')


def insert_name(name: str, text: str) -> str:
    """A name that a contributor's text cannot spell out, so that no mark in it is taken for one of the engine's.

    Args:
        name: What is inserted.
        text: The contributors' Markdown that stands on the same page.

    Returns:
        The name with a digest of the text: to write it, a text would have to hold its own digest.
    """
    return f"{name}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:32]}"


def with_inserts(html: str, inserts: Mapping[str, str]) -> str:
    """Fill the marks of a page.

    Args:
        html: Sanitised HTML, in which ``<div data-insert="NAME"></div>`` is a mark.
        inserts: HTML by name.

    Returns:
        The page with each known mark filled.
    """
    return _MARK.sub(lambda match: match[1] + inserts.get(match[2], ""), html)
