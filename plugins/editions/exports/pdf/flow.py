"""Sanitised HTML as the values that the template sets: plain data, never code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from editions.exports.pdf.footnotes import take_notes
from editions.exports.pdf.html_tree import Element, parse
from editions.exports.pdf.lines import Node, breakable, code_lines, trimmed
from editions.exports.pdf.tables import table

_INLINE = {
    "em": "em", "i": "em", "dfn": "em", "cite": "em", "var": "em", "b": "strong", "strong": "strong", "code": "code",
    "samp": "code", "kbd": "code", "sub": "sub", "sup": "sup", "del": "del", "s": "del", "ins": "ins", "u": "ins",
    "mark": "mark", "small": "small", "q": "quoted",
}  # fmt: skip
_BLOCKS = frozenset(
    "address article aside blockquote details div dl dd dt figure figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre section "
    "summary table ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass
class Heading:
    """A heading of a text, before it is numbered.

    Attributes:
        node: Its node, whose ``k`` is ``heading``.
        depth: Its level in the text, from 1.
        anchor: Its anchor on the page of the site; empty if it has none.
    """

    node: dict[str, Any]
    depth: int
    anchor: str


@dataclass
class Flow:
    """A text as nodes.

    Attributes:
        nodes: Its blocks.
        headings: Its headings among them, in order.
    """

    nodes: list[Node] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)


class FlowReader:
    """Turns HTML into nodes.

    A block is a mapping whose ``k`` says what it is; inline content is a list of strings and such mappings. Links keep
    their addresses in ``href``, for whoever knows where they lead.
    """

    def __init__(self, shown: Callable[[str], str]) -> None:
        """Prepare.

        Args:
            shown: Makes of any text one that the fonts can show.
        """
        self._shown = shown
        self._notes: dict[str, Element] = {}
        self._flow = Flow()
        self._headings = False

    def read(self, html: str, *, headings: bool) -> Flow:
        """Read a text.

        Args:
            html: Sanitised HTML.
            headings: Whether its headings are part of the document's outline; else they are set as bold lines.

        Returns:
            The text as nodes.
        """
        root = parse(html)
        self._notes = take_notes(root)
        self._flow, self._headings = Flow(), headings
        self._flow.nodes = self._blocks(root.children, outline=headings)
        return self._flow

    def inline(self, html: str) -> list[Node]:
        """Read a line of text.

        Args:
            html: Sanitised inline HTML.

        Returns:
            Inline nodes.
        """
        self._notes = {}
        return trimmed(self._pieces(parse(html).children))

    def _blocks(self, children: Iterable[Element | str], *, outline: bool = False) -> list[Node]:
        """Blocks; text that stands between them makes paragraphs."""
        blocks: list[Node] = []
        waiting: list[Element | str] = []

        def close() -> None:
            pieces = trimmed(self._pieces(waiting))
            if pieces:
                blocks.append({"k": "p", "c": pieces})
            waiting.clear()

        for child in children:
            if isinstance(child, Element) and (child.tag in _BLOCKS or _holds_blocks(child)):
                close()
                blocks += self._block(child, outline)
            else:
                waiting.append(child)
        close()
        return blocks

    def _block(self, element: Element, outline: bool) -> list[Node]:
        tag = element.tag
        if tag in _HEADINGS:
            return self._heading(element, outline)
        if tag == "p":
            return self._blocks(element.children) if _holds_blocks(element) else self._paragraph(element)
        if tag in ("ul", "ol"):
            return self._list(element)
        if tag == "dl":
            return self._definitions(element)
        if tag == "pre":
            text = code_lines(element.text().strip("\n"), self._shown)
            return [{"k": "pre", "text": text}] if text.strip() else []
        if tag == "table":
            made = table(element, lambda cell: self._blocks(cell.children), self._pieces)
            return [made] if made else []
        if tag == "blockquote":
            return _wrapped("quote", self._blocks(element.children))
        if tag == "hr":
            return [{"k": "hr"}]
        if tag == "details" or "admonition" in element.classes:
            return self._aside(element)
        return self._blocks(element.children, outline=outline)

    def _heading(self, element: Element, outline: bool) -> list[Node]:
        pieces = trimmed(self._pieces(element.children))
        if not pieces:
            return []
        if not outline:
            return [{"k": "p", "c": [{"k": "strong", "c": pieces}]}]
        node: dict[str, Any] = {"k": "heading", "c": pieces}
        self._flow.headings.append(Heading(node, _HEADINGS[element.tag], element.attributes.get("id", "")))
        return [node]

    def _paragraph(self, element: Element) -> list[Node]:
        pieces = trimmed(self._pieces(element.children))
        return [{"k": "p", "c": pieces}] if pieces else []

    def _list(self, element: Element) -> list[Node]:
        items = [child for child in element.children if isinstance(child, Element)]
        made = [self._blocks(item.children if item.tag == "li" else [item]) for item in items]
        made = [blocks for blocks in made if blocks]
        if not made:
            return []
        if element.tag == "ul":
            return [{"k": "list", "items": made}]
        start = element.attributes.get("start", "1")
        return [{"k": "enum", "items": made, "start": int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1}]

    def _definitions(self, element: Element) -> list[Node]:
        blocks: list[Node] = []
        for child in element.children:
            if not isinstance(child, Element):
                continue
            inside = self._blocks(child.children)
            if child.tag == "dt":
                blocks += [{"k": "term", "c": inside}] if inside else []
            else:
                blocks += _wrapped("definition", inside)
        return blocks

    def _aside(self, element: Element) -> list[Node]:
        """An admonition, or details, which paper shows open."""
        title: list[Node] = []
        rest: list[Element | str] = []
        for child in element.children:
            first = isinstance(child, Element) and (child.tag == "summary" or "admonition-title" in child.classes)
            if first and not title and isinstance(child, Element):
                title = trimmed(self._pieces(child.children))
            else:
                rest.append(child)
        body = self._blocks(rest)
        return [{"k": "aside", "title": title, "c": body}] if title or body else []

    def _pieces(self, children: Iterable[Element | str]) -> list[Node]:
        pieces: list[Node] = []
        for child in children:
            if isinstance(child, str):
                text = self._shown(_SPACES.sub(" ", child))
                if text:
                    pieces.append(breakable(text))
            else:
                pieces += self._piece(child)
        return pieces

    def _piece(self, element: Element) -> list[Node]:
        tag = element.tag
        if tag == "br":
            return [{"k": "br"}]
        if tag == "img":
            alt = trimmed([self._shown(_SPACES.sub(" ", element.attributes.get("alt", "")))])
            return [{"k": "image", "c": alt, "href": element.attributes.get("src", "")}] if alt else []
        note = self._footnote(element)
        if note is not None:
            return note
        pieces = self._pieces(element.children)
        if tag in _BLOCKS:
            return [" ", *pieces, " "]
        if not trimmed(pieces):
            return pieces
        if tag == "a" and element.attributes.get("href"):
            return [{"k": "link", "href": element.attributes["href"], "c": pieces}]
        if tag in _INLINE:
            return [{"k": _INLINE[tag], "c": pieces}]
        language = element.attributes.get("lang", "")
        return [{"k": "lang", "lang": language, "c": pieces}] if _LANGUAGE.fullmatch(language) else pieces

    def _footnote(self, element: Element) -> list[Node] | None:
        """The note that a reference to a footnote leads to (Python-Markdown's ``footnotes``)."""
        target = ""
        for link in [element, *(child for child in element.children if isinstance(child, Element))]:
            if "footnote-ref" in link.classes:
                target = link.attributes.get("href", "").removeprefix("#")
        if target not in self._notes:
            return None
        note = self._notes.pop(target)  # a note may name itself
        pieces = trimmed(self._pieces(note.children))
        self._notes[target] = note
        return [{"k": "note", "c": pieces}] if pieces else []


def _holds_blocks(element: Element) -> bool:
    return any(
        isinstance(child, Element) and (child.tag in _BLOCKS or _holds_blocks(child)) for child in element.children
    )


def _wrapped(kind: str, blocks: list[Node]) -> list[Node]:
    return [{"k": kind, "c": blocks}] if blocks else []
