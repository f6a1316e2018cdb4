"""Redlines as HTML: in one text, and side by side."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from editions.comparison import Side
from editions.comparison.sides import blocks_of_side
from editions.text.html import HtmlWriter
from editions.text.inline_tree import Inline, NoteReference, Revised, Revision
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import Block, CodeBlock, Heading, RevisedCode

# The words stand for those who hear the page or see no colour; the style sheet takes them out of sight and of copies.
_MARKS: dict[Revision, tuple[str, str]] = {"delete": ("del", "deleted"), "insert": ("ins", "inserted")}
_LINE_END = "&#10;"  # so that a redline with code is one line of HTML, too


def redline_html(blocks: Iterable[Block], here: Surroundings = AS_WRITTEN, former: Surroundings = AS_WRITTEN) -> str:
    """A redline in one text.

    Args:
        blocks: Blocks of two merged texts.
        here: Where links lead.
        former: Where links lead that only the earlier text has.

    Returns:
        HTML on one line: paragraphs, lists, tables and code with ``<del>`` and ``<ins>``, labelled in words.
    """
    return " ".join(_RedlineWriter(here, former).blocks(blocks).split("\n")).strip()


def redline_side(
    blocks: Iterable[Block], side: Side, here: Surroundings = AS_WRITTEN, former: Surroundings = AS_WRITTEN
) -> str:
    """One side of a redline.

    Args:
        blocks: Blocks of two merged texts.
        side: ``old`` or ``new``.
        here: As for ``redline_html``.
        former: As for ``redline_html``.

    Returns:
        HTML of that side's text, with what is not in the other marked.
    """
    return redline_html(blocks_of_side(blocks, side), former if side == "old" else here, former)


def redline_line(children: tuple[Inline, ...]) -> str:
    """A redline of a text of one line, such as a title.

    Args:
        children: Two merged lines.

    Returns:
        HTML for the inside of an element, as ``redline_html`` makes it.
    """
    return " ".join(_RedlineWriter(AS_WRITTEN, AS_WRITTEN).inline(children).split("\n"))


class _RedlineWriter(HtmlWriter):
    """Writes merged texts. Many of them are on one page, so that they have no anchors."""

    def __init__(self, here: Surroundings, former: Surroundings) -> None:
        super().__init__(here)
        self._former = former

    def block(self, block: Block) -> str:
        match block:
            case CodeBlock(code=code, language=language, title=title):
                named = f'<p class="code-title">{escape(title)}</p>\n' if title else ""
                return named + _code(((None, code),), language)
            case RevisedCode(pieces=pieces, language=language, title=titled):
                named = f'<p class="code-title">{self.inline(titled)}</p>\n' if titled else ""
                return named + _code(pieces, language)
            case Heading(children=children):
                return f"<p><strong>{self.inline(children)}</strong></p>\n"
        return super().block(block)

    def node(self, node: Inline) -> str:
        match node:
            case Revised(operation=operation, children=children):
                here = self._surroundings
                self._surroundings = self._former if operation == "delete" else here
                inside = self.inline(children)
                self._surroundings = here
                return _marked(operation, inside)
            case NoteReference(number=number):
                return f"<sup>{number}</sup>"
        return super().node(node)


def _code(pieces: Iterable[tuple[Revision | None, str]], language: str) -> str:
    named = f' class="language-{escape(language)}"' if language else ""
    code = "".join(_marked(operation, escape(piece, quote=False)) for operation, piece in pieces)
    return f"<pre><code{named}>{_LINE_END.join(code.split(chr(10)))}</code></pre>\n"


def _marked(operation: Revision | None, inside: str) -> str:
    """HTML marked as what went or came, white space outside of the mark."""
    words = inside.strip()
    if operation is None or not words:
        return inside
    tag, label = _MARKS[operation]
    marked = f'<{tag}><span class="redline-label">[{label}] </span>{words}</{tag}>'
    return inside[: len(inside) - len(inside.lstrip())] + marked + inside[len(inside.rstrip()) :]
