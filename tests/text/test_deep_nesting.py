"""No nesting of marks exhausts the stack of whoever walks the tree."""

from __future__ import annotations

import pytest

from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.tree import Text


def depth(text: Text) -> int:
    html = HtmlWriter().write(text)
    found = deepest = 0
    for piece in html.split("<")[1:]:
        found += -1 if piece.startswith("/") else 1
        deepest = max(deepest, found)
    return deepest


@pytest.mark.parametrize(
    "markdown",
    [
        "*" * 9000 + "a" + "*" * 9000,
        "*a **b " * 1000 + "c** d*" * 1000,
        "<sub>" * 1800 + "a" + "</sub>" * 1800,
        "<sub>*" * 1500 + "a" + "*</sub>" * 1500,
    ],
    ids=["stars", "words", "elements", "both"],
)
def test_marks_that_are_nested_too_deeply_are_reported_and_left_out(markdown: str) -> None:
    """All words stay, and a problem names the line."""
    text = parse(f"First.\n\n{markdown}")
    assert depth(text) <= 21
    assert text.problems
    assert any(problem.line == 3 and "nested more than 20 deep" in problem.message for problem in text.problems)
    for written in (write_plain(text), write_commonmark(text)):
        assert written.count("a") >= markdown.count("a") > 0


def test_marks_nested_as_deep_as_authors_do_are_no_problem() -> None:
    """Three or four levels are emphasis within a link within strong words."""
    text = parse("**strong [a *link <sub>1</sub>*](https://example.org/)**")
    assert not text.problems
    assert write_plain(text) == "strong a link 1"


@pytest.mark.parametrize(
    "markdown",
    [
        "\n".join(f"{'  ' * level}- w{level}" for level in range(60)),
        "".join(f"{'> ' * level}w{level}\n" for level in range(60)),
        "- " * 500 + "w59",
        "\n".join(f"{'    ' * level}!!! note\n{'    ' * level}    w{level}" for level in range(60)),
        "a\n" + "\n".join(f"{'    ' * level}:   w{level}" for level in range(60)),
        "a[^1]\n\n[^1]: " + "> " * 60 + "w59",
    ],
    ids=["lists", "quotations", "bullets", "admonitions", "definitions", "in a note"],
)
def test_blocks_that_are_nested_too_deeply_are_reported_and_shown(markdown: str) -> None:
    """From some depth on their signs are words; nothing after them is left out."""
    text = parse(markdown)
    assert any("nested more than 20 deep" in problem.message for problem in text.problems)
    for written in (write_plain(text), write_commonmark(text), HtmlWriter().write(text)):
        assert "w59" in written
