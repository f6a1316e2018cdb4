"""What is written in the dialect is read as the same tree, whatever made the tree."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editions.text.commonmark import write_commonmark
from editions.text.inline_tree import Emphasis, Inline, Words
from editions.text.limits import MAXIMUM_LINES
from editions.text.markdown_writing import text_of
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.plain_commonmark import read_commonmark, read_commonmark_line
from editions.text.tree import Heading, Paragraph, Text
from editions.text.words import passages
from markdown_texts import markdown_texts


@given(markdown_texts)
@settings(max_examples=200, deadline=None)
def test_a_text_written_anew_is_the_same_text(markdown: str) -> None:
    """Without a problem, since what none may have is written as words."""
    text = parse(markdown)
    written = text_of(text.blocks, text.notes)
    assert (written.blocks, written.notes) == (text.blocks, text.notes)


@given(markdown_texts)
@settings(max_examples=200, deadline=None)
def test_texts_of_other_tools_become_sound_texts(markdown: str) -> None:
    """With the same words, and nothing that the dialect does not allow but pictures without words."""
    found = read_commonmark(markdown)
    written = text_of(found.blocks)
    assert write_plain(written) == write_plain(Text("", found.blocks))
    assert [it for it in written.problems if "alternative text" not in it.message] == []


SAID = {
    "a note before a colon": "a\n    [^1]: b\n\n[^1]: c",
    "a citation before a colon": "[@key]: b",
    "a picture of a bracket": "![[@]](b.png)",
    "blanks before a title": "!!! note     code",
    "a title of quotes": '!!! note "a "quoted" title"\n    b',
    "a break in a heading": "a\\\nb\n===",
    "emphasis of a break": "*<br>*a",
    "emphasis that ends with a break": "*a<br>*b",
    "a break before a line": "*<br>*\na",
    "emphasis within an element": "_<kbd>a*b*</kbd>_",
    "emphasis after a vowel sign": "\u0915\u094d***a***",
    "a paragraph that lazily follows": "- > a\n\n  b",
    "a term after a paragraph": "1. a\n   ***\n   b\n   : c",
    "a formula after a paragraph": "- a\n  ***\n  $$\n  b\n  $$",
    "an empty item after a paragraph": "1. a\n -",
    "an empty meaning": "a\n:   <!-- editions:all -->",
    "a tilde before a blank": "1. a\n~ b",
    "a broken rule": "a\n    -- -",
    "code at the beginning of a note": "a[^1]\n\n[^1]: 10. ```\n        b\n        ```",
    "two quotations in an item": "- > a\n\n  > b",
    "a title with a bar": '| a | [b](c "|") |\n| - | - |',
    "a target with a backslash": "[a](<b\\\\*c>)",
    "an address in a title": '[a](b "&amp;lt;")',
    "a number after a formula": "$a$*5*",
    "a capital letter after a formula": "$a$*B* c*d*$e$",
    "a formula in emphasis in emphasis": "_a *$b$* c_",
    "a formula on lines": "a $b\n> c$",
    "a formula with a dollar": "$$# $\n$$",
    "two formulas without TeX": "$$$$",
    "a box that is none": "- \\[x] a",
    "a table without columns": "|\n-:",
    "many brackets": "\n".join(["[[[ a"] * 40),
    "many labels": "\n".join(["- [a]: b [c][d"] * 60),
    "many brackets beside code": "[ `[[` ]]](\n" * 60,
}


@pytest.mark.parametrize("markdown", SAID.values(), ids=SAID.keys())
def test_what_is_written_says_the_same(markdown: str) -> None:
    """Portable Markdown and the dialect, read again."""
    text = parse(markdown)
    assert said(parse(write_commonmark(text))) == said(text)
    assert said(text_of(text.blocks, text.notes)) == said(text)


@given(markdown_texts)
@settings(max_examples=200, deadline=None)
def test_portable_markdown_says_the_same(markdown: str) -> None:
    text = parse(markdown)
    assert said(parse(write_commonmark(text))) == said(text)


def said(text: Text) -> list[str]:
    """The words of a text, without what its directives ask for."""
    found = (passage.words for passage in passages(text) if passage.kind != "directive")
    return [word.text for words in found for word in words]


def test_blank_lines_that_are_written_are_none_too_many() -> None:
    """What is read within the limit of lines is written within it."""
    text = parse("# a\n" * MAXIMUM_LINES)
    assert not text.problems
    assert text_of(text.blocks, text.notes).blocks == text.blocks


def test_a_citation_is_apart_from_a_link() -> None:
    """With a blank only where the link is no bare address."""
    assert text_of(parse("[@key]<https://e.example>").blocks).markdown == "[@key]<https://e.example>"
    cited = parse("[@key] [a](b)").blocks[0].children
    assert text_of((Paragraph((cited[0], Emphasis(()), cited[2])),)).markdown == "[@key] [a](b)"


def _emphasised(pair: tuple[tuple[Inline, ...], bool]) -> tuple[Inline, ...]:
    return (Emphasis(*pair),)


def _joined(lines: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    return tuple(node for line in lines for node in line)


_PIECES = st.text("ab .,(*_", min_size=1, max_size=4).map(lambda it: (Words(it),))
_LINES = st.recursive(
    _PIECES,
    lambda inner: st.lists(st.one_of(inner, st.tuples(inner, st.booleans()).map(_emphasised)), max_size=3).map(_joined),
    max_leaves=6,
)


@given(_LINES)
@example(children=(Emphasis((Words("_"),)), Emphasis((Words("___."),))))
@example(children=(Words("    _"),))
@example(children=(Emphasis((Emphasis((Words("_"),)), Emphasis((Emphasis((Words("_"),)),)))),))
@settings(max_examples=300, deadline=None)
def test_words_stay_however_they_are_emphasised(children: tuple[Inline, ...]) -> None:
    """Emphasis within words and beside punctuation, as HTML and XML have it."""
    before = Text("", (Paragraph(children),))
    assert write_plain(text_of(before.blocks)) == write_plain(before)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("H~2~O, 10^6^, ~~no~~", "H<sub>2</sub>O, 10<sup>6</sup>, ~~no~~"),
        ("<b>a</b> <a href='https://e.example/'>b</a>", "**a** [b](https://e.example/)"),
        ("<del>a</del>", "&lt;del>a&lt;/del>"),
        ("one [@key] [^1] $x$ {#y}", r"one \[@key] \[^1] \$x\$ \{#y}"),
        ("!!! note\n\n    code", "\\!!! note\n\n```\ncode\n```"),
        ("# a {#b}", "# a \\{#b}"),
        ("a<br>b", "a\\\nb"),
    ],
)
def test_marks_of_the_dialect_are_words_in_other_texts(markdown: str, expected: str) -> None:
    """HTML that a text can show becomes that."""
    assert text_of(read_commonmark(markdown).blocks).markdown == expected


def test_a_line_begins_no_block() -> None:
    """A title such as ``1. One`` is no list."""
    assert read_commonmark_line("1. *One*").line == (Words("1. "), Emphasis((Words("One"),)))
    assert text_of((Heading(2, (Words("a #"),)),)).blocks == (Heading(2, (Words("a #"),), slug="a"),)
