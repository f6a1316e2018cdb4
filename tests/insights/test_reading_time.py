"""Reading times: the same for the same text, of what is read alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.pages.reading_time import reading_time
from editions.text.parsing import parse


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("word " * 299, 1),
        ("word " * 301, 2),
        ("word " * 1000, 5),
        ("字" * 1000, 2),
        ("字" * 500 + " word" * 200, 2),
        ("[word](https://example.org/a/b/c/d/e/f) " * 299, 1),
        ("**word** `word` " * 149, 1),
        ("![word](a/b/c.png) " * 299, 1),
        ("word https://example.org/a/b/c " * 299, 1),
    ],
)
def test_words_are_counted_and_addresses_and_marks_are_not(text: str, minutes: int) -> None:
    """200 words a minute, 500 characters where words have no spaces between them."""
    assert reading_time([parse(text)]) == minutes


@given(st.text(max_size=200), st.integers(0, 2000))
def test_more_words_never_take_less_time(text: str, more: int) -> None:
    words = " word" * more
    assert reading_time([parse(words)]) <= reading_time([parse(f"{words} word word")])
    assert reading_time([parse(text)]) >= 1
