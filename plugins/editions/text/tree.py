"""The tree of a text: what an author wrote, without the signs that it was written with.

Every node is immutable. Blocks have the line of the text on which they begin, and so have the inline nodes that a
check can report: links, images, citations and references to notes. Lines count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from editions.text.inline_tree import Formula, Inline, Revision

Alignment = Literal["left", "center", "right"]
ProblemKind = Literal["dialect", "html", "unclosed", "limit", "unused"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; in a tight list its item is shown without the space of one."""

    children: tuple[Inline, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: From 1 to 6.
        children: Its words.
        anchor: The id that its author gave it; empty if none.
        slug: The id that follows from its words, unique within the text.
        line: Line of the text.
    """

    level: int
    children: tuple[Inline, ...]
    anchor: str = ""
    slug: str = ""
    line: int = field(default=1, compare=False)

    @property
    def id(self) -> str:
        """Its id on a page."""
        return self.anchor or self.slug


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, each ended by a line feed.

    Attributes:
        code: The lines.
        language: Name of the language; empty if it is not said.
        title: Title of the block; empty if it has none.
        line: Line of the text.
    """

    code: str
    language: str = ""
    title: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class RevisedCode:
    """Lines of code of two compared texts; the parser makes none.

    Attributes:
        pieces: The code in order, each piece with what became of it; ``None`` for what both texts have.
        language: Name of the language; empty if it is not said.
        title: Title of the block; empty if it has none.
    """

    pieces: tuple[tuple[Revision | None, str], ...]
    language: str = ""
    title: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between paragraphs (a thematic break)."""

    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: tuple[Block, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list.

    Attributes:
        blocks: What it contains.
        done: For an item of a task list whether it is done, else ``None``.
        line: Line of the text.
        number: Its number where it is not the next one, as between two compared texts; the parser sets none.
    """

    blocks: tuple[Block, ...]
    done: bool | None = None
    line: int = field(default=1, compare=False)
    number: int | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list.

    Attributes:
        items: Its items.
        start: Number of the first item; ``None`` for bullets.
        tight: Whether no blank line is between its items (CommonMark 0.31 §5.3).
        line: Line of the text.
    """

    items: tuple[ListItem, ...]
    start: int | None = None
    tight: bool = True
    line: int = field(default=1, compare=False)

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The number of each item; ``None`` for bullets."""
        numbers: list[int | None] = []
        following = self.start
        for item in self.items:
            number = following if item.number is None or following is None else item.number
            numbers.append(number)
            following = None if number is None else number + 1
        return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Definition:
    """Terms, and what they mean.

    Attributes:
        terms: One or more terms.
        meanings: One or more definitions of them.
    """

    terms: tuple[tuple[Inline, ...], ...]
    meanings: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """A list of definitions."""

    definitions: tuple[Definition, ...]
    tight: bool = True
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        alignments: How each column is set; ``None`` where it is not said.
        head: The cells of its heading row, one for each column.
        rows: Its other rows, with one cell for each column.
        line: Line of the text.
    """

    alignments: tuple[Alignment | None, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Admonition:
    """A passage set apart under a title.

    Attributes:
        kind: Its kind, such as ``note`` or ``warning``.
        title: Its title; empty if it has none.
        blocks: What it contains.
        line: Line of the text.
    """

    kind: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Directive:
    """A line that asks for text from the standard's own data: ``<!-- editions:criteria 1.1 -->``.

    Attributes:
        name: What it asks for.
        argument: The rest of it.
        line: Line of the text.
    """

    name: str
    argument: str
    line: int = field(default=1, compare=False)


Block = (
    Paragraph
    | Heading
    | CodeBlock
    | RevisedCode
    | Formula
    | Rule
    | Quotation
    | List
    | DefinitionList
    | Table
    | Admonition
    | Directive
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.

    Attributes:
        label: The label by which the text refers to it.
        blocks: What it says.
        references: How often the text refers to it.
        line: Line of the text.
    """

    label: str
    blocks: tuple[Block, ...]
    references: int = 1
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class TextProblem:
    """What the dialect does not allow in a text.

    Attributes:
        line: Line of the text, from 1.
        message: What is wrong and what to do.
        kind: ``html`` for a piece of HTML, ``unclosed`` for what has no end, ``limit`` for a text that was not parsed,
            else ``dialect``.
        written: The piece that it is about, as it is written; empty if it is about the line.
    """

    line: int
    message: str
    kind: ProblemKind = "dialect"
    written: str = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Text:
    """A text that was parsed.

    Attributes:
        markdown: What was written.
        blocks: What it says.
        notes: Its footnotes in the order of their numbers, those without a reference left out.
        problems: What the dialect does not allow in it, in the order of lines.
    """

    markdown: str
    blocks: tuple[Block, ...] = field(default=(), compare=False, repr=False)
    notes: tuple[Note, ...] = field(default=(), compare=False, repr=False)
    problems: tuple[TextProblem, ...] = field(default=(), compare=False, repr=False)

    def __bool__(self) -> bool:
        """Whether anything is shown."""
        return bool(self.blocks)


NO_TEXT = Text("")
"""A text that says nothing."""
