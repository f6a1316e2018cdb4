"""Comments that ask for text from the standard's own data."""

from __future__ import annotations

import pytest

from editions.text.parsing import parse
from editions.text.tree import Directive
from editions.text.walking import text_nodes


def directives(markdown: str) -> list[tuple[str, str, int]]:
    found = (node for node in text_nodes(parse(markdown)) if isinstance(node, Directive))
    return [(it.name, it.argument, it.line) for it in found]


def test_a_directive_is_a_comment_alone_on_its_line() -> None:
    text = "x\n\n  <!-- editions:criteria 1.1 -->  \n\n<!--editions:other-->\n"
    assert directives(text) == [("criteria", "1.1", 3), ("other", "", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- editions:criteria 1.1 -->\n```\n",
        "    <!-- editions:criteria 1.1 -->\n",
        "~~~ html\n<!-- editions:criteria 1.1 -->\n~~~\n",
        "See `<!-- editions:criteria 1.1 -->` there.\n",
        "<!-- about editions: nothing -->\n",
    ],
)
def test_what_stands_in_code_or_in_other_comments_is_no_directive(text: str) -> None:
    assert directives(text) == []
