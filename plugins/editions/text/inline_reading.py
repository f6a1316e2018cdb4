"""Tokens of a line turned into inline nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import cast

from markdown_it.token import Token

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
    Tag,
    Tagged,
    Words,
)
from editions.text.problems import Problems
from editions.text.walking import words_of

_TAGS = frozenset({"kbd", "sub", "sup", "mark", "abbr"})
_TAG = re.compile(r"<(/?)([A-Za-z]+)\s*(?:title=(?:\"([^\"<>]*)\"|'([^'<>]*)'))?\s*(/?)>")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?:[.#]|[A-Za-z-]+=)[^{}\n]*\}")
_NAME = re.compile(r"</?([A-Za-z]+)")
_FLAT = "flat"  # a node that is left out, and whose children belong to the one around it

Refer = Callable[[str, int], NoteReference | None]


@dataclass
class Open:
    """A node that has begun."""

    kind: str
    written: str = ""
    line: int = 1
    title: str = ""
    children: list[Inline] = field(default_factory=list)


class InlineReader:
    """Reads the tokens of one text's lines."""

    def __init__(self, problems: Problems, refer: Refer, *, foreign: bool = False) -> None:
        """Prepare.

        Args:
            problems: Takes what the dialect does not allow.
            foreign: Whether the text is written for another parser; its HTML and its attribute lists are left out.
            refer: Notes a reference to a note by its label and line; ``None`` where there is no such note.
        """
        self._problems = problems
        self._refer = refer
        self._foreign = foreign

    def read(self, token: Token) -> tuple[Inline, ...]:
        """Read a token of type ``inline``.

        Args:
            token: The token, with its children.

        Returns:
            The nodes, plain words beside each other joined.
        """
        first = (token.map or [0])[0] + 1
        children = token.children or ()
        if len(children) == 1 and children[0].type == "text" and children[0].content and not self._foreign:
            self._problems.check_words(first, children[0].content)
            return (Words(children[0].content),)
        return self._read(children, first)

    def _read(self, tokens: Sequence[Token], first: int) -> tuple[Inline, ...]:
        stack = [Open("line")]
        line = first
        for token in tokens:
            kind = token.type
            if token.map is not None:
                line = first + token.map[0]
            if kind == "text":
                if token.content:
                    self._problems.check_words(line, token.content)
                    if stack[-1].children and isinstance(stack[-1].children[-1], LineBreak):
                        self._problems.check_line_start(line, token.content)
                    words = _ATTRIBUTES.sub("", token.content) if self._foreign else token.content
                    add_node(stack[-1].children, Words(words))
            elif kind == "text_special":
                add_node(stack[-1].children, Words(token.content))
            elif kind in ("softbreak", "hardbreak"):
                add_node(stack[-1].children, LineBreak(kind == "hardbreak"))
                line += 1
            elif token.nesting == 1 and (_is_link_in_link(kind, stack) or self._is_deep(stack, line)):
                stack.append(Open(_FLAT, children=stack[-1].children))
            elif token.nesting == 1:
                stack.append(Open(kind, line=line, title=str(token.attrs.get("title", ""))))
                stack[-1].written = str(token.attrs.get("href", ""))
            elif token.nesting == -1:
                self._close_tags(stack)
                done = stack.pop()
                if done.kind == "link_open":
                    self._problems.check_link(done.line, done.written, empty=not done.children)
                if done.kind != _FLAT:
                    stack[-1].children.append(_closed(done))
            elif kind == "html_inline":
                self._tag(stack, token.content, line)
            else:
                for node in self._leaves(token, line):
                    add_node(stack[-1].children, node)
        self._close_tags(stack)
        made = stack[0].children
        while self._foreign and made and isinstance(made[-1], LineBreak):  # before what was left out
            made.pop()
        return tuple(made)

    def _leaves(self, token: Token, line: int) -> tuple[Inline, ...]:
        match token.type:
            case "code_inline":
                return (CodeSpan(token.content),)
            case "math_inline":
                self._problems.check_formula(line, token.content)
                return (Formula(token.content),)
            case "image":
                alternative = words_of(self._read([_without_note(it) for it in token.children or ()], line))
                if not alternative:
                    self._problems.note(line, f"the image {token.attrs['src']} has no alternative text; describe it")
                return (Image(str(token.attrs["src"]), alternative, str(token.attrs.get("title", "")), line),)
            case "citation":
                return (Citation(token.meta["items"], token.content, line),)
            case "footnote_ref":
                label = str(token.meta["label"])
                return (self._refer(label, line) or Words(f"[^{label}]"),)
        raise ValueError(f"no reader for {token.type}")  # a plugin that the dialect does not use

    def _tag(self, stack: list[Open], written: str, line: int) -> None:
        match = _TAG.fullmatch(written)
        named = _NAME.match(written)
        name = named[1].lower() if named else ""
        if name not in _TAGS and name != "br":
            self._problems.raw_html(line, written)
            if not self._foreign:
                add_node(stack[-1].children, Words(written))
        elif match is None or (match[3] is not None or match[4] is not None) != (name == "abbr" and not match[1]):
            self._problems.attributes(line, written, name)
            add_node(stack[-1].children, Words(written))
        elif name == "br" and not match[1]:
            add_node(stack[-1].children, LineBreak(hard=True))
        elif not match[1] and not match[5]:
            stack.append(Open(f"<{name}", written, line, unescape(match[3] or match[4] or "")))
            if self._is_deep(stack[:-1], line):
                stack[-1].children = stack[-2].children
        elif match[1] and stack[-1].kind == f"<{name}":
            done = stack.pop()
            if done.children is not stack[-1].children:
                stack[-1].children.append(Tagged(cast("Tag", name), tuple(done.children), done.title))
        else:
            self._problems.unpaired(line, written)
            add_node(stack[-1].children, Words(written))

    def _is_deep(self, stack: list[Open], line: int) -> bool:
        """Whether one more node would be nested too deeply for whoever walks the tree; its words are then kept."""
        return self._problems.check_depth(line, len(stack), "emphasis and elements")

    def _close_tags(self, stack: list[Open]) -> None:
        """Show elements that do not end in the node that they begin in as they are written."""
        while stack[-1].kind.startswith("<"):
            left = stack.pop()
            self._problems.unpaired(left.line, left.written)
            for child in (Words(left.written), *left.children) if left.children is not stack[-1].children else ():
                add_node(stack[-1].children, child)


