"""Two runs of words as one, with revisions: paragraphs, cells, lines of code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from editions.comparison.alignment import align_words, common_order
from editions.comparison.joined_words import join_words, shared_marks
from editions.text.inline_tree import Inline, Revised, Revision, Words
from editions.text.tree import CodeBlock, Paragraph, RevisedCode
from editions.text.words import PARAGRAPH_BREAK, Word, line_words

_CODE_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

_Piece = tuple[Revision | None, Word]


def merge_lines(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Merge what is within two lines."""
    return new if old == new else join_words(_merged(line_words(old), line_words(new)))


def revised_line(children: tuple[Inline, ...], operation: Revision) -> tuple[Inline, ...]:
    """Mark inline nodes as deleted or inserted."""
    return (Revised(operation, children),) if children else ()


def merge_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Merge paragraphs that follow each other, as one run of words."""
    pieces: list[_Piece] = []
    for operation, word in _merged(_run(old), _run(new)):
        if word.gap == PARAGRAPH_BREAK:
            yield Paragraph(join_words(pieces))
            pieces, word = [], replace(word, gap="")
        pieces.append((operation, word))
    if pieces:
        yield Paragraph(join_words(pieces))


def _run(paragraphs: Iterable[Paragraph]) -> list[Word]:
    words: list[Word] = []
    for paragraph in paragraphs:
        inside = line_words(paragraph.children)
        if inside:
            words += (replace(inside[0], gap=PARAGRAPH_BREAK) if words else inside[0], *inside[1:])
    return words


def _merged(old: Sequence[Word], new: Sequence[Word]) -> Iterator[_Piece]:
    for span in align_words(old, new):
        if span.equal:
            for before, after in zip(span.old, span.new, strict=True):
                broken = PARAGRAPH_BREAK in (before.gap, after.gap)
                yield None, replace(after, gap=PARAGRAPH_BREAK) if broken else after
            continue
        gone, come = span.old, span.new
        if gone and come and gone[0].gap == come[0].gap != "":
            yield None, Word(gone[0].gap, "", "word", shared_marks(gone[0].marks, come[0].marks))
            gone, come = [replace(gone[0], gap=""), *gone[1:]], [replace(come[0], gap=""), *come[1:]]
        yield from (("delete", word) for word in gone)
        yield from (("insert", word) for word in come)


def merge_code(old: CodeBlock, new: CodeBlock) -> CodeBlock | RevisedCode:
    """Merge two blocks of code: equal lines first, then what is within the others."""
    if old == new:
        return new
    pieces: list[tuple[Revision | None, str]] = []
    before, after = old.code.splitlines(keepends=True), new.code.splitlines(keepends=True)
    for equal, src, dest in common_order(before, after):
        if equal:
            pieces += ((None, line) for line in after[dest.start : dest.stop])
            continue
        for left, right in zip_longest(before[src.start : src.stop], after[dest.start : dest.stop], fillvalue=""):
            pieces += _merged_code_line(left, right)
    title = merge_lines(_words(old.title), _words(new.title))
    return RevisedCode(tuple(pieces), new.language, title)


def _merged_code_line(old: str, new: str) -> Iterator[tuple[Revision | None, str]]:
    left, right = _CODE_TOKEN.findall(old), _CODE_TOKEN.findall(new)
    if not left or not right:
        yield from _sides(old, new)
        return
    for equal, src, dest in common_order(left, right):
        if equal:
            yield None, "".join(right[dest.start : dest.stop])
        else:
            yield from _sides("".join(left[src.start : src.stop]), "".join(right[dest.start : dest.stop]))


def _sides(old: str, new: str) -> Iterator[tuple[Revision | None, str]]:
    if old:
        yield "delete", old
    if new:
        yield "insert", new


def revised_code(block: CodeBlock, operation: Revision) -> RevisedCode:
    """Mark code as deleted or inserted."""
    return RevisedCode(((operation, block.code),), block.language, revised_line(_words(block.title), operation))


def _words(text: str) -> tuple[Inline, ...]:
    return (Words(text),) if text else ()
