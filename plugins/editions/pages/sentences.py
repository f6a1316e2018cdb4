"""Sentences of the engine's own, made of the nodes of a text's line."""

from __future__ import annotations

from collections.abc import Iterable

from editions.text.inline_tree import CodeSpan, Emphasis, Inline, Link, Tagged, Words


def sentence(*pieces: str | Inline) -> tuple[Inline, ...]:
    """Join plain words and other nodes."""
    return tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces if piece)


def site_link(title: str, address: str) -> Link:
    """A link with plain words.

    Args:
        address: Path from the root of the site, anchor of the page (``#…``) or address of the web.
    """
    return Link(address, (Words(title),))


def strong(words: str) -> Emphasis:
    """Words that stand out."""
    return Emphasis((Words(words),), strong=True)


def code(words: str) -> CodeSpan:
    """Words as code, on one line."""
    return CodeSpan(" ".join(words.split()))


def deleted(words: str) -> Tagged:
    """Words that went."""
    return Tagged("del", (Words(words),))


def joined(pieces: Iterable[Inline], between: str = ", ") -> tuple[Inline, ...]:
    """Put words between nodes."""
    made: list[Inline] = []
    for piece in pieces:
        made += [Words(between), piece] if made else [piece]
    return tuple(made)
