"""Texts written in the dialect: reading them gives the same tree."""

from __future__ import annotations

from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Citation, Inline
from editions.text.surroundings import CitationPiece
from editions.text.tree import Admonition, Block, Directive


class DialectWriter(CommonMarkWriter):
    """Writes also what no other parser reads: admonitions, directives and citations."""

    def _block(self, block: Block) -> str:
        match block:
            case Admonition(kind=kind, title=title, blocks=inner):
                inside = "\n".join(f"    {line}" if line else "" for line in self.blocks(inner).split("\n"))
                return f'!!! {kind} "{self._line(title)}"\n\n{inside}'
            case Directive(name=name, argument=argument):
                return f"<!-- editions:{name} {argument} -->" if argument else f"<!-- editions:{name} -->"
        return super()._block(block)

    def _piece(self, node: Inline) -> str:
        if isinstance(node, Citation) and self.surroundings.cite(node) == (CitationPiece(node.written),):
            return node.written
        return super()._piece(node)
