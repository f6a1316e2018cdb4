"""The nodes within a line of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Tag = Literal["kbd", "sub", "sup", "mark", "abbr", "del", "ins"]
Revision = Literal["delete", "insert"]


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; entities and escapes have become the characters that they mean."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line; only a hard one is shown as one (CommonMark 0.31 §6.7, §6.8)."""

    hard: bool


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Code within a line."""

    code: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics in TeX notation, within a line or as a block of its own.

    Attributes:
        tex: What is written between the dollar signs.
        block: Whether it is set on lines of its own.
    """

    tex: str
    block: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words, or strongly emphasised ones."""

    children: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words within one of the inline HTML elements that the dialect admits, or that went or came.

    Attributes:
        tag: Name of the element; ``del`` and ``ins`` are the engine's own, and no text is read to have them.
        children: What it contains.
        title: What an abbreviation means; empty for every other element.
    """

    tag: Tag
    children: tuple[Inline, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link.

    Attributes:
        target: Where it leads, as written, with entities and escapes resolved.
        children: Its words.
        title: Its title; empty if it has none.
        line: Line of the text.
    """

    target: str
    children: tuple[Inline, ...]
    title: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture.

    Attributes:
        target: Its file or address, as written.
        alternative: What it shows, in plain words; empty if that is not said.
        title: Its title; empty if it has none.
        line: Line of the text.
    """

    target: str
    alternative: str
    title: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One work within a citation.

    Attributes:
        key: Its key.
        locator: Which part of it is meant, such as ``p. 3``; empty if the whole is.
    """

    key: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Works that are cited at a place: ``[@key, p. 3; @other]``.

    Attributes:
        items: The works; empty if what is between the brackets cannot be read.
        written: What is written, brackets included, on one line.
        line: Line of the text.
    """

    items: tuple[CitedItem, ...]
    written: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of a note: ``[^label]``.

    Attributes:
        number: Number of the note in the text, from 1, in the order of first reference.
        again: How often the note was referred to before.
        line: Line of the text.
    """

    number: int
    again: int = 0
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Revised:
    """What only the earlier or only the later of two compared texts has; the parser makes none.

    Attributes:
        operation: ``delete`` if the earlier text has it, ``insert`` if the later one has.
        children: What it is.
    """

    operation: Revision
    children: tuple[Inline, ...]


Inline = Words | LineBreak | CodeSpan | Formula | Emphasis | Tagged | Link | Image | Citation | NoteReference | Revised
