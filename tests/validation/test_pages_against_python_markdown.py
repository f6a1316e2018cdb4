"""Links and anchors are those that Python-Markdown makes, which renders the pages."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.text.links import links
from editions.text.parsing import parse
from editions.text.slugs import Anchors
from editions.validation.page_html import page_anchors

pytestmark = pytest.mark.slow

WORDS = st.text("abyz019 .,:;-", min_size=1, max_size=12).filter(lambda text: text.strip())
TARGET = st.sampled_from(
    ["a.md", "../x/index.md#top", "/standard/", "#here", "a_(b).md", "https://example.org/?q=1", "a%20b.md", "é.md"]
)
TITLE = st.sampled_from(["", ' "t"', " 'a (b) c'", ' "with ) in it"'])
SPAN = st.one_of(
    WORDS,
    st.builds("`{}`".format, WORDS),
    st.builds("*{}*".format, st.sampled_from(["a", "b c"])),
    st.builds("_{}_".format, st.sampled_from(["a", "b c", "a_b"])),
    st.builds("**{}**".format, st.sampled_from(["a", "b c"])),
    st.builds("[{}]({}{})".format, st.sampled_from(["a", "b c", "[in] x", "`c`"]), TARGET, TITLE),
    st.builds("[{}](<{}>)".format, st.sampled_from(["a"]), TARGET),
    st.builds("![{}]({}{})".format, st.sampled_from(["", "alt"]), TARGET, TITLE),
    st.builds("`[{}]({})`".format, st.sampled_from(["a"]), TARGET),
    st.builds("``[{}]({}) ` ``".format, st.sampled_from(["a"]), TARGET),
    st.builds(r"\[{}\]({})".format, st.sampled_from(["a"]), TARGET),
    st.builds(r"\`[{}]({})".format, st.sampled_from(["a"]), TARGET),
    st.sampled_from(["snake_case", "&amp;", "C++", "a & b", "_private", "x_1", "]", "(", ")", "a](b)", "1 < 2"]),
)
LINE = st.lists(SPAN, min_size=1, max_size=4).map(" ".join).filter(lambda line: line.strip()[0] not in "-#>=+:&")
BLOCK = st.one_of(
    LINE,
    st.builds("{}\n{}".format, LINE, LINE),
    st.builds("{} {}".format, st.sampled_from(["#", "##", "######"]), LINE),
    st.builds("## {} ##".format, LINE),
    st.builds("## {} {{#{}}}".format, LINE, st.sampled_from(["own", "own-2"])),
    st.builds("{}\n{}".format, LINE, st.sampled_from(["===", "---", "-"])),
    st.builds("- {}\n- {}".format, LINE, LINE),
    st.builds("-   ## {}\n\n    {}".format, LINE, LINE),
    st.builds("1. {}\n\n    {}".format, LINE, LINE),
    st.builds("> {}".format, LINE),
    st.builds("> ## {}".format, LINE),
    st.builds("```\n# {}\n```".format, LINE),
    st.builds("~~~ yaml\n{}\n```\n~~~".format, LINE),
    st.builds("    {}".format, LINE),
    st.builds("<!-- {} -->".format, LINE),
    st.builds("{}\n{{: #{} }}".format, LINE, st.sampled_from(["p1", "p2"])),
)
DOCUMENT = st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join)


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is not None and (tag, name) in (("a", "href"), ("img", "src")):
                self.targets.append(unescape(value))
            if value is not None and name == "id":
                self.ids.add(value)


def _rendered(text: str) -> _Page:
    return _Page(markdown.markdown(text, extensions=["attr_list", "toc", "fenced_code", "sane_lists"]))


def anchors(markdown: str) -> frozenset[str]:
    """The anchors of a page without a title."""
    ids, slugs = page_anchors(parse(markdown))
    taken = Anchors(frozenset(ids))
    for slug in slugs:
        taken.reserve(slug)
    return taken.taken


@settings(max_examples=250, deadline=None)
@given(DOCUMENT)
def test_links_are_those_that_python_markdown_renders(text: str) -> None:
    assert sorted(link.target for link in links(parse(text))) == sorted(_rendered(text).targets)


@settings(max_examples=250, deadline=None)
@given(DOCUMENT)
def test_anchors_are_those_that_python_markdown_renders(text: str) -> None:
    assert anchors(text) == _rendered(text).ids
