"""A kind of page is one folder and a row of the registry; the site does the rest, as for every other kind.

What its pages look like, say on paper and without script, and whether they are accessible and valid is tested with
those of all kinds: see ``tests/browser/page_kinds.py``.
"""

from __future__ import annotations

import json

import pytest

from keyword_pages import KEYWORD
from sites import Page, Site

ADDRESS = "/standard/keywords/"


@pytest.fixture(scope="module")
def page(keyword_site: Site) -> Page:
    return keyword_site.page(ADDRESS)


def test_everything_of_it_is_in_one_folder() -> None:
    names = {it.name for it in KEYWORD.folder.iterdir() if it.is_file()}
    assert names == {"__init__.py", "keyword.html", "keyword.css", "keyword.js"}


def test_its_template_stands_in_place_of_the_common_one(page: Page) -> None:
    order = [it.attributes["class"] for it in page.all(".sheet-body, .page-facts")]
    assert order == ["sheet-body", "page-facts"]
    assert page.one("article.sheet--keyword")


def test_its_style_sheet_and_script_are_published_and_asked_for(keyword_site: Site, page: Page) -> None:
    assert page.one("link[href$='assets/editions/keyword.css']")
    scripts = page.one("script[data-scripts]").attributes["data-scripts"] or ""
    assert [it.rpartition("/")[2] for it in scripts.split()][-2:] == ["permalink.js", "keyword.js"]
    assert keyword_site.file("/assets/editions/keyword.js").is_file()
    assert not keyword_site.page("/standard/").all("link[href$='keyword.css']")


def test_its_head_says_what_it_is(page: Page) -> None:
    assert page.text("title").startswith("Criteria by keyword, ")
    assert page.one("link[rel=canonical]").attributes["href"] == page.site.url + ADDRESS.lstrip("/")
    for name in ("meta[name=description]", "meta[property='og:image']", "meta[property='og:title']"):
        assert page.one(name).attributes["content"], name


def test_it_has_a_twin_that_the_catalogue_and_the_page_name(keyword_site: Site, page: Page) -> None:
    twin = keyword_site.file(f"{ADDRESS}index.md").read_text(encoding="utf-8")
    assert twin.startswith("# Criteria by keyword\n")
    assert "## naming" in twin
    assert "- Keywords: 2" in twin
    catalogue = json.loads(keyword_site.file("/catalog.json").read_text(encoding="utf-8"))
    rows = {it["path"]: it for it in catalogue["files"]}
    assert rows["standard/keywords/index.md"]["edition"]
    assert page.one("link[rel=alternate][type='text/markdown']").attributes["href"] == "index.md"


def test_the_search_finds_it_and_its_parts_at_the_standing_address_alone(keyword_site: Site) -> None:
    index = json.loads(keyword_site.file("/search/index.json").read_text(encoding="utf-8"))
    found = [it["location"] for it in index["entries"] if "keywords/" in it["location"]]
    assert found == ["standard/keywords/", "standard/keywords/#naming", "standard/keywords/#roles-rights"]


def test_it_is_in_the_navigation_the_outline_and_the_map(keyword_site: Site, page: Page) -> None:
    here = page.one(".outline [aria-current=page]")
    assert here.text() == "Criteria by keyword"
    listed = keyword_site.file("/sitemap.xml").read_text(encoding="utf-8")
    assert f"{keyword_site.url}standard/keywords/<" in listed


def test_search_engines_are_kept_from_it_in_a_draft_alone(keyword_site: Site, page: Page) -> None:
    assert keyword_site.page("/standard/draft/keywords/").one("meta[name=robots]").attributes["content"] == "noindex"
    assert not page.all("meta[name=robots]")
