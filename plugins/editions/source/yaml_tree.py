"""YAML read as plain text values that remember their lines.

YAML 1.1 turns unquoted ``1.10`` into the number 1.1 and ``2026-04-29`` into a date object. Here an unquoted scalar
stays the text that was written (``null`` and booleans apart), so that nothing is bent; what other readers would bend,
and what a comment cuts off, is remembered. The parser's events are taken one by one, so that nesting is bounded before
anything is built.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

import yaml

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem
from editions.source.text import UNUSABLE, unusable_name
from editions.source.unclear_values import (
    Comment,
    UnclearValue,
    comment_before,
    comment_behind,
    foreign_reading,
    joined_item,
)
from editions.source.yaml_errors import yaml_error_message
from editions.source.yaml_places import WrittenScalar

MAXIMUM_DEPTH = 16
MAXIMUM_VALUES = 50_000
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Pointer = tuple[str | int, ...]


@dataclass
class YamlTree:
    """A YAML document.

    Attributes:
        data: Its content: mappings, lists, texts, booleans and ``None``.
        lines: Line of each value by its pointer (keys and list places from the root); the empty pointer is the root.
        written: Texts that do not end on the line on which their key is, by pointer.
        unclear: Values that do not say to every reader what was written, by pointer.
        unclear_keys: Keys that other readers take for something else, by the pointer of their value.
        separators: Lines with a line or paragraph separator outside of quotes, where YAML 1.1 ends the line.
        unknown: Values that could not be read, such as aliases.
        problems: What is wrong with it.
    """

    data: Any = None
    lines: dict[Pointer, int] = field(default_factory=dict)
    written: dict[Pointer, WrittenScalar] = field(default_factory=dict)
    unclear: dict[Pointer, UnclearValue] = field(default_factory=dict)
    unclear_keys: dict[Pointer, UnclearValue] = field(default_factory=dict)
    separators: list[int] = field(default_factory=list)
    unknown: set[Pointer] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def line(self, pointer: Pointer) -> int:
        """The line in the file, from 1, of a value or of the nearest value around it."""
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)


class _Refused(Exception):
    """The document cannot be used; the problem is noted already."""


@dataclass
class _Open:
    """A mapping or list that is being filled; what stands deeper than its column continues a value in it."""

    value: dict[str, Any] | list[Any]
    pointer: Pointer
    column: int | None
    key: str | None = None
    key_lines: dict[str, int] = field(default_factory=dict)


def read_yaml(
    text: str,
    path: str,
    first_line: int = 1,
    *,
    maximum_depth: int = MAXIMUM_DEPTH,
    maximum_values: int = MAXIMUM_VALUES,
) -> YamlTree:
    """Read a YAML document.

    Args:
        first_line: Line of the file on which ``text`` begins.
        maximum_depth: How deep values may be nested.
        maximum_values: How many values there may be.

    Returns:
        The tree. If it has problems, ``data`` is what could be read, possibly ``None``.
    """
    tree = YamlTree(lines={(): first_line}, problems=list(conflict_problems(text, path, first_line)))
    if tree.problems:
        return tree
    builder = _Builder(tree, text, path, first_line, maximum_depth, maximum_values)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
        builder.finish()
    except _Refused:
        tree.data = None
    except yaml.MarkedYAMLError as error:
        line = builder.line_of(error.problem_mark or error.context_mark)
        written = text.split("\n")[line - first_line] if line - first_line <= text.count("\n") else ""
        message = yaml_error_message(error.problem or error.context or "", written, builder.comment)
        tree.problems.append(Problem(path, line, message))
        tree.data = None
    except yaml.YAMLError as error:
        message = f"can't be read as YAML: {' '.join(str(error).split())[:200]}; correct it"
        tree.problems.append(Problem(path, first_line, message))
        tree.data = None
    return tree


class _Builder:
    """Makes a tree of the parser's events; ``comment`` is the comment that ends the last value, if one does."""

    def __init__(
        self, tree: YamlTree, text: str, path: str, first_line: int, maximum_depth: int, maximum_values: int
    ) -> None:
        self.comment: Comment | None = None
        self._tree, self._text, self._path, self._first_line = tree, text, path, first_line
        self._maximum_depth, self._maximum_values = maximum_depth, maximum_values
        # libyaml counts U+2028 as a line, which no editor does.
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._quoted: list[tuple[int, int]] = []
        self._stack: list[_Open] = []
        self._documents = self._values = self._end = 0

    def line_of(self, mark: Any) -> int:
        """The line of the file of a place that the parser names."""
        return self._line_at(mark.index) if mark else self._first_line

    def _line_at(self, place: int) -> int:
        return self._first_line + bisect_left(self._breaks, place)

    def _note(self, event: Any, message: str) -> None:
        self._tree.problems.append(Problem(self._path, self.line_of(event.start_mark), message))

    def take(self, event: Any) -> None:
        """Take the next event; raise ``_Refused`` if the document cannot be used."""
        self.comment = None
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._note(event, "a second YAML document begins here; keep one document in the file")
                raise _Refused
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close(self._stack.pop(), event)
        elif isinstance(event, yaml.NodeEvent):
            self._values += 1
            if self._values > self._maximum_values:
                self._note(event, f"the file holds more than {self._maximum_values:,} values; divide it")
                raise _Refused
            self._node(event)
            mark: Any = event.end_mark
            self._end = mark.index

    def finish(self) -> None:
        """Note the separators that no quotes hold."""
        starts = [start for start, _ in self._quoted]
        for match in re.finditer("[\u2028\u2029]", self._text):
            before = bisect_left(starts, match.start())
            if not before or self._quoted[before - 1][1] < match.start():
                self._tree.separators.append(self._line_at(match.start()))

    def _node(self, event: Any) -> None:
        stack = self._stack
        if isinstance(event, yaml.AliasEvent):
            self._note(event, f"the alias *{_short(event.anchor)} is used; write it out, or put the text in quotes")
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                raise _Refused
            self._tree.unknown.add(self._place(None, event))
            return
        self._refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
            return
        if len(stack) >= self._maximum_depth:
            self._note(event, f"values are nested more than {self._maximum_depth} deep; flatten them")
            raise _Refused
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        column = None if event.flow_style else event.start_mark.column
        stack.append(_Open(value, self._place(value, event), column))

    def _close(self, closed: _Open, event: Any) -> None:
        """Note the comment before the end of a list in flow style: it may have been meant as the last entry."""
        if closed.column is None and isinstance(closed.value, list):
            found = comment_before(self._text, self._end, event.start_mark.index, flow=True)
            if found is not None:
                comment = Comment(found[1], self._line_at(found[0]), first=True)
                self._tree.unclear[*closed.pointer, len(closed.value)] = UnclearValue("", comment=comment)

    def _refuse_marks(self, event: Any) -> None:
        """Refuse anchors and tags: a reader should see the value where it stands, and nothing should be built."""
        if event.anchor:
            advice = "write each value out where it is needed, or put the text in quotes"
            self._note(event, f"the anchor &{_short(event.anchor)} is set; {advice}")
        if event.tag is not None:
            tag = _short(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._note(event, f"the tag {tag} is used; write plain values without tags, or put the text in quotes")

    def _scalar(self, event: Any) -> None:
        plain = event.style is None or event.style == ""
        text: str = event.value
        value: str | bool | None = text
        unusable = UNUSABLE.search(text)
        if unusable is not None:
            self._note(event, f"an escape stands for {unusable_name(unusable[0])}; remove it")
            text = value = UNUSABLE.sub("\ufffd", text)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, text, event, plain=plain)
            return
        if event.style in ("'", '"'):
            self._place(value, event)
            self._quoted.append((event.start_mark.index, event.end_mark.index))
            return
        if plain:
            value = None if text in _NULL else True if text in _TRUE else False if text in _FALSE else text
        repeated = parent is not None and isinstance(parent.value, dict) and parent.key in parent.value
        pointer = self._place(value, event)
        self.comment = self._comment_beside(event, parent, plain=plain)
        reading, same = foreign_reading(text) if plain else ("", False)
        joined = joined_item(self._text, event.start_mark.index, event.end_mark.index, event.style)
        if not repeated and (reading or self.comment or joined):
            line = self._line_at(joined) if joined else None
            self._tree.unclear[pointer] = UnclearValue(text, reading, same, self.comment, line)

    def _key(self, parent: _Open, text: str, event: Any, *, plain: bool) -> None:
        line = self.line_of(event.start_mark)
        parent.key = text
        if plain and text == "<<":
            self._note(event, "the merge key << is used; write the values out")
        if text in parent.key_lines:
            message = f"the key {_short(text)!r} stands twice (first on line {parent.key_lines[text]}); remove one"
            self._note(event, message)
            return
        parent.key_lines[text] = line
        reading, same = foreign_reading(text) if plain else ("", False)
        if reading:
            self._tree.unclear_keys[*parent.pointer, text] = UnclearValue(text, reading, same)

    def _comment_beside(self, event: Any, parent: _Open | None, *, plain: bool) -> Comment | None:
        """The comment that a value without quotes, or a block, begins or ends with as a text."""
        start, end = event.start_mark.index, event.end_mark.index
        flow = parent is not None and parent.column is None
        found = comment_before(self._text, self._end, start, flow=flow) if plain and end > start else None
        if found is not None:
            return Comment(found[1], self._line_at(found[0]), first=True)
        found = comment_behind(self._text, start, end, -1 if parent is None else parent.column)
        return None if found is None else Comment(found[1], self._line_at(found[0]))

    def _place(self, value: Any, event: Any) -> Pointer:
        """Put a value where it belongs and say where that is."""
        line = self.line_of(event.start_mark)
        tree = self._tree
        if not self._stack:
            tree.data = value
            tree.lines[()] = line
            return ()
        parent = self._stack[-1]
        if isinstance(parent.value, list):
            pointer = (*parent.pointer, len(parent.value))
            parent.value.append(value)
        elif parent.key is None:
            self._note(event, "a list or a mapping is used as a key; write a plain word")
            raise _Refused
        else:
            pointer = (*parent.pointer, parent.key)
            if parent.key not in parent.value:
                parent.value[parent.key] = value
                line = parent.key_lines[parent.key]
            parent.key = None
        tree.lines.setdefault(pointer, line)
        if isinstance(value, str) and self._line_at(event.end_mark.index) != line:
            start, end = event.start_mark, event.end_mark
            tree.written.setdefault(pointer, WrittenScalar(self._text[start.index : end.index], self.line_of(start)))
        return pointer


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= 60 else f"{text[:59]}…"
