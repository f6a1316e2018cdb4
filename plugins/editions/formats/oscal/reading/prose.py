"""Texts of a catalog in the tree of texts, with its parameters inserted and links within it resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editions.formats.oscal.reading.markup import read_line, read_prose
from editions.formats.oscal.reading.params import Parameters
from editions.formats.oscal.reading.report import Report
from editions.formats.oscal.terms import plain_of
from editions.text.changing import TreeChange
from editions.text.inline_tree import Image, Inline, Link, NoteReference, Words
from editions.text.parsing import parse
from editions.text.plain import plain_line
from editions.text.tree import Block, Paragraph
from editions.text.walking import inlines

Target = Callable[[str], str | None]


class Prose:
    """Makes the texts of one catalog."""

    def __init__(self, params: Parameters, report: Report, *, own: bool = False) -> None:
        """Take what texts refer to.

        Args:
            params: The catalog's parameters.
            report: Takes what no text can carry.
            own: Whether this engine wrote the catalog; its texts are written in the dialect.
        """
        self._own = own
        self._params = params
        self._report = report

    def blocks(self, text: str, target: Target) -> tuple[Block, ...]:
        """Read a text of several blocks.

        Args:
            text: OSCAL's Markdown.
            target: Gives the target of a link by its href, or ``None`` to leave it.

        Returns:
            Its blocks; links within the catalog lead to where their targets are on the site.
        """
        if self._own:
            return _Resolved(target).text_with_notes(text)
        return _Resolved(target).blocks(read_prose(text, self._report, self._params.insertions()))

    def exact(self, text: str) -> str:
        """Read a line that this engine wrote: the plain text that it wrote, sign by sign."""
        return plain_of(text)

    def line(self, text: str) -> str:
        """Read a text that is one line, in words alone.

        Args:
            text: OSCAL's Markdown.

        Returns:
            Plain text.
        """
        children = _Described(self._report).children(read_line(text, self._report, self._params.insertions()))
        for node in inlines(children):
            if isinstance(node, Link):
                self._report.lost(f"target {node.target!r} of a link in a line of text", "its words are kept")
        return plain_line(children)


class _Resolved(TreeChange):
    """Points links and images within the catalog to where their targets are."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def text_with_notes(self, markdown: str) -> tuple[Block, ...]:
        """The blocks of a text in the dialect; its notes, whose numbers hold in it alone, are paragraphs after it."""
        text = parse(markdown)
        blocks, notes = self.text(text)
        if not notes:
            return blocks
        told = [Paragraph((Words(f"[{number}]"),)) for number in range(1, len(notes) + 1)]
        noted = (block for lead, note in zip(told, notes, strict=True) for block in (lead, *note.blocks))
        return (*blocks, *noted)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        if isinstance(node, Link | Image):
            target = self._target(node.target)
            node = node if target is None else replace(node, target=target)
        elif isinstance(node, NoteReference):
            return (Words(f"[{node.number}]"),)
        return super().inline(node)


class _Described(TreeChange):
    """Puts the words and the path of a picture in its place, where a text can have none."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        if not isinstance(node, Image):
            return super().inline(node)
        self._report.kept(f"image {node.target!r} in a line of text", "its words and its path")
        words = ", ".join(it for it in (node.alternative, node.title.strip()) if it)
        return (Words(f"{words} ({node.target})" if words and node.target else words or node.target),)
