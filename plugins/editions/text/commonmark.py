"""Texts as portable Markdown: CommonMark with tables, notes and definition lists, for readers outside the site.

The dialect reads what it writes as the same tree, but for admonitions, which become quotations, and titles of code,
which become paragraphs; any CommonMark parser reads the same words: every character that could mean something is
escaped, links are resolved, and the only HTML is the few elements that the dialect allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

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
from editions.text.limits import excess
from editions.text.markdown_line import MarkdownLine
from editions.text.markdown_signs import (
    CLOSING,
    OPENING,
    attribute_value,
    escaped,
    escaped_opening,
    fenced_code,
    indented,
    link_target,
    marked_code,
)
from editions.text.markdown_tightness import can_follow_at_once
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import (
    Admonition,
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    Directive,
    Heading,
    List,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
)

_BREAK = "\v"  # a hard break, until it is known how the line that it is in is written
_BREAKS = re.compile(r"\n*\v\n*")
_ENDS = re.compile(r"[\n\v]")
# What would begin HTML, an entity, emphasis or a link: `<b`, `&lt;`, `*b`, `_{`, `](`.
_IN_FORMULA = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|\*(?=\S)|(?<![^\W_])_(?=\S)|\](?=[(\[])")


def write_commonmark(text: Text, surroundings: Surroundings = AS_WRITTEN, *, lower_headings: int = 0) -> str:
    """Write a text as portable Markdown, without a line feed at the end."""
    return CommonMarkWriter(surroundings, lower_headings=lower_headings).write_alone(text)


def write_words(words: str) -> str:
    """Write plain words as Markdown that shows them, on one line."""
    return CommonMarkWriter().lines((Words(" ".join(words.split())),))


class CommonMarkWriter:
    """Writes texts for one document, so that the labels of their notes differ.

    Attributes:
        break_in_line: What a hard break is where its line cannot end.
    """

    break_in_line = "<br> "
    _harmless: re.Pattern[str] | None = None  # signs of words that need no escape

    def __init__(
        self,
        surroundings: Surroundings = AS_WRITTEN,
        *,
        lower_headings: int = 0,
        keep_anchors: bool = True,
    ) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            lower_headings: How many levels headings are put below what is written.
            keep_anchors: Whether headings keep their ``{#anchor}``, which other parsers show.
        """
        self._surroundings = surroundings
        self._expand: Callable[[Directive], str] | None = None
        self._lower = lower_headings
        self._keep_anchors = keep_anchors
        self._noted = self._before = 0
        self._depth = 0
        self._in_table = False
        self._in_brackets = False
        self._outer = ""  # the signs of the emphasis around

    def write(self, text: Text, expand: Callable[[Directive], str] | None = None) -> str:
        """Write a text, with its notes after it, and what is given in place of its directives."""
        around, self._expand, self._before = (self._before, self._expand), expand, self._noted
        self._noted += len(text.notes)
        parts = [self.blocks(text.blocks)]
        for number, note in enumerate(text.notes, start=self._before + 1):
            beside = " " if note.blocks and isinstance(note.blocks[0], Paragraph) else "\n    "
            parts.append(f"[^{number}]:{beside}{indented(self.blocks(note.blocks), '    ')}")
        self._before, self._expand = around
        return "\n\n".join(part for part in parts if part)

    def write_alone(self, text: Text) -> str:
        """Write a text that is a document; if too many brackets were open in it (``limits``), words open none."""
        written = self.write(text)
        if excess(written):
            self._noted, self._harmless = 0, CLOSING
            written = self.write(text)
        return written

    def at(self, surroundings: Surroundings, *, lower_headings: int = 0) -> CommonMarkWriter:
        """Go on in the same document at another place."""
        self._surroundings, self._lower = surroundings, lower_headings
        return self

    def blocks(self, blocks: Iterable[Block], *, tight: bool = False) -> str:
        """Write blocks, with an empty line between them; in a tight list they follow at once, where they can."""
        pieces: list[str] = []
        lists = 0  # of one kind in a row: another mark begins another list
        before: Block | None = None
        for block in blocks:
            kinds = [isinstance(it, List) and (it.start is None, "list") for it in (before, block)]
            lists = lists + 1 if kinds[0] and kinds[0] == kinds[1] else 0
            written = self._list(block, (self._depth + lists) % 2) if isinstance(block, List) else self.block(block)
            if written:
                at_once = tight and before is not None and can_follow_at_once(before, block, written)
                pieces += [("\n" if at_once else "\n\n") if pieces else "", written]
                before = block
        return "".join(pieces)

    def block(self, block: Block) -> str:
        """Write a block other than a list."""
        match block:
            case Paragraph(children=children):
                return self.lines(children)
            case Heading(level=level, children=children, anchor=anchor):
                written = self.line(children).strip()
                mark = f" {{#{anchor}}}" if anchor and self._keep_anchors else ""
                closing = written.endswith("#") and not written.endswith("\\#")
                words = f"{written[:-1]}\\#" if closing else written
                return f"{'#' * min(level + self._lower, 6)} {words}{mark}"
            case CodeBlock(title=title) if title:  # which other readers do not show
                return self.blocks((Paragraph((Emphasis((Words(title),), strong=True),)), replace(block, title="")))
            case CodeBlock():
                return fenced_code(block)
            case Formula(tex=tex):
                return self.display(tex)
            case Rule():
                return "___"  # neither the mark of a list nor a line under a heading
            case Quotation(blocks=inner):
                return "\n".join(f"> {line}" if line else ">" for line in self.blocks(inner).split("\n"))
            case DefinitionList():
                return self._definitions(block)
            case Table():
                return self._table(block)
            case Admonition(title=title, blocks=inner):
                named = (Paragraph((Emphasis(title, strong=True),)),) if title else ()
                return self.block(Quotation((*named, *inner)))
            case Directive() if self._expand is not None:
                return self._expand(block)
        return ""

    def _list(self, block: List, other: int) -> str:
        items = []
        self._depth += 1
        for item, number in zip(block.items, block.numbers, strict=True):
            mark = "-*"[other] if number is None else f"{number}{'.)'[other]}"
            box = "" if item.done is None else "[x] " if item.done else "[ ] "
            inside = box + self.blocks(item.blocks, tight=block.tight)
            items.append(f"{mark} {indented(inside, ' ' * (len(mark) + 1))}" if inside else mark)
        self._depth -= 1
        return ("\n" if block.tight else "\n\n").join(items)

    def _definitions(self, block: DefinitionList) -> str:
        made = []
        for definition in block.definitions:
            terms = [OPENING.sub(escaped_opening, self.line(term)) for term in definition.terms]
            written = (self.blocks(it, tight=block.tight) for it in definition.meanings)
            meanings = [f":   {indented(it, '    ')}" for it in written if it]
            between = "\n" if block.tight else "\n\n"
            made.append(between.join(["\n".join(terms), *meanings]))
        return "\n\n".join(made)

    def _table(self, block: Table) -> str:
        marks = {"left": ":---", "right": "---:", "center": ":---:", None: "---"}
        rules = "".join(f" {marks[it]} |" for it in block.alignments)
        return "\n".join([self._row(block.head), f"|{rules}", *map(self._row, block.rows)])

    def _row(self, row: Sequence[Cell]) -> str:
        self._in_table = True
        cells = "".join(f" {self.line(cell.children)} |" for cell in row)
        self._in_table = False
        return f"|{cells}"

    def line(self, children: Iterable[Inline]) -> str:
        """Write inline nodes on one line."""
        return self.inline(children).replace(_BREAK, self.break_in_line).replace("\n", " ")

    def lines(self, children: Iterable[Inline]) -> str:
        """Write inline nodes as lines none of which begins a block."""
        written = self.inline(children)
        if written.endswith(_BREAK):
            written = f"{written[:-1]}<br>"
        written = _BREAKS.sub("\\\\\n", written)
        return "\n".join(OPENING.sub(escaped_opening, line.lstrip(" \t")) for line in written.split("\n"))

    def inline(self, children: Iterable[Inline]) -> str:
        """Write inline nodes as they come."""
        line = MarkdownLine()
        left = list(children)[::-1]
        while left:
            child = left.pop()
            if not isinstance(child, Emphasis):
                line.add(child, self.piece(child))
            elif sign := line.free_sign(self._outer):
                around, self._outer = self._outer, self._outer + sign
                line.add_emphasis(child, self.inline(child.children), sign)
                self._outer = around
            else:
                left += child.children[::-1]
        return line.written

    def piece(self, node: Inline) -> str:
        """Write a node within a line other than emphasis."""
        match node:
            case Words(text=words):
                return _ENDS.sub(" ", self.words(words))
            case LineBreak(hard=hard):
                return _BREAK if hard else "\n"
            case CodeSpan(code=code):
                written = marked_code(_ENDS.sub(" ", code))
                return written.replace("|", "\\|") if self._in_table else written
            case Formula(tex=tex):
                written = f"${self.formula(_ENDS.sub(' ', tex))}$"
                return written.replace("|", "\\|") if self._in_table else written
            case Tagged(tag=tag, children=inner, title=title):
                meaning = f' title="{attribute_value(title)}"' if title else ""
                return f"<{tag}{meaning}>{self.inline(inner)}</{tag}>"
            case Link(target=target, children=inner, title=title):
                resolved = self._surroundings.link(target)
                around, self._in_brackets = self._in_brackets, True
                words = self.inline(inner)
                self._in_brackets = around
                return self._link(words, resolved, title)
            case Image(target=target, alternative=alternative, title=title):
                resolved = self._surroundings.image(target)
                around, self._in_brackets = self._in_brackets, True
                words = self.words(alternative)
                self._in_brackets = around
                return words if resolved is None else f"!{self._link(words, resolved, title)}"
            case Citation():
                return "".join(
                    self._link(self.words(piece.text), piece.target or None, "")
                    for piece in self._surroundings.cite(node)
                )
            case NoteReference(number=number):
                return f"[^{self._before + number}]"
        return ""

    def formula(self, tex: str) -> str:
        """Part signs of TeX by a blank, which means nothing there, where a parser without formulas would read them."""
        return _IN_FORMULA.sub(r"\g<0> ", tex)

    def display(self, tex: str) -> str:
        """Write a formula on lines of its own; on one line if another would begin a block."""
        lines = [self.formula(line) for line in tex.split("\n")]
        if any(OPENING.match(line) or line.startswith(("*", "```")) for line in map(str.lstrip, lines)):
            return f"$${' '.join(lines)} $$"
        return "\n".join(["$$", *lines, "$$"])

    def words(self, words: str) -> str:
        """Escape plain words."""
        return escaped(words, None if self._in_brackets else self._harmless)

    def _link(self, words: str, target: str | None, title: str) -> str:
        if target is None:
            return words
        written = link_target(target, title)
        return f"[{words}]" + (written.replace("|", "\\|") if self._in_table else written)
