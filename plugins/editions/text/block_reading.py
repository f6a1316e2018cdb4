"""Tokens of a text turned into blocks and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from markdown_it.token import Token

from editions.text.inline_reading import InlineReader
from editions.text.inline_tree import (
    Formula,
    Inline,
    NoteReference,
    Words,
)
from editions.text.list_mending import numbered_list, with_nested_lists
from editions.text.problems import Problems
from editions.text.slugs import Anchors, slug_of
from editions.text.tree import (
    Admonition,
    Alignment,
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Directive,
    Heading,
    List,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from editions.text.walking import words_of

_ANCHOR = re.compile(r"[ \t]*(?<!\\)\{:?[ \t]*#([^\s{}]+)[ \t]*\}[ \t]*$")
_TASK = re.compile(r"\[([ xX])\][ \t\u00a0]+")
_LANGUAGE = re.compile(r"\{?[ \t]*\.?([\w+#.-]+)")
_TITLE = re.compile(r"\btitle=(?:\"([^\"]*)\"|'([^']*)')")
_KIND = re.compile(r"[\w-]+")
_ALIGNMENT = re.compile(r"text-align:(left|center|right)")


class BlockReader:
    """Reads the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], problems: Problems, *, foreign: bool = False) -> None:
        """Prepare.

        Args:
            tokens: The tokens.
            problems: Takes what the dialect does not allow.
            foreign: Whether the text is written for another parser; its HTML and its attribute lists are left out.
        """
        self._tokens = tokens
        self._problems = problems
        self._inline = InlineReader(problems, self._refer, foreign=foreign)
        self._definitions = self._notes_defined()
        self._numbers: dict[str, int] = {}
        self._references: dict[str, int] = {}
        self._depth = 0

    def read(self) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Read everything.

        Returns:
            The blocks, and the notes that they refer to in the order of first reference.
        """
        blocks = self._blocks(0, len(self._tokens))
        noted: dict[str, tuple[Block, ...]] = {}
        while len(noted) < len(self._numbers):  # a note may refer to further notes
            for label in list(self._numbers)[len(noted) :]:
                start, end = self._definitions[label]
                noted[label] = self._blocks(start + 1, end)
        for label, (start, _) in self._definitions.items():
            if label not in noted:
                message = f"the note [^{label}] is not referred to; refer to it, or remove it"
                self._problems.note(_line(self._tokens[start]), message)
        notes = (
            Note(label, inside, self._references[label], _line(self._tokens[self._definitions[label][0]]))
            for label, inside in noted.items()
        )
        return _with_slugs(blocks), tuple(notes)

    def _notes_defined(self) -> dict[str, tuple[int, int]]:
        """Where the definition of each note begins and ends, by its label; the first one counts."""
        found: dict[str, tuple[int, int]] = {}
        for place, token in enumerate(self._tokens):
            if token.type == "footnote_reference_open":
                label = str(token.meta["label"])
                if label in found:
                    self._problems.note(_line(token), f"the note [^{label}] is defined twice; remove one")
                else:
                    found[label] = (place, self._end(place))
        return found

    def _refer(self, label: str, line: int) -> NoteReference | None:
        if label not in self._definitions:
            self._problems.note(line, f"no note is defined as [^{label}]; define it, or write \\[ to show the brackets")
            return None
        number = self._numbers.setdefault(label, len(self._numbers) + 1)
        again = self._references.get(label, 0)
        self._references[label] = again + 1
        return NoteReference(number, again, line)

    def _end(self, place: int) -> int:
        """Where what begins at a place ends."""
        depth = 0
        for index in range(place, len(self._tokens)):
            depth += self._tokens[index].nesting
            if depth == 0:
                return index
        raise ValueError(f"{self._tokens[place].type} has no end")  # the parser pairs its tokens

    def _blocks(self, start: int, end: int) -> tuple[Block, ...]:
        blocks: list[Block] = []
        self._depth += 1
        place = start
        while place < end:
            token = self._tokens[place]
            last = self._end(place) if token.nesting == 1 else place
            if token.type != "footnote_reference_open":
                blocks.append(self._block(token, place, last))
            place = last + 1
        self._depth -= 1
        return with_nested_lists(tuple(blocks), self._problems.lines)

    def _block(self, token: Token, place: int, end: int) -> Block:
        line = _line(token)
        match token.type:
            case "paragraph_open":
                return self._paragraph(self._tokens[place + 1], line)
            case "heading_open":
                return self._heading(int(token.tag[1:]), self._tokens[place + 1], line)
            case "comment":
                return self._comment(token.content, line)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, place, end)
            case "fence":
                self._problems.check_fence(token)
                return _code_block(token, line)
            case "code_block":
                return CodeBlock(token.content if token.content.endswith("\n") else f"{token.content}\n", line=line)
            case "blockquote_open":
                self._problems.check_depth(line, self._depth)
                return Quotation(self._blocks(place + 1, end), line)
            case "table_open":
                return self._table(place, end, line)
            case "dl_open":
                return self._definition_list(place, end, line)
            case "admonition_open":
                return self._admonition(token, place, end, line)
            case "math_block":
                self._problems.check_formula(line, token.content, block=True)
                return Formula(token.content.strip(), block=True)
            case "directive":
                return Directive(token.meta["name"], token.meta["argument"], line)
            case "hr":
                return Rule(line)
        raise ValueError(f"no reader for {token.type}")  # a plugin that the dialect does not use

    def _paragraph(self, token: Token, line: int) -> Paragraph:
        if token.children and token.children[0].type == "text":
            self._problems.check_paragraph(line, token.children[0].content)
        return Paragraph(self._inline.read(token), line)

    def _heading(self, level: int, token: Token, line: int) -> Heading:
        last = token.children[-1] if token.children else None
        if last is None:
            self._problems.note(line, "the heading has no words; write some, or remove it")
        match = _ANCHOR.search(last.content) if last is not None and last.type == "text" else None
        if last is None or match is None:
            return Heading(level, self._inline.read(token), line=line)
        last.content = last.content[: match.start()]
        self._problems.check_anchor(line, match[1])
        return Heading(level, self._inline.read(token), match[1], line=line)

    def _comment(self, written: str, line: int) -> Paragraph:
        if "-->" in written:
            self._problems.raw_html(line, written)
        else:
            self._problems.comment_without_end(line)
        return Paragraph((Words(" ".join(written.split())),), line)

    def _list(self, token: Token, place: int, end: int) -> List:
        self._problems.check_depth(_line(token), self._depth)
        items: list[ListItem] = []
        at = place + 1
        written: list[tuple[int, str]] = []
        while at < end:
            last = self._end(at)
            written.append((_line(self._tokens[at]), self._tokens[at].info))
            # Its words as they are written, in which an escaped bracket begins no box.
            words = self._tokens[at + 2].content if self._tokens[at + 1].type == "paragraph_open" else ""
            items.append(_item(self._blocks(at + 1, last), words, _line(self._tokens[at])))
            at = last + 1
        tight = self._is_tight(place, end)
        if token.type == "bullet_list_open":
            return List(tuple(items), None, tight, _line(token))
        return numbered_list(items, written, self._problems, tight=tight)

    def _is_tight(self, place: int, end: int) -> bool:
        """Whether the parser hides the paragraphs of what its items contain."""
        level = self._tokens[place].level + 2
        return all(it.hidden for it in self._tokens[place:end] if it.level == level and it.type == "paragraph_open")

    def _table(self, place: int, end: int, line: int) -> Table:
        rows: list[list[Cell]] = []
        alignments: list[Alignment | None] = []
        for at in range(place, end):
            token = self._tokens[at]
            if token.type == "tr_open":
                rows.append([])
                if len(rows) > 1:
                    self._problems.check_row(token, len(alignments))
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(Cell(self._inline.read(self._tokens[at + 1])))
                if token.type == "th_open":
                    found = _ALIGNMENT.search(str(token.attrs.get("style", "")))
                    alignments.append(cast("Alignment", found[1]) if found else None)
        return Table(tuple(alignments), tuple(rows[0]), tuple(map(tuple, rows[1:])), line)

    def _definition_list(self, place: int, end: int, line: int) -> DefinitionList:
        self._problems.check_depth(line, self._depth)
        parts: list[tuple[list[tuple[Inline, ...]], list[tuple[Block, ...]]]] = []
        at = place + 1
        while at < end:
            last = self._end(at)
            if self._tokens[at].type == "dt_open":
                if not parts or parts[-1][1]:
                    parts.append(([], []))
                parts[-1][0].append(self._inline.read(self._tokens[at + 1]))
            else:
                parts[-1][1].append(self._blocks(at + 1, last))
            at = last + 1
        definitions = tuple(Definition(tuple(terms), tuple(meanings)) for terms, meanings in parts)
        return DefinitionList(definitions, self._is_tight(place, end), line)

    def _admonition(self, token: Token, place: int, end: int, line: int) -> Admonition:
        self._problems.check_depth(line, self._depth)
        title: tuple[Inline, ...] = ()
        start = place + 1
        if start < end and self._tokens[start].type == "admonition_title_open":
            title = self._inline.read(self._tokens[start + 1])
            start += 3
        blocks = self._blocks(start, end)
        self._problems.check_admonition(line, token.markup, empty=not blocks)
        kind = str(token.meta["tag"])
        return Admonition(kind if _KIND.fullmatch(kind) else "note", title, blocks, line)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _item(blocks: tuple[Block, ...], written: str, line: int) -> ListItem:
    """An item, of a task list if it begins with a box."""
    match = _TASK.match(written)
    if match and isinstance(paragraph := blocks[0], Paragraph) and isinstance(first := paragraph.children[0], Words):
        words = first.text[match.end() :]
        rest = (Words(words), *paragraph.children[1:]) if words else paragraph.children[1:]
        if rest:
            return ListItem((Paragraph(rest, paragraph.line), *blocks[1:]), match[1] != " ", line)
    return ListItem(blocks, None, line)


def _code_block(token: Token, line: int) -> CodeBlock:
    language = _LANGUAGE.match(token.info)
    title = _TITLE.search(token.info)
    return CodeBlock(
        token.content, language[1] if language else "", (title[1] or title[2] or "") if title else "", line
    )


def _with_slugs(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give each heading of the text itself the anchor that follows from its words, unique within the text."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        return blocks
    anchors = Anchors(frozenset(it.anchor for it in headings if it.anchor))
    return tuple(
        Heading(it.level, it.children, it.anchor, anchors.reserve(slug_of(words_of(it.children))), it.line)
        if isinstance(it, Heading) and not it.anchor
        else it
        for it in blocks
    )
