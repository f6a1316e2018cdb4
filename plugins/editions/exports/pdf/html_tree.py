"""Sanitised HTML as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

# Elements without an end (HTML Living Standard § 13.1.2), of those that the sanitiser keeps.
_VOID = frozenset({"br", "col", "hr", "img"})
# Deeper nesting than any text needs is laid flat: whoever walks the tree may recurse without fear.
DEEPEST = 24


@dataclass
class Element:
    """An element.

    Attributes:
        tag: Its name, in lower case.
        attributes: Its attributes.
        children: Elements and texts, in order.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse(html: str) -> Element:
    """Read HTML.

    Args:
        html: HTML as the sanitiser writes it: every element closed, every attribute quoted.

    Returns:
        An element without a name that holds everything.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        place = self._open[: DEEPEST + 1][-1]
        place.children.append(element)
        if tag not in _VOID:
            self._open.append(element if len(self._open) <= DEEPEST else Element(tag, {}, place.children))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
