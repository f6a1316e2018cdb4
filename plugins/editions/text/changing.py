"""Trees made into other trees, node by node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editions.text.inline_tree import Emphasis, Inline, Link, Revised, Tagged, Words
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    Definition,
    DefinitionList,
    Heading,
    List,
    Note,
    Paragraph,
    Quotation,
    RevisedCode,
    Table,
    Text,
)


class TreeChange:
    """A change of texts; a subclass says what becomes of the nodes that it is about, and the others stay."""

    def text(self, text: Text) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """What becomes of a text: its blocks and its notes."""
        notes = tuple(replace(note, blocks=self.blocks(note.blocks)) for note in text.notes)
        return self.blocks(text.blocks), notes

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """What becomes of blocks."""
        return tuple(made for block in blocks for made in self.block(block))

    def children(self, children: Iterable[Inline]) -> tuple[Inline, ...]:
        """What becomes of the nodes of a line; plain words that are beside each other then are joined."""
        made: list[Inline] = []
        for child in children:
            for node in self.inline(child):
                last = made[-1] if made else None
                if isinstance(node, Words) and isinstance(last, Words):
                    made[-1] = Words(last.text + node.text)
                else:
                    made.append(node)
        return tuple(made)

    def block(self, block: Block) -> tuple[Block, ...]:
        """What becomes of a block."""
        match block:
            case Paragraph() | Heading():
                return (replace(block, children=self.children(block.children)),)
            case RevisedCode():
                return (replace(block, title=self.children(block.title)),)
            case Quotation():
                return (replace(block, blocks=self.blocks(block.blocks)),)
            case Admonition():
                title, inner = self.children(block.title), self.blocks(block.blocks)
                return (replace(block, title=title, blocks=inner),)
            case List():
                items = tuple(replace(item, blocks=self.blocks(item.blocks)) for item in block.items)
                return (replace(block, items=items),)
            case DefinitionList():
                return (replace(block, definitions=tuple(map(self._definition, block.definitions))),)
            case Table():
                return (replace(block, head=self._row(block.head), rows=tuple(map(self._row, block.rows))),)
        return (block,)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        """What becomes of a node of a line."""
        match node:
            case Emphasis() | Tagged() | Link() | Revised():
                return (replace(node, children=self.children(node.children)),)
        return (node,)

    def _definition(self, definition: Definition) -> Definition:
        terms = tuple(map(self.children, definition.terms))
        return Definition(terms, tuple(map(self.blocks, definition.meanings)))

    def _row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(Cell(self.children(cell.children)) for cell in row)
