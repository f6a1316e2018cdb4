"""Citations as nodes of a text, which the PDF sets."""

from __future__ import annotations

from html import unescape

import pytest
from test_style_examples import EXAMPLES, work_of

from editions.citations.cite import STYLES, cite, cite_nodes
from editions.text.html import HtmlWriter
from editions.text.inline_tree import Link
from editions.text.walking import inlines


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_nodes_are_written_as_the_html_of_the_style(style: str) -> None:
    """Words, emphasis and links are the same."""
    for example in EXAMPLES:
        work = work_of(example)
        nodes = cite_nodes(work, style)
        html = cite(work, style, html=True)
        assert unescape(HtmlWriter().inline(nodes)) == unescape(html)
        assert any(isinstance(node, Link) for node in inlines(nodes)) == ("<a " in html)
