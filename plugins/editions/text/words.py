"""The words of a text with their marks and places, for comparison and search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

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
    Revised,
    Tagged,
    Words,
)
from editions.text.tree import (
    Admonition,
    Block,
    CodeBlock,
    DefinitionList,
    Directive,
    Heading,
    List,
    Paragraph,
    Quotation,
    RevisedCode,
    Table,
    Text,
)

Kind = Literal["word", "ideograph", "address", "sign", "code", "formula", "image", "citation", "note"]
Mark = Emphasis | Tagged | Link
"""What words are in: a node without its children."""

Step = tuple[str, int]
"""What contains a passage and which one of its kind it is: ``("item", 2)``."""

# Chinese and Japanese write without spaces: there a character is the smallest piece that stands for itself.
# Marks of a voiced syllable follow their character where it has half the width or is not composed.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_VOICED = "\u3099\u309a\uff9e\uff9f"
_LETTER = f"(?:(?![{_IDEOGRAPH}])[^\\W_])[\u0300-\u036f\u00ad]*"
_TOKEN = re.compile(
    rf"""
      (?P<address>https?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
    | (?P<abbreviation>(?<!\w)(?:[^\W\d_]\.){{2,}})
    | (?P<word>(?:(?<!\w)\.(?=[0-9]))?(?:{_LETTER})+
        (?:(?:[-\u2010\u2011'\u2019_]|(?<=[0-9])[.,:/\u2013\u2212](?=[0-9]))(?:{_LETTER})+)*)
    | (?P<ideograph>[{_IDEOGRAPH}][{_VOICED}]?)
    | (?P<sign>\.{{3}}|~~+|\S)
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; other spaces are meant
PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign or something else that is read as one.

    Attributes:
        gap: The white space before it; a line feed for a hard break, nothing at the beginning.
        text: Its letters, never empty but for an image without words.
        kind: What it is.
        marks: What it is in, the outermost first.
        node: The node that it is, if it is more than letters.
    """

    gap: str
    text: str
    kind: Kind
    marks: tuple[Mark, ...] = ()
    node: Inline | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it another word to a reader: its letters, what it is, how it is set and where it leads."""
        if not self.marks and self.node is None:
            return (self.text,)
        marks = (mark for mark in self.marks if not isinstance(mark, Emphasis))
        said = tuple(replace(it, title="") if isinstance(it, Link) else it for it in marks if not _is_emphasis(it))
        return (self.text, *said) if self.node is None else (self.text, self.node, *said)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go: a paragraph, a heading, a cell, a line of code.

    Attributes:
        kind: What it is.
        path: What contains it, the outermost first.
        words: Its words; those of a list's item of which a box says whether it is done begin with the box.
    """

    kind: Literal["paragraph", "heading", "title", "term", "heading cell", "cell", "code", "formula", "directive"]
    path: tuple[Step, ...]
    words: tuple[Word, ...]


def cut(text: str, marks: tuple[Mark, ...] = ()) -> tuple[tuple[Word, ...], str]:
    """Cut plain text into words.

    Args:
        text: Plain text.
        marks: What the text is in.

    Returns:
        The words and the white space after the last one: gaps and words, joined in order, are ``text`` again.
    """
    found: list[Word] = []
    end = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        written = match[0]
        if kind == "sign" and found and match.start() == end and unicodedata.category(written[0]) in ("Mn", "Mc"):
            found[-1] = replace(found[-1], text=found[-1].text + written)  # a vowel sign belongs to its letter
        else:
            named: Kind = "word" if kind == "abbreviation" else kind  # type: ignore[assignment]
            found.append(Word(text[end : match.start()], written, named, marks))
        end = match.end()
    return tuple(found), text[end:]


def plain_text(words: str) -> Text:
    """Take plain words for a text, with a paragraph for each line."""
    lines = [line for line in words.split("\n") if line.strip()]
    return Text(words, tuple(Paragraph((Words(line),)) for line in lines))


def line_words(children: Iterable[Inline]) -> tuple[Word, ...]:
    """The words of inline nodes, white space collapsed as on a page."""
    words: list[Word] = []
    gap = ""
    for word, trailing in _pieces(children, ()):
        if word is None:
            gap += trailing
            continue
        between = gap + word.gap
        gap = ""
        if between:
            between = "\n" if "\v" in between else _SPACE.sub(" ", between)
            between = between if words else between.strip(" \n")
        same = between == word.gap  # words are many, and most stay as they are
        words.append(word if same else Word(between, word.text, word.kind, word.marks, word.node))
    return tuple(words)


def _pieces(children: Iterable[Inline], marks: tuple[Mark, ...]) -> Iterator[tuple[Word | None, str]]:
    """Words, and white space that no word of the same node follows."""
    for child in children:
        match child:
            case Words(text=text):
                words, trailing = cut(text, marks)
                for word in words:
                    yield word, ""
                yield None, trailing
            case LineBreak(hard=hard):
                yield None, "\v" if hard else " "
            case Emphasis() | Tagged() | Link():
                yield from _pieces(child.children, (*marks, replace(child, children=())))
            case CodeSpan(code=code):
                yield Word("", code, "code", marks, child), ""
            case Formula(tex=tex):
                yield Word("", tex, "formula", marks, child), ""
            case Image(alternative=alternative):
                yield Word("", alternative, "image", marks, child), ""
            case Citation(written=written):
                yield Word("", written, "citation", marks, child), ""
            case NoteReference(number=number):
                yield Word("", f"[{number}]", "note", marks, child), ""
            case Revised(children=inner):
                yield from _pieces(inner, marks)


def _is_emphasis(mark: Mark) -> bool:
    return isinstance(mark, Tagged) and mark.tag in ("kbd", "mark")


def passages(text: Text) -> tuple[Passage, ...]:
    """The words of a text: its blocks, then its notes."""
    found = list(_passages(text.blocks, ()))
    for number, note in enumerate(text.notes, start=1):
        found += _passages(note.blocks, (("note", number),))
    return tuple(found)


def _passages(blocks: Sequence[Block], path: tuple[Step, ...]) -> Iterator[Passage]:
    counted: dict[str, int] = {}

    def within(kind: str) -> tuple[Step, ...]:
        counted[kind] = counted.get(kind, 0) + 1
        return (*path, (kind, counted[kind]))

    for block in blocks:
        match block:
            case Paragraph(children=children):
                yield Passage("paragraph", path, line_words(children))
            case Heading(children=children):
                yield Passage("heading", path, line_words(children))
            case CodeBlock(code=code, title=title):
                yield from _code_passages(code, cut(title)[0], within("code"))
            case RevisedCode(pieces=pieces, title=revised):
                yield from _code_passages("".join(code for _, code in pieces), line_words(revised), within("code"))
            case Formula(tex=tex):
                yield Passage("formula", within("formula"), (Word("", tex, "formula", (), Formula(tex)),))
            case Quotation(blocks=inner):
                yield from _passages(inner, within("quotation"))
            case Admonition(kind=kind, title=title_words, blocks=inner):
                here = within(f"{kind} admonition")
                if title_words:
                    yield Passage("title", here, line_words(title_words))
                yield from _passages(inner, here)
            case List():
                yield from _list_passages(block, within("list"))
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    here = within("definition")
                    for term in definition.terms:
                        yield Passage("term", here, line_words(term))
                    for number, meaning in enumerate(definition.meanings, start=1):
                        yield from _passages(meaning, (*here, ("meaning", number)))
            case Table(head=head, rows=rows):
                here = within("table")
                for number, row in enumerate((head, *rows)):
                    for column, cell in enumerate(row, start=1):
                        place = (*here, ("row", number), ("column", column))
                        yield Passage("cell" if number else "heading cell", place, line_words(cell.children))
            case Directive(name=name, argument=argument):
                yield Passage("directive", within("directive"), cut(f"{name} {argument}")[0])


def _code_passages(code: str, title: tuple[Word, ...], path: tuple[Step, ...]) -> Iterator[Passage]:
    if title:
        yield Passage("title", path, title)
    for number, line in enumerate(code.rstrip("\n").split("\n"), start=1):
        if line.strip():
            word = Word("", line.rstrip(), "code", (), CodeSpan(line.rstrip()))
            yield Passage("code", (*path, ("line", number)), (word,))


def _list_passages(block: List, path: tuple[Step, ...]) -> Iterator[Passage]:
    for place, (item, number) in enumerate(zip(block.items, block.numbers, strict=True), start=1):
        here = (*path, ("item", place) if number is None else ("number", number))
        inside = list(_passages(item.blocks, here))
        if item.done is not None:
            box = Word("", "☑" if item.done else "☐", "sign")
            first = inside.pop(0) if inside else Passage("paragraph", here, ())
            words = tuple(replace(word, gap=word.gap or " ") if not at else word for at, word in enumerate(first.words))
            inside.insert(0, replace(first, words=(box, *words)))
        yield from inside
