"""The lines on which the objects of a JSON text stand, which Python's reader does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+', re.DOTALL)

Pointer = tuple[str | int, ...]


@dataclass
class _Open:
    """A list or an object that is not closed yet."""

    pointer: Pointer
    is_object: bool
    place: int = 0
    key: str | None = None
    keys: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class JsonLines:
    """Where things stand in a JSON text.

    Attributes:
        objects: Line of each object by its pointer.
        repeated: The first key that stands twice in its object, with its line.
    """

    objects: dict[Pointer, int]
    repeated: tuple[str, int] | None


def json_lines(text: str) -> JsonLines:
    """Find the lines of a JSON text.

    Args:
        text: JSON that could be read; keys may stand twice in it.

    Returns:
        Its lines, from 1.
    """
    objects: dict[Pointer, int] = {}
    repeated: tuple[str, int] | None = None
    stack: list[_Open] = []
    line = 1
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign == "\n":
            line += 1
        elif sign in "{[":
            pointer = _place(stack)
            if sign == "{":
                objects[pointer] = line
            stack.append(_Open(pointer, sign == "{"))
        elif sign in "}]":
            stack.pop()
        elif sign == ",":
            stack[-1].place += 1
            stack[-1].key = None
        elif sign[0] == '"' and stack and stack[-1].is_object and stack[-1].key is None:
            key = stack[-1].key = sign[1:-1]
            if key in stack[-1].keys and repeated is None:
                repeated = (key, line)
            stack[-1].keys.add(key)
    return JsonLines(objects, repeated)


def _place(stack: list[_Open]) -> Pointer:
    if not stack:
        return ()
    inside = stack[-1]
    return (*inside.pointer, inside.key or "") if inside.is_object else (*inside.pointer, inside.place)
