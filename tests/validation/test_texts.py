"""The anchors of the site's own pages, and where articles may have directives."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_project import INDEX, KNIVES, draft_file, problems
from hypothesis import given
from hypothesis import strategies as st

from editions.text.parsing import parse
from editions.text.slugs import Anchors
from editions.validation.page_html import page_anchors

ARTICLE = '---\ntitle: A\nversion: "1.0"\ndate: 2024-01-02\ncategory: B\nsummary: C\n---\n\n'


def anchors(markdown: str) -> frozenset[str]:
    ids, slugs = page_anchors(parse(markdown))
    taken = Anchors(frozenset(ids))
    for slug in slugs:
        taken.reserve(slug)
    return taken.taken


@given(st.text("[]()<>`~!\\#-=*_{}:\"' \n\tab.", max_size=80))
def test_anchors_are_found_in_any_text(text: str) -> None:
    assert all(anchors(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n\n## A\n\n## A_1\n\n## A", {"a", "a_1", "a_2", "a_3"}),
        ('<a id="a"></a>\n\n## A\n', {"a", "a_1"}),
        ('<p name="here">x</p>', {"here"}),
        ("## A {: .b #own }\n\nx\n{: #p }", {"own", "p"}),
        ("```\n## A\n```", set()),
    ],
)
def test_anchors_are_slugs_and_ids(text: str, expected: set[str]) -> None:
    assert anchors(text) == expected


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ("a <!-- editions:criteria 2.0 -->", 9, "the directive shows nothing here; put it on a line of its own"),
        ("- a\n\n  <!-- editions:criteria 2.0 -->", 11, "the directive shows nothing within a list"),
        ("<!-- editions:criteria 2.0\n-->", 9, "the directive shows nothing here"),
        ("`<!-- editions:criteria 2.0 -->`", 0, ""),
        ("```\n<!-- editions:criteria 2.0 -->\n```", 0, ""),
        ("<!-- editions:criteria 2.0 -->", 0, ""),
    ],
)
def test_a_directive_that_shows_nothing_is_a_problem(tmp_path: Path, written: str, line: int, message: str) -> None:
    found = problems(tmp_path, {"insights/a.md": f"{ARTICLE}{written}\n"})
    assert [it.partition(message)[0] for it in found] == ([f"insights/a.md:{line}: "] if line else [])


@pytest.mark.parametrize("path", [INDEX, KNIVES])
def test_a_directive_outside_of_articles_is_a_problem(tmp_path: Path, path: str) -> None:
    files = draft_file(path)
    text = f"{files[path].rstrip()}\n\n<!-- editions:criteria 2.0 -->\n"
    line = text.count("\n")
    assert problems(tmp_path, {path: text}) == [f"{path}:{line}: directives are shown in articles only; remove it"]


def test_a_link_that_browsers_do_not_follow_is_a_problem(tmp_path: Path) -> None:
    """Web addresses without a host, and addresses with a control character."""
    old = "text: Knives are kept in a block or on a rail."
    targets = (
        "https:a.example",
        "https://",
        "<https://a b/c>",
        "https://a.example/&#9;b",
        "https://a.example",
        "//a.b/c",
    )
    text = "text: |\n      " + "\n      ".join(f"[a]({target})" for target in targets)
    found = [it.partition("; ")[0] for it in problems(tmp_path, draft_file(KNIVES, (old, text)))]
    assert found == [
        f"{KNIVES}:9: the link 'https:a.example' names no host",
        f"{KNIVES}:10: the link 'https://' names no host",
        f"{KNIVES}:11: the link 'https://a b/c' names no host",
        f"{KNIVES}:12: the link 'https://a.example/\\tb' contains a control character",
    ]


def test_a_heading_in_a_criterion_is_a_problem_on_its_line(tmp_path: Path) -> None:
    """And of one in an erratum."""
    old = "text: Knives are kept in a block or on a rail."
    criterion = draft_file(KNIVES, (old, "text: |\n      Knives.\n\n      ## Where\n\n      In a block."))
    errata = 'errata:\n  - edition: "2.0"\n    item: K1.1\n    date: 2024-01-01\n    what: A.\n    text: |\n      # B\n'
    found = problems(tmp_path, {**criterion, "standard/errata.yml": errata})
    assert [it.partition(";")[0] for it in found] == [
        f"{KNIVES}:11: a criterion's text has no headings",
        "standard/errata.yml:7: the text of an erratum has no headings",
    ]


def test_each_problem_has_the_line_of_the_file(tmp_path: Path) -> None:
    """In folded texts, in quoted ones and after the front matter."""
    old = "text: Knives are kept in a block or on a rail."
    text = (
        "text: >\n      Knives are kept\n      in a <b>block</b>\n      or [rail](nowhere.md)\n      as [@nobody] says."
    )
    files = draft_file(KNIVES, (old, text), ("A dull knife slips.", "A dull\nknife <i>slips</i>.\u200b"))
    found = [it.partition(";")[0].partition(",")[0] for it in problems(tmp_path, files)]
    assert found == [
        f"{KNIVES}:10: contains <b>",
        f"{KNIVES}:11: the link 'nowhere.md' leads to 'standard/domains/nowhere.md'",
        f"{KNIVES}:12: no work has the key 'nobody'",
        f"{KNIVES}:29: contains <i>",
        f"{KNIVES}:29: contains the invisible character U+200B (zero width space)",
    ]


def test_an_invisible_character_is_found_wherever_an_entity_can_be(tmp_path: Path) -> None:
    """In what a picture shows, in the title of a link or an abbreviation and in an address; once as it is written."""
    old = "text: Knives are kept in a block or on a rail."
    text = (
        "text: |\n      ![flow&shy;](/flow.png)\n      [a](https://a.example 'b&zwj;c')\n"
        '      <abbr title="d&#x200b;e">f</abbr>\n      [g](https://g.example/&#x202e;h)\n      ⚠\ufe0f mu&#xfe0f;st'
    )
    found = problems(tmp_path, {**draft_file(KNIVES, (old, text)), "docs/flow.png": "x"})
    assert [it.partition(" (")[0] for it in found] == [
        f"{KNIVES}:{line}: contains an entity for the invisible character {name}"
        for line, name in ((9, "U+00AD"), (10, "U+200D"), (11, "U+200B"), (12, "U+202E"), (13, "U+FE0F"))
    ]


def test_an_invisible_character_is_found_in_every_value(tmp_path: Path) -> None:
    """Also as an entity; what a script needs is allowed."""
    old = "text: Knives are kept in a block or on a rail."
    text = (
        "text: |\n      Mind ⚠\ufe0f.\n      Keep \u202e30 days.\n\n      Knives&shy; and \U0001f468\u200d\U0001f4bb."
    )
    files = draft_file(KNIVES, (old, text), ("summary: How", "summary: H\u2060ow"))
    found = [it.partition("character ")[0] for it in problems(tmp_path, files)]
    assert found == [
        f"{KNIVES}:4: summary contains the invisible ",
        f"{KNIVES}:10: criteria[1].text contains the invisible ",
        f"{KNIVES}:12: contains an entity for the invisible ",
    ]
