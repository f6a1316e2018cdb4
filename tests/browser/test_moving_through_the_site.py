"""Finding one's way: without script, with the keyboard alone, and by searching."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ElementHandle, Page, expect

from sites import Site
from small_standard import B9, C1, R1
from visits import visiting


def test_without_script_the_switcher_leads_to_the_item_in_another_edition(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, java_script_enabled=False) as visit:
        page = visit.open("/standard/1.0/criteria/A.2/")
        switcher = page.locator("details.edition-switcher")
        choice = switcher.locator("a", has_text="C.2").first
        expect(choice).not_to_be_visible()
        switcher.locator("summary").click()
        expect(choice).to_be_visible()
        choice.click()
        assert visit.address.endswith("/criteria/C.2/")


def test_without_script_the_notice_leads_to_where_the_item_went(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, java_script_enabled=False) as visit:
        page = visit.open("/standard/0.9/domains/access/")
        notice = page.get_by_role("note", name="A newer edition exists")
        expect(notice).to_be_visible()
        notice.get_by_role("link", name="Ending access").click()
        assert visit.address == "/standard/domains/ending-access/"


def test_without_script_every_section_of_the_site_is_reached_from_any_page(browser: Browser, own_root: str) -> None:
    for name, address in (("Standard", "/standard/"), ("Insights", "/insights/")):
        with visiting(browser, own_root, java_script_enabled=False) as visit:
            page = visit.open("/standard/1.0/criteria/D05.5/")
            page.get_by_role("banner").get_by_role("link", name=name, exact=True).first.click()
            assert visit.address == address


def test_the_first_key_offers_to_skip_to_the_text(browser: Browser, own_root: str) -> None:
    with visiting(browser, own_root) as visit:
        page = visit.open("/standard/domains/security/")
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_be_visible()
        expect(focused).to_have_text("Skip to content")
        page.keyboard.press("Enter")
        target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        assert page.evaluate("id => document.getElementById(id).closest('main') !== null", target)


def test_the_switcher_is_worked_with_the_keyboard_alone(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root) as visit:
        page = visit.open("/standard/1.0/criteria/A.2/")
        summary = page.locator("details.edition-switcher > summary")
        for _ in range(40):
            page.keyboard.press("Tab")
            if summary.evaluate("it => it === document.activeElement"):
                break
        else:
            pytest.fail("the switcher cannot be reached with the Tab key")
        page.keyboard.press("Enter")
        expect(page.locator("details.edition-switcher")).to_have_attribute("open", "")
        page.keyboard.press("Tab")
        assert page.locator("details.edition-switcher a:focus").count() == 1
        page.keyboard.press("Escape")
        expect(page.locator("details.edition-switcher")).not_to_have_attribute("open", "")
        assert summary.evaluate("it => it === document.activeElement")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/standard/draft/criteria/C.1/")


def test_every_focused_element_shows_that_it_is(browser: Browser, own_root: str) -> None:
    """WCAG 2.2, 2.4.7: a place looks different once the focus has left it."""
    with visiting(browser, own_root) as visit:
        page = visit.open("/standard/1.0/domains/data-governance-pii/")
        for _ in range(20):
            page.keyboard.press("Tab")
            element = page.evaluate_handle("document.activeElement").as_element()
            assert element is not None
            focused = _picture(page, element)
            page.keyboard.press("Tab")
            without = _picture(page, element)
            assert focused != without, element.evaluate("it => it.outerHTML.slice(0, 200)")
            page.keyboard.press("Shift+Tab")


def _picture(page: Page, element: ElementHandle) -> bytes:
    """What stands where an element is, and a little around it."""
    box, size = element.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    left, top = min(max(0, box["x"] - 6), size["width"] - 1), min(max(0, box["y"] - 6), size["height"] - 1)
    right, bottom = box["x"] + box["width"] + 6, box["y"] + box["height"] + 6
    width, height = max(1, min(right, size["width"]) - left), max(1, min(bottom, size["height"]) - top)
    return page.screenshot(clip={"x": left, "y": top, "width": width, "height": height})


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (B9, "incident reviewed person took part", "/standard/domains/incidents/"),
        (C1, "within day role", "/standard/domains/ending-access/"),
    ],
)
def test_searching_for_a_criterions_text_finds_it_once(
    browser: Browser, small_root: str, text: str, words: str, place: str
) -> None:
    """Typed in full, one result holds it; by words that only it has, it comes first."""
    with visiting(browser, small_root, viewport={"width": 1280, "height": 900}) as visit:
        page = visit.open("/")
        page.keyboard.press("/")
        page.keyboard.type(text)
        page.get_by_role("dialog", name="Search").wait_for()
        found = page.locator(".search-results li", has_text=text)
        expect(found).to_have_count(1)
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        expect(page.locator(".search-results")).not_to_have_attribute("aria-busy", "true")
        expect(page.locator(".search-results li").first).to_contain_text(text)
        expect(found).to_have_count(1)
        found.get_by_role("link").click()
        page.wait_for_url(f"**{place}**")
        assert visit.complaints == []
        assert visit.strangers == []


def test_text_of_an_older_edition_is_not_found(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, viewport={"width": 1280, "height": 900}) as visit:
        page = visit.open("/")
        page.keyboard.press("/")
        page.get_by_role("dialog", name="Search").wait_for()
        page.keyboard.type(R1)
        expect(page.locator(".search-status")).to_contain_text("match", ignore_case=True)
        expect(page.locator(".search-results li", has_text=R1)).to_have_count(0)


def test_a_hostile_standard_runs_nothing_and_loads_nothing(
    browser: Browser, hostile_root: str, hostile_site: Site
) -> None:
    # The pages of one edition; another test reads the HTML of all of them.
    addresses = [
        it for it in hostile_site.addresses() if not it.startswith(("/standard/1.0/", "/standard/1.1/domains/"))
    ]
    with visiting(browser, hostile_root) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for address in addresses:
            page = visit.open(address)
            assert page.evaluate("window.broken === undefined"), address
            assert visit.address == address
        assert visit.strangers == []
        page = visit.open("/")
        page.keyboard.press("/")
        page.get_by_role("dialog", name="Search").wait_for()
        page.keyboard.type("window")
        expect(page.locator(".search-status")).to_contain_text("match")
        assert page.evaluate("window.broken === undefined")
