"""Markdown for any reader: what goes, what stays, and what never comes through."""

from __future__ import annotations

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.exports.twins.portable_markdown import Place, portable
from hostile_standard import BAD_LINKS, BODY, TITLES

PLACE = Place("standard/1.0/domains/a.md", "https://example.org/s/standard/1.0/domains/a/", "https://example.org/s/")
ROOT = PLACE.site_url


def rendered(markdown: str) -> LexborHTMLParser:
    """As a reader of CommonMark renders it that lets all HTML through."""
    return LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# Title { #id .mark }", "# Title"),
        ("Text.\n{ .lede }\n\nMore.", "Text.\n\nMore."),
        ("[`a`](#b) { #b }\n:   Said.", f"[`a`]({PLACE.url}#b)\n:   Said."),
        ('- [a](b.md){ data-label="B" }\n', f"- [a]({ROOT}standard/1.0/domains/b/)"),
        ("A {brace} and `{ .code }`.", "A {brace} and `{ .code }`."),
        ("```\n# No { .title }\n\n\n<b>\n```", "```\n# No { .title }\n\n\n<b>\n```"),
        ('<div class="x" markdown="1">\n\nText.\n\n</div>', "Text."),
        ("A\n\n<!-- a comment -->\n\nB", "A\n\nB"),
        ("[a](../index.md#x) [b](#y)", f"[a]({ROOT}standard/1.0/#x) [b]({PLACE.url}#y)"),
        ("[a](../../../index.md)", f"[a]({ROOT})"),
        ("[a](../criteria.json)", f"[a]({ROOT}standard/1.0/criteria.json)"),
        ("[a]\n\n[a]: ../../history.md", f"[a]\n\n[a]: {ROOT}standard/history/"),
        ("[a](https://elsewhere.example/x)", "[a](https://elsewhere.example/x)"),
        ("![a](https://elsewhere.example/x.png)", "![a](<>)"),
        ("![a][b]\n\n[b]: https://elsewhere.example/x.png", "[a][b]\n\n[b]: https://elsewhere.example/x.png"),
        ("For: <del>one</del> <ins class='x'>two</ins>", "For: <del>one</del> <ins>two</ins>"),
        ("1 < 2 and <https://example.org/>", "1 < 2 and <https://example.org/>"),
        ("x <y z", "x &lt;y z"),
        ('See <a href="../b/">it</a>.', f"See [it]({ROOT}standard/1.0/domains/b/)."),
        ("Term\n\n:   Said.", "Term\n\n:   Said."),
        ("| a | b |\n| --- | --- |\n| c | d |", "| a | b |\n| --- | --- |\n| c | d |"),
        ('A\n\n<div data-insert="known"></div>\n\nB', "A\n\n## *Made* here\n\nB"),
        ('A\n\n<div data-insert="other"></div>\n\nB', "A\n\nB"),
        ('A\n\n<div data-insert="tool"></div>\n\nB', "A\n\nB"),
    ],
)
def test_marks_of_one_tool_go_and_links_become_absolute(written: str, expected: str) -> None:
    inserts = {"known": '<h2><em>Made</em> here<a class="headerlink" href="#x">¶</a></h2>', "tool": "<p>A <input></p>"}
    assert portable(written, PLACE, inserts) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n\n  - c"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3.  a\n4.  b"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td></tr></table>", "| a | b |\n| --- | --- |\n| c\\|d |  |"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\n:   b"),
        ("<details><summary>a</summary><p>b *c*</p></details>", "**a**\n\nb \\*c\\*"),
        ("<pre><code>a\n\n`b` &lt;</code></pre>", "```\na\n\n`b` <\n```"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<p># a</p><p>1. b</p><p>- c</p>", "\\# a\n\n1\\. b\n\n\\- c"),
        ('<p><a href="#x">a</a><a href="javascript:x">b</a></p>', f"[a]({PLACE.url}#x) b"),
        ("<section><h2>a</h2><svg><text>no</text></svg><p hidden>no</p></section>", "## a"),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert portable(html, PLACE) == expected


@pytest.mark.parametrize("text", [BODY, *BAD_LINKS, *TITLES, "\n\n".join((BODY, *BAD_LINKS))])
def test_nothing_hostile_comes_through_to_a_reader_that_trusts_html(text: str) -> None:
    tree = rendered(portable(text, PLACE))
    for node in tree.css("*"):
        assert node.tag not in ("script", "style", "iframe", "svg", "form", "meta", "base", "link", "object", "embed")
        for name, value in node.attributes.items():
            assert name in ("href", "src", "alt", "title", "align", "start", "lang"), (node.tag, name)
            if name == "href":
                assert re.match(r"(?:https?:|mailto:|$)", value or ""), value
            if name == "src":
                assert not value or value.startswith(ROOT), value


@given(st.lists(st.sampled_from(["<b", ">", "<", "</a>", "`", "[", "](", ")", "{", " .x }", "<!--", "-->", "\n", "a"])))
def test_any_mixture_of_marks_is_taken(pieces: list[str]) -> None:
    """Without an error, and without an element that is not one of the few bare ones."""
    made = portable("".join(pieces), PLACE)
    assert isinstance(made, str)
