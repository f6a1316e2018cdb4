"""The comparison page in a real browser: filters whose state is the address, and reading without script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from layout_shifts import LIMIT, NOTE_SHIFTS
from playwright.sync_api import Browser, Page, expect

from visits import Visit, visiting

PAGE = "/standard/compare/1.0...1.1/"
SHOWN = ".change:not([hidden])"


@pytest.fixture
def visit(browser: Browser, own_root: str) -> Iterator[Visit]:
    """A visit; nothing may be reported as an error, and nothing may leave the site."""
    with visiting(browser, own_root, viewport={"width": 1200, "height": 800}) as visit:
        yield visit
        assert visit.complaints == []
        assert visit.strangers == []


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value={value}]").click()


def status(page: Page) -> str:
    return page.locator(".filter-status").inner_text()


def test_a_choice_filters_the_changes_says_so_and_stands_in_the_address(visit: Visit) -> None:
    page = visit.open(PAGE)
    assert status(page) == "All 49 changes shown"
    choose(page, "relation", "split")
    assert status(page) == "1 of 49 changes shown"
    assert page.locator(".filter-status").get_attribute("role") == "status"
    choose(page, "relation", "merged")
    choose(page, "level", "criterion")
    assert visit.address == f"{PAGE}?relation=split,merged&level=criterion"
    assert page.locator(SHOWN).count() == 5
    assert {it.get_attribute("data-relation") for it in page.locator(SHOWN).all()} == {"merged"}
    headings = [it.inner_text() for it in page.locator(".sheet-body > h3:visible").all()]
    assert not any(heading.startswith("PSF-07") for heading in headings)


def test_reload_keeps_the_filter_and_back_and_forward_step_through_it(visit: Visit) -> None:
    page = visit.open(PAGE)
    choose(page, "aspect", "moved")
    choose(page, "aspect", "retitled")
    both = page.locator("[data-aspect~=moved], [data-aspect~=retitled]").count()
    assert 4 < both < 49
    assert status(page) == f"{both} of 49 changes shown"
    page.reload()
    assert status(page) == f"{both} of 49 changes shown"
    assert page.locator("input[value=moved]").is_checked()
    page.go_back()
    assert visit.address == f"{PAGE}?aspect=moved"
    assert status(page) == "4 of 49 changes shown"
    assert not page.locator("input[value=retitled]").is_checked()
    page.go_back()
    assert status(page) == "All 49 changes shown"
    page.go_forward()
    assert status(page) == "4 of 49 changes shown"


def test_an_address_that_others_share_opens_filtered_and_what_it_does_not_know_is_passed_over(visit: Visit) -> None:
    page = visit.open(f"{PAGE}?significance=editorial&relation=nonsense&other=1")
    assert status(page) == "12 of 49 changes shown"
    page.locator(".filter-reset").click()
    assert status(page) == "All 49 changes shown"
    assert visit.address == f"{PAGE}?other=1"


def test_the_filter_stays_in_sight_while_it_hides_changes(visit: Visit) -> None:
    page = visit.open(f"{PAGE}?relation=withdrawn")
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    box = page.locator(".filter-foot").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 5
    choose(page, "relation", "withdrawn")
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    box = page.locator(".filter-foot").bounding_box()
    assert box is not None
    assert box["y"] < 0


def test_what_the_address_names_is_shown_whatever_the_filter_says(visit: Visit) -> None:
    page = visit.open(f"{PAGE}?relation=split#change-PSF-07.1")
    change = page.locator('[id="change-PSF-07.1"]')
    expect(change).to_be_in_viewport()
    assert status(page) == "2 of 49 changes shown"
    page.locator(".outline a", has_text="D08 Ethics").click()
    expect(page.locator('[id="in-D08--withdrawn"]')).to_be_in_viewport()
    assert page.locator(f"{SHOWN}[data-relation=withdrawn]").count() == 6


def test_side_by_side_shows_both_texts_instead_of_one_and_is_part_of_the_address(visit: Visit) -> None:
    page = visit.open(PAGE)
    change = page.locator('[id="change-D04.1"]')
    assert not change.locator(".redline-side").first.is_visible()
    choose(page, "view", "side")
    assert visit.address == f"{PAGE}?view=side"
    left, right = (side.bounding_box() for side in change.locator(".redline-side").all())
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    assert not change.locator(".redline").is_visible()
    # What has one side only has no sides to show.
    assert page.locator('[id="change-D08.1"] .redline').is_visible()
    choose(page, "view", "inline")
    assert change.locator(".redline").is_visible()
    assert not change.locator(".redline-side").first.is_visible()


def test_the_filters_are_reached_and_used_by_keyboard(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.locator("input[name=relation]").first.focus()
    page.keyboard.press("Space")
    assert page.locator(SHOWN).count() == 4
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('filter-reset')"):
            break
    page.keyboard.press("Enter")
    assert status(page) == "All 49 changes shown"


def test_every_box_of_the_picture_is_reached_by_keyboard_from_old_to_new(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.locator("svg.lineage a").first.focus()
    names = []
    for _ in range(16):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("Tab")
    assert names[0] == "DOMAIN 01 Data Governance & PII: continued as PSF-03"
    assert names[-1] == "PSF-08 Vendor Resilience: continues DOMAIN 03"
    assert len(set(names)) == 16


def test_without_script_every_change_can_be_read_and_no_filter_is_offered(browser: Browser, own_root: str) -> None:
    with visiting(browser, own_root, java_script_enabled=False) as visit:
        page = visit.open(PAGE)
        assert page.locator(".change:visible").count() == 49
        assert page.locator(".filter-form:visible, .filter-foot:visible").count() == 0
        change = page.locator('[id="change-D04.1"]')
        change.locator("summary").click()
        assert change.locator(".redline-side").first.is_visible()


def test_nothing_moves_while_the_page_loads(visit: Visit) -> None:
    """Cumulative layout shift (web.dev/cls) is zero: the filters stand in the page before the script runs."""
    visit.page.add_init_script(NOTE_SHIFTS)
    page = visit.open(f"{PAGE}#changes")
    assert sum(value for value, *_ in page.evaluate("noted()")) < LIMIT


@pytest.mark.parametrize("width", [360, 390])
def test_a_phone_shows_the_whole_picture_in_letters_that_can_be_read(
    browser: Browser, own_root: str, width: int
) -> None:
    with visiting(browser, own_root, viewport={"width": width, "height": 800}) as visit:
        page = visit.open(PAGE)
        assert not page.locator("svg.lineage").is_visible()
        picture = page.locator("svg.lineage-narrow").bounding_box()
        assert picture is not None
        assert picture["x"] >= 0
        assert picture["x"] + picture["width"] <= width
        smallest, outside, overlapping = page.evaluate(
            """() => {
              const box = (element) => element.getBoundingClientRect()
              const texts = [...document.querySelectorAll("svg.lineage-narrow text")]
              const links = [...document.querySelectorAll("svg.lineage-narrow a")]
              const frames = [...document.querySelectorAll(".lineage-narrow .lineage-old rect")].map(box)
              return [
                Math.min(...texts.map((text) => box(text).height)),
                links.filter((link) => [...link.querySelectorAll("text")].some((text) =>
                  box(text).right > box(link.querySelector("rect")).right)).length,
                frames.filter((frame, place) => place && frame.top < frames[place - 1].bottom).length,
              ]
            }"""
        )
        assert smallest >= 12
        assert outside == 0
        assert overlapping == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_filtered_page_side_by_side_and_the_changes_of_an_article_are_accessible(
    browser: Browser, own_root: str, small_root: str, scheme: str
) -> None:
    with visiting(browser, own_root, color_scheme=scheme) as visit:
        found = Axe().run(visit.open(f"{PAGE}?view=side&relation=merged,added"))
        assert found.violations_count == 0, found.generate_report()
    with visiting(browser, small_root, color_scheme=scheme) as visit:
        page = visit.open("/insights/ending/1.1/")
        page.locator(".article-changes > summary").click()
        found = Axe().run(page, context=".article-changes")
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_what_was_added_whole_has_no_mark_on_its_words(visit: Visit, media: Literal["screen", "print"]) -> None:
    """Nor a label beside each: the change says so once, and a line is beside it, whatever the words are in."""
    page = visit.open(PAGE)
    page.emulate_media(media=media)
    change = page.locator('.change[data-relation="added"]:has(.redline)').first
    mark = '<ins><span class="redline-label">[inserted] </span>x</ins>'
    inside = f"<ul><li>{mark}</li></ul><table><tr><td>{mark}</td></tr></table><pre><code>{mark}</code></pre>"
    change.locator(".redline").evaluate("(redline, html) => redline.insertAdjacentHTML('beforeend', html)", inside)
    lines = change.locator(".redline ins").evaluate_all("all => all.map(it => getComputedStyle(it).textDecorationLine)")
    assert set(lines) == {"none"}
    assert len(lines) > 2
    boxes = [label.bounding_box() for label in change.locator(".redline-label").all()]
    assert all(box is None or box["width"] <= 1 for box in boxes)


def test_paper_has_labels_instead_of_colours_and_no_filters(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.emulate_media(media="print")
    assert page.locator(".filter-form:visible, .filter-foot:visible").count() == 0
    label = page.locator('[id="change-D04.1"] > .redline .redline-label').first
    assert label.inner_text().strip() == "[deleted]"
    box = label.bounding_box()
    assert box is not None
    assert box["width"] > 20
    assert page.locator(".redline-side:visible").count() == 0
    assert page.locator("svg.lineage").is_visible()
    assert not page.locator("svg.lineage-narrow").is_visible()
