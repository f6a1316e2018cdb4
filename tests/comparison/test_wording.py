"""Redlines that a reader can read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editions.comparison import merge_texts, redline, redline_text
from editions.text.parsing import parse
from editions_builder import texts

READ = {
    "a changed word": ("Logs are kept daily.", "Logs are kept weekly.", "Logs are kept [-daily-]{+weekly+}."),
    "an inserted word": ("Logs are kept.", "All logs are kept.", "[-Logs-]{+All logs+} are kept."),
    "an inserted phrase": ("Logs are kept.", "Logs are kept for 30 days.", "Logs are kept{+ for 30 days+}."),
    "a removed phrase": ("Keys, tokens and logs.", "Keys and logs.", "Keys[-, tokens-] and logs."),
    "small words between changes go with them": (
        "the level of risk",
        "the degree of harm",
        "the [-level of risk-]{+degree of harm+}",
    ),
    "a word that matters stays in sight between changes": (
        "Systems must log all events",
        "Systems should log each event",
        "Systems [-must-]{+should+} log [-all events-]{+each event+}",
    ),
    "texts with nothing in common are one deletion and one insertion": (
        "Retention and deletion obligations for data",
        "Secrets are protected by controls",
        "[-Retention and deletion obligations for data-]{+Secrets are protected by controls+}",
    ),
    "words that link elsewhere are other words": (
        "See [the guide](https://a.example/x).",
        "See [the guide](https://a.example/y).",
        "See [-the guide-]{+the guide+}.",
    ),
    "a code span is one word": ("Set `a b` to 1", "Set `a c` to 1", "Set [-a b-]{+a c+} to 1"),
    "punctuation is a token of its own": ("Keys, logs.", "Keys; logs.", "Keys[-,-]{+;+} logs."),
    "emphasis is no other word": ("It must hold", "It **must** hold", "It must hold"),
    "an item more": (
        "Keep:\n\n- keys\n- logs",
        "Keep:\n\n- keys\n- copies\n- logs",
        "Keep:\n\n• keys\n• {+copies+}\n• logs",
    ),
    "a step less": ("1. Stop.\n2. Report.\n3. Start.", "1. Stop.\n2. Start.", "1. Stop.\n2. [-Report.-]\n2. Start."),
    "a cell": ("|a|b|\n|-|-|\n|x|1|", "|a|b|\n|-|-|\n|x|2|", "a | b\nx | [-1-]{+2+}"),
    "a column more": ("|a|\n|-|\n|x|", "|a|b|\n|-|-|\n|x|1|", "a | {+b+}\nx | {+1+}"),
    "a line of code": ("```\na: 1\nb: 2\n```", "```\na: 1\nb: 3\n```", "a: 1\nb: [-2-]{+3+}"),
    "a power": ("10<sup>6</sup> rows", "106 rows", "[-10^6-]{+106+} rows"),
    "a task that is done": ("- [ ] open", "- [x] open", "• [-☐-]{+☑+} open"),
    "a note": ("It is.[^1]\n\n[^1]: So.", "It is.[^1]\n\n[^1]: Not.", "It is.[1]\n\n1. [-So-]{+Not+}."),
    "numbers are whole": ("99.9 % of 1,000", "99.5 % of 1,200", "[-99.9-]{+99.5+} % of [-1,000-]{+1,200+}"),
    "words are whole": (
        "re-evaluation isn't done",
        "evaluation is done",
        "[-re-evaluation isn't-]{+evaluation is+} done",
    ),
    "characters without spaces are told apart": ("数据必须加密", "数据应当加密", "数据[-必须-]{+应当+}加密"),
}


@pytest.mark.parametrize(("old", "new", "expected"), READ.values(), ids=READ.keys())
def test_a_redline_shows_changed_words_and_phrases(old, new, expected):
    marked = redline_text(merge_texts(parse(old), parse(new)))
    # A mark may hold the space before its words or leave it outside: what is marked is the same.
    assert marked.replace("[- ", " [-") == expected.replace("{+ ", " {+").replace("[- ", " [-")


anything = st.one_of(texts, st.text(max_size=40), st.text(alphabet="ab `[]()*_<>\n.,-'1é数\u0301", max_size=40))


@given(anything, anything)
@example("a\u0301b", "áb")
@example("`` ` ``", "` `` `")
def test_the_segments_join_to_both_texts_exactly_and_never_repeat_an_operation(old, new):
    wording = redline(old, new)
    assert "".join(text for operation, text in wording if operation != "insert") == old
    assert "".join(text for operation, text in wording if operation != "delete") == new
    assert all(text for _, text in wording)
    operations = [operation for operation, _ in wording]
    assert all(a != b for a, b in pairwise(operations))
    assert ("insert", "delete") not in pairwise(operations)


@given(anything)
def test_equal_texts_have_nothing_deleted_and_nothing_inserted(text):
    assert redline(text, text) == ((("equal", text),) if text else ())


@pytest.mark.parametrize("signs", ["a-b_c/d.", "x1 y2 ", "no, not "])
def test_a_redline_of_many_small_changes_contains_both_texts(signs):
    """As many changes as a text of 20,000 characters has room for are aligned without a square of their number."""
    old, new = signs * 2_400, signs[::-1] * 2_400
    wording = redline(old, new)
    assert "".join(text for operation, text in wording if operation != "insert") == old
    assert "".join(text for operation, text in wording if operation != "delete") == new
