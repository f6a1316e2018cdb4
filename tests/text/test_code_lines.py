"""Lines of a text that are code."""

from __future__ import annotations

import pytest
from hypothesis import given

from editions.text.code_lines import without_code
from editions.text.parsing import parse
from markdown_texts import markdown_texts


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\n\n```\nb\n```\nc", "a\n\n\n\n\nc"),
        ("~~~\nb", "\n"),
        ("a\n\n    b\n\nc", "a\n\n\n\nc"),
        ("- a\n\n  ```\n  b\n  ```\n- c", "- a\n\n\n\n\n- c"),
        ("a `b` c", "a `b` c"),
    ],
)
def test_lines_of_code_are_empty(markdown: str, expected: str) -> None:
    assert without_code(parse(markdown)) == expected


@given(markdown_texts)
def test_each_other_line_stays_in_its_place(markdown: str) -> None:
    before, after = markdown.split("\n"), without_code(parse(markdown)).split("\n")
    assert len(after) == len(before)
    assert all(line in ("", old) for line, old in zip(after, before, strict=True))
