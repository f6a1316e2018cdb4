"""Blocks end where their authors mean them to."""

from __future__ import annotations

import pytest

from editions.text.html import HtmlWriter
from editions.text.parsing import parse

NOTE = '<div class="admonition note" role="note">'


def _html(markdown: str) -> str:
    return HtmlWriter().write(parse(markdown)).replace("\n", "")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ('!!! note ""\n\n    a\n\n\n    b\n\nc', f"{NOTE}<p>a</p><p>b</p></div><p>c</p>"),
        ('!!! note ""\n    ```\n    a\n\n\n    b\n    ```', f"{NOTE}<pre><code>ab</code></pre></div>"),
        ('!!! note ""\n    a\nb', f"{NOTE}<p>a</p></div><p>b</p>"),
        ("!!! note\n    a", f'{NOTE}<p class="admonition-title">Note</p><p>a</p></div>'),
        ('!!! note inline "A b"\n    a', f'{NOTE}<p class="admonition-title">A b</p><p>a</p></div>'),
        ("!!! note A b\n    a", f'{NOTE}<p class="admonition-title">A b</p><p>a</p></div>'),
        (
            '- !!! note ""\n      a\n\n  b',
            f"<ul><li>{NOTE}<p>a</p></div><p>b</p></li></ul>",
        ),
    ],
)
def test_an_admonition_ends_before_what_is_not_indented(markdown: str, html: str) -> None:
    """Blank lines do not end it, however many they are."""
    assert _html(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a\n:   b\n\n- c\n  : d", "<dl><dt>a</dt><dd>b</dd></dl><ul><li><dl><dt>c</dt><dd>d</dd></dl></li></ul>"),
        ("a\n:   b\n\n```\n: c\n```", "<dl><dt>a</dt><dd>b</dd></dl><pre><code>: c</code></pre>"),
        ("a\n:   b\n\n# c\n: d", '<dl><dt>a</dt><dd>b</dd></dl><h1 id="c">c</h1><p>: d</p>'),
        ("a\n\n:   b\n\nc\n\n:   d", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>"),
    ],
)
def test_a_definition_list_ends_before_another_block(markdown: str, html: str) -> None:
    """The first line of a list, of code or a heading is no term."""
    assert _html(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("- [x] a", '<ul><li><span class="task-box" role="img" aria-label="done">☑</span> a</li></ul>'),
        ("- \\[x] a", "<ul><li>[x] a</li></ul>"),
        ("[<https://a.example/>](b)", '<p><a href="b">https://a.example/</a></p>'),
        ("![a[^1]](b.png)", '<p><img src="b.png" alt="a[^1]"></p>'),
        ("$$$$", "<p>$$$$</p>"),
        ("<abbr title='A &amp; B'>C</abbr>", '<p><abbr title="A &amp; B">C</abbr></p>'),
    ],
)
def test_what_is_shown_is_what_is_written(markdown: str, html: str) -> None:
    """An escaped bracket begins no box, a link contains no other, and nothing is lost."""
    assert _html(markdown) == html


def test_an_escaped_bracket_is_not_an_open_one() -> None:
    """As the problem of too many says."""
    assert parse("\\[" * 200).problems == ()
    assert "brackets are open" in parse("[" * 200).problems[0].message


@pytest.mark.parametrize(
    "piece", ["~~a~~\n\n", "~ a\n\n", "    t\n: a\n\n", "t\n: a\n\npara\n\n", "t\n: a\n\n- m\n  : y\n\n"]
)
def test_many_definitions_are_read_in_one_pass(piece: str) -> None:
    """A second pass for each would take a hundred times as long; the limit is a guard and no measure."""
    assert parse(piece * (14_000 // piece.count("\n"))).blocks
