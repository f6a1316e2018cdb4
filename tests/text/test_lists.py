"""Lists are nested as authors mean it."""

from __future__ import annotations

import pytest

from editions.text.html import HtmlWriter
from editions.text.parsing import parse


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("1. a\n  - b\n  - c\n2. d", "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"),
        ("1. a\n    - b\n2. d", "<ol><li>a<ul><li>b</li></ul></li><li>d</li></ol>"),
        ("1. a\n\n  - b\n\n2. d", "<ol><li>a<ul><li>b</li></ul></li><li>d</li></ol>"),
        (
            "> 3) a\n>   - b\n> 4) d",
            '<blockquote><ol start="3"><li>a<ul><li>b</li></ul></li><li>d</li></ol></blockquote>',
        ),
        ("- 1. a\n  - b", "<ul><li><ol><li>a</li></ol><ul><li>b</li></ul></li></ul>"),
        ("1. a\n- b\n2. c", '<ol><li>a</li></ol><ul><li>b</li></ul><ol start="2"><li>c</li></ol>'),
        ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("1. a\n  1. b\n  2. c\n2. d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
        ("1) a\n  1. b\n2) c", "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"),
        ("> 1. a\n>   1. b\n> 2. c", "<blockquote><ol><li>a<ol><li>b</li></ol></li><li>c</li></ol></blockquote>"),
        ("1. a\n 2. b\n  3. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        (" 9. a\n10. b", '<ol start="9"><li>a</li><li>b</li></ol>'),
        ("- a\n  1. b\n  2. c\n- d", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"),
    ],
)
def test_what_is_indented_behind_a_marker_is_within_its_item(markdown: str, html: str) -> None:
    """By two blanks or by four."""
    assert HtmlWriter().write(parse(markdown)).replace("\n", "") == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("The list:\n- a", "<p>The list:</p><ul><li>a</li></ul>"),
        ("Steps:\n1. a\n2. b", "<p>Steps:</p><ol><li>a</li><li>b</li></ol>"),
        ("Steps:\n3. a\n4. b", '<p>Steps:</p><ol start="3"><li>a</li><li>b</li></ol>'),
        ("Steps:\n3) a\n   b\n4) c", '<p>Steps:</p><ol start="3"><li>ab</li><li>c</li></ol>'),
        ("> Steps:\n> 3. a\n> 4. b", '<blockquote><p>Steps:</p><ol start="3"><li>a</li><li>b</li></ol></blockquote>'),
        ("In the year\n2019. That was good.", "<p>In the year2019. That was good.</p>"),
        ("Between\n3. and\n\n4. May", '<p>Between3. and</p><ol start="4"><li>May</li></ol>'),
        ("Of 3 to\n5. or\n6) of", "<p>Of 3 to5. or6) of</p>"),
    ],
)
def test_a_list_follows_a_line_at_once(markdown: str, html: str) -> None:
    """One that begins with another number than 1 if a second item follows it."""
    assert HtmlWriter().write(parse(markdown)).replace("\n", "") == html
