"""Words of two texts joined to inline nodes: the way back from ``text.words``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from editions.text.inline_tree import Inline, LineBreak, Revised, Revision, Words
from editions.text.words import Mark, Word


def join_words(pieces: Iterable[tuple[Revision | None, Word]]) -> tuple[Inline, ...]:
    """Make inline nodes of words: the inverse of ``line_words``, for two texts at once.

    Args:
        pieces: Words in order, each with ``delete`` or ``insert`` if only one of two texts has it, and ``None`` else.

    Returns:
        Nodes; what belongs to one text is in ``Revised`` nodes, within the marks that it shares with its neighbours.
    """
    flat: list[_Piece] = []
    for operation, word in pieces:
        if word.gap:
            shared = shared_marks(flat[-1].marks, word.marks) if flat else ()
            blank: Inline = LineBreak(hard=True) if "\n" in word.gap else Words(word.gap)
            flat.append(_Piece(operation, shared, blank))
        if word.text or word.node:
            flat.append(_Piece(operation, word.marks, word.node or Words(word.text)))
    return _nested(flat, 0)


@dataclass(frozen=True, slots=True)
class _Piece:
    operation: Revision | None
    marks: tuple[Mark, ...]
    node: Inline


def shared_marks(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """What contains both of two neighbours."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def _nested(pieces: Sequence[_Piece], depth: int) -> tuple[Inline, ...]:
    found: list[tuple[Revision | None, Inline]] = []
    for mark, group in groupby(pieces, key=lambda it: it.marks[depth] if len(it.marks) > depth else None):
        run = list(group)
        if mark is None:
            found += [(it.operation, it.node) for it in run]
            continue
        operations = {it.operation for it in run}
        if len(operations) > 1:
            found.append((None, replace(mark, children=_nested(run, depth + 1))))
        else:
            plain = [_Piece(None, it.marks, it.node) for it in run]
            found.append((run[0].operation, replace(mark, children=_nested(plain, depth + 1))))
    nodes: list[Inline] = []
    for operation, parts in groupby(found, key=lambda it: it[0]):
        children = _joined(node for _, node in parts)
        nodes += children if operation is None else (Revised(operation, children),)
    return tuple(nodes)


def _joined(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """Nodes of which plain words beside each other are one."""
    made: list[Inline] = []
    for node in nodes:
        if isinstance(node, Words) and made and isinstance(last := made[-1], Words):
            made[-1] = Words(last.text + node.text)
        else:
            made.append(node)
    return tuple(made)
