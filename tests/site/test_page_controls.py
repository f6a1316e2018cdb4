"""Controls that extensions of Markdown write on pages under docs/, and what is shown in their place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from editions.pages.sanitised import sanitised
from editions.render.page_markdown import PageMarkdown

TABS = """\
=== "One *a*"

    First.

    === "Inner"

        Deep.

=== "Two"

    Second.

After.
"""
BLOCKS = """\
/// tab | One
First.
///

/// tab | Two
    select: true

Second.
///
"""


def shown(text: str, *extensions: str, configured: Mapping[str, dict[str, Any]] | None = None) -> LexborHTMLParser:
    """A page as it is shown, with extensions as they are and extensions by their options."""
    configured = configured or {}
    used = [*configured, *extensions, PageMarkdown()]
    html = markdown.markdown(text, extensions=used, extension_configs=dict(configured))
    return LexborHTMLParser(sanitised(html))


def names(page: LexborHTMLParser) -> list[str]:
    return [node.text() for node in page.css("details > summary")]


@pytest.mark.parametrize("alternate", [True, False])
def test_tabs_are_details_of_which_one_is_open(alternate: bool) -> None:
    """In either style of pymdownx.tabbed; what is within a tab stays there."""
    page = shown(TABS, configured={"pymdownx.tabbed": {"alternate_style": alternate}})
    assert names(page) == ["One a", "Inner", "Two"]
    sets = page.css(".tabbed-set")
    assert [len(it.css("details")) for it in sets] == [3, 1]
    outer = [it for it in page.css("details") if it.attributes["name"] == "tabs-1"]
    assert ["open" in it.attributes for it in outer] == [True, False]
    assert "Deep." in outer[0].text()
    assert page.css("details[name='tabs-2'][open]")
    assert page.css("body > p")[-1].text() == "After."
    assert not page.css("[for], [data-tabs], .tabbed-labels")


def test_the_tab_that_is_chosen_is_open() -> None:
    page = shown(BLOCKS, configured={"pymdownx.blocks.tab": {"alternate_style": True}})
    assert names(page) == ["One", "Two"]
    assert [it.css_first("summary").text() for it in page.css("details[open]")] == ["Two"]


@pytest.mark.parametrize("custom", [True, False])
def test_tasks_have_a_box_with_a_name(custom: bool) -> None:
    page = shown("- [ ] open\n- [x] done\n", configured={"pymdownx.tasklist": {"custom_checkbox": custom}})
    assert [it.attributes["aria-label"] for it in page.css("li > [role=img], li > * > [role=img]")] == ["open", "done"]


def test_an_emoji_is_a_character_and_an_image_of_the_site_stays() -> None:
    page = shown(":smile: ![A](a.png){ .twemoji }", "pymdownx.emoji", "attr_list")
    assert page.css_first("p").text().strip() == "😄"
    assert [it.attributes["src"] for it in page.css("img")] == ["a.png"]


@pytest.mark.parametrize("style", ["table", "inline", "pymdownx-inline"])
def test_lines_of_code_have_anchors_and_no_links(style: str) -> None:
    options = {"linenums": True, "anchor_linenums": True, "linenums_style": style}
    page = shown("```py\nx = 1\ny = 2\n```\n", "pymdownx.superfences", configured={"pymdownx.highlight": options})
    assert len(page.css("[id^=__codelineno]")) == 2
    assert not page.css("a")
