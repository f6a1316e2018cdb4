"""What was read from JSON or YAML, checked against the shape of a catalog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.shape import SHAPES, Member
from editions.source.problem import Problem

Pointer = tuple[str | int, ...]
_MOST_PROBLEMS = 100
_NAMES = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


class Checker:
    """Makes nodes of values.

    Attributes:
        problems: What does not have the shape of a catalog.
    """

    def __init__(self, path: str, line: Callable[[Pointer], int]) -> None:
        """Take a file.

        Args:
            path: The file, for problems.
            line: Gives the line of a value, or of what is around it, by its pointer.
        """
        self._path = path
        self._line = line
        self.problems: list[Problem] = []

    def node(self, value: Any, shape: str, pointer: Pointer) -> Node | None:
        """Check an object.

        Args:
            value: The object, as it was read.
            pointer: Its place in the file.

        Returns:
            The object; ``None`` if it is none, which ``problems`` says.
        """
        if not isinstance(value, dict):
            self._note(pointer, f"{_named(pointer)} is {_what(value)}; it has to be an object")
            return None
        node = Node(self._line(pointer))
        known = {member.key: member for member in SHAPES[shape]}
        unread = []
        for key, content in value.items():
            member = known.get(key)
            if content is None:
                continue
            if member is None or member.kind == "unread":
                unread.append(str(key))
            else:
                self._member(node, member, content, (*pointer, key))
        return Node(node.line, node.texts, node.objects, node.lists, tuple(unread))

    def _member(self, node: Node, member: Member, value: Any, pointer: Pointer) -> None:
        if member.kind in ("object", "objects"):
            many = [value] if member.kind == "object" else self._list(value, pointer)
            pointers = [pointer] if member.kind == "object" else [(*pointer, place) for place in range(len(many))]
            made = [self.node(each, member.shape, at) for each, at in zip(many, pointers, strict=True)]
            node.objects[member.key] = tuple(each for each in made if each is not None)
        elif member.kind in ("texts", "lines"):
            many = self._list(value, pointer)
            texts = [self._text(each, (*pointer, place)) for place, each in enumerate(many)]
            node.lists[member.key] = tuple(text for text in texts if text is not None)
        else:
            text = self._text(value, pointer)
            if text is not None:
                node.texts[member.key] = text

    def _list(self, value: Any, pointer: Pointer) -> list[Any]:
        if isinstance(value, list):
            return value
        self._note(pointer, f"{_named(pointer)} is {_what(value)}; it has to be a list")
        return []

    def _text(self, value: Any, pointer: Pointer) -> str | None:
        if isinstance(value, str):
            return value
        self._note(pointer, f"{_named(pointer)} is {_what(value)}; it has to be a text")
        return None

    def _note(self, pointer: Pointer, message: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(self._path, self._line(pointer), message))


def _named(pointer: Pointer) -> str:
    names = [part for part in pointer if isinstance(part, str)]
    return names[-1][:60] if names else "the document"


def _what(value: Any) -> str:
    return "nothing" if value is None else _NAMES.get(type(value), "a text")
