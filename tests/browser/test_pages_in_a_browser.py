"""Each kind of page in a real browser: accessible in every form that it takes, quiet, and at home on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from axe_checks import EVERY_RULE, OF_COLOURS, OF_TARGETS, ON_PAPER, violations
from focus_checks import focus_faults
from page_kinds import NAMES, OWN, PAGES, ROOTS
from playwright.sync_api import Browser, expect

from visits import Visit, visiting

WIDTHS = (320, 390, 1280)
PAPER = {"light": "rgb(253, 252, 249)", "dark": "rgb(20, 23, 26)"}
# What can differ: everything by the layout, colours by the scheme, the size of targets by the width within a layout.
# In the dark, a narrow page is looked at once more with everything open.
AXE_RUNS = {
    (320, "light"): EVERY_RULE,
    (390, "light"): OF_TARGETS,
    (1280, "light"): EVERY_RULE,
    (1280, "dark"): OF_COLOURS,
}
# Which rules for a width or a kind of screen apply.
RULES_OF_MEDIA = """JSON.stringify([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((it) => it instanceof CSSMediaRule).map((it) => [it.conditionText, matchMedia(it.conditionText).matches])
  .filter(([condition]) => condition.includes("width")))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 1.4.12: letters, words, lines and paragraphs set as wide as a reader may need them, by a style sheet of theirs.
SPACED = """const sheet = new CSSStyleSheet()
sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`)
document.adoptedStyleSheets = [sheet]"""
# What no longer fits its box and is cut there, or runs out of the page. What only screen readers hear may be cut;
# what scrolls by itself is not.
CUT = r"""[...document.querySelectorAll("body *")].filter((it) => {
  if (!it.checkVisibility() || it.closest(".table-scroll, .masthead-nav li")) return false
  if (it.closest("svg")) return it.matches("text") && it.getBoundingClientRect().right > innerWidth
  const style = getComputedStyle(it)
  if (style.clipPath !== "none" || style.display === "inline") return false
  const cuts = (way) => way === "hidden" || way === "clip"
  return it.getBoundingClientRect().right > innerWidth + 1 ||
    (cuts(style.overflowX) && it.scrollWidth > it.clientWidth + 1) ||
    (cuts(style.overflowY) && it.scrollHeight > it.clientHeight + 1)
}).map((it) => it.outerHTML.slice(0, 200))"""
# Presses / and says whether no script of the page took the key for itself.
LEFT_ALONE = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true, cancelable: true}))"
EVERYTHING = "for (const it of document.querySelectorAll('details')) it.open = true"


@pytest.fixture(scope="module")
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, Visit]]:
    """A visit to each site."""
    with ExitStack() as visits:
        yield {root: visits.enter_context(visiting(browser, request.getfixturevalue(root))) for root in ROOTS}


@pytest.mark.parametrize(("root", "name", "address"), PAGES, ids=NAMES)
def test_a_page_is_accessible_and_quiet_in_every_form(
    visits: dict[str, Visit], root: str, name: str, address: str
) -> None:
    """No violation of any rule of axe-core in light and dark, narrow and wide, opened, forced colours and on paper.

    Nothing scrolls sideways, nothing is cut when letters are spaced, each stop of the keyboard shows itself, nothing
    complains, and nothing is asked of another site.
    """
    visit = visits[root]
    visit.complaints.clear()
    page = visit.page
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    page = visit.open(address)
    layouts = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        layouts.add(page.evaluate(RULES_OF_MEDIA))
        for scheme, paper in PAPER.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
            if (rules := AXE_RUNS.get((width, scheme))) is not None:
                assert violations(page, rules) == [], f"{scheme} at {width} px"
        assert page.evaluate(SIDEWAYS) <= 0, f"scrolls sideways at {width} px"
    assert len(layouts) == len(WIDTHS) - 1, "390 px has style rules of its own, so that it needs every rule of axe"
    assert focus_faults(page) == [], "at rest"
    page.evaluate(EVERYTHING)
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    assert violations(page) == [], "with everything open, dark"
    assert page.evaluate(SIDEWAYS) <= 0, "scrolls sideways with everything open"
    assert focus_faults(page) == [], "with everything open"
    page.evaluate(EVERYTHING)
    page.evaluate(SPACED)
    assert page.evaluate(CUT) == [], "cut when letters are spaced"
    assert page.evaluate(SIDEWAYS) <= 0, "scrolls sideways when letters are spaced"
    page.evaluate("document.adoptedStyleSheets = []")
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert violations(page) == [], "in forced colours"
    page.emulate_media(media="print", forced_colors="none")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert violations(page, ON_PAPER) == [], "on paper"
    missing = ["status of 404"] if address == OWN["not found"] else []
    assert [it for it in visit.complaints if not any(words in it for words in missing)] == []
    assert visit.strangers == []


