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
        ("- a\n  1. b\n  2. c\n- d", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"),
    ],
)
def test_what_is_indented_behind_a_marker_is_within_its_item(markdown: str, html: str) -> None:
    """By two blanks or by four."""
    assert HtmlWriter().write(parse(markdown)).replace("\n", "") == html
