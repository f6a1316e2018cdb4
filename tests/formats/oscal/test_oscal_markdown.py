"""OSCAL's prose is CommonMark: what it shows there, it shows on the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from oscal_catalogs import catalog, control, read_document
from selectolax.lexbor import LexborHTMLParser
from test_oscal_import import texts, told

from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain

# A text, and how many elements of its HTML a selector finds.
SHOWN: list[tuple[str, dict[str, int]]] = [
    ("1. one\n2. two\n   - sub", {"ol > li": 2, "ol ul > li": 1}),
    ("- a\n  - b\n    - c\n  - d\n- e", {"body > ul > li": 2, "ul ul > li": 3, "ul ul ul > li": 1}),
    ("- a\n    - b\n        1. c\n    - d", {"body > ul > li": 1, "body > ul > li > ul > li": 2, "ol > li": 1}),
    ("10. ten\n    - sub\n11. eleven", {"ol > li": 2, "ul > li": 1}),
    ("1) one\n2) two", {"ol > li": 2}),
    ("Intro:\n- a\n- b", {"p": 1, "ul > li": 2}),
    ("Intro:\n1. a\n2. b", {"p": 1, "ol > li": 2}),
    ("Since\n1999. Or so", {"p": 1, "ol": 0}),
    ("- a\n\n  more\n\n      code\n\n- b", {"ul > li": 2, "li > pre": 1, "li > p": 3}),
    ("1. a\n\n   b\n   1. c\n      - d\n2. e", {"body > ol > li": 2, "ol ol > li": 1, "ul > li": 1}),
    ("- a\nlazy\n\nafter", {"ul > li": 1, "body > p": 1}),
    ("* * *\n- a", {"hr": 1, "ul > li": 1}),
    ("Text\n| A | B |\n|---|---|\n| 1 | 2 |", {"p": 1, "table": 1, "td": 2}),
    ("```\n- code\n  - code\n```\n\n- a", {"pre": 1, "ul > li": 1}),
    ("Text\n\n    - code\n      - code", {"pre": 1, "ul": 0}),
]


@pytest.mark.parametrize(("prose", "found"), SHOWN)
def test_lists_tables_and_code_stay_what_they_are(tmp_path: Path, prose: str, found: dict[str, int]) -> None:
    """Nesting follows the marks of CommonMark, of two, three or four blanks."""
    text = texts(read_document(tmp_path, catalog(control("a-1", prose))))["a-1"]
    html = LexborHTMLParser(f"<body>{HtmlWriter().write(parse(text))}</body>")
    assert {selector: len(html.css(selector)) for selector in found} == found


WORDS = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>", {"HTML script in a text": (2, True)}),
    ("one <value> two", "one <value> two", {"HTML value in a text": (1, True)}),
    ("<!-- hidden -->", "<!-- hidden -->", {"HTML comment in a text": (1, True)}),
    ("<!-- no end", "<!-- no end", {}),
    ("<style>p {}</style>", "<style>p {}</style>", {"HTML style in a text": (2, True)}),
    (
        "<x-y> <?php <![CDATA[",
        "<x-y> <?php <![CDATA[",
        {"HTML x-y in a text": (1, True)},
    ),
    ("<b>bold</b> H<sub>2</sub>O 1 < 2 <3", "bold H2O 1 < 2 <3", {}),
    ("<https://guild.example/>", "https://guild.example/", {}),
]


@pytest.mark.parametrize(("prose", "expected", "report"), WORDS)
def test_tags_that_no_page_can_show_are_words(
    tmp_path: Path, prose: str, expected: str, report: dict[str, tuple[int, bool]]
) -> None:
    """Sanitising would take them away with what they hold."""
    imported = read_document(tmp_path, catalog(control("a-1", prose)))
    text = parse(texts(imported)["a-1"])
    assert (write_plain(text), text.problems) == (expected, ())
    assert {what: count for what, count in told(imported).items() if what.startswith("HTML")} == report
