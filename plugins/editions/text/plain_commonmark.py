"""CommonMark that other tools wrote, read into the tree of texts: CommonMark 0.31 with tables, and nothing else.

OSCAL writes its texts so (https://pages.nist.gov/OSCAL/, markup-multiline), with two marks of its own: ``~sub~`` and
``^sup^``, and insertions in double braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from editions.text.block_reading import BlockReader
from editions.text.dialect import MAXIMUM_NESTING, bound_nesting
from editions.text.inline_reading import InlineReader, Open, add_node
from editions.text.inline_tree import CodeSpan, Emphasis, Image, Inline, LineBreak, Link, Tag, Tagged, Words
from editions.text.problems import Problems
from editions.text.tree import Block, Heading
from editions.text.walking import words_of

Insert = Callable[[str], tuple[Inline, ...] | None]
"""Gives what takes the place of an insertion, by what is between its braces; ``None`` if it is none."""

_INSERTION = re.compile(r"\{\{([^{}]{1,300})\}\}")
_RAISED = re.compile(r"([~^])((?:[^\s~^\\]|\\.){1,40})\1(?![~^])")
_RAISED_TAGS: dict[str, Tag] = {"~": "sub", "^": "sup"}
_EMPHASIS = {"em": False, "i": False, "cite": False, "dfn": False, "var": False, "strong": True, "b": True}
_CODE = frozenset({"code", "tt", "samp"})
_TAGGED = frozenset({"kbd", "sub", "sup", "mark", "abbr"})
# Elements that only set their words apart for a style sheet, or as a paragraph.
_BARE = {"span": False, "font": False, "small": False, "u": False, "p": True, "div": True, "center": True}
_PAIRS = frozenset({*_EMPHASIS, *_CODE, *_TAGGED, *_BARE, "a"})


@dataclass(frozen=True)
class PlainCommonMark:
    """A text of another tool.

    Attributes:
        blocks: What it says, in the tree of texts.
        shown_elements: Names of the HTML tags that became words, as no text can have them.
        dropped_elements: Names of the HTML tags that were left out around their words.
        dropped_cells: How many rows of tables have more cells than columns; CommonMark's tables drop these.
    """

    blocks: tuple[Block, ...]
    shown_elements: tuple[str, ...]
    dropped_elements: tuple[str, ...]
    dropped_cells: int

    @property
    def line(self) -> tuple[Inline, ...]:
        """Its words, if it was read as a line."""
        return self.blocks[0].children if self.blocks and isinstance(self.blocks[0], Heading) else ()


def read_commonmark(markdown: str, insert: Insert | None = None) -> PlainCommonMark:
    r"""Read a text of another tool.

    Args:
        markdown: The text, with ``\n`` between lines.
        insert: Gives what takes the place of an insertion.

    Returns:
        The text.
    """
    problems = _Noted(markdown)
    blocks, _ = _PlainReader(_parser().parse(markdown), problems, insert).read()
    return problems.collected(blocks)


def read_commonmark_line(markdown: str, insert: Insert | None = None) -> PlainCommonMark:
    """Read a text of another tool that is one line, such as a title: nothing in it begins a block.

    Args:
        markdown: The text.
        insert: Gives what takes the place of an insertion.

    Returns:
        The text, of which ``line`` gives the words.
    """
    single = " ".join(markdown.split())
    problems = _Noted(single)
    reader = _PlainInline(problems, insert)
    children = tuple(node for token in _parser().parseInline(single) for node in reader.read(token))
    return problems.collected((Heading(1, children),) if children else ())


class _Noted(Problems):
    """Collects what a text of another tool loses, and none of what only the dialect does not allow."""

    def __init__(self, markdown: str) -> None:
        super().__init__(markdown)
        self.shown: list[str] = []
        self.dropped: list[str] = []
        self.rows = 0

    def check_words(self, line: int, text: str) -> None:
        pass

    def check_fence(self, token: Token) -> None:
        pass

    def check_depth(self, line: int, depth: int, what: str = "") -> bool:
        return depth > MAXIMUM_NESTING

    def check_row(self, token: Token, columns: int) -> None:
        before = len(self._found)
        super().check_row(token, columns)
        self.rows += len(self._found) - before

    def unpaired(self, line: int, written: str) -> None:
        self.shown.append(_element(written).name)

    def collected(self, blocks: tuple[Block, ...]) -> PlainCommonMark:
        return PlainCommonMark(blocks, tuple(self.shown), tuple(self.dropped), self.rows)


class _PlainReader(BlockReader):
    def __init__(self, tokens: Sequence[Token], problems: _Noted, insert: Insert | None) -> None:
        super().__init__(tokens, problems)
        self._inline = _PlainInline(problems, insert)

    def _heading(self, level: int, token: Token, line: int) -> Heading:
        return Heading(level, self._inline.read(token), line=line)


class _PlainInline(InlineReader):
    def __init__(self, problems: _Noted, insert: Insert | None) -> None:
        super().__init__(problems, lambda label, line: None)
        self._noted = problems
        self._insert = insert

    def _leaves(self, token: Token, line: int) -> tuple[Inline, ...]:
        if token.type == "raised":
            return (Tagged(_RAISED_TAGS[token.markup], (Words(token.content),)),)
        if token.type == "insertion":
            made = self._insert(token.content) if self._insert else None
            return (Words(f"{{{{{token.content}}}}}"),) if made is None else made
        return super()._leaves(token, line)

    def _tag(self, stack: list[Open], written: str, line: int) -> None:
        element = _element(written)
        children = stack[-1].children
        if element.name == "br":
            add_node(children, LineBreak(hard=True))
        elif element.name == "img" and not element.closes:
            said = element.attributes
            children.append(Image(said.get("src", ""), " ".join(said.get("alt", "").split()), said.get("title", "")))
        elif element.name in _PAIRS and not element.closes:
            if _BARE.get(element.name) and children:
                add_node(children, LineBreak(hard=True))
            stack.append(Open(f"<{element.name}", written, line, element.attributes.get("href", "")))
            if element.name == "abbr":
                stack[-1].title = element.attributes.get("title", "")
        elif element.closes and stack[-1].kind == f"<{element.name}":
            done = stack.pop()
            for node in self._paired(element.name, done):
                add_node(stack[-1].children, node)
        else:
            self._noted.shown.append(element.name)
            add_node(children, Words(written))

    def _paired(self, name: str, done: Open) -> Iterable[Inline]:
        inside = tuple(done.children)
        if name in _EMPHASIS:
            return (Emphasis(inside, strong=_EMPHASIS[name]),)
        if name in _CODE:
            return (CodeSpan(words_of(inside)),)
        if name in _TAGGED:
            return (Tagged(cast("Tag", name), inside, done.title if name == "abbr" else ""),)
        if name == "a" and done.title:
            return (Link(done.title, inside),)
        self._noted.dropped.append(name)
        return inside


class _Element(HTMLParser):
    """Reads one tag, comment or declaration."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.closes = False
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name = tag
        for name, value in attrs:
            self.attributes.setdefault(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self.name, self.closes = tag, True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def _element(written: str) -> _Element:
    element = _Element()
    if written.startswith(("<!--", "<?", "<!")):
        element.name = "comment" if written.startswith("<!--") else written[1]
    else:
        element.feed(written)
    element.name = element.name[:40] or "tag"
    return element


def _insertion(state: StateInline, silent: bool) -> bool:
    """The rule of insertions."""
    match = _INSERTION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("insertion", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _raised(state: StateInline, silent: bool) -> bool:
    """The rule of ``~sub~`` and ``^sup^``."""
    match = _RAISED.match(state.src, state.pos, state.posMax)
    if match is None or state.src[state.pos - 1 : state.pos] in ("~", "^"):
        return False
    if not silent:
        token = state.push("raised", "", 0)
        token.markup, token.content = match[1], unescapeAll(match[2])
    state.pos = match.end()
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    parser.enable("table").disable(["html_block", "text_join"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    bound_nesting(parser)
    parser.inline.ruler.before("emphasis", "raised", _raised)
    parser.inline.ruler.before("emphasis", "insertion", _insertion)
    return parser
