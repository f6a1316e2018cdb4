"""YAML read as plain text values that remember their lines.

YAML 1.1 turns unquoted ``1.10`` into the number 1.1 and ``2026-04-29`` into a date object. Here an unquoted scalar
stays the text that was written (``null`` and booleans apart), so that nothing is bent; what other readers would bend is
remembered. The parser's events are taken one by one, so that nesting is bounded before anything is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem
from editions.source.text import UNUSABLE, unusable_name

MAXIMUM_DEPTH = 16
MAXIMUM_VALUES = 50_000
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NUMBERS = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Pointer = tuple[str | int, ...]
_Note = Callable[[Any, str], None]


@dataclass
class YamlTree:
    """A YAML document.

    Attributes:
        data: Its content: mappings, lists, texts, booleans and ``None``.
        lines: Line of each value by its pointer (keys and list places from the root); the empty pointer is the root.
        bent: Unquoted scalars that other YAML readers change, with what they make of it, by pointer.
        unknown: Values that could not be read, such as aliases.
        problems: What is wrong with it.
    """

    data: Any = None
    lines: dict[Pointer, int] = field(default_factory=dict)
    bent: dict[Pointer, tuple[str, str]] = field(default_factory=dict)
    unknown: set[Pointer] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def line(self, pointer: Pointer) -> int:
        """The line of a value, or of the nearest value around it.

        Args:
            pointer: Keys and list places from the root.

        Returns:
            Line in the file, from 1.
        """
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)


# What libyaml says, in words that name the usual cause.
_SAID_BETTER = {
    "mapping values are not allowed in this context": "a second ': ' stands in this line; put the text in quotes",
    "found character that cannot start any token": "a tab, @, ` or % stands at the beginning; indent with spaces, or "
    "put the text in quotes",
    "found a tab character that violates indentation": "a tab stands at the beginning; indent with spaces",
    "could not find expected ':'": "a line has no ': '; write 'key: value', or indent what continues a text",
    "did not find expected key": "this line is neither 'key: value' nor indented like the lines before it; correct it",
    "found unexpected end of stream": "a quoted text has no end; close the quotes",
}


class _Refused(Exception):
    """The document cannot be used; the problem is noted already."""


@dataclass
class _Open:
    """A mapping or list that is being filled."""

    value: dict[str, Any] | list[Any]
    pointer: Pointer
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
        text: The document.
        path: File in which it stands, for problems.
        first_line: Line of the file on which ``text`` begins.
        maximum_depth: How deep values may be nested.
        maximum_values: How many values it may hold.

    Returns:
        The tree. Where ``problems`` holds something, ``data`` is what could be read, possibly ``None``.
    """
    tree = YamlTree(lines={(): first_line}, problems=list(conflict_problems(text, path, first_line)))
    if tree.problems:
        return tree
    try:
        _build(tree, yaml.parse(text, Loader=_LOADER), path, first_line, (maximum_depth, maximum_values))
    except _Refused:
        tree.data = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        reason = _SAID_BETTER.get(error.problem or "", f"{error.problem or error.context}; correct it")
        tree.problems.append(Problem(path, line, f"can't be read as YAML: {reason}"))
        tree.data = None
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())[:200]
        tree.problems.append(Problem(path, first_line, f"can't be read as YAML: {reason}; correct it"))
        tree.data = None
    return tree


def _build(tree: YamlTree, events: Iterator[Any], path: str, first_line: int, most: tuple[int, int]) -> None:
    maximum_depth, maximum_values = most
    stack: list[_Open] = []
    documents = values = 0

    def note(event: Any, message: str) -> None:
        tree.problems.append(Problem(path, _line(event, first_line), message))

    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                note(event, "a second YAML document begins here; keep one document in the file")
                raise _Refused
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            values += 1
            if values > maximum_values:
                note(event, f"the file holds more than {maximum_values:,} values; divide it")
                raise _Refused
            line = _line(event, first_line)
            if isinstance(event, yaml.AliasEvent):
                note(event, f"the alias *{_short(event.anchor)} is used; write the value out")
                if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                    raise _Refused
                tree.unknown.add(_place(tree, stack, None, line, note, event))
                continue
            _refuse_marks(event, note)
            if isinstance(event, yaml.ScalarEvent):
                _scalar(tree, stack, event, line, note)
            else:
                if len(stack) >= maximum_depth:
                    note(event, f"values are nested more than {maximum_depth} deep; flatten them")
                    raise _Refused
                value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
                pointer = _place(tree, stack, value, line, note, event)
                stack.append(_Open(value, pointer))


def _refuse_marks(event: Any, note: _Note) -> None:
    """Refuse anchors and tags: a reader should see the value where it stands, and nothing should be built."""
    if event.anchor:
        note(event, f"the anchor &{_short(event.anchor)} is set; write each value out where it is needed")
    if event.tag is not None:
        tag = _short(event.tag.replace("tag:yaml.org,2002:", "!!"))
        note(event, f"the tag {tag} is used; write plain values without tags")


def _line(event: Any, first_line: int) -> int:
    line: int = first_line + event.start_mark.line
    return line


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= 60 else f"{text[:59]}…"


def _scalar(tree: YamlTree, stack: list[_Open], event: Any, line: int, note: _Note) -> None:
    plain = event.style is None or event.style == ""
    text: str = event.value
    value: str | bool | None = text
    unusable = UNUSABLE.search(text)
    if unusable is not None:
        note(event, f"an escape stands for {unusable_name(unusable[0])}; remove it")
        text = value = UNUSABLE.sub("\ufffd", text)
    parent = stack[-1] if stack else None
    if parent is not None and isinstance(parent.value, dict) and parent.key is None:
        parent.key = text
        if text in parent.key_lines:
            note(event, f"the key {_short(text)!r} stands twice (first on line {parent.key_lines[text]}); remove one")
        else:
            parent.key_lines[text] = line
        return
    if plain:
        value = None if text in _NULL else True if text in _TRUE else False if text in _FALSE else text
    repeated = parent is not None and isinstance(parent.value, dict) and parent.key in parent.value
    pointer = _place(tree, stack, value, line, note, event)
    if plain and not repeated and (bent := _bent(text)) is not None:
        tree.bent[pointer] = (text, bent)


def _bent(text: str) -> str | None:
    """What YAML 1.1 makes of an unquoted number, where that is not what was written."""
    if len(text) > 60:
        return None
    kinds = (kind for kind, form in yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ()) if form.match(text))
    kind = next(kinds, None)
    if kind not in _NUMBERS:
        return None
    try:
        constructor = yaml.constructor.SafeConstructor()
        value = constructor.construct_object(yaml.ScalarNode(kind, text))
    except (yaml.YAMLError, ValueError, OverflowError):
        return "something else"
    return str(value) if str(value) != text else None


def _place(tree: YamlTree, stack: list[_Open], value: Any, line: int, note: _Note, event: Any) -> Pointer:
    """Put a value where it belongs and say where that is."""
    if not stack:
        tree.data = value
        tree.lines[()] = line
        return ()
    parent = stack[-1]
    if isinstance(parent.value, list):
        pointer = (*parent.pointer, len(parent.value))
        parent.value.append(value)
    elif parent.key is None:
        note(event, "a list or a mapping is used as a key; write a plain word")
        raise _Refused
    else:
        pointer = (*parent.pointer, parent.key)
        if parent.key not in parent.value:
            parent.value[parent.key] = value
            line = parent.key_lines[parent.key]
        parent.key = None
    tree.lines.setdefault(pointer, line)
    return pointer
