"""pybtex's rich text as the inline nodes of a text, for outputs that are written from those."""

from __future__ import annotations

from collections.abc import Iterable

from pybtex.backends import BaseBackend
from pybtex.richtext import Text

from editions.citations.address import safe_url
from editions.text.inline_tree import Emphasis, Inline, Link, Words


class _Nodes(BaseBackend):  # type: ignore[misc]
    """Rich text as inline nodes; ``RenderType`` and the other names are pybtex's."""

    RenderType = tuple
    symbols = {"ndash": (Words("–"),), "newblock": (Words(" "),), "nbsp": (Words("\u00a0"),)}  # noqa: RUF012

    def format_str(self, text: str) -> tuple[Inline, ...]:
        return (Words(text),) if text else ()

    def format_tag(self, tag_name: str, text: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return (Emphasis(text, strong=tag_name in ("strong", "b")),) if text else ()

    def format_href(self, url: str, text: tuple[Inline, ...], external: bool = False) -> tuple[Inline, ...]:
        return (Link(safe_url(url), text),) if text else ()

    def render_sequence(self, rendered_list: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        return tuple(node for nodes in rendered_list for node in nodes)


_NODES = _Nodes()


def to_nodes(text: Text) -> tuple[Inline, ...]:
    """Write rich text as inline nodes.

    Returns:
        Words, emphasis and links.
    """
    nodes: tuple[Inline, ...] = text.render(_NODES)
    return nodes
