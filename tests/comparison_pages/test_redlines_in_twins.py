"""What outputs that are only read show of a redline."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from editions.comparison import Change, Item, merge_texts, quote_blocks, quote_revision
from editions.pages.redline_blocks import redline_blocks
from editions.pages.redline_surroundings import editions_on_site, editions_outside
from editions.text.commonmark import CommonMarkWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.surroundings import AS_WRITTEN
from editions.text.tree import Text
from editions_builder import domain, edition
from markdown_texts import markdown_texts

OLD, NEW = edition("1.0", [domain("D", ["A."])]), edition("1.1", [domain("D", ["B."])])
ON_SITE = editions_on_site(OLD, NEW, AS_WRITTEN.cite)
SOURCES = ("standard/releases/1.0/domains/01-d.md", "standard/domains/01-d.md")

WRITTEN = {
    "words": ("Keep logs.", "Keep all logs.", "Keep <ins>all</ins> logs."),
    "a code block": ("```\na = 1\n```", "```\na = 2\n```", "`a = `<del>`1`</del><ins>`2`</ins>"),
    "a heading is none of the page": ("# One", "# Two", "**<del>One</del><ins>Two</ins>**"),
    "a link of either side": (
        "See [it](../index.md).",
        "See [it](../history.md).",
        "See <del>[it](/standard/1.0/)</del><ins>[it](/standard/1.1/history/)</ins>.",
    ),
    "an anchor of a text that stands elsewhere": (
        "See [it](#a).",
        "See [it](#b).",
        "See <del>[it](/standard/1.0/domains/d/#a)</del><ins>[it](/standard/1.1/domains/d/#b)</ins>.",
    ),
}


def change(old: str, new: str) -> Change:
    sides = [(Item("D.1", parse(it), source=source),) for it, source in zip((old, new), SOURCES, strict=True)]
    return Change("criterion", "continued", sides[0], sides[1], ("reworded",), "normative")


@pytest.mark.parametrize(("old", "new", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_redline_as_portable_markdown(old: str, new: str, expected: str) -> None:
    """Every mark, link and anchor is where the page has it."""
    made = change(old, new)
    assert CommonMarkWriter().blocks(redline_blocks(quote_revision(made, ON_SITE))) == expected


def test_an_anchor_leads_to_the_edition_that_has_it() -> None:
    """On a page and outside of the site alike."""
    made = change("a", "b")
    places = [
        ON_SITE,
        editions_outside(OLD, NEW, "https://example.net/"),
    ]
    assert [[side.link("#a") for side in placing(made)] for placing in places] == [
        ["/standard/1.0/domains/d/#a", "/standard/1.1/domains/d/#a"],
        ["https://example.net/standard/1.0/domains/d/#a", "https://example.net/standard/1.1/domains/d/#a"],
    ]


@given(markdown_texts, markdown_texts)
@settings(max_examples=50, deadline=None)
def test_no_word_is_lost(old: str, new: str) -> None:
    """Of code and citations neither; the marks of notes stand higher there."""
    merged = merge_texts(parse(old), parse(new))

    def letters(text: str) -> str:
        return "".join(it for it in text if it.isalpha())

    assert letters(write_plain(Text("", redline_blocks(quote_blocks(merged, AS_WRITTEN, AS_WRITTEN))))) == letters(
        write_plain(Text("", merged))
    )
