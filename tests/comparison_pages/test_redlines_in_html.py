"""Redlines as HTML: nothing is lost, nothing is obeyed, and lists, tables and code stay what they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from editions.comparison import merge_texts, quote_blocks
from editions.comparison.sides import Side, blocks_of_side, is_revised
from editions.pages.redline_html import RedlineWriter
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import Block
from markdown_texts import markdown_texts


def quoted(blocks: tuple[Block, ...]) -> str:
    return RedlineWriter().blocks(quote_blocks(blocks, AS_WRITTEN, AS_WRITTEN))


def redline(old: str, new: str) -> str:
    return quoted(merge_texts(parse(old), parse(new)))


def words(html: str, *left_out: str) -> str:
    """The letters of HTML without its labels and without what a selector finds."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for node in tree.css(", ".join((".redline-label", ".footnote-backref", *left_out))):
        node.decompose()
    for image in tree.css("img"):
        image.replace_with(image.attributes["alt"] or "")
    return "".join((tree.body.text(separator="") if tree.body else "").split())


def plain(markdown: str) -> str:
    """The letters of a text on its page."""
    return words(HtmlWriter().write(parse(markdown)))


@given(markdown_texts, markdown_texts)
@settings(max_examples=150)
def test_without_insertions_the_words_are_the_old_text_and_without_deletions_the_new(old: str, new: str) -> None:
    html = redline(old, new)
    boxes = str.maketrans(dict.fromkeys("☑☐", ""))  # a box that one text lacks is a word of the redline
    assert words(html, "ins").translate(boxes) == plain(old).translate(boxes)
    assert words(html, "del").translate(boxes) == plain(new).translate(boxes)


@given(markdown_texts, markdown_texts)
@settings(max_examples=80)
def test_either_side_shows_its_own_text_whole(old: str, new: str) -> None:
    merged = merge_texts(parse(old), parse(new))
    boxes = str.maketrans(dict.fromkeys("☑☐", ""))
    sides: tuple[tuple[Side, str, str], ...] = (("old", old, "ins"), ("new", new, "del"))
    for side, text, other in sides:
        html = quoted(blocks_of_side(merged, side))
        assert f"<{other}>" not in html
        assert words(html).translate(boxes) == plain(text).translate(boxes)


@given(markdown_texts, markdown_texts)
@settings(max_examples=80)
def test_a_redline_has_no_anchors_so_that_many_can_be_on_a_page(old: str, new: str) -> None:
    assert " id=" not in redline(old, new)


def test_what_went_and_what_came_is_labelled_in_words() -> None:
    html = redline("Gas must be off.", "Gas should be off.")
    assert re.sub(r"<[^<>]*>", "", html) == "Gas [deleted] must[inserted] should be off.\n"
    assert "<del>" in html
    assert "<ins>" in html


READ = {
    "a list with letters": (
        "- **a.** Makes a plan;\n- **b.** Reviews it yearly.",
        "- **a.** Makes a plan;\n- **b.** Reviews it monthly.",
        (
            "<ul>\n<li><strong>a.</strong> Makes a plan;</li>\n"
            "<li><strong>b.</strong> Reviews it <del>yearly</del><ins>monthly</ins>.</li>\n</ul>"
        ),
    ),
    "a link whose words change": (
        "See [the old guide](https://a.example).",
        "See [the new guide](https://a.example).",
        '<p>See <a href="https://a.example">the <del>old</del><ins>new</ins> guide</a>.</p>',
    ),
    "a link that leads elsewhere": (
        "See [it](https://a.example).",
        "See [it](https://b.example).",
        '<p>See <del><a href="https://a.example">it</a></del><ins><a href="https://b.example">it</a></ins>.</p>',
    ),
    "another picture": (
        "![flow](/a.png)",
        "![flow](/b.png)",
        '<p><del><img src="/a.png" alt="flow"></del><ins><img src="/b.png" alt="flow"></ins></p>',
    ),
    "a step that went": (
        "3. Stop.\n4. Report.\n5. Start.",
        "3. Stop.\n4. Start.",
        '<ol start="3">\n<li>Stop.</li>\n<li><del>Report.</del></li>\n<li value="4">Start.</li>\n</ol>',
    ),
    "a line of code": (
        "```yaml\nkeep: 90\nsign: true\n```",
        "```yaml\nkeep: 30\nsign: true\n```",
        '<pre><code class="language-yaml">keep: <del>90</del><ins>30</ins>\nsign: true\n</code></pre>',
    ),
    "emphasis": (
        "Kept for a **year**.",
        "Kept for a **month**.",
        "<p>Kept for a <strong><del>year</del><ins>month</ins></strong>.</p>",
    ),
    "a row that came": (
        "|a|\n|-|\n|x|",
        "|a|\n|-|\n|x|\n|y|",
        (
            '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n</tr>\n'
            "<tr>\n<td><ins>y</ins></td>\n</tr>\n</tbody>\n</table>"
        ),
    ),
    "another paragraph": ("One.", "One.\n\nTwo.", "<p>One.</p>\n<p><ins>Two.</ins></p>"),
    "a hard break": ("one\\\ntwo", "one\\\ntwo", "<p>one<br>\ntwo</p>"),
    "signs of HTML": ("\\<b> & so", "\\<b> & on", "<p>&lt;b&gt; &amp; <del>so</del><ins>on</ins></p>"),
}


@pytest.mark.parametrize(("old", "new", "html"), READ.values(), ids=READ.keys())
def test_a_redline_keeps_what_a_text_is_made_of(old: str, new: str, html: str) -> None:
    assert re.sub(r'<span class="redline-label">[^<]*</span>', "", redline(old, new)) == f"{html}\n"


def test_links_of_the_earlier_text_lead_to_the_earlier_edition() -> None:
    merged = merge_texts(parse("[a](x.md) [b](y.md)"), parse("[a](x.md)"))
    here, former = (Surroundings(lambda target, to=to: f"/{to}/{target}") for to in ("new", "old"))
    html = RedlineWriter().blocks(quote_blocks(merged, here, former))
    assert 'href="/new/x.md"' in html
    assert 'href="/old/y.md"' in html


def test_texts_that_look_like_html_are_shown_not_obeyed() -> None:
    html = redline("<script>a()</script>", '<img src="x" onerror="b()"> & so')
    assert set(re.findall(r"<([a-z]+)", html)) <= {"p", "del", "ins", "span"}


def test_emphasis_alone_is_nothing_to_mark() -> None:
    assert not is_revised(merge_texts(parse("It must hold."), parse("It **must** hold.")))
    assert is_revised(merge_texts(parse(""), parse("It must hold.")))
