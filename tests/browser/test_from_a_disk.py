"""The built site opened from a disk, as who unpacks it there would: links and search work, and nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from page_kinds import OWN
from page_kinds import PAGES as EVERY_PAGE
from playwright.sync_api import Browser, expect

from sites import Site
from small_standard import B9
from visits import Visit, visiting

PAGES = [(root.replace("root", "site"), it) for root, _, it in EVERY_PAGE if it != OWN["not found"] and "?" not in it]


def serious(complaints: list[str]) -> list[str]:
    """Complaints but for those about faces: browsers take none from a disk, and the faces of the system stand in."""
    return [it for it in complaints if "font" not in it and it != "Failed to load resource: net::ERR_FAILED"]


@pytest.fixture(scope="module")
def visits(browser: Browser, own_site: Site, small_site: Site, keyword_site: Site) -> Iterator[dict[str, Visit]]:
    """A visit to each folder."""
    sites = {"own_site": own_site, "small_site": small_site, "keyword_site": keyword_site}
    with ExitStack() as stack:
        yield {name: stack.enter_context(visiting(browser, f"{site.folder.as_uri()}/")) for name, site in sites.items()}


@pytest.mark.parametrize(("site", "address"), PAGES)
def test_every_link_of_a_page_opened_from_a_disk_leads_to_a_file(
    visits: dict[str, Visit], site: str, address: str
) -> None:
    visit = visits[site]
    page = visit.open(f"{address}index.html".lstrip("/"))
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(it => it.href.baseVal ?? it.href)")
    inside = {
        unquote(urlsplit(urljoin(page.url, link)).path) for link in links if urljoin(page.url, link).startswith("file:")
    }
    assert len(inside) > 5
    assert [path for path in inside if not Path(path).is_file()] == []
    assert serious(visit.complaints) == []
    assert visit.strangers == []


def test_a_page_opened_from_a_disk_leads_on_and_finds(browser: Browser, small_site: Site) -> None:
    with visiting(browser, f"{small_site.folder.as_uri()}/") as visit:
        page = visit.open("index.html")
        page.get_by_role("banner").get_by_role("link", name="Standard", exact=True).click()
        expect(page).to_have_url(f"{visit.root}standard/index.html")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill(B9)
        found = page.locator(".search-results li", has_text=B9)
        expect(found).to_have_count(1)
        found.get_by_role("link").click()
        page.wait_for_url("**/standard/domains/incidents/index.html#*")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
        assert serious(visit.complaints) == []
        assert visit.strangers == []
