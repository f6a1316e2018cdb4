"""Why a change is editorial or normative, in a sentence that names the words."""

from __future__ import annotations

import pytest

from editions.comparison import changes
from editions.comparison.phrases import reason_sentence
from editions_builder import domain, edition

SENTENCES = {
    ("Owners must log.", "Owners log under 30 days."): (
        "Normative: a requirement was removed (“must”), a limit was added (“under”), a number was added (“30”), "
        "and a unit was added (“days”)."
    ),
    ("Keep 24 logs.", "Keep 48 logs."): "Normative: a number changed from “24” to “48”.",
    ("Keep $t > 5$ logs.", "Keep $t > 6$ logs."): "Normative: a number changed from “t > 5” to “t > 6”.",
    ("Run `keep 5 days`.", "Run `keep no days`."): (
        "Normative: a negation was added (“keep no days”), and a number was removed (“keep 5 days”)."
    ),
    ("See [it](https://a.example).", "See [it](https://b.example)."): (
        "Normative: a link target changed from “https://a.example” to “https://b.example”."
    ),
    ("No, logs stay.", "No logs stay."): (
        "Normative: punctuation that can matter changed from “No, logs” to “No logs”."
    ),
    ("- Stop it.\n- Tell users.", "1. Stop it.\n2. Tell users."): (
        "Normative: bullets or numbers of a list changed (“Stop it”, “Tell users”)."
    ),
    ("- Stop.\n- Tell users.", "- Stop.\n  - Tell users."): (
        "Normative: words moved to another paragraph, item or cell (“Tell users”)."
    ),
    ("The provider tells the user.", "The user tells the provider."): (
        "Normative: the order of words changed from “provider tells the user” to “user tells the provider”."
    ),
    ("- a\n- b c d e f g h i j k l m n", "- a\n  - b c d e f g h i j k l m n"): (
        "Normative: words moved to another paragraph, item or cell (“b c d e f g h i j k l …”)."
    ),
    ("Keep logs.", "Keep logs.[^1]\n\n[^1]: All."): (
        "Normative: a word of scope was added (“all”), and words were added (“[1]”)."
    ),
    ("Colour it.", "Color it."): "Editorial: spelling changed from “colour” to “color”.",
    ("Keep it.", "Keep **it**."): "Editorial: the same words are set in another way.",
    ("Red blue green pink grey black", "Oak elm ash fir yew pine lime beech"): "Normative: many words changed.",
}


@pytest.mark.parametrize(("pair", "sentence"), SENTENCES.items(), ids=SENTENCES.values())
def test_a_reason_is_a_sentence(pair: tuple[str, str], sentence: str) -> None:
    (change,) = changes(edition("1.0", {"D1": [pair[0]]}), edition("1.1", {"D1": [pair[1]]}))
    assert reason_sentence(change) == sentence


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Logs\nare kept.", "Logs  are kept."),
        ("* keys", "- keys"),
        ("See [it](https://a.example).", "See [it][a].\n\n[a]: https://a.example"),
    ],
)
def test_what_reads_the_same_is_no_change(old: str, new: str) -> None:
    assert changes(edition("1.0", {"D1": [old]}), edition("1.1", {"D1": [new]})) == ()


def test_informative_words_excuse_no_normative_title() -> None:
    """A domain whose title says something else is normative, whatever its summary says."""
    old = domain("D1", ["Keep it."], title="Logs of all users", summary="What is kept.")
    new = domain("D1", ["Keep it."], title="Logs of some users", summary="What stays.")
    (change,) = changes(edition("1.0", [old]), edition("1.1", [new]))
    assert change.significance == "normative"
    assert "informative" not in reason_sentence(change)
