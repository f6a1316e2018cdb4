"""Texts put one after the other, and parts of texts, each with notes that count from 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from editions.text.commonmark import write_commonmark
from editions.text.inline_tree import NoteReference
from editions.text.tree import NO_TEXT, Block, Text
from editions.text.walking import nodes


def join_texts(texts: Sequence[Text]) -> Text:
    """Put texts one after the other.

    Args:
        texts: The texts; empty ones are left out.

    Returns:
        One text, with the notes of all.
    """
    shown = [text for text in texts if text]
    if len(shown) < 2:
        return shown[0] if shown else NO_TEXT
    blocks: list[Block] = []
    notes: list[Any] = []
    for text in shown:
        numbers = {number: number + len(notes) for number in range(1, len(text.notes) + 1)} if notes else {}
        blocks += _renumbered(text.blocks, numbers)
        notes += _renumbered(text.notes, numbers)
    return Text("\n\n".join(text.markdown for text in shown), tuple(blocks), tuple(notes))


def part_of_text(text: Text, blocks: Sequence[Block]) -> Text:
    """Take blocks out of a text.

    Args:
        text: The text.
        blocks: Some of its blocks.

    Returns:
        A text of the blocks and the notes that they refer to.
    """
    numbers: dict[int, int] = {}
    waiting: list[Sequence[Block]] = [blocks]
    while waiting:
        for node in nodes(tuple(waiting.pop())):
            if isinstance(node, NoteReference) and node.number not in numbers:
                numbers[node.number] = len(numbers) + 1
                waiting.append(text.notes[node.number - 1].blocks)
    notes = tuple(text.notes[number - 1] for number in numbers)
    part = Text("", _renumbered(tuple(blocks), numbers), _renumbered(notes, numbers))
    return replace(part, markdown=write_commonmark(part))


def _renumbered(value: Any, numbers: Mapping[int, int]) -> Any:
    """A part of a tree with other numbers in its references to notes."""
    if not numbers:
        return value
    match value:
        case NoteReference(number=number):
            return replace(value, number=numbers.get(number, number))
        case tuple():
            return tuple(_renumbered(it, numbers) for it in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{it.name: _renumbered(getattr(value, it.name), numbers) for it in fields(value)})
    return value
