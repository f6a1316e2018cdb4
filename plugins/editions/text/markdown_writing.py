"""Texts written in the dialect: reading them gives the same tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Citation, Inline
from editions.text.markdown_signs import fenced_code, indented
from editions.text.parsing import parse
from editions.text.surroundings import CitationPiece
from editions.text.tree import Admonition, Block, CodeBlock, Directive, Note, Text

# A bracket means something only where it could begin or end a link, a note, a citation or a box; two braces nothing.
_HARMLESS = re.compile(r"\[(?![\^@!xX \]])|\](?![(\[:])|\{(?=\{)")


def text_of(blocks: Iterable[Block], notes: Iterable[Note] = ()) -> Text:
    """The text that blocks and notes are."""
    return parse(DialectWriter().write_alone(Text("", tuple(blocks), tuple(notes))))


class DialectWriter(CommonMarkWriter):
    """Writes also what no other parser reads."""

    _harmless = _HARMLESS

    def block(self, block: Block) -> str:
        """Write a block other than a list, admonitions and directives among them."""
        match block:
            case CodeBlock():
                return fenced_code(block)
            case Admonition(kind=kind, title=title, blocks=inner):
                head = f'!!! {kind} "{self.line(title)}"' if title else f'!!! {kind} ""'
                return f"{head}\n\n    {indented(self.blocks(inner), '    ')}"
            case Directive(name=name, argument=argument):
                return f"<!-- editions:{name} {argument} -->" if argument else f"<!-- editions:{name} -->"
        return super().block(block)

    def formula(self, tex: str) -> str:
        """Leave TeX as it is."""
        return tex

    def display(self, tex: str) -> str:
        """Write a formula on lines of its own."""
        return f"$$\n{tex}\n$$"

    def piece(self, node: Inline) -> str:
        """Write a node within a line other than emphasis; citations as they are written."""
        if isinstance(node, Citation) and self._surroundings.cite(node) == (CitationPiece(node.written),):
            return node.written
        return super().piece(node)
