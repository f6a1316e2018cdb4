"""Texts as OSCAL's prose: the part of Markdown that ``markup-multiline`` has, without notes, definitions and HTML.

See https://framework.metaschema.dev/specification/datatypes/#markup-multiline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import CodeSpan, Emphasis, Formula, Inline, NoteReference, Tagged, Words
from editions.text.tree import Block, CodeBlock, DefinitionList, Directive, List, ListItem, Note, Paragraph, Rule, Text

# OSCAL's own signs: ~sub~ and ^sup^.
_SIGNS = re.compile(r"[~^]")
_RAISED = {"sub": "~", "sup": "^"}


class OscalMarkup(CommonMarkWriter):
    """Writes one text."""

    break_in_line = " "

    def write(self, text: Text, expand: Callable[[Directive], str] | None = None) -> str:
        """Write a text; its notes are paragraphs at its end, with the numbers that the text refers to."""
        notes = (block for number, note in enumerate(text.notes, 1) for block in _as_blocks(note, number))
        return self.blocks((*text.blocks, *notes))

    def lines(self, children: tuple[Inline, ...]) -> str:  # type: ignore[override]
        """Write inline nodes as lines; a break at the end shows nothing."""
        return super().lines(children).removesuffix("<br>")

    def block(self, block: Block) -> str:
        """Write a block other than a list, with the signs that OSCAL's Markdown has."""
        match block:
            case DefinitionList():
                return self.blocks(_definitions(block))
            case Formula(tex=tex):
                return super().block(CodeBlock(f"{tex}\n"))
            case Rule():
                return ""
        return super().block(block)

    def _list(self, block: List, other: int) -> str:
        return super()._list(replace(block, items=tuple(map(_without_box, block.items))), other)

    def piece(self, node: Inline) -> str:
        """Write a node within a line other than emphasis, with OSCAL's own signs."""
        match node:
            case Words():
                return _SIGNS.sub(r"\\\g<0>", super().piece(node))
            case Formula(tex=words) | Tagged(tag="kbd", children=(Words(text=words),)):
                return super().piece(CodeSpan(words))
            case Tagged(tag=tag, children=inner):
                mark = _RAISED.get(tag, "")
                return f"{mark}{self.inline(inner)}{mark}"
            case NoteReference(number=number):
                return f"\\[{number}\\]"
        return super().piece(node)


def _as_blocks(note: Note, number: int) -> tuple[Block, ...]:
    mark = Words(f"[{number}] ")
    if note.blocks and isinstance(first := note.blocks[0], Paragraph):
        return (replace(first, children=(mark, *first.children)), *note.blocks[1:])
    return (Paragraph((mark,)), *note.blocks)


def _definitions(block: DefinitionList) -> Iterator[Block]:
    for definition in block.definitions:
        for term in definition.terms:
            yield Paragraph((Emphasis(term, strong=True),))
        for meaning in definition.meanings:
            yield from meaning


def _without_box(item: ListItem) -> ListItem:
    """An item with the sign of a box in place of the marks of one."""
    if item.done is None:
        return item
    box = Words("☑ " if item.done else "☐ ")
    if item.blocks and isinstance(first := item.blocks[0], Paragraph):
        return ListItem((replace(first, children=(box, *first.children)), *item.blocks[1:]))
    return ListItem((Paragraph((box,)), *item.blocks))
