"""Redlines as HTML."""

from __future__ import annotations

from html import escape

from editions.text.html import HtmlWriter
from editions.text.inline_tree import Inline, Revised, Revision
from editions.text.tree import Block, RevisedCode
from editions.words.messages import message

# The words stand for those who hear the page or see no colour; the style sheet takes them out of sight and of copies.
_MARKS: dict[Revision, tuple[str, str]] = {
    "delete": ("del", message("deleted")),
    "insert": ("ins", message("inserted")),
}


class RedlineWriter(HtmlWriter):
    """Writes merged texts, as ``quote_blocks`` makes them, with ``<del>`` and ``<ins>``, labelled in words."""

    def block(self, block: Block) -> str:
        """Write a block."""
        match block:
            case RevisedCode(pieces=pieces, language=language, title=titled):
                title = f'<p class="code-title">{self.inline(titled)}</p>\n' if titled else ""
                named = f' class="language-{escape(language)}"' if language else ""
                code = "".join(self._marked(operation, escape(piece, quote=False)) for operation, piece in pieces)
                return f"{title}<pre><code{named}>{code}</code></pre>\n"
        return super().block(block)

    def node(self, node: Inline) -> str:
        """Write a node within a line."""
        match node:
            case Revised(operation=operation, children=children):
                return self._marked(operation, self.inline(children))
        return super().node(node)

    def _marked(self, operation: Revision | None, inside: str) -> str:
        """HTML marked as what went or came, white space outside of the mark."""
        words = inside.strip()
        if operation is None or not words:
            return inside
        tag, label = _MARKS[operation]
        marked = f'<{tag}><span class="redline-label">[{escape(self.say.text(label))}] </span>{words}</{tag}>'
        return inside[: len(inside) - len(inside.lstrip())] + marked + inside[len(inside.rstrip()) :]
