"""Texts of an edition in its data files: as HTML, and as plain text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

import pytest
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from editions.formats.criteria_json.document_writing import criteria_json
from editions.formats.csv.table_writing import criteria_csv
from editions.formats.jsonld.criteria_jsonld import criteria_jsonld
from editions.formats.xlsx.workbook import checklist_xlsx
from editions.model import Origin, Publication, Standard
from editions_builder import domain, edition

BIBLIOGRAPHY = "@misc{guide, author={Ada Cook}, title={A Guide}, year={2024}, url={https://example.org/guide}}"


def published(*texts: str, source: str = "") -> tuple[list[LexborHTMLParser], list[str]]:
    """The texts of criteria as HTML and as plain text, which all tables and graphs hold alike."""
    made = edition(
        "1.0", [domain("D", {f"D.{n}": {"text": it, "origin": Origin(source)} for n, it in enumerate(texts, 1)})]
    )
    publication = Publication("https://example.net/", Standard((made,)), bibliography=BIBLIOGRAPHY)
    document = json.loads(criteria_json(publication, made))
    assert [it["text"] for it in document["domains"][0]["criteria"]] == list(texts)
    html = [LexborHTMLParser(f"<body>{it['text_html']}</body>") for it in document["domains"][0]["criteria"]]
    table = csv.DictReader(io.StringIO(criteria_csv(publication, made).decode("utf-8-sig")))
    plain = [row["text_plain"].removeprefix("'") for row in table]
    sheet = load_workbook(io.BytesIO(checklist_xlsx(publication, made)))["Checklist"]
    assert [cell.value for cell in sheet["F"][1:]] == plain
    graph = json.loads(criteria_jsonld(publication, made))["@graph"]
    assert [node["definition"] for node in graph if node.get("notation", "").startswith("D.")] == plain
    return html, plain


KINDS: list[tuple[str, Mapping[str, int], str]] = [
    ("one *two*\nthree", {"p": 1, "em": 1}, "one two three"),
    ("a\n\nb", {"p": 2}, "a\n\nb"),
    ("a<br>b", {"br": 1}, "a\nb"),
    ("a &amp; b &lt;c&gt;", {"p": 1}, "a & b <c>"),
    ("p<0.05 and n <= 3", {"p": 1}, "p<0.05 and n <= 3"),
    ("- a\n- b", {"ul > li": 2}, "• a\n• b"),
    ("Keep:\n- a\n- b\n\nAnd log.", {"p": 2, "li": 2}, "Keep:\n\n• a\n• b\n\nAnd log."),
    ("3. a\n4. b\n   - c", {"ol[start='3'] > li": 2, "ol ul > li": 1}, "3. a\n4. b\n  • c"),
    ("1) a\n2) b", {"ol > li": 2}, "1. a\n2. b"),
    ("- [ ] *open*\n- [x] `done`", {"li": 2, "li em": 1, "[aria-label='open']": 1}, "• ☐ open\n• ☑ done"),
    ("- [ ] open\n- [x] done", {"li": 2, "[aria-label='done']": 1}, "• ☐ open\n• ☑ done"),
    ("| a | b |\n|---|--:|\n| `x \\| y` | 2 |", {"td": 2, "th": 2, ".align-right": 2}, "a | b\nx | y | 2"),
    ("Log\n:   A record.", {"dl > dt": 1, "dl > dd": 1}, "Log\nA record."),
    ("Set:\n\n```yaml\nx: 1\n  # y\n```", {"pre": 1, "h1": 0}, "Set:\n\nx: 1\n  # y"),
    ("~~~\na: 1\n~~~\n\nAnd log it.", {"pre": 1, "p": 1}, "a: 1\n\nAnd log it."),
    ('```sh title="x.sh"\nls\n```', {"pre": 1}, "x.sh\nls"),
    ("Run `login <user>`.", {"code": 1}, "Run login <user>."),
    ('!!! note "Hint"\n    Mind it.', {".admonition .admonition-title": 1}, "Hint\nMind it."),
    ("> - a\n>   1. b", {"blockquote ul ol > li": 1}, "• a\n  1. b"),
    ("It is so.[^x]\n\n[^x]: A note.", {"sup a": 1, "ol > li": 1}, "It is so.[1]\n\n[1] A note."),
    ("10<sup>6</sup> of H<sub>2</sub>O", {"sup": 1, "sub": 1}, "10^6 of H2O"),
    ("A rate $r_1 * r_2 * r_3$.", {"em": 0, "math msub": 3}, "A rate r_1 * r_2 * r_3."),
    ('<abbr title="Transport Layer Security">TLS</abbr>', {"abbr[title]": 1}, "TLS"),
    ("[[[x]]] is *not", {"a": 0, "em": 0}, "[[[x]]] is *not"),
    ("See [it][g].\n\n[g]: /a/", {"a[href='https://example.net/a/']": 1}, "See it."),
    ("So [@guide, p. 3].", {"a[href='https://example.org/guide']": 1}, "So (Cook, 2024, p. 3)."),
    ("![A flow](/flow.png)", {"img[src='https://example.net/flow.png']": 1}, "A flow"),
    ("![A flow](https://elsewhere.example/flow.png)", {"img": 0}, "A flow"),
    ("<script>a</script> [b](javascript:c)", {"script": 0, "a": 0}, "<script>a</script> b"),
]


@pytest.mark.parametrize(("markdown", "elements", "plain"), KINDS, ids=[it[0][:20] for it in KINDS])
def test_each_construct_means_the_same_in_every_file(markdown: str, elements: Mapping[str, int], plain: str) -> None:
    """HTML has its elements, and tables and graphs have its words."""
    (html,), (written,) = published(markdown)
    assert {selector: len(html.css(selector)) for selector in elements} == elements
    assert written == plain


def test_the_image_of_another_site_is_its_words() -> None:
    """Pages load nothing from other sites, so neither does who shows the HTML of a criterion."""
    (html,), _ = published("See ![a flow](https://elsewhere.example/flow.png).")
    assert html.body is not None
    assert html.body.text() == "See a flow."


def test_an_anchor_is_one_of_the_page_that_shows_the_text() -> None:
    """A data file has no such place."""
    ((html,), _) = published("See [above](#D.1).", source="standard/domains/01-d.md")
    assert html.css_first("a").attributes["href"] == "https://example.net/standard/1.0/domains/d/#D.1"


def test_no_text_reaches_another() -> None:
    """Definitions and notes belong to their own text, also where a page shows both."""
    html, plain = published("A [g].[^1]\n\n[g]: /a/\n[^1]: Note A.", "B [g].[^1]\n\n[g]: /b/\n[^1]: Note B.", "C [g].")
    assert [it.css_first("a").attributes["href"] for it in html[:2]] == [f"https://example.net/{it}/" for it in "ab"]
    assert plain == ["A g.[1]\n\n[1] Note A.", "B g.[1]\n\n[1] Note B.", "C [g]."]
    ids = [node.attributes["id"] for it in html for node in it.css("[id]")]
    assert len(ids) == len(set(ids)) == 4
