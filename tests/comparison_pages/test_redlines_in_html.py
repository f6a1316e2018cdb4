"""Redlines as HTML: nothing is lost, nothing is obeyed, and lines break where Markdown would break them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.comparison import redline
from editions.pages.redline_html import is_two_sided, redline_html, redline_line, redline_side
from editions_builder import texts

TEXTS = st.one_of(texts, st.text(st.sampled_from("ab <>&\"'*`|-#\n\t"), max_size=60))


def words(html: str, left_out: str) -> list[str]:
    """The words of a redline without its labels and without one kind of marked words."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for node in tree.css(f".redline-label, {left_out}"):
        node.decompose()
    for node in tree.css("p, br"):
        node.insert_after(" ")
    return (tree.body.text(separator="") if tree.body else "").split()


@given(TEXTS, TEXTS)
@settings(max_examples=150)
def test_without_insertions_the_words_are_the_old_text_and_without_deletions_the_new(old: str, new: str) -> None:
    wording = redline(old, new)
    for html in (redline_html(wording), redline_line(wording)):
        assert "".join(words(html, "ins")) == "".join(old.split())
        assert "".join(words(html, "del")) == "".join(new.split())


@given(TEXTS, TEXTS)
@settings(max_examples=80)
def test_either_side_shows_its_own_text_whole(old: str, new: str) -> None:
    wording = redline(old, new)
    assert "".join(words(redline_side(wording, "old"), "ins")) == "".join(old.split())
    assert "".join(words(redline_side(wording, "new"), "del")) == "".join(new.split())


@given(TEXTS, TEXTS)
@settings(max_examples=80)
def test_a_redline_is_one_line_of_well_nested_elements_so_that_it_can_stand_in_markdown(old: str, new: str) -> None:
    html = redline_html(redline(old, new))
    assert "\n" not in html
    assert set(re.findall(r"</?([a-z]+)", html)) <= {"p", "br", "ins", "del", "span"}
    assert not re.search(r"<(ins|del)>[^<]*(<span[^<]*</span>)?[^<]*<(p|/p|br)>", html)


def test_what_went_and_what_came_is_labelled_in_words() -> None:
    html = redline_html(redline("Gas must be off.", "Gas should be off."))
    assert re.sub(r"<[^<>]*>", "", html) == "Gas [deleted] must[inserted] should be off."
    assert "<del>" in html
    assert "<ins>" in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("wrapped\nline", "<p>wrapped line</p>"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("list:\n\n- a\n- b", "<p>list:</p><p>- a<br>- b</p>"),
        ("1. a\n2. b", "<p>1. a<br>2. b</p>"),
        ("| a |\n| - |", "<p>| a |<br>| - |</p>"),
        ("hard  \nbreak", "<p>hard<br>break</p>"),
        ("```\na\nb\n```", "<p>```<br>a<br>b<br>```</p>"),
        ("-5 degrees\n-6 at night", "<p>-5 degrees -6 at night</p>"),
    ],
)
def test_lines_break_where_markdown_breaks_them(text: str, html: str) -> None:
    assert redline_html(redline(text, text)) == html


def test_an_added_paragraph_is_marked_without_the_space_around_it() -> None:
    html = redline_html(redline("One.", "One.\n\nTwo."))
    assert html.startswith("<p>One.</p><p><ins>")
    assert html.endswith("Two.</ins></p>")


def test_texts_that_look_like_html_are_shown_not_obeyed() -> None:
    html = redline_html(redline("<script>a()</script>", '<img src="x" onerror="b()"> & so'))
    assert set(re.findall(r"<([a-z]+)", html)) <= {"p", "del", "ins", "span"}


def test_only_a_change_of_two_texts_has_sides() -> None:
    assert is_two_sided(redline("a b", "a c"))
    assert is_two_sided(redline("a", "b"))
    assert not is_two_sided(redline("", "b"))
    assert not is_two_sided(redline("a", " "))