def _without_note(token: Token) -> Token:
    """A token of an image's alternative text, in which the mark of a note is words: nothing would show it."""
    return Token("text", "", 0, content=f"[^{token.meta['label']}]") if token.type == "footnote_ref" else token


def _is_link_in_link(kind: str, stack: list[Open]) -> bool:
    """Whether an address in angle brackets is within a link, which contains no other (CommonMark 0.31 §6.3)."""
    return kind == "link_open" and any(it.kind == kind for it in stack)


def _closed(done: Open) -> Inline:
    children = tuple(done.children)
    if done.kind == "link_open":
        return Link(done.written, children, done.title, done.line)
    return Emphasis(children, strong=done.kind == "strong_open")


def add_node(children: list[Inline], node: Inline) -> None:
    """Add a node; words beside each other are joined, and blanks around the end of a line dropped (§6.7, §6.8)."""
    last = children[-1] if children else None
    if isinstance(node, Words):
        words = node.text.lstrip(" \t") if isinstance(last, LineBreak) else node.text
        if isinstance(last, Words):
            children[-1] = Words(last.text + words)
        elif words:
            children.append(Words(words))
        return
    if isinstance(node, LineBreak) and isinstance(last, Words):
        children[-1:] = [Words(words)] if (words := last.text.rstrip(" \t")) else []
        last = children[-1] if children else None
    if isinstance(node, LineBreak) and isinstance(last, LineBreak) and not (node.hard and last.hard):
        children[-1] = LineBreak(hard=True)
    else:
        children.append(node)