def test_the_search_is_accessible_and_fits_in_light_and_dark(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root) as visit:
        page = visit.open("/standard/")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill("access")
        expect(page.locator(".search-results li").first).to_be_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in PAPER:
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert violations(page) == [], f"{scheme} at {width} px"
            assert page.evaluate(SIDEWAYS) <= 0
        page.emulate_media(forced_colors="active")
        assert violations(page) == []
        assert visit.complaints == []


def test_axe_finds_what_is_wrong(browser: Browser, small_root: str) -> None:
    """Without this, a check that looks at nothing would pass every page."""
    with visiting(browser, small_root) as visit:
        page = visit.open("/standard/")
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<h5>x</h5><img src=\"/x.png\">')")
        found = "\n".join(violations(page))
        assert "image-alt" in found
        assert "heading-order" in found
        page.evaluate("document.querySelector('.edition-summary').className = 'faint'")
        page.evaluate("document.querySelector('.faint').style.color = '#ddd'")
        assert "color-contrast" in "\n".join(violations(page))


def test_text_that_is_cut_when_it_is_spaced_is_found(browser: Browser, small_root: str) -> None:
    """Without this, a check that looks at nothing would pass every page."""
    with visiting(browser, small_root, viewport={"width": 320, "height": 800}) as visit:
        page = visit.open("/standard/")
        page.evaluate("document.querySelector('h1').style.height = '2.5em'")
        page.evaluate("document.querySelector('h1').style.overflow = 'hidden'")
        assert page.evaluate(CUT) == []
        page.evaluate(SPACED)
        assert len(page.evaluate(CUT)) == 1


def test_the_slash_key_opens_the_search_unless_the_reader_has_switched_it_off(
    browser: Browser, small_root: str
) -> None:
    """WCAG 2.1.4: a shortcut of a single character can be turned off."""
    with visiting(browser, small_root) as visit:
        page = visit.open("/standard/")
        dialog = page.get_by_role("dialog", name="Search")
        page.keyboard.press("/")
        expect(dialog).to_be_visible()
        page.get_by_label("The key / opens the search").uncheck()
        page.keyboard.press("Escape")
        expect(dialog).not_to_be_visible()
        assert page.evaluate(LEFT_ALONE)
        expect(dialog).not_to_be_visible()
        page = visit.open("/standard/history/")
        assert page.evaluate(LEFT_ALONE)
        page.get_by_role("button", name="Search").click()
        page.get_by_label("The key / opens the search").check()
        page.keyboard.press("Escape")
        assert not page.evaluate(LEFT_ALONE)
        expect(dialog).to_be_visible()


def test_the_search_is_worked_with_the_keyboard_alone(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root) as visit:
        page = visit.open("/")
        page.keyboard.press("/")
        field = page.get_by_role("searchbox")
        expect(field).to_be_focused()
        page.keyboard.type("access")
        results = page.locator(".search-results:not([aria-busy]) a")
        expect(results.first).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(results.first).to_be_focused()
        field.dispatch_event("input")  # as if the last letters came while the reader is in the results already
        expect(results.first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("ArrowDown")
        chosen = results.first.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(str(chosen))
        page.go_back()
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Search").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Search")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_the_choice_of_colours_goes_round_and_is_remembered(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, color_scheme="light") as visit:
        page = visit.open("/standard/")
        paper = "getComputedStyle(document.body).backgroundColor"
        button = page.locator(".scheme-switch")
        expect(button).to_have_accessible_name("Colours: as the system; switch to light")
        button.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(button).to_have_accessible_name("Colours: dark; switch to as the system")
        assert page.evaluate(paper) == PAPER["dark"]
        page = visit.open("/standard/history/")
        assert page.evaluate(paper) == PAPER["dark"]
        page.locator(".scheme-switch").click()
        assert page.evaluate(paper) == PAPER["light"]
