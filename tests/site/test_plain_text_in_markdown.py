"""Plain text put into a page is shown as it was written, wherever in the line or the page it stands."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.pages.markdown_text import plain, unmarked

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
MARKS = st.text(alphabet="ab1 .#*_`~^:=+-!?|\\/[](){}<>&;\"'%$@", max_size=30)
PLACES = ("{}", "Before\n\n{}", "# {}", "- [link](x.md)  \n  {}", "| head |\n| --- |\n| {} |", "Term\n\n:   {}")


@pytest.mark.parametrize("place", PLACES)
@example(text="---")
@example(text="1. 2) #3 #")
@example(text=": = === ***")
@given(text=MARKS | st.text(max_size=20).filter(str.isprintable))
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    expected = " ".join(text.split())
    if not expected:
        return
    rendered = LexborHTMLParser(markdown.markdown(place.format(plain(text)), extensions=EXTENSIONS))
    shown = " ".join(rendered.text().split())
    assert shown.removeprefix("Before ").removeprefix("link ").removeprefix("head ").removeprefix("Term ") == expected
    assert not rendered.css("ul ul, ol, h2, hr, blockquote, em, strong, code, img, dl dl, script")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Bold** and *words*.", "Bold and words."),
        ("[A link](https://example.org/) and `code`.", "A link and code."),
        ("snake_case stays, _marks_ go.", "snake_case stays, marks go."),
        ("Two\nlines.", "Two lines."),
        ("An image ![of it](x.png) too.", "An image of it too."),
    ],
)
def test_marks_are_taken_out_of_markdown_for_descriptions(text: str, expected: str) -> None:
    assert unmarked(text) == expected
