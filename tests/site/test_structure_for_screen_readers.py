"""What a screen reader tells of a page before its text: titles, landmarks, headings, tables."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from sites import Page, Site

SITES = ("own_site", "small_site")


@pytest.mark.parametrize("name", SITES)
def test_no_two_pages_have_one_title_unless_they_show_one_text(name: str, request: pytest.FixtureRequest) -> None:
    """WCAG 2.4.2. The standing page of the newest release and its permanent page show the same text."""
    site: Site = request.getfixturevalue(name)
    by_title: dict[str, set[str]] = defaultdict(set)
    for page in site.pages():
        title, canonical = page.one("head > title").text().strip(), page.one("link[rel=canonical]").attributes["href"]
        assert title
        by_title[title].add(canonical or "")
    assert {title: pages for title, pages in by_title.items() if len(pages) > 1} == {}


@pytest.mark.parametrize("name", SITES)
def test_every_page_has_its_landmarks_one_first_heading_and_its_language(
    name: str, request: pytest.FixtureRequest
) -> None:
    """A banner, a main part and the information on the site; each navigation and region by a name of its own."""
    site: Site = request.getfixturevalue(name)
    for page in site.pages():
        assert page.one("html").attributes["lang"]
        for landmark in ("body > header", "body > main", "body > footer", "main h1"):
            assert len(page.all(landmark)) == 1, f"{landmark} in {page.address}"
        for kind in ("nav", "aside", "section[aria-labelledby], section[aria-label]", "[role=note]"):
            names = [_name(page, it.attributes) for it in page.all(kind)]
            assert all(names) or kind == "[role=note]", page.address
            assert len(names) == len(set(names)) or kind == "[role=note]", f"{names} in {page.address}"
        levels = [int(it.tag[1]) for it in page.all("main h1, main h2, main h3, main h4, main h5, main h6")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.address


@pytest.mark.parametrize("name", SITES)
def test_every_table_says_what_its_rows_or_columns_hold(name: str, request: pytest.FixtureRequest) -> None:
    """WCAG 1.3.1: cells that head others say so, and which ones: by their place in the head, or by a scope."""
    site: Site = request.getfixturevalue(name)
    for page in site.pages():
        for table in page.all("table"):
            heads = table.css("th")
            assert heads, page.address
            for head in heads:
                in_head = (
                    head.parent is not None and head.parent.parent is not None and head.parent.parent.tag == "thead"
                )
                assert in_head or head.attributes.get("scope"), page.address


def _name(page: Page, attributes: dict[str, str | None]) -> str:
    named = attributes.get("aria-labelledby")
    if not named:
        return attributes.get("aria-label") or ""
    return " ".join(page.one(f"[id='{it}']").text().strip() for it in named.split())
