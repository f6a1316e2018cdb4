"""Permanent addresses in a real browser: copied by a button and by the marks at headings, links without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from visits import Visit, visiting

PERMANENT = "https://standards.example.org/assurance/standard/1.1/"


@pytest.fixture
def visit(browser: Browser, small_root: str) -> Iterator[Visit]:
    with visiting(browser, small_root, permissions=["clipboard-read", "clipboard-write"]) as visit:
        yield visit
        assert visit.complaints == []
        assert visit.strangers == []


def test_a_button_copies_the_permanent_address_and_says_so(visit: Visit) -> None:
    page = visit.open("/standard/1.1/criteria/A.1/")
    button = page.get_by_role("button", name="Copy the permanent address")
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".permalink-done").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{PERMANENT}criteria/A.1/"
    assert page.locator(".permalink-status[role=status]").inner_text() == "Permanent address copied to the clipboard."


def test_the_mark_of_a_criterion_on_a_standing_page_copies_its_permanent_address_and_goes_there(visit: Visit) -> None:
    page = visit.open("/standard/domains/ending-access/")
    heading = page.locator("[id='C.2']")
    heading.hover()
    heading.locator(".headerlink").click()
    heading.locator(".permalink-done").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{PERMANENT}domains/ending-access/#C.2"
    assert visit.address == "/standard/domains/ending-access/#C.2"
    assert "C.2" in page.locator(".permalink-status").inner_text()


def test_where_copying_is_forbidden_the_address_is_selected(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page = visit.open("/standard/1.1/criteria/A.1/")
    page.get_by_role("button", name="Copy the permanent address").click()
    page.get_by_text("does not allow copying").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == f"{PERMANENT}criteria/A.1/"


def test_without_script_address_and_marks_are_links(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, java_script_enabled=False) as visit:
        page = visit.open("/standard/domains/ending-access/")
        assert page.get_by_role("button", name="Copy the permanent address").count() == 0
        assert page.locator("[id='C.2'] .headerlink").get_attribute("href") == "#C.2"
        assert page.locator(".fact-permanent a").get_attribute("href")


def test_crosswalk_rows_are_stacked_on_a_phone_and_side_by_side_on_a_desk(browser: Browser, small_root: str) -> None:
    cells = "[...document.querySelectorAll('#item\\\\:3\\\\:O-2 > *')].map(cell => cell.getBoundingClientRect().top)"
    for width, rows in ((320, 3), (1280, 1)):
        with visiting(browser, small_root, viewport={"width": width, "height": 720}) as visit:
            page = visit.open("/standard/1.1/crosswalks/other-framework/")
            assert len({round(top) for top in page.evaluate(cells)}) == rows
