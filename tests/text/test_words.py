"""The words of a text, with what they are in and where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.text.parsing import parse
from editions.text.words import cut, passages

READ = {
    "words and signs": ("Keys, and 1,000 logs.", ["Keys", ",", "and", "1,000", "logs", "."]),
    "numbers": ("p < .05 on 2024-01-01 at 10:30", ["p", "<", ".05", "on", "2024-01-01", "at", "10:30"]),
    "an address": ("See https://a.example/b.", ["See", "https://a.example/b", "."]),
    "an abbreviation": ("Some, e.g. keys", ["Some", ",", "e.g.", "keys"]),
    "code": ("Run `a b`.", ["Run", "a b", "."]),
    "characters": ("数据必须", ["数", "据", "必", "须"]),
    "a vowel sign": ("\u0915\u093f", ["\u0915\u093f"]),
    "escapes": ("\\*all\\* &lt;x&gt;", ["*", "all", "*", "<", "x", ">"]),
}


@pytest.mark.parametrize(("markdown", "words"), READ.values(), ids=READ.keys())
def test_a_text_is_cut_into_words(markdown: str, words: list[str]) -> None:
    assert [word.text for passage in passages(parse(markdown)) for word in passage.words] == words


@pytest.mark.parametrize(
    ("markdown", "places"),
    [
        ("a\n\n- b\n- c", [(), (("list", 1), ("item", 1)), (("list", 1), ("item", 2))]),
        ("3. a\n4. b", [(("list", 1), ("number", 3)), (("list", 1), ("number", 4))]),
        ("|a|\n|-|\n|b|", [(("table", 1), ("row", 0), ("column", 1)), (("table", 1), ("row", 1), ("column", 1))]),
        ("```\na\n\nb\n```", [(("code", 1), ("line", 1)), (("code", 1), ("line", 3))]),
        ("> a", [(("quotation", 1),)]),
        ("a[^1]\n\n[^1]: b", [(), (("note", 1),)]),
    ],
)
def test_each_passage_has_a_place(markdown: str, places: list[object]) -> None:
    assert [passage.path for passage in passages(parse(markdown))] == places


def test_emphasis_makes_no_other_word_and_a_link_does() -> None:
    def key(markdown: str) -> object:
        return passages(parse(markdown))[0].words[0].key

    assert key("**a**") == key("a") == key("<kbd>a</kbd>")
    assert len({key("a"), key("`a`"), key("[a](b)"), key("[a](c)"), key("<sup>a</sup>"), key("$a$")}) == 6


@given(st.text(max_size=60))
def test_words_and_gaps_are_the_text(text: str) -> None:
    words, end = cut(text)
    assert "".join(word.gap + word.text for word in words) + end == text
