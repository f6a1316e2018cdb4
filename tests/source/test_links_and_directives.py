"""Places of links, replaced links, and directives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.source.directives import directives
from editions.source.link_target import link_target, working_path
from editions.source.markdown_code import unclosed, without_code
from editions.source.markdown_links import links, replace_links

SIGNS = st.text("[]()<>`~!\\#-=*_{}:\"' \n\tab.", max_size=80)


@given(SIGNS)
def test_places_of_links_are_those_of_their_targets(text: str) -> None:
    found = links(text)
    for link in found:
        assert text[link.start : link.end] == link.target
        assert link.line == text.count("\n", 0, link.start) + 1
    assert [link.start for link in found] == sorted({link.start for link in found})
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(SIGNS)
def test_replacing_links_by_themselves_changes_nothing(text: str) -> None:
    assert replace_links(text, lambda target: target) == text
    assert replace_links(text, lambda target: None) == text


@given(SIGNS)
def test_blanking_out_code_moves_nothing(text: str) -> None:
    blanked = without_code(text)
    assert len(blanked) == len(text)
    assert [place for place, sign in enumerate(blanked) if sign == "\n"] == [
        place for place, sign in enumerate(text) if sign == "\n"
    ]


def test_links_are_replaced_where_they_stand_and_nowhere_else() -> None:
    text = "[a](x.md 'x.md') `[a](x.md)` ![a](<x.md>) [b](y.md)\n\n```\n[a](x.md)\n```\n\n[c]: x.md 'x.md'\n"
    new = text.replace("(x.md '", "(z.md '").replace("<x.md>", "<z.md>").replace("]: x.md", "]: z.md")
    expected = new.replace("`[a](z.md)`", "`[a](x.md)`")
    assert replace_links(text, lambda target: "z.md" if target == "x.md" else None) == expected


def test_a_prose_line_in_brackets_is_no_definition() -> None:
    assert links("[note]: this is prose\n") == []


@pytest.mark.parametrize(
    ("origin", "target", "kind", "path", "fragment"),
    [
        ("standard/index.md", "https://a.example/#b", "external", "https://a.example/#b", ""),
        ("standard/index.md", "mailto:a@b.example", "external", "mailto:a@b.example", ""),
        ("standard/index.md", "//a.example/", "external", "//a.example/", ""),
        ("standard/index.md", "domains/01-x.md#A.1", "source", "standard/domains/01-x.md", "A.1"),
        ("standard/domains/01-x.md", "../index.md", "source", "standard/index.md", ""),
        ("standard/index.md", "#here", "source", "standard/index.md", "here"),
        ("standard/index.md", "/standard/1.0/#a%20b", "address", "/standard/1.0/", "a b"),
        ("standard/index.md", "../a%20b.md?x=1#y", "source", "a b.md", "y"),
        ("standard/index.md", "../../x.md", "outside", "../../x.md", ""),
        ("standard/index.md", "%2e%2e/%2e%2e/x.md", "outside", "%2e%2e/%2e%2e/x.md", ""),
    ],
)
def test_a_link_is_resolved_from_the_file_that_holds_it(
    origin: str, target: str, kind: str, path: str, fragment: str
) -> None:
    found = link_target(origin, target)
    assert (found.kind, found.path, found.fragment) == (kind, path, fragment)


@pytest.mark.parametrize(
    ("path", "working", "version"),
    [
        ("standard/releases/1.0/domains/01-x.md", "standard/domains/01-x.md", "1.0"),
        ("standard/releases/1.0/index.md", "standard/index.md", "1.0"),
        ("insights/releases/a/1.2.md", "insights/a.md", "1.2"),
        ("standard/index.md", "standard/index.md", None),
        ("docs/index.md", "docs/index.md", None),
    ],
)
def test_a_released_file_has_the_links_of_the_working_copy(path: str, working: str, version: str | None) -> None:
    assert working_path(path) == (working, version)


def test_a_directive_is_a_comment_alone_on_its_line() -> None:
    text = "x\n\n  <!-- editions:criteria 1.1 -->  \n\n<!--editions:other-->\n"
    found = directives(text)
    assert [(item.name, item.argument, item.line) for item in found] == [("criteria", "1.1", 3), ("other", "", 5)]
    assert [text[item.start : item.end].strip() for item in found] == [
        "<!-- editions:criteria 1.1 -->",
        "<!--editions:other-->",
    ]


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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```\na\n```\n", []),
        ("````\n```\n````\n", []),
        ("```\na\n", [1]),
        ("x\n\n~~~\na\n```\n", [3]),
        ("```a``` b\n", []),
        ("<!-- a\nb -->\n", []),
        ("x\n<!-- a\n", [2]),
        ("`<!--` x\n", []),
    ],
)
def test_code_and_comments_without_an_end_are_noticed(text: str, lines: list[int]) -> None:
    assert [line for line, _ in unclosed(text)] == lines
