"""Pages of the site on paper: whole, within the sheet, and telling where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from page_kinds import NAMES, PAGES, ROOTS
from playwright.sync_api import Browser, Page

from paper_texts import page_texts, squeezed
from small_standard import SITE_URL
from visits import Visit, visiting

# A4 without its side margins of 18 mm, in CSS pixels (CSS Values 4 § 6.2: 96 of them are 25.4 mm).
SHEET = int((210 - 36) * 96 / 25.4)
BEYOND = """
width => [...document.querySelectorAll('body *')]
  .filter(it => it.checkVisibility({visibilityProperty: true}) && it.getBoundingClientRect().right > width + 1)
  .map(it => it.outerHTML.slice(0, 80))
"""
# Of each domain of a checklist: its heading, and the text of its first criterion.
FIRST_ITEMS = """
[...document.querySelectorAll('.checklist-domain')].map(it => [
  it.querySelector('a').textContent, it.nextElementSibling.querySelector('.checklist-item p').textContent
])
"""
SHOWN = "selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility()).length"


@pytest.fixture(scope="module")
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, Visit]]:
    """A visit to each site by someone who prefers dark pages."""
    settings = {"viewport": {"width": SHEET, "height": 980}, "color_scheme": "dark"}
    with ExitStack() as stack:
        visits = {
            root: stack.enter_context(visiting(browser, request.getfixturevalue(root), **settings)) for root in ROOTS
        }
        for visit in visits.values():
            visit.page.emulate_media(media="print")
        yield visits


def printed(page: Page) -> list[str]:
    return page_texts(page.pdf(format="A4", prefer_css_page_size=True))


@pytest.mark.parametrize(("root", "name", "address"), PAGES, ids=NAMES)
def test_nothing_is_cut_at_the_edge_and_nothing_leads_around_the_site(
    visits: dict[str, Visit], root: str, name: str, address: str
) -> None:
    page = visits[root].open(address)
    assert page.evaluate(BEYOND, SHEET) == []
    assert page.evaluate(SHOWN, "nav, input[type=search], .page-neighbours, .headerlink, .fact-data") == 0
    assert page.evaluate(SHOWN, "h1") == 1
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_page_tells_in_its_margins_what_it_is_and_where_it_stands_for_good(visits: dict[str, Visit]) -> None:
    pages = printed(visits["own_root"].open("/standard/"))
    for number, words in enumerate(pages, 1):
        assert "https://productionai.institute/standard/1.1/" in words
        assert f"{number} of {len(pages)}" in words
        assert words.startswith("Production Safety Framework (PSF), edition 1.1") == (number > 1)
    draft = printed(visits["small_root"].open("/standard/draft/"))
    assert f"{SITE_URL}standard/draft/" in draft[0]
    assert draft[1].startswith("Example Assurance Standard (EAS), edition 2.0 · draft")


def test_a_domain_is_printed_whole_with_the_addresses_of_its_links(visits: dict[str, Visit]) -> None:
    read = squeezed(" ".join(printed(visits["small_root"].open("/standard/domains/access/"))))
    for words in ("Named persons", "Level Basic", "Access is granted to named persons only.", "A register helps."):
        assert squeezed(words) in read
    assert "(https://example.org/o-1)" in read


def test_a_criterion_is_not_torn_from_its_id(visits: dict[str, Visit]) -> None:
    page = visits["own_root"].open("/standard/1.0/domains/data-governance-pii/")
    texts = dict(
        page.evaluate(
            "[...document.querySelectorAll('.criterion')].map(it => [it.id, it.nextElementSibling.textContent])"
        )
    )
    assert len(texts) == 5
    pages = printed(page)
    for item, text in texts.items():
        assert any(item in words and squeezed(text) in squeezed(words) for words in pages), item


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_report_begins_on_the_first_page_and_no_heading_leaves_its_items(
    browser: Browser, own_root: str, version: str, paper: str
) -> None:
    """A checklist with answers is printed as a report, one without as a form for the pen."""
    with visiting(browser, own_root) as visit:
        page = visit.open(f"/standard/{version}/checklist/")
        page.locator(".answer").first.wait_for()
        items = page.evaluate(FIRST_ITEMS)
        form = page_texts(page.pdf(format=paper, prefer_css_page_size=True))
        page.get_by_role("radio", name="Met", exact=True).first.check()
        page.get_by_role("button", name="Report to print").click()
        page.locator(".report-entry").first.wait_for()
        report = page_texts(page.pdf(format=paper, prefer_css_page_size=True))
    assert len(items) == 8
    for heading, text in items:
        for pages in (form, report):
            (words,) = (squeezed(it) for it in pages if squeezed(text) in squeezed(it))
            assert squeezed(heading) in words, heading
    assert "Assessment" in report[0]
    assert squeezed(items[0][1]) in squeezed(report[0])


def test_folded_parts_are_printed_open(visits: dict[str, Visit]) -> None:
    page = visits["own_root"].open("/citations/")
    folded = page.evaluate(
        "[...document.querySelectorAll('.works details:not([open]) code')].map(it => it.textContent)"
    )
    assert len(folded) > 40
    read = squeezed(" ".join(printed(page)))
    assert [key for key in folded if squeezed(key) not in read] == []


def test_redlines_are_told_apart_without_colour(visits: dict[str, Visit]) -> None:
    page = visits["own_root"].open("/standard/compare/1.0...1.1/")
    decoration = "it => getComputedStyle(it).textDecorationLine"
    assert page.eval_on_selector(".change .redline del", decoration) == "line-through"
    assert page.eval_on_selector(".change .redline ins", decoration) == "underline"
    read = " ".join(printed(page))
    assert "Input sanitisation and prompt injection defence" in read
    assert "Inputs are scoped" in read
