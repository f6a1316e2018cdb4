"""JSON (RFC 8259): written in one form, and read strictly and with its lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editions.formats.file_text import read_text, refused
from editions.source.yaml_tree import Pointer

MAXIMUM_DEPTH = 100
# No number of a document is longer; Python refuses to read one of more than 4,300 digits.
_LONGEST_NUMBER = 1_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+', re.DOTALL)
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})


@dataclass(slots=True, eq=False)
class _Value:
    """A value and where it stands.

    Attributes:
        line: Its line.
        inside: The values within, where it is an object or a list.
        key: The key whose value comes next.
    """

    line: int
    inside: dict[str, _Value] | list[_Value] | None = None
    key: str | None = field(default=None)


def write_json(document: Any) -> bytes:
    """Write a document for people and programs: indented, in UTF-8."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


class JsonText:
    """A JSON document and the lines of its values.

    Attributes:
        path: The file.
        data: The document.
    """

    def __init__(self, path: Path, text: str) -> None:
        """Read a document.

        Args:
            path: The file, for problems.

        Raises:
            Unpublishable: If it is not JSON, states a key twice or is nested too deeply.
        """
        self.path = path
        self._root = _scanned(path, text)
        try:
            self.data: Any = json.loads(text)
        except json.JSONDecodeError as error:
            where = "the file ends too early" if error.pos >= len(text.rstrip()) else error.msg
            message = f"can't be read as JSON: {where}, column {error.colno}; get a whole copy or correct it"
            raise refused(path, error.lineno, message) from None
        except (ValueError, RecursionError) as error:
            reason = " ".join(str(error).split())[:120]
            raise refused(path, 1, f"can't be read as JSON: {reason}; correct it") from None

    def line(self, *pointer: str | int) -> int:
        """The line of a value.

        Args:
            *pointer: Keys and list places from the root.

        Returns:
            Line in the file, from 1: that of the value, or of the nearest value around it.
        """
        return self._value(pointer).line

    def lines(self, *pointer: str | int) -> list[int]:
        """The lines of the entries of a list.

        Args:
            *pointer: Keys and list places from the root to a list.

        Returns:
            A line for each entry.
        """
        inside = self._value(pointer).inside
        return [entry.line for entry in inside] if isinstance(inside, list) else []

    def _value(self, pointer: Pointer) -> _Value:
        found = self._root
        for part in pointer:
            try:
                found = found.inside[part]  # type: ignore[index] # what does not fit is not there
            except (LookupError, TypeError):
                break
        return found


def read_json(path: Path) -> JsonText:
    """Read a JSON file.

    Args:
        path: The file.

    Returns:
        The document.

    Raises:
        Unpublishable: If it cannot be read, or as for ``JsonText``.
    """
    return JsonText(path, read_text(path))


def _scanned(path: Path, text: str) -> _Value:
    """The places of all values, as far as the text is JSON; what no reader should take is refused on the way."""
    root = _Value(1)
    open_values: list[_Value] = []
    for sign, line, column in _tokens(text):
        top = open_values[-1] if open_values else None
        if sign in "]}":
            if top is None:
                break
            open_values.pop()
        elif sign in ",:":
            continue
        elif sign[0] == '"' and top is not None and isinstance(top.inside, dict) and top.key is None:
            top.key = _key(sign)
            if top.key in top.inside:
                message = f"the key {top.key[:60]!r} stands twice in one object, column {column}; remove one of them"
                raise refused(path, line, message)
        else:
            if sign in _NO_NUMBERS or (sign[0] in "-0123456789" and len(sign) > _LONGEST_NUMBER):
                what = sign if sign in _NO_NUMBERS else f"a number of {len(sign):,} digits"
                raise refused(path, line, f"{what} is no JSON number, column {column}; correct it")
            value = _Value(line, {} if sign == "{" else [] if sign == "[" else None)
            if top is None:
                root = value
            elif isinstance(top.inside, list):
                top.inside.append(value)
            elif isinstance(top.inside, dict) and top.key is not None:
                top.inside[top.key] = value
                top.key = None
            if value.inside is not None:
                if len(open_values) >= MAXIMUM_DEPTH:
                    message = f"values are nested more than {MAXIMUM_DEPTH} deep, column {column}; flatten them"
                    raise refused(path, line, message)
                open_values.append(value)
    return root


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a JSON text, each with its line and its column, from 1."""
    line, start = 1, 0
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign == "\n":
            line, start = line + 1, match.end()
        else:
            yield sign, line, match.start() - start + 1


def _key(sign: str) -> str:
    """A key as the reader has it: the same key may be written with escapes."""
    try:
        return str(json.loads(sign)) if "\\" in sign else sign[1:-1]
    except ValueError:
        return sign
