"""Addresses of files whose names need encoding, as links and pictures of texts have them."""

from __future__ import annotations

import pytest

from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import off_page, on_page
from editions.text.html import HtmlWriter
from editions.text.parsing import parse

CONTEXT = LinkContext("standard/domains/01-a.md", "standard/1.0/domains/a.md", "standard/1.0")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("</my flow.png>", "my%20flow.png"),
        ("/my%20flow.png", "my%20flow.png"),
        ("/my%20flow.png?v=1", "my%20flow.png"),
        ("../../docs/50%25.png", "50%25.png"),
        ("/a%3Fb.png", "a%3Fb.png"),
        ("/flöw.png#a%20b", "flöw.png#a%20b"),
    ],
)
def test_a_picture_is_shown_whatever_its_name(written: str, address: str) -> None:
    text = parse(f"![a]({written}) [b]({written})")
    off = HtmlWriter(off_page("https://s.example/p/", "https://s.example/").of_text(CONTEXT)).write(text)
    on = HtmlWriter(on_page("/standard/1.0/domains/a/").of_text(CONTEXT)).write(text)
    assert off == (
        f'<p><img src="https://s.example/{address}" alt="a"> <a href="https://s.example/{address}">b</a></p>\n'
    )
    assert on == f'<p><img src="../../../../{address}" alt="a"> <a href="../../../../{address}">b</a></p>\n'


def test_a_blank_in_another_address_is_encoded() -> None:
    html = HtmlWriter(on_page("/p/").of_text(CONTEXT)).write(parse("[a](<mailto:a@b.example?subject=c d>)"))
    assert html == '<p><a href="mailto:a@b.example?subject=c%20d">a</a></p>\n'
