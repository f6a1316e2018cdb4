"""The list of articles in a real browser: filters whose state is the address, and reading without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from visits import Visit, visiting

PAGE = "/insights/"


@pytest.fixture
def visit(browser: Browser, small_root: str) -> Iterator[Visit]:
    """A visit; nothing may be reported as an error, and nothing may leave the site."""
    with visiting(browser, small_root) as visit:
        yield visit
        assert visit.complaints == []
        assert visit.strangers == []


def shown(page: Page) -> list[str]:
    return [it.inner_text().rstrip("¶") for it in page.locator(".article-entry:visible h2").all()]


def test_choices_filter_the_articles_say_so_and_stand_in_the_address(visit: Visit) -> None:
    page = visit.open(PAGE)
    status = page.locator(".filter-status")
    assert status.inner_text() == "All 3 articles shown"
    page.get_by_label("Explanation").check()
    assert shown(page) == ["Ending access", "What it is"]
    page.get_by_label("R Paper").check()
    assert shown(page) == ["Ending access"]
    assert status.inner_text() == "1 of 3 articles shown"
    assert status.get_attribute("role") == "status"
    assert visit.address == f"{PAGE}?category=explanation&domain=R"
    page.go_back()
    assert shown(page) == ["Ending access", "What it is"]
    page.get_by_role("button", name="Show all").click()
    assert visit.address == PAGE
    assert status.inner_text() == "All 3 articles shown"


def test_an_address_that_others_share_opens_filtered_also_where_nothing_fits(visit: Visit) -> None:
    page = visit.open(f"{PAGE}?category=how-to&domain=B")
    assert shown(page) == ["Keeping records"]
    assert page.get_by_label("How-to").is_checked()
    page = visit.open(f"{PAGE}?category=how-to&domain=A")
    assert shown(page) == []
    assert page.locator(".filter-status").inner_text() == "0 of 3 articles shown"


def test_without_script_every_article_is_listed_and_no_filter_is_offered(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, java_script_enabled=False) as visit:
        page = visit.open(f"{PAGE}?category=how-to")
        assert len(shown(page)) == 3
        assert not page.locator(".filter-form").is_visible()
