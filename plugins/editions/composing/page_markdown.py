"""Pages as Markdown that Python-Markdown, which MkDocs, ProperDocs and Zensical have, shows as the engine would.

Whatever Markdown cannot say, or those would show otherwise, is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from editions.composing.kept_html import keep_html
from editions.pages.document import Document
from editions.pages.page_html import PartWriter, page_anchors
from editions.pages.parts import Group, Line, PageHeading, Part, Written
from editions.pages.reference_list import cite_with
from editions.pages.text_surroundings import PartSurroundings, on_page
from editions.text.commonmark import CommonMarkWriter
from editions.text.markdown_signs import indented
from editions.text.slugs import ShownHeading
from editions.text.surroundings import Surroundings
from editions.text.tree import Block, Cell, Directive, Heading, List, Paragraph, Table, Text
from editions.text.walking import text_blocks
from editions.words.phrasebook import ENGLISH, Phrasebook

# What means something to Python-Markdown within a line, or could at the end of one (attr_list).
_SIGNS = re.compile(r"[\\`*_{}\[\]]")
_MARKUP = re.compile(r"[&<]")
_CHARACTER = {"&": "&amp;", "<": "&lt;"}
_FENCE = re.compile("```|~~~")  # each generator sets code in its own way
_LIST = re.compile(r"[-*]|\d+\.")
_GOES_ON = re.compile(r"[-*]|\d+\.|    ")
_INDENT = "    "  # of what belongs to an item of a list


class PythonMarkdownWriter(CommonMarkWriter):
    """Writes texts in the dialect of Python-Markdown."""

    break_in_line = "<br>"

    def __init__(
        self, surroundings: Surroundings, ids: Iterable[str], lower_headings: int = 0, *, scoped: bool = True
    ) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            ids: The anchors of the headings, in order.
            lower_headings: How many levels headings are put below what is written.
            scoped: Whether headings of columns are named as such.
        """
        super().__init__(surroundings, lower_headings=lower_headings, keep_anchors=False)
        self._ids = iter(ids)
        self._scope = ' scope="col"' if scoped else ""

    def block(self, block: Block) -> str:
        """Write a block other than a list."""
        written = super().block(block)
        return f"{written} {{#{next(self._ids, '')}}}" if isinstance(block, Heading) else written

    def words(self, words: str) -> str:
        """Escape plain words."""
        written = _MARKUP.sub(lambda it: _CHARACTER[it[0]], _SIGNS.sub(r"\\\g<0>", words))
        return written.replace("|", "&#124;") if self._in_table else written

    def _table(self, block: Table) -> str:
        rows = [
            self._attributed_row(block.head, block, self._scope),
            "|" + " --- |" * len(block.head),
            *(self._attributed_row(row, block) for row in block.rows),
        ]
        return '<div class="table-scroll" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"

    def _attributed_row(self, row: Sequence[Cell], table: Table, attributes: str = "") -> str:
        self._in_table = True
        cells = []
        for cell, alignment in zip(row, table.alignments, strict=True):
            stated = (f" .align-{alignment}" if alignment else "") + (attributes if cell.children else "")
            cells.append(f" {self.line(cell.children)}{f' {{:{stated} }}' if stated else ''} |")
        self._in_table = False
        return "|" + "".join(cells)

    def _list(self, block: List, other: int) -> str:
        items = []
        for item, number in zip(block.items, block.numbers, strict=True):
            inside = self.blocks(item.blocks, tight=block.tight)
            mark = "-*"[other] if number is None else f"{number}."
            items.append(f"{mark:<3} {indented(inside, _INDENT)}")
        return ("\n" if block.tight else "\n\n").join(items)


class PageMarkdown(PartWriter):
    """Writes the parts of a page."""

    def __init__(
        self,
        document: Document,
        path_of: Callable[[str], str],
        shows: Callable[[str, str], bool],
        words: Phrasebook = ENGLISH,
        *,
        scoped: bool,
    ) -> None:
        """Prepare.

        Args:
            document: The page.
            path_of: Gives the path of a file from the page for an address from the root of the site.
            shows: Whether Markdown is shown as HTML.
            words: The language of the site.
            scoped: Whether headings of columns are named as such, which pages that a project writes do not do.
        """
        cite = cite_with(document.references)
        self._headings: list[ShownHeading] = []
        super().__init__(on_page(document.address, cite), page_anchors(document), self._headings, words=words)
        self._files = PartSurroundings(path_of, cite)
        self._shows = shows
        self._scoped = scoped
        self._within_html = self._in_list = False

    def _part(self, part: Part) -> str:
        if self._within_html:
            return super()._part(part)
        match part:
            case Group(tag=tag):
                html = super()._part(part).replace(f"<{tag}", f'<{tag} markdown="1"', 1)
                return "\n" + html.removesuffix(f"</{tag}>\n") + f"\n</{tag}>\n"
            case Written(text=Text(notes=())):
                return "".join(self._blocks(part))
        return self._one(part)

    def _blocks(self, part: Written) -> Iterator[str]:
        """The blocks of a text, each by itself, and what is drawn in place of its directives."""
        drawn = iter(part.drawn)
        for block in part.text.blocks:
            if isinstance(block, Directive):
                yield self.write(next(drawn, ()))
            else:
                yield self._one(replace(part, text=replace(part.text, blocks=(block,)), drawn=()))

    def _one(self, part: Part) -> str:
        """Write a part as Markdown if that is shown as the part, else as HTML."""
        before = len(self._headings)
        self._within_html = True
        html = super()._part(part)
        if not self._scoped:
            html = html.replace(' scope="col"', "")
        self._within_html = False
        ids = [it.id for it in self._headings[before:]]
        markdown = self._markdown(part, ids)
        if markdown and not _FENCE.search(markdown) and self._shows(markdown, html):
            return self._apart(markdown)
        self._in_list = False
        return f"\n{keep_html(html, permalinks=False)}\n"

    def _apart(self, markdown: str) -> str:
        """Keep a list apart from one before it, which would go on otherwise."""
        listed, self._in_list = self._in_list, bool(_LIST.match(markdown))
        between = "<!-- -->\n\n" if listed and _GOES_ON.match(markdown) else ""
        return f"\n{between}{markdown}\n"

    def _markdown(self, part: Part, ids: list[str]) -> str:
        """The Markdown of a part; empty if there is none."""
        match part:
            case Written(text=Text(notes=()) as text, drawn=()):
                own = [it.id for it in text_blocks(text) if isinstance(it, Heading)]
                place = self._files.of_text(part.context, zip(own, ids, strict=True), quoted=part.quoted)
                return PythonMarkdownWriter(place, ids, part.lower_headings, scoped=self._scoped).write(text)
            case PageHeading(css=css):
                attributes = "".join(f" .{name}" for name in css.split())
                attributes += ' data-search-exclude=""' if part.unsearched else ""
                return self._own_blocks((Heading(part.level, part.children),), [f"{ids[0]}{attributes}"])
            case Line(children=children, css=css):
                classes = " ".join(f".{name}" for name in css.split())
                return self._own_blocks((Paragraph(children),), ()) + (f"\n{{{classes}}}" if css else "")
            case _ if isinstance(part, Block):
                return self._own_blocks((part,), ids)
        return ""

    def _own_blocks(self, blocks: tuple[Block, ...], ids: Iterable[str]) -> str:
        return PythonMarkdownWriter(self._files.own, ids).blocks(blocks)
