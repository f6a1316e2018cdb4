"""Everything on every page is worked with the keyboard alone, and the reader always sees where the keyboard stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_kinds import OWN, SMALL
from playwright.sync_api import Browser, Page, expect

from conftest import Visit, visiting

KINDS = [("own_root", *it) for it in OWN.items()] + [("small_root", *it) for it in SMALL.items()]
STOPS = "a[href], button, input, select, textarea, summary, [tabindex]"
OPEN = "for (const it of document.querySelectorAll('details')) it.open = true"
# Each stop takes the focus, shows it by an outline (a box of a picture by its edge), and can be seen (2.4.11).
FOCUS = r"""(stops) => {
  const faults = []
  const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0
  const style = (it) => getComputedStyle(it)
  const outlined = (it) => style(it).outlineStyle !== "none" && parseFloat(style(it).outlineWidth) >= 2
  const edged = (it) => it.matches("svg a") && parseFloat(style(it.querySelector("rect")).strokeWidth) >= 3
  const all = [...document.querySelectorAll(stops)].filter(seen)
  for (const it of all) {
    if (!seen(it)) continue
    const name = it.outerHTML.slice(0, 160)
    if (it.tabIndex > 0) faults.push(`jumps the order: ${name}`)
    it.focus({ focusVisible: true })
    if (document.activeElement !== it) {
      faults.push(`takes no focus: ${name}`)
      continue
    }
    const label = it.closest("label") ?? it
    if (!outlined(it) && !outlined(label) && !edged(it)) faults.push(`shows no focus: ${name}`)
    const spots = [...it.getClientRects()].flatMap((box) => [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 2, box.top + 2],
      [box.right - 2, box.bottom - 2],
    ])
    if (!spots.some(([x, y]) => label.contains(document.elementFromPoint(x, y)))) faults.push(`is covered: ${name}`)
  }
  return [all.length, faults]
}"""


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


@pytest.mark.parametrize(("root", "name", "address"), KINDS, ids=[name for _, name, _ in KINDS])
def test_every_stop_of_the_keyboard_is_seen_and_shows_it(
    visits: dict[str, Visit], root: str, name: str, address: str
) -> None:
    """WCAG 2.2: 2.4.3 (order), 2.4.7 (focus visible) and 2.4.11 (focus not obscured), on a phone and on a desk."""
    page = visits[root].open(address)
    page.evaluate(OPEN)
    page.keyboard.press("Tab")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        stops, faults = page.evaluate(FOCUS, STOPS)
        assert stops > 10
        assert faults == [], f"at {width} px"


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
    page.evaluate("dispatchEvent(new Event('resize'))")
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
