"""Strict JSON (RFC 8259) that knows its lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from editions.imports.file_text import read_text, refused
from editions.source.yaml_tree import Pointer

_SPACE = " \t\r\n"


class JsonText:
    """A JSON document and the lines of its values."""

    def __init__(self, path: Path) -> None:
        """Read a document.

        Args:
            path: The file.

        Raises:
            Unpublishable: If it cannot be read, is no JSON, states a key twice or is nested without end.
        """
        self.path = path
        self._text = read_text(path)
        self._places: dict[Pointer, int] = {}
        try:
            self.data: Any = json.loads(self._text, object_pairs_hook=self._object, parse_constant=_refuse_constant)
        except json.JSONDecodeError as error:
            end = error.pos >= len(self._text.rstrip())
            reason = "it ends in the middle" if end else error.msg.lower()
            raise refused(path, error.lineno, f"can't be read as JSON: {reason}; correct it") from None
        except RecursionError:
            raise refused(path, 1, "is nested too deeply; flatten it") from None
        except ValueError as error:
            raise refused(path, 1, f"can't be read as JSON: {error}; correct it") from None

    @staticmethod
    def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            raise ValueError(f"the key {twice[:80]!r} stands twice in one object")
        return made

    def line(self, *pointer: str | int) -> int:
        """The line of a value.

        Args:
            *pointer: Keys and list places from the root.

        Returns:
            Line in the file, from 1: that of the value, or of the nearest value around it.
        """
        return self._text.count("\n", 0, self._place(pointer)) + 1

    def lines(self, *pointer: str | int) -> list[int]:
        """The lines of the entries of a list.

        Args:
            *pointer: Keys and list places from the root to a list.

        Returns:
            A line for each entry.
        """
        place, found, line, counted = self._skip(self._place(pointer) + 1), list[int](), 1, 0
        while self._text[place] != "]":
            line += self._text.count("\n", counted, place)
            counted = place
            self._places[*pointer, len(found)] = place
            found.append(line)
            place = self._next(self._after(place))
        return found

    def _place(self, pointer: Pointer) -> int:
        """Where a value begins, or the nearest value around it; places that were found are kept."""
        if not pointer:
            return self._skip(0)
        if pointer not in self._places:
            around = self._place(pointer[:-1])
            inside = self._inside(around, pointer[-1])
            self._places[pointer] = around if inside is None else inside
        return self._places[pointer]

    def _inside(self, place: int, part: str | int) -> int | None:
        """Where an entry of the value at a place begins."""
        kind = self._text[place]
        number = 0
        place = self._skip(place + 1)
        while self._text[place] not in "]}":
            if kind == "{":
                key, end = json.JSONDecoder().raw_decode(self._text, place)
                place = self._skip(self._skip(end) + 1)
                if key == part:
                    return place
            elif kind == "[" and number == part:
                return place
            number += 1
            place = self._next(self._after(place))
        return None

    def _after(self, place: int) -> int:
        return json.JSONDecoder().raw_decode(self._text, place)[1]

    def _next(self, place: int) -> int:
        place = self._skip(place)
        return self._skip(place + 1) if self._text[place] == "," else place

    def _skip(self, place: int) -> int:
        while self._text[place] in _SPACE:
            place += 1
        return place


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
