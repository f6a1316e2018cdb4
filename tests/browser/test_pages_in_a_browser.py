"""Each kind of page in a real browser: accessible, quiet, and at home on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_kinds import OWN, SMALL
from playwright.sync_api import Browser

from conftest import Visit, visiting

PAGES = [("own_root", address) for address in OWN.values()] + [("small_root", address) for address in SMALL.values()]
NAMES = [*OWN, *SMALL]
PAPER = {"light": "rgb(253, 252, 249)", "dark": "rgb(20, 23, 26)"}


@pytest.fixture(scope="module", params=PAPER)
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, Visit]]:
    """A visit to each site in a colour scheme."""
    own, small = request.getfixturevalue("own_root"), request.getfixturevalue("small_root")
    with (
        visiting(browser, own, color_scheme=request.param) as first,
        visiting(browser, small, color_scheme=request.param) as second,
    ):
        yield {"own_root": first, "small_root": second, "paper": PAPER[request.param]}  # type: ignore[dict-item]


@pytest.mark.parametrize(("root", "address"), PAGES, ids=NAMES)
def test_a_page_is_accessible_and_quiet_in_light_and_dark(visits: dict[str, Visit], root: str, address: str) -> None:
    """No violation of any rule of axe-core, no error in the console, no request that leaves the site."""
    visit = visits[root]
    visit.complaints.clear()
    page = visit.open(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == str(visits["paper"])
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    missing = ["status of 404"] if address == OWN["not found"] else []
    assert [it for it in visit.complaints if not any(words in it for words in missing)] == []
    assert visit.strangers == []


@pytest.fixture(scope="module", params=[320, 390, 768])
def narrow(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, Visit]]:
    own, small = request.getfixturevalue("own_root"), request.getfixturevalue("small_root")
    size = {"width": request.param, "height": 720}
    with visiting(browser, own, viewport=size) as first, visiting(browser, small, viewport=size) as second:
        yield {"own_root": first, "small_root": second}


@pytest.mark.parametrize(("root", "address"), PAGES, ids=NAMES)
def test_a_page_never_scrolls_sideways_on_a_narrow_screen(narrow: dict[str, Visit], root: str, address: str) -> None:
    page = narrow[root].open(address)
    width, shown = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width <= shown


def test_a_page_is_accessible_on_a_phone_with_everything_open(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, viewport={"width": 390, "height": 720}) as visit:
        page = visit.open("/standard/1.0/criteria/A.2/")
        page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
