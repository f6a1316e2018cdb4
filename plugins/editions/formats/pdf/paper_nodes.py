"""Texts as the values that the template sets: plain data, never code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from editions.formats.pdf.lines import Node, breakable, code_lines, trimmed
from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Emphasis,
    Formula,
    Image,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Tagged,
    Words,
)
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    List,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
)
from editions.text.tree import Heading as TextHeading
from editions.words.phrasebook import ENGLISH, Phrasebook

# More columns than this leave no room for words on paper.
MOST_COLUMNS = 12
# Of a wider table each row is set as a line: Typst takes minutes to break such cells over pages.
WIDEST = 24
# Typst sets blocks within one another again and again, in more time with each level; deeper ones are laid flat.
DEEPEST = 12
# Notes of notes are set within one another up to this depth, and further ones after the first of them.
_DEEPEST_NOTE = 4
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_TAGS = {"kbd": "code", "sub": "sub", "sup": "sup", "mark": "mark"}


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


class PaperWriter:
    """Writes the texts of one document.

    A block is a mapping whose ``k`` says what it is; inline content is a list of strings and such mappings. Links keep
    their addresses in ``href``, for whoever knows what they lead to on paper.
    """

    def __init__(self, shown: Callable[[str], str], words: Phrasebook = ENGLISH) -> None:
        """Prepare.

        Args:
            shown: Makes of any text one that the fonts can show.
            words: The language of what is said besides the texts.
        """
        self._say, self._shown = words, shown
        self._surroundings = AS_WRITTEN
        self._flow = Flow()
        self._noted = 0
        self._notes: Sequence[Note] = ()
        self._set: set[int] = set()
        self._late: list[int] = []
        self._depth = self._note_depth = 0

    def write(self, text: Text, surroundings: Surroundings, *, headings: bool = False) -> Flow:
        """Write a text, its notes where it first refers to them.

        Args:
            surroundings: What links lead to and how citations are set.
            headings: Whether its headings are part of the document's outline; else they are set as bold lines.

        Returns:
            The text as nodes.
        """
        self._surroundings, self._notes = surroundings, text.notes
        self._flow, self._set = Flow(), set()
        self._flow.nodes = self._blocks(text.blocks, outline=headings)
        self._noted += len(text.notes)
        return self._flow

    def line(self, children: Iterable[Inline]) -> list[Node]:
        """Write inline nodes that Editions has made, with links as they are."""
        self._surroundings, self._notes = AS_WRITTEN, ()
        return trimmed(self._pieces(children))

    def _blocks(self, blocks: Iterable[Block], *, outline: bool = False) -> list[Node]:
        self._depth += 1
        made = [node for block in blocks for node in self._block(block, outline)]
        self._depth -= 1
        return made

    def _block(self, block: Block, outline: bool) -> list[Node]:
        match block:
            case Paragraph(children=children):
                return self._paragraph(children)
            case TextHeading():
                return self._heading(block, outline)
            case CodeBlock(code=code, title=title):
                named = self._paragraph((Emphasis((Words(title),), strong=True),)) if title else []
                return [*named, *self._code(code)]
            case Formula(tex=tex):
                return self._code(tex)
            case Rule():
                return [{"k": "hr"}]
            case Quotation(blocks=inner):
                return self._wrapped("quote", self._blocks(inner))
            case List():
                return self._list(block)
            case DefinitionList():
                return self._definitions(block)
            case Table():
                return [self._table(block)]
            case Admonition(title=title, blocks=inner):
                return self._aside(trimmed(self._pieces(title)), self._blocks(inner))
        return []

    def _wrapped(self, kind: str, blocks: list[Node]) -> list[Node]:
        if self._depth > DEEPEST:
            return blocks
        return [{"k": kind, "c": blocks}] if blocks else []

    def _paragraph(self, children: Iterable[Inline]) -> list[Node]:
        pieces = trimmed(self._pieces(children))
        return [{"k": "p", "c": pieces}] if pieces else []

    def _heading(self, block: TextHeading, outline: bool) -> list[Node]:
        pieces = trimmed(self._pieces(block.children))
        if not pieces:
            return []
        if not outline:
            return [{"k": "p", "c": [{"k": "strong", "c": pieces}]}]
        node: dict[str, Any] = {"k": "heading", "c": pieces}
        self._flow.headings.append(Heading(node, block.level, block.id))
        return [node]

    def _code(self, lines: str) -> list[Node]:
        text = code_lines(lines.strip("\n"), self._shown)
        return [{"k": "pre", "text": text}] if text.strip() else []

    def _list(self, block: List) -> list[Node]:
        items = [self._item(item) for item in block.items]
        if self._depth > DEEPEST:
            return [node for item in items for node in item]
        if block.start is None:
            return [{"k": "list", "items": items}]
        return [{"k": "enum", "items": items, "start": block.start}]

    def _item(self, item: ListItem) -> list[Node]:
        blocks = self._blocks(item.blocks)
        if item.done is None:
            return blocks
        box = self._shown("☑ " if item.done else "☐ ")
        if blocks and isinstance(first := blocks[0], dict) and first["k"] == "p":
            return [{"k": "p", "c": [box, *first["c"]]}, *blocks[1:]]
        return [{"k": "p", "c": [box]}, *blocks]

    def _definitions(self, block: DefinitionList) -> list[Node]:
        made: list[Node] = []
        for definition in block.definitions:
            for term in definition.terms:
                made += self._wrapped("term", self._paragraph(term))
            for meaning in definition.meanings:
                made += self._wrapped("definition", self._blocks(meaning))
        return made

    def _table(self, block: Table) -> Node:
        """A table; columns beyond ``MOST_COLUMNS`` are set below each other in the last, up to ``WIDEST``."""
        columns = len(block.alignments)
        if columns <= WIDEST:
            columns = min(MOST_COLUMNS, columns)
        noted = len(self._set)
        head = [self._row(block.head, columns)]
        repeats = len(self._set) == noted  # a note can be set once only
        rows = [self._row(row, columns) for row in block.rows]
        return {
            "k": "table",
            "columns": columns,
            "align": [it or "left" for it in block.alignments[:columns]],
            "head": head if rows else [],
            "repeats": repeats,
            "rows": rows or head,
        }

    def _row(self, row: Sequence[Cell], columns: int) -> list[list[Node]]:
        made = [self._paragraph(cell.children) for cell in row]
        return [*made[: columns - 1], [node for cell in made[columns - 1 :] for node in cell]]

    def _aside(self, title: list[Node], body: list[Node]) -> list[Node]:
        if self._depth > DEEPEST:
            return [*([{"k": "p", "c": title}] if title else []), *body]
        return [{"k": "aside", "title": title, "c": body}] if title or body else []

    def _pieces(self, children: Iterable[Inline]) -> list[Node]:
        return [node for child in children for node in self._piece(child)]

    def _piece(self, node: Inline) -> list[Node]:
        match node:
            case Words(text=words):
                return self._words(words)
            case LineBreak(hard=hard):
                return [{"k": "br"}] if hard else [" "]
            case CodeSpan(code=words) | Formula(tex=words):
                return _around("code", self._words(words))
            case Emphasis(children=inner, strong=strong):
                return _around("strong" if strong else "em", self._pieces(inner))
            case Tagged(tag=tag, children=inner):
                pieces = self._pieces(inner)
                return _around(_TAGS[tag], pieces) if tag in _TAGS else pieces
            case Link(target=target, children=inner):
                return self._link(self._surroundings.link(target), self._pieces(inner))
            case Image(target=target, alternative=alternative):
                pieces, href = trimmed(self._words(alternative)), self._surroundings.image(target) or ""
                phrase = self._say.text("Image: {words}")
                return [{"k": "image", "c": pieces, "href": href, "phrase": phrase}] if pieces else []
            case Citation():
                cited = self._surroundings.cite(node)
                return [it for piece in cited for it in self._link(piece.target, self._words(piece.text))]
            case NoteReference(number=number):
                return self._note(number)
        return []

    def _words(self, words: str) -> list[Node]:
        text = self._shown(_SPACES.sub(" ", words))
        return [breakable(text)] if text else []

    def _link(self, target: str | None, pieces: list[Node]) -> list[Node]:
        if not target or not trimmed(pieces):
            return pieces
        return [{"k": "link", "href": target, "c": pieces}]

    def _note(self, number: int) -> list[Node]:
        """A note where the text first refers to it, and the same mark again where it does so later."""
        label = f"note#{self._noted + number}"  # no other label has this sign before a colon
        if number in self._set:
            return [{"k": "again", "label": label}]
        if self._note_depth == _DEEPEST_NOTE:
            self._late.append(number)
            return [{"k": "again", "label": label}]
        self._set.add(number)
        self._note_depth += 1
        inside = _unwrapped(self._blocks(self._notes[number - 1].blocks))
        self._note_depth -= 1
        made: list[Node] = [{"k": "note", "label": label, "c": inside}]
        while self._late and not self._note_depth:
            late = self._late.pop()
            made += self._note(late) if late not in self._set else []
        return made


def _around(kind: str, pieces: list[Node]) -> list[Node]:
    return [{"k": kind, "c": pieces}] if trimmed(pieces) else pieces


def _unwrapped(blocks: list[Node]) -> list[Node]:
    """Blocks of which the first, if it is a paragraph, goes on in the line of the mark before it."""
    if blocks and isinstance(first := blocks[0], dict) and first["k"] == "p":
        return [*first["c"], *blocks[1:]]
    return blocks
