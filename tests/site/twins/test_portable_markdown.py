"""Pages as Markdown for any reader: what stays of what MkDocs reads, and what never comes through."""

from __future__ import annotations

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.pages.parts import Group, Line, LinkList, ListedLink, PageHeading, Part, Term, TermList, Widget, Written
from editions.pages.published_links import LinkContext
from editions.pages.sentences import code, sentence, site_link
from editions.pages.text_surroundings import off_page
from editions.site.twins.part_markdown import PartMarkdown
from editions.text.inline_tree import Image
from editions.text.parsing import parse, parse_page
from editions.text.tree import CodeBlock, Paragraph
from hostile_standard import BAD_LINKS, BODY, TITLES

URL, ROOT = "https://example.org/s/standard/1.0/domains/a/", "https://example.org/s/"
CONTEXT = LinkContext("standard/domains/01-a.md", "standard/1.0/domains/a.md", "standard/1.0")
ELSEWHERE = LinkContext("standard/domains/02-b.md", "standard/1.0/domains/a.md", "standard/1.0")


def written(*parts: Part) -> str:
    return PartMarkdown(off_page(URL, ROOT)).write(parts)


def page(markdown: str) -> str:
    return PartMarkdown(off_page(URL, ROOT)).write_text(parse_page(markdown), CONTEXT)


def rendered(markdown: str) -> LexborHTMLParser:
    """As a reader of CommonMark renders it that lets all HTML through."""
    return LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Title { #id .mark }", "# Title"),
        ("Text.\n{ .lede }\n\nMore.", "Text.\n\nMore."),
        ("- [a](02-b.md){ .x }\n", f"- [a]({ROOT}standard/1.0/domains/b/)"),
        ("A {brace} and `{ .code }`.", "A {brace} and `{ .code }`."),
        ("```\n# No { .title }\n\n\n<b>\n```", "```\n# No { .title }\n\n\n<b>\n```"),
        ('<div class="x" markdown="1">\n\nText.\n\n</div>', "Text."),
        ("A\n\n<!-- a comment -->\n\nB", "A\n\nB"),
        ("[a](../index.md#x) [b](#y)", f"[a]({ROOT}standard/1.0/#x) [b]({URL}#y)"),
        ("[a](/standard/1.0/criteria.json)", f"[a]({ROOT}standard/1.0/criteria.json)"),
        ("[a]\n\n[a]: https://elsewhere.example/x", "[a](https://elsewhere.example/x)"),
        ("![a](https://elsewhere.example/x.png)", "a"),
        ("[a](javascript:x)", "a"),
        ("1 < 2 and x <y z", "1 < 2 and x &lt;y z"),
        ("| a | b |\n| --- | --- |\n| c | d |", "| a | b |\n| --- | --- |\n| c | d |"),
    ],
)
def test_marks_of_one_tool_go_and_links_become_absolute(markdown: str, expected: str) -> None:
    assert page(markdown) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (PageHeading(2, sentence("A ", site_link("b", "/b/")), "id", "css"), f"## A [b]({ROOT}b/)"),
        (Line(sentence("1. ", code("a`b")), "css"), "1\\. ``a`b``"),
        (Group((Line(sentence("a")), Line(sentence("b"))), "css", tag="section"), "a\n\nb"),
        (Paragraph((Image("/a/b.png", "c"),)), f"![c]({ROOT}a/b.png)"),  # as redlines have them
        (Written(parse("[b](#b)"), ELSEWHERE), f"[b]({URL}#b)"),
        (Written(parse("[b](#b)"), ELSEWHERE, quoted=True), f"[b]({ROOT}standard/1.0/domains/b/#b)"),
        (Widget("<form></form>"), ""),
        (Widget("<b>a</b>", (Paragraph(sentence("a")), CodeBlock("x\n"))), "a\n\n```\nx\n```"),
        (LinkList((ListedLink("*a*", "/a/", "A", "About it."),), "css"), f"- [\\*a\\*]({ROOT}a/)\\\n  About it."),
        (TermList((Term(sentence("a"), (Paragraph(sentence("b")),), "id", "Title"),)), "a Title\n\n:   b"),
    ],
)
def test_every_part_has_a_form(part: Part, expected: str) -> None:
    assert written(part) == expected


def test_texts_of_a_page_have_notes_of_their_own() -> None:
    texts = [Written(parse(f"{word}.[^1]\n\n[^1]: Note {word}."), CONTEXT) for word in ("Alpha", "Beta")]
    assert written(*texts) == "Alpha.[^1]\n\n[^1]: Note Alpha.\n\nBeta.[^2]\n\n[^2]: Note Beta."


def test_what_a_directive_draws_keeps_its_notes_apart() -> None:
    inner = Written(parse("Drawn.[^a]\n\n[^a]: Inner."), CONTEXT)
    text = parse("Before.[^a]\n\n<!-- editions:criteria 1.0 -->\n\nAfter.[^b]\n\n[^a]: One.\n\n[^b]: Two.")
    lines = [line for line in written(Written(text, CONTEXT, drawn=((inner,),))).split("\n") if line]
    assert lines == ["Before.[^1]", "Drawn.[^3]", "[^3]: Inner.", "After.[^2]", "[^1]: One.", "[^2]: Two."]


@pytest.mark.parametrize("text", [BODY, *BAD_LINKS, *TITLES, "\n\n".join((BODY, *BAD_LINKS))])
@pytest.mark.parametrize("read", [parse, parse_page])
def test_nothing_hostile_comes_through_to_a_reader_that_trusts_html(text: str, read) -> None:
    tree = rendered(written(Written(read(text), CONTEXT)))
    for node in tree.css("*"):
        assert node.tag not in ("script", "style", "iframe", "svg", "form", "meta", "base", "link", "object", "embed")
        for name, value in node.attributes.items():
            assert name in ("href", "src", "alt", "title", "align", "start", "lang", "type", "checked", "disabled")
            if name == "href":
                assert re.match(r"(?:https?:|mailto:|$)", value or ""), value
            if name == "src":
                assert not value or value.startswith(ROOT), value


@given(st.lists(st.sampled_from(["<b", ">", "<", "</a>", "`", "[", "](", ")", "{", " .x }", "<!--", "-->", "\n", "a"])))
def test_any_mixture_of_marks_is_taken(pieces: list[str]) -> None:
    assert isinstance(page("".join(pieces)), str)
