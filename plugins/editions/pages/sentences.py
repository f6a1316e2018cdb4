"""Sentences of the engine's own, made of the nodes of a text's line."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from editions.text.inline_tree import CodeSpan, Emphasis, Inline, Link, Tagged, Words


def sentence(*pieces: str | Inline) -> tuple[Inline, ...]:
    """Join plain words and other nodes."""
    return tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces if piece)


def fill(phrase: str, **pieces: str | Inline | Iterable[Inline]) -> tuple[Inline, ...]:
    """Put words and other nodes into the places of a phrase.

    Args:
        phrase: Such as ``Replaced by {name}.``, in the language of the page.
        pieces: What goes into each place.
    """
    made: list[Inline] = []
    for words, place, _, _ in Formatter().parse(phrase):
        made.append(Words(words))
        if place is not None:
            piece = pieces[place]
            made += sentence(piece) if isinstance(piece, str | Inline) else piece
    return _merged(made)


def _merged(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """Nodes of which no two neighbours are plain words, nor any is empty."""
    made: list[Inline] = []
    for node in nodes:
        if isinstance(node, Words) and made and isinstance(last := made[-1], Words):
            made[-1] = Words(last.text + node.text)
        elif node != Words(""):
            made.append(node)
    return tuple(made)


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
