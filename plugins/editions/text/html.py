"""Texts as HTML, safe by construction: every element and attribute is one of those below, and all words are escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

from editions.text.inline_tree import (
    Citation,
    CodeSpan,
    Emphasis,
    Formula,
    Image,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Tagged,
    Words,
)
from editions.text.mathematics import formula_html
from editions.text.safe_address import is_safe
from editions.text.slugs import Anchors, ShownHeading, mark_anchor, note_anchor
from editions.text.spoken_signs import task_box, way_back
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    Directive,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
)
from editions.text.walking import reserve_headings, words_of
from editions.words.phrasebook import ENGLISH, Phrasebook


class HtmlWriter:
    """Writes texts for one page, so that the anchors of all are unique."""

    def __init__(
        self,
        surroundings: Surroundings = AS_WRITTEN,
        *,
        anchors: Anchors | None = None,
        outline: list[ShownHeading] | None = None,
        expand: Callable[[Directive], str] | None = None,
        scrolling_tables: bool = False,
        lower_headings: int = 0,
        as_mathml: bool = True,
        words: Phrasebook = ENGLISH,
    ) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            anchors: The anchors of the page; ``None`` for texts that are shown alone.
            outline: Takes the headings, which then have a link to themselves.
            expand: Gives the HTML in place of a directive.
            scrolling_tables: Whether each table is put into a box that scrolls sideways (class ``table-scroll``).
            lower_headings: How many levels headings are put below what is written.
            as_mathml: Whether formulas are written as MathML, which readers of feeds drop, or else as their source.
            words: What is said besides the text.
        """
        self.say = words
        self._surroundings = surroundings
        self._as_mathml = as_mathml
        self._anchors = anchors or Anchors()
        self._outline = outline
        self._expand = expand
        self._scrolling = scrolling_tables
        self._lower = lower_headings
        self._notes = ""
        self._headings: Iterator[str] | None = None
        self._in_link = False

    def write(self, text: Text, name: str = "", headings: Iterable[str] | None = None) -> str:
        """Write a text and its notes.

        Args:
            name: Begins the anchors of its notes, so that those of a page's texts differ.
            headings: The anchors of its headings, where they are reserved already.
        """
        around = self._notes, self._headings
        reserved = (id_ for _, id_ in reserve_headings(text, self._anchors)) if headings is None else headings
        self._notes, self._headings = name, iter(tuple(reserved))
        made = self.blocks(text.blocks) + (self._all_notes(text) if text.notes else "")
        self._notes, self._headings = around
        return made

    def _all_notes(self, text: Text) -> str:
        items = "".join(
            f'<li id="{self._note(number)}">{self._noted(note.blocks, number, note.references)}</li>\n'
            for number, note in enumerate(text.notes, start=1)
        )
        return f'<div class="footnote" role="doc-endnotes">\n<ol>\n{items}</ol>\n</div>\n'

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks, each with a line feed after it."""
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        """Write a block."""
        return _BLOCKS[type(block)](self, block)

    def inline(self, children: Iterable[Inline]) -> str:
        """Write what is within a line."""
        return "".join(map(self.node, children))

    def node(self, node: Inline) -> str:
        """Write a node within a line."""
        return _INLINE[type(node)](self, node)

    def _note(self, number: int) -> str:
        return escape(note_anchor(number, self._notes))

    def _mark(self, number: int, again: int) -> str:
        return escape(mark_anchor(number, again, self._notes))

    def _noted(self, blocks: Sequence[Block], number: int, references: int) -> str:
        """The blocks of a note; the ways back to the text are in its last paragraph."""
        back = "".join(way_back(self.say, self._mark(number, again), again) for again in range(references))
        if blocks and isinstance(last := blocks[-1], Paragraph):
            return f"{self.blocks(blocks[:-1])}<p>{self.inline(last.children)}{back}</p>"
        return f"{self.blocks(blocks)}<p>{back.lstrip()}</p>"

    def _paragraph(self, block: Paragraph) -> str:
        return f"<p>{self.inline(block.children)}</p>\n"

    def _heading(self, block: Heading) -> str:
        level = min(block.level + self._lower, 6)
        id_ = self._anchors.reserve(block.id) if self._headings is None else next(self._headings)
        return self.heading(level, block.children, id_)

    def heading(self, level: int, children: tuple[Inline, ...], id_: str, attributes: str = "") -> str:
        """Write a heading whose anchor is reserved."""
        mark, inside = "", self.inline(children)
        if self._outline is not None:
            self._outline.append(ShownHeading(level, id_, words_of(children)))
            title = escape(self.say.text("Permanent link"))
            mark = f'<a class="headerlink" href="#{escape(id_)}" title="{title}">¶</a>'
        return f'<h{level} id="{escape(id_)}"{attributes}>{inside}{mark}</h{level}>\n'

    def _code_block(self, block: CodeBlock) -> str:
        language = f' class="language-{escape(block.language)}"' if block.language else ""
        title = f'<p class="code-title">{escape(block.title)}</p>\n' if block.title else ""
        return f"{title}<pre><code{language}>{escape(block.code, quote=False)}</code></pre>\n"

    def _quotation(self, block: Quotation) -> str:
        return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"

    def _list(self, block: List) -> str:
        items = "".join(self._item(item, tight=block.tight) for item in block.items)
        if block.start is None:
            return f"<ul>\n{items}</ul>\n"
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{items}</ol>\n"

    def _item(self, item: ListItem, *, tight: bool) -> str:
        box = ""
        if item.done is not None:
            box = f"{task_box(self.say, done=item.done)} "
        value = "" if item.number is None else f' value="{item.number}"'
        return f"<li{value}>{self._within(item.blocks, box, tight=tight)}</li>\n"

    def _within(self, blocks: Sequence[Block], before: str = "", *, tight: bool) -> str:
        """What an item or a definition contains; a paragraph of a tight list is not set as one."""
        made = []
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph) and (tight or (before and not place)):
                inside = before + self.inline(block.children)
                made.append(f"{inside}\n" if tight else f"<p>{inside}</p>\n")
            else:
                made.append(self.blocks((block,)))
            before = ""
        return (before + "".join(made)).removesuffix("\n")

    def _definition_list(self, block: DefinitionList) -> str:
        made = []
        for definition in block.definitions:
            made += [f"<dt>{self.inline(term)}</dt>\n" for term in definition.terms]
            made += [f"<dd>{self._within(it, tight=block.tight)}</dd>\n" for it in definition.meanings]
        return f"<dl>\n{''.join(made)}</dl>\n"

    def _table(self, block: Table) -> str:
        rows = "".join(f"<tr>\n{self._cells(row, block, 'td')}</tr>\n" for row in block.rows)
        head = f"<thead>\n<tr>\n{self._cells(block.head, block, 'th')}</tr>\n</thead>\n"
        body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
        table = f"<table>\n{head}{body}</table>"
        return f'<div class="table-scroll">{table}</div>\n' if self._scrolling else f"{table}\n"

    def _cells(self, row: Sequence[Cell], table: Table, tag: str) -> str:
        made = []
        for cell, alignment in zip(row, table.alignments, strict=True):
            aligned = f' class="align-{alignment}"' if alignment else ""
            heads = tag == "th" and cell.children  # an empty heading would name nothing (WCAG 2.2, 1.3.1)
            opening, closing = ('th scope="col"', "th") if heads else ("td", "td")
            made.append(f"<{opening}{aligned}>{self.inline(cell.children)}</{closing}>\n")
        return "".join(made)

    def _directive(self, block: Directive) -> str:
        return self._expand(block) if self._expand is not None else ""

    def _admonition(self, block: Admonition) -> str:
        title = f'<p class="admonition-title">{self.inline(block.title)}</p>\n' if block.title else ""
        kind = escape(block.kind)
        return f'<div class="admonition {kind}" role="note">\n{title}{self.blocks(block.blocks)}</div>\n'

    def _words(self, node: Words) -> str:
        return escape(node.text, quote=False)

    def _line_break(self, node: LineBreak) -> str:
        return "<br>\n" if node.hard else "\n"

    def _code_span(self, node: CodeSpan) -> str:
        return f"<code>{escape(node.code, quote=False)}</code>"

    def _formula(self, node: Formula) -> str:
        made = formula_html(node.tex, block=node.block, as_mathml=self._as_mathml)
        return f'<p class="formula">{made}</p>\n' if node.block else made

    def _emphasis(self, node: Emphasis) -> str:
        tag = "strong" if node.strong else "em"
        return f"<{tag}>{self.inline(node.children)}</{tag}>"

    def _tagged(self, node: Tagged) -> str:
        title = f' title="{escape(node.title)}"' if node.title else ""
        return f"<{node.tag}{title}>{self.inline(node.children)}</{node.tag}>"

    def _link(self, node: Link) -> str:
        target = self._surroundings.link(node.target)
        if target is None or self._in_link or not is_safe(target):
            return self.inline(node.children)
        self._in_link = True
        inside = self.inline(node.children)
        self._in_link = False
        title = f' title="{escape(node.title)}"' if node.title else ""
        return f'<a href="{escape(target)}"{title}>{inside}</a>'

    def _image(self, node: Image) -> str:
        target = self._surroundings.image(node.target)
        if target is None or not is_safe(target):
            return escape(node.alternative, quote=False)
        title = f' title="{escape(node.title)}"' if node.title else ""
        return f'<img src="{escape(target)}" alt="{escape(node.alternative)}"{title}>'

    def _citation(self, node: Citation) -> str:
        return "".join(map(self._piece, self._surroundings.cite(node)))

    def _piece(self, piece: CitationPiece) -> str:
        words = escape(piece.text, quote=False)
        linked = piece.target and not self._in_link and is_safe(piece.target)
        return f'<a href="{escape(piece.target)}">{words}</a>' if linked else words

    def _note_reference(self, node: NoteReference) -> str:
        mark, number = self._mark(node.number, node.again), node.number
        if self._in_link:
            return f"<sup>{number}</sup>"
        link = f'<a class="footnote-ref" href="#{self._note(number)}" role="doc-noteref">{number}</a>'
        return f'<sup id="{mark}">{link}</sup>'


_BLOCKS: dict[type, Callable[[HtmlWriter, Any], str]] = {
    Paragraph: HtmlWriter._paragraph,
    Heading: HtmlWriter._heading,
    CodeBlock: HtmlWriter._code_block,
    Formula: HtmlWriter._formula,
    Rule: lambda *_: "<hr>\n",
    Quotation: HtmlWriter._quotation,
    List: HtmlWriter._list,
    DefinitionList: HtmlWriter._definition_list,
    Table: HtmlWriter._table,
    Admonition: HtmlWriter._admonition,
    Directive: HtmlWriter._directive,
}
_INLINE: dict[type, Callable[[HtmlWriter, Any], str]] = {
    Words: HtmlWriter._words,
    LineBreak: HtmlWriter._line_break,
    CodeSpan: HtmlWriter._code_span,
    Formula: HtmlWriter._formula,
    Emphasis: HtmlWriter._emphasis,
    Tagged: HtmlWriter._tagged,
    Link: HtmlWriter._link,
    Image: HtmlWriter._image,
    Citation: HtmlWriter._citation,
    NoteReference: HtmlWriter._note_reference,
}
