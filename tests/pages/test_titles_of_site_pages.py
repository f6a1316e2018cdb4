"""The title of a page under docs/ is shown as it was written."""

from __future__ import annotations

import markdown
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.site.page.site_pages import heading_line

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
MARKS = st.text(alphabet="ab1 .#*_`~^:=+-!?|\\/[](){}<>&;\"'%$@", max_size=30)


@example(title="---")
@example(title="1. 2) #3 #")
@example(title=": = === ***")
@given(title=MARKS | st.text(max_size=20).filter(str.isprintable))
def test_any_title_is_shown_as_it_is(title: str) -> None:
    expected = " ".join(title.split())
    if not expected:
        return
    rendered = LexborHTMLParser(markdown.markdown(f"{heading_line(title)}\n\nBody.\n", extensions=EXTENSIONS))
    heading = rendered.css_first("h1")
    assert heading is not None
    assert " ".join(heading.text().split()) == expected
    assert not heading.css("em, strong, code, img, a, script")
    assert len(rendered.css("body > *")) == 2
