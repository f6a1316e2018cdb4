"""Texts of one page do not reach each other: a page of two shows what the page of each shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from editions.comparison.remembered import remembering
from editions.model import Publication
from editions.pages.document import Document
from editions.pages.edition_place import EditionPlace
from editions.pages.page_html import PartWriter, page_anchors, page_html
from editions.pages.parts import Written
from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import off_page
from editions.site.checklist.checklist_pages import checklist_document
from editions.site.domain.domain_pages import domain_documents
from editions.site.twins.part_markdown import PartMarkdown
from editions.text.parsing import parse
from editions_builder import edition, standard

# What begins something that another text could go on with, end or share, among what authors write.
BLOCKS = (
    "Keys are kept.",
    "See the [guide][g].",
    "[g]: https://example.org/alpha",
    "[G]: https://example.org/beta",
    "Logs are kept.[^1]",
    "[^1]: For a year.",
    "[^1]: For *two* years.\n\n    And a day.",
    "*[IP]: Internet Protocol",
    "```\na: 1",
    "~~~ yaml\nb: [2]\n~~~",
    "<details>\n<summary>More",
    "<div markdown>",
    "</div>",
    "<!-- hidden",
    "<script>x()</script>",
    "<style>p { display: none }",
    "<b>bold *and",
    "- one\n- two\n    - three",
    "1. first",
    "3) third",
    "> quoted\nlazily",
    "    indented",
    "Term\n:   Meaning",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    '!!! note "Hint"\n    Mind it.',
    "## Scope\n\nAs in [this](#scope).",
    "## Scope {#own}\n\nAs in [this](#own).",
    "Title\n===",
    "*open and `open and [open",
    "closed* and` and](x)",
    "$$\nx < y\n$$",
    "- [ ] open",
    "Hard\\\nbreak <br> and <sup>raised",
)
TEXTS = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4).map("\n\n".join)


def pages(texts: dict[str, str]) -> tuple[Document, Document]:
    """The domain page and the checklist of an edition with these criteria."""
    line = standard(edition("1.0", {"D": texts}))
    place = EditionPlace(Publication("https://example.org/", line), line.editions[0], standing=False, docs="docs")
    return domain_documents(place)[0], checklist_document(place, remembering())


def shown(document: Document, item: str) -> tuple[str, list[tuple[str, str]]]:
    """The words of a criterion on a page, and its links: where they lead, by the words that are there."""
    tree = LexborHTMLParser(page_html(document).body)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    words, links = "", []
    for node in _below(tree, item):
        words += f"{node.text()} "
        links += [_link(tree, it) for it in node.css("a[href]")]
    return " ".join(words.split()), links


def _below(tree: LexborHTMLParser, item: str) -> list[LexborNode]:
    """What stands between the heading of a criterion and the one of the next."""
    node = tree.css_first(f'h3[id="{item}"]').next
    found = []
    while node is not None and (node.tag != "h3" or "criterion" not in (node.attributes.get("class") or "")):
        if node.tag != "-text":
            found.append(node)
        node = node.next
    return found


def _link(tree: LexborHTMLParser, link: LexborNode) -> tuple[str, str]:
    href = link.attributes["href"] or ""
    target = tree.css_first(f'[id="{href[1:]}"]') if href.startswith("#") else None
    return link.text(), target.text() if target is not None else href


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_a_page_of_two_texts_shows_what_the_page_of_each_shows(first: str, second: str) -> None:
    both = pages({"a": first, "b": second})
    for item, text in (("a", first), ("b", second)):
        for together, alone in zip(both, pages({item: text}), strict=True):
            assert shown(together, item) == shown(alone, item)


@pytest.mark.parametrize(
    ("first", "second", "words", "links"),
    [
        (
            "See the [guide][g].\n\n[g]: https://example.org/alpha",
            "See the [guide][g].\n\n[g]: https://example.org/beta",
            "See the guide.",
            ["https://example.org/beta"],
        ),
        ("Alpha.[^1]\n\n[^1]: Note ALPHA.", "Beta.[^1]\n\n[^1]: Note BETA.", "Beta.1 Note BETA. ↩", None),
        ("Never inside <script> or <style>.", "Sessions end.", "Sessions end.", []),
        ("Set:\n\n```\na: 1", "Set:\n\n```\nb: 2\n```", "Set: b: 2", []),
        ("<details>\n<summary>More</summary>", "Logs are kept.", "Logs are kept.", []),
        ("Use <YOUR-KEY> here.", "Use <YOUR-KEY> here.", "Use <YOUR-KEY> here.", []),
    ],
)
def test_a_text_after_another_is_shown_whole(first: str, second: str, words: str, links: list[str] | None) -> None:
    for document in pages({"a": first, "b": second}):
        seen, found = shown(document, "b")
        assert seen == words
        assert links is None or [address for _, address in found] == links


def test_headings_of_two_texts_have_anchors_of_their_own() -> None:
    """A link of a text leads to its own heading; an anchor that an author states is not given to another heading."""
    document, _ = pages({"a": "## Scope\n\n[here](#scope)", "b": "## Scope {#scope}\n\n[here](#scope)"})
    html = page_html(document).body
    assert '<h2 id="scope_1">Scope' in html
    assert html.index('href="#scope_1">here') < html.index('<h2 id="scope">Scope') < html.index('href="#scope">here')


def test_links_of_copies_lead_to_the_same_headings() -> None:
    """In the twin of a page and in an entry of a feed, whose links lead back to the page."""
    document, _ = pages({"a": "## Scope\n\n[here](#scope)", "b": "## Criteria\n\n[above](#criteria)"})
    text = parse("## Scope\n\n[below](#scope)")
    document = replace(document, parts=(*document.parts, Written(text, LinkContext("a.md", "a.md"))))
    place, parts = off_page("https://example.org/page/", "https://example.org/"), (*document.lead, *document.parts)
    twin = PartMarkdown(place, page_anchors(document)).write(parts)
    copy = PartWriter(place, page_anchors(document), interactive=False).write(parts)
    ids = [node.attributes["id"] for node in LexborHTMLParser(page_html(document).body).css("h2")][-1:]
    assert ids == ["scope_1"]
    for words, anchor in (("here", "scope"), ("above", "criteria"), ("below", "scope_1")):
        assert f"[{words}](https://example.org/page/#{anchor})" in twin
        assert f'<a href="https://example.org/page/#{anchor}">{words}</a>' in copy


def test_an_anchor_of_an_item_is_not_given_to_a_heading() -> None:
    document, _ = pages({"a": "## A {#b}\n\nKept.", "b": "Kept."})
    tree = LexborHTMLParser(page_html(document).body)
    assert [node.tag for node in tree.css('[id="b"]')] == ["h3"]
    assert tree.css_matches('h2[id="b_1"]')
