"""The parts that pages are made of: values that every output of a page is written from.

The blocks of a text's tree are parts too. In what the engine writes itself, links lead to paths from the root of the
site, to anchors of the page, or to addresses of the web.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from editions.pages.published_links import LinkContext
from editions.text.inline_tree import Inline
from editions.text.tree import Block, Heading, Text
from editions.text.walking import nodes, without_lines


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading of the page itself.

    Attributes:
        level: From 1 to 6.
        children: Its words.
        id: Its anchor; empty where it follows from the words.
        css: Its classes.
        unsearched: Whether the site's search passes over what is below it.
    """

    level: int
    children: tuple[Inline, ...]
    id: str = ""
    css: str = ""
    unsearched: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with classes."""

    children: tuple[Inline, ...]
    css: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that belong together.

    Attributes:
        parts: The parts.
        css: Classes.
        id: Anchor.
        tag: The HTML element that contains them.
        role: WAI-ARIA role.
        data: Names (after ``data-``) and values of attributes that style sheets and scripts read.
        unsearched: Whether the site's search passes over them.
        language: BCP 47 tag of their language, where it is not that of the site.
    """

    parts: tuple[Part, ...]
    css: str = ""
    id: str = ""
    tag: Literal["div", "section"] = "div"
    role: str = ""
    data: tuple[tuple[str, str], ...] = ()
    unsearched: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A text that a contributor wrote.

    Attributes:
        text: The text.
        context: Where it is written and published.
        name: Begins the anchors of its notes; differs from that of every other text of the page.
        drawn: For each of its directives, the parts in its place.
        quoted: Whether another page has it as its own, which its anchors lead to.
    """

    text: Text
    context: LinkContext
    name: str = ""
    drawn: tuple[tuple[Part, ...], ...] = ()
    quoted: bool = False

    @property
    def lower_headings(self) -> int:
        """How many levels its headings are put below what is written: the first level is that of the page's title."""
        return int(any(isinstance(it, Heading) and it.level == 1 for it in nodes(self.text.blocks, without_lines)))


@dataclass(frozen=True, slots=True)
class Widget:
    """HTML that the engine makes: filters, forms, redlines, wide tables.

    Attributes:
        html: The HTML, in which every text is escaped.
        twin: What it says, for outputs that are only read; empty where it is only worked with.
        anchors: The ids in the HTML that have an address.
    """

    html: str
    twin: tuple[Block, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedLink:
    """An entry of a list of links.

    Attributes:
        title: Title of the page.
        address: Path from the root of the site.
        label: A short mark that the style sheet shows before the title.
        note: A sentence about it; possibly empty.
    """

    title: str
    address: str
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkList:
    """A list of links to pages, each with a sentence about it."""

    entries: tuple[ListedLink, ...]
    css: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name that is explained.

    Attributes:
        children: The name.
        blocks: What it means.
        id: Its anchor; empty if it has none.
        title: What it is called besides.
    """

    children: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of names that are explained."""

    terms: tuple[Term, ...]


Part = PageHeading | Line | Group | Written | Widget | LinkList | TermList | Block


def every_part(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part, those within others after the ones that contain them."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from every_part(part.parts)
        elif isinstance(part, Written):
            for drawn in part.drawn:
                yield from every_part(drawn)
