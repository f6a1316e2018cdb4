"""Generators show the Markdown of a page as the engine shows the page, whatever a contributor wrote."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from editions.composing.kept_html import keep_html
from editions.composing.page_markdown import PageMarkdown
from editions.composing.rendered_markdown import EXTENSIONS, RenderedMarkdown, heading_options
from editions.pages.document import Document
from editions.pages.page_html import page_html
from editions.pages.parts import Group, Line, PageHeading, Written
from editions.pages.published_links import LinkContext
from editions.text.inline_tree import Words
from editions.text.parsing import parse
from editions.words.phrasebook import ENGLISH
from markdown_texts import markdown_texts

CONTEXT = LinkContext("standard/x.md", "standard/1.0/domains/x.md", "standard/1.0")
SIGNS = (
    "a *b* _c_ `d` [e](https://a.example/f) ![g](h) <i> & &amp; \\ ~~x~~ ^y^ ==z== --k-- (c) 1/2 \"quoted\" 'so' ...",
    "{#here} {: .x} {{ value }} {% tag %} {# note #} $x$ $$y$$ \\(z\\) :smile: ++ctrl++ @me #1 [[wiki]] [TOC]",
    '--8<-- "mkdocs.yml"',
    "!!! note\n    told",
    "??? note\n    told",
    '=== "tab"\n    told',
    "/// tab\ntold\n///",
    "1986\\. a year\n\n\\- no list\n\n\\# no heading\n\n\\> no quotation",
    "*[HTML]: Hyper Text",
    "Term\n:   Meaning",
    "- a\n\n    - b\n\n        c\n- d\n\n1. e\n2. f\n\n* g",
    "| a | b |\n|:--|--:|\n| `x|y` | \\| |",
    "```yaml\na: 1\n\t\n   \n```",
    "Line\\\nbreak and `` ` `` and <kbd>K</kbd>",
    '`href="x.md"` and [x](https://a.example/x.md)',
    "## A heading {#own}\n\nSee [there](#own).",
)


def page(markdown: str) -> Document:
    heading = PageHeading(2, (Words("Of <it> & {more}"),), css="criterion untitled")
    text = Group((heading, Line((Words("A line."),), "eyebrow"), Written(parse(markdown), CONTEXT, "t")), css="box")
    path = "standard/1.0/domains/x.md"
    return Document("domain", path, "/standard/1.0/domains/x/", "X", "X", "", parts=(text,))


def shown(html: str) -> list[str]:
    """Elements and words, as a browser reads them."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return [
        re.sub(r"\s+", "", it.text_content or "") or ""
        if it.tag == "-text"
        else f"<{it.tag} {sorted(it.attributes.items())}>"
        for it in body.traverse(include_text=True)
        if it.tag != "-comment" and (it.tag != "-text" or (it.text_content or "").strip())
    ]


def as_generators_have_it(markdown: str) -> str:
    # Zensical adds SuperFences to whatever is stated.
    extensions = ["toc", "tables", *EXTENSIONS, "pymdownx.superfences"]
    return Markdown(extensions=extensions, extension_configs={"toc": heading_options(ENGLISH)}).convert(markdown)


def assert_shown(markdown: str) -> None:
    document = page(markdown)
    expected = f'<div class="sheet-body">\n{page_html(document).body}</div>'
    rendered = RenderedMarkdown("standard/1.0/domains/x/index.md", document.address, {})
    writer = PageMarkdown(document, lambda it: it, rendered.shows, scoped=True)
    composed = f'<div class="sheet-body" markdown="1">\n\n{writer.write(document.parts)}\n\n</div>'
    made = composed if rendered.shows(composed, expected) else keep_html(expected)
    assert shown(as_generators_have_it(made)) == shown(expected)


@pytest.mark.parametrize("markdown", SIGNS)
def test_signs_of_other_dialects_stay_words(markdown: str) -> None:
    assert_shown(markdown)


@given(markdown_texts)
def test_any_text_is_shown_as_it_is(markdown: str) -> None:
    assert_shown(markdown)


@pytest.mark.parametrize("markdown", SIGNS)
def test_html_is_left_as_it_is(markdown: str) -> None:
    expected = page_html(page(markdown)).body
    assert shown(as_generators_have_it(keep_html(expected))) == shown(expected)
