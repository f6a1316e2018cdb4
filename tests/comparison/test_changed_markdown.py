"""Comparison takes any two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editions.comparison import judge, redline
from markdown_texts import markdown_texts

any_texts = markdown_texts | st.text(st.sampled_from("ab 1.-–`*_[]()<>!&\\\n#|~^\t\u00a0\u2028é数"), max_size=30)


@given(any_texts, any_texts)
def test_any_change_of_a_text_has_a_class_and_a_redline(old, new):
    """Each change is classed, normative with reasons, and its redline contains both texts whole."""
    judgement = judge(old, new)
    assert judgement.reasons or old == new
    wording = redline(old, new)
    assert "".join(text for operation, text in wording if operation != "insert") == old
    assert "".join(text for operation, text in wording if operation != "delete") == new


@given(any_texts, any_texts)
def test_what_differs_is_named_as_it_is_written(old, new):
    """Words in a reason are words of the text that they are said to stand in."""
    for reason in judge(old, new).reasons:
        for words, text in ((reason.old, old), (reason.new, new)):
            written = _letters(text)
            assert all(_letters(word) in written for phrase in words for word in phrase.split())


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isascii() and sign.isalnum())
