"""What a text refers to and what it can be linked by: links, pictures, citations and anchors, each with its line."""

from __future__ import annotations

from collections.abc import Iterator

from editions.text.inline_tree import Citation, Image, Link
from editions.text.tree import Heading, Text
from editions.text.walking import text_blocks, text_nodes


def links(text: Text) -> Iterator[Link | Image]:
    """The links and pictures of a text, those of its notes last."""
    return (node for node in text_nodes(text) if isinstance(node, Link | Image))


def citations(text: Text) -> Iterator[Citation]:
    """The citations of a text, those of its notes last."""
    return (node for node in text_nodes(text) if isinstance(node, Citation))


def headings(text: Text) -> Iterator[Heading]:
    """The headings of a text, also those within other blocks."""
    return (node for node in text_blocks(text) if isinstance(node, Heading))
