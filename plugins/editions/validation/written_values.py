"""Values that say something else than they seem to: bent or cut off by YAML, or with characters that nobody sees.

What a schema wants at a place decides. Where it wants free text, a ``#`` behind a space may belong to the text, so no
comment may follow a value without quotes. No id, date or address holds a ``#`` behind a space, so what follows one is a
comment. A version or a date that other readers of YAML write in the same way again needs no quotes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import inf

from editions.schemas.schema_places import schema_places, texts_in
from editions.source.front_matter import Record
from editions.source.invisible_characters import invisible_character, invisible_characters
from editions.source.problem import Problem
from editions.source.unclear_values import Comment, UnclearValue
from editions.source.yaml_tree import Pointer

_FREE = ("one line", "text")
_SAME_AGAIN = ("version", "date")


def written_value_problems(record: Record, schema: str) -> Iterator[tuple[Pointer, Problem]]:
    """Check the values of a record as they are written.

    Args:
        record: A record whose YAML could be read.
        schema: Name of its schema with major version.

    Yields:
        Places and problems: values without quotes that readers of YAML take for something else, values that a comment
        ends though it may belong to them, and characters that cannot be seen.
    """
    places = schema_places(schema)
    for pointer, value in record.tree.unclear.items():
        form = places.form(pointer)
        if form is not None and value.reading and not (value.same and form in _SAME_AGAIN):
            yield pointer, record.problem(pointer, f"{value_name(pointer)} is {_bent(value)}")
        if form in _FREE and value.comment is not None:
            message = _cut(value_name(pointer), value.text, value.comment)
            yield pointer, Problem(record.path, value.comment.line, message)
        if form in _FREE and value.joined is not None:
            message = f"{value_name(pointer)} has an item of a list here, which YAML joins to the line before"
            yield (
                pointer,
                Problem(record.path, value.joined, f"{message}; begin the text with | and indent its lines alike"),
            )
    for pointer, value in record.tree.unclear_keys.items():
        if places.has_free_keys(pointer[:-1]):
            yield pointer, record.problem(pointer, f"the key is {_bent(value)}")
    for line in record.tree.separators:
        message = "a separator U+2028 or U+2029 stands outside of quotes, where YAML takes it for the end of a line"
        yield (), Problem(record.path, line, f"{message}; remove it, or put the text in quotes")
    for pointer, text in texts_in(record.data):
        if not text.isascii() and places.form(pointer) is not None:
            for line, name in _invisible(record, pointer, text):
                message = f"{value_name(pointer)} contains the invisible character {name}; remove it"
                yield pointer, Problem(record.path, line, message)
    for pointer in record.tree.lines:
        key = pointer[-1] if pointer else ""
        unseen = invisible_character(key) if isinstance(key, str) else None
        if unseen is not None and places.has_free_keys(pointer[:-1]):
            message = f"the key contains the invisible character {unseen}; remove it"
            yield pointer, record.problem(pointer, message)


def _invisible(record: Record, pointer: Pointer, text: str) -> Iterator[tuple[int, str]]:
    """Characters of a value that cannot be seen, each with its line of the file."""
    written = record.tree.written.get(pointer)
    places = written.places(text) if written else [(0, record.tree.line(pointer))]
    for _, place, name in invisible_characters(text):
        yield places[bisect_right(places, (place, inf)) - 1][1], name


def value_name(pointer: Pointer) -> str:
    """A place for people.

    Args:
        pointer: Keys and list places from the root.

    Returns:
        Such as ``criteria[2].id``, which counts list places from 1.
    """
    text = ""
    for part in pointer:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part[:60]}" if text else part[:60]
    return text or "the content"


def _bent(value: UnclearValue) -> str:
    text = value.text if len(value.text) <= 80 else f"{value.text[:79]}…"
    otherwise = ", or remove the key" if value.reading == "read as nothing" else ""
    return f'{text} without quotes, which YAML tools {value.reading}; write "{text}"{otherwise}'


def _cut(name: str, text: str, comment: Comment) -> str:
    advice = "put all of the text in quotes or, indented alike, under |, or move the comment above the key"
    if not text:
        return f"{name} is empty, since YAML takes {comment.short!r} for a comment; {advice}"
    where = "begins after" if comment.first else "ends before"
    return f"{name} {where} {comment.short!r}, which YAML takes for a comment; {advice}"
