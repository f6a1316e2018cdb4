"""Everything is worked with the keyboard alone; that its every stop shows itself is measured on each kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from focus_checks import STOPS, focus_faults
from playwright.sync_api import Browser, Page, expect

from visits import Visit, visiting


@pytest.fixture(scope="module")
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, Visit]]:
    """A visit to each site."""
    own, small = request.getfixturevalue("own_root"), request.getfixturevalue("small_root")
    with visiting(browser, own) as first, visiting(browser, small) as second:
        yield {"own_root": first, "small_root": second}


@pytest.fixture
def small(visits: dict[str, Visit]) -> Visit:
    """A visit to the small site on a desk."""
    visits["small_root"].page.set_viewport_size({"width": 1280, "height": 800})
    return visits["small_root"]


@pytest.mark.parametrize(
    "address", ["/standard/1.0/criteria/A.2/", "/standard/checklist/", "/standard/compare/1.0...1.1/"]
)
def test_the_tab_key_goes_through_a_page_in_its_order_and_out_at_its_end(small: Visit, address: str) -> None:
    """WCAG 2.1.2: no stop keeps the focus. Of radio buttons that belong together, the chosen one is a stop."""
    page = small.open(address)
    expected = page.evaluate(
        """(stops) => [...document.querySelectorAll(stops)].filter((it) =>
          it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0 &&
          (it.type !== "radio" || it.checked)
        ).map((it, place) => it.dataset.stop = place)""",
        STOPS,
    )
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("Number(document.activeElement.dataset.stop)"))
    assert reached == expected
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement.dataset.stop === '0'")


def test_no_key_does_anything_by_itself_but_the_one_that_opens_the_search(small: Visit) -> None:
    """WCAG 2.1.4: a shortcut of a single character; the search says how to switch its own off."""
    for address in ("/standard/", "/standard/checklist/", "/standard/compare/1.0...1.1/", "/insights/"):
        page = small.open(address)
        page.evaluate("addEventListener('keydown', (it) => { if (it.defaultPrevented) window.taken = it.key })")
        before = page.evaluate("[document.body.innerText, location.href, scrollY]")
        for key in "abcdefghijklmnopqrstuvwxyz0123456789?.,;'[]":
            page.keyboard.press(key)
        assert page.evaluate("[document.body.innerText, location.href, scrollY]") == before
        assert page.evaluate("window.taken") is None


def test_what_is_typed_while_the_search_loads_stands_in_its_field(small: Visit) -> None:
    page = small.open("/standard/")
    page.route(
        "**/search.js",
        lambda route: (page.keyboard.type("acces/d"), page.keyboard.press("Backspace"), route.continue_()),
    )
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_have_value("acces/")
    page.unroute("**/search.js")


SEARCHES = {
    "nothing typed": ("", "document.activeElement"),
    "matches": ("access", "document.activeElement"),
    "no match": ("xyzzy", "document.activeElement"),
    "on a result": ("access", "document.querySelector('.search-results a')"),
    "on a button": ("access", "document.querySelector('.search-close')"),
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", SEARCHES)
def test_one_escape_closes_the_search_and_the_focus_is_where_it_was(small: Visit, state: str, width: int) -> None:
    """Chromium empties a search field first, and closes at the second Escape."""
    words, place = SEARCHES[state]
    small.page.set_viewport_size({"width": width, "height": 800})
    page = small.open("/standard/")
    before = page.locator(".colophon a").first
    before.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(".search-status")).to_have_text(re.compile("match" if words else "^$", re.IGNORECASE))
    page.evaluate(f"{place}.focus()")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(before).to_be_focused()


def test_escape_gives_up_a_search_that_is_still_loading(small: Visit) -> None:
    page = small.open("/standard/")
    page.route("**/search.js", lambda route: (page.keyboard.press("Escape"), route.continue_()))
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_attached()
    expect(page.locator("dialog.search")).to_be_hidden()
    page.unroute("**/search.js")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_list_of_editions_closes_behind_the_keyboard(small: Visit) -> None:
    """Open, it would lie over what the keyboard reaches next."""
    page = small.open("/standard/1.1/")
    switcher = page.locator("details.edition-switcher")
    switcher.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(switcher).to_have_attribute("open", "")
    for _ in range(switcher.locator("a").count() + 1):
        page.keyboard.press("Tab")
    expect(switcher).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.closest('.edition-switcher') === null")


def test_on_a_phone_the_contents_open_and_lead_on_by_keyboard(visits: dict[str, Visit]) -> None:
    visit = visits["small_root"]
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.open("/standard/1.1/")
    outline = page.locator("details.outline")
    expect(outline).not_to_have_attribute("open", "")
    outline.locator("summary").focus()
    page.keyboard.press("Enter")
    link = outline.get_by_role("link", name="Ending access")
    expect(link).to_be_visible()
    _tab_to(page, link.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/standard/1.1/domains/ending-access/")


def test_filters_of_articles_and_of_a_checklist_are_worked_by_keyboard(small: Visit) -> None:
    for address, name, some in (
        ("/insights/", "How-to", "1 of 3 articles shown"),
        ("/standard/checklist/", "Basic", "1 of 5 criteria shown"),
    ):
        page = small.open(address)
        choice = page.get_by_label(name)
        choice.focus()
        page.keyboard.press("Space")
        expect(page.locator(".filters [role=status]")).to_contain_text(some)
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim() === 'Show all'"):
                break
        page.keyboard.press("Enter")
        expect(choice).not_to_be_checked()


def test_a_citation_is_chosen_and_copied_by_keyboard(small: Visit) -> None:
    small.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = small.open("/standard/1.1/criteria/A.1/")
    page.get_by_label("Style").first.focus()
    page.keyboard.type("Ch")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent") != "Copy citation":
        assert page.evaluate("document.activeElement.closest('.cite') !== null")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".cite [role=status]").first).to_contain_text("copied to the clipboard")
    assert "Example" in page.evaluate("navigator.clipboard.readText()")


def test_a_table_wider_than_a_phone_is_scrolled_by_keyboard(visits: dict[str, Visit]) -> None:
    visit = visits["own_root"]
    visit.page.set_viewport_size({"width": 320, "height": 800})
    page = visit.open("/standard/history/")
    page.evaluate("document.querySelector('.table-scroll td').textContent = 'Unbreakable'.repeat(20)")
    page.evaluate("document.querySelector('.table-scroll td').style.whiteSpace = 'nowrap'")
    region = page.get_by_role("region", name="Table, scrolls sideways")
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)


def _tab_to(page: Page, href: str | None) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == href:
            return
    pytest.fail(f"the Tab key does not reach {href}")


def test_a_stop_that_does_not_show_itself_is_found(small: Visit) -> None:
    """Without this, a check that looks at nothing would pass every page."""
    page = small.open("/standard/1.1/")
    assert focus_faults(page) == []
    for change, fault in (
        ("tabIndex = 3", "jumps the order"),
        ("style.outline = 'none'", "shows no focus"),
        ("parentElement.style.cssText = 'position: relative; z-index: -1'", "is covered"),
    ):
        page = small.open("/standard/1.1/")
        page.evaluate(f"document.querySelector('.masthead-name').{change}")
        assert any(it.startswith(fault) for it in focus_faults(page)), fault
