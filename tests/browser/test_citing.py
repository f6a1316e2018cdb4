"""Citing and attributing in a real browser: one style at a time, today's date, copying, and reading without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from visits import Visit, visiting

PAGE = "/standard/1.0/"
APA = (
    "Production AI Institute. (2024). Production Safety Framework (Version 1.0). "
    "https://productionai.institute/standard/1.0/"
)


@pytest.fixture
def visit(browser: Browser, own_root: str) -> Iterator[Visit]:
    """A visit on 7 March 2031; nothing may be reported as an error, and nothing may leave the site."""
    settings = {"permissions": ["clipboard-read", "clipboard-write"], "timezone_id": "Pacific/Auckland"}
    with visiting(browser, own_root, **settings) as visit:
        visit.page.clock.set_fixed_time("2031-03-06T23:30:00Z")
        yield visit
        assert visit.complaints == []
        assert visit.strangers == []


def shown(page: Page) -> str:
    (text,) = page.locator(".cite > .cite-box [data-style]:visible dd").all_inner_texts()
    return " ".join(text.split())


def choose(page: Page, style: str) -> None:
    page.get_by_role("combobox", name="Citation: style").select_option(style)


def test_one_style_is_shown_at_a_time_and_the_choice_is_remembered(visit: Visit) -> None:
    page = visit.open(PAGE)
    assert shown(page) == APA
    choose(page, "mla")
    assert "Production Safety Framework. Version 1.0" in shown(page)
    page = visit.open("/standard/1.0/criteria/D05.5/")
    assert shown(page).startswith("“Criterion D05.5.” Production Safety Framework")


def test_styles_that_want_it_get_todays_date_of_access_and_can_be_had_without(visit: Visit) -> None:
    page = visit.open(PAGE)
    box = page.get_by_label("Add access date").first
    assert not box.is_visible()
    choose(page, "harvard")
    assert shown(page).endswith("(Accessed: 7 March 2031).")
    choose(page, "ieee")
    assert "Accessed: Mar. 7, 2031. [Online]." in shown(page)
    box.uncheck()
    assert "Accessed" not in shown(page)
    page.locator(".cite-all > summary").click()
    assert "Accessed: Mar. 7, 2031." in page.locator(".cite-all [data-style=ieee] dd").inner_text()


def test_a_citation_is_copied_as_text_and_with_its_italics_and_says_so(visit: Visit) -> None:
    page = visit.open(PAGE)
    button = page.locator(".cite > .cite-box .copy-button")
    status = page.locator(".cite > .cite-box [role=status]")
    assert status.get_attribute("aria-live") == "polite"
    button.click()
    page.locator(".copy-button--done").wait_for()
    assert button.inner_text() == "Copied"
    assert status.inner_text() == "APA 7 citation copied to the clipboard."
    assert page.evaluate("navigator.clipboard.readText()") == APA
    html = page.evaluate(
        "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(blob => blob.text())"
    )
    assert "<em>Production Safety Framework</em>" in html


def test_notices_and_wording_are_copied_too(visit: Visit) -> None:
    page = visit.open("/license/")
    page.locator("[id='notice:psf-1.0'] > summary").click()
    page.get_by_role("button", name="Copy reuse without changes, markdown").locator("visible=true").click()
    page.locator(".copy-button--done").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“[Production Safety Framework](<https://productionai.institute/standard/1.0/>)”")
    page = visit.open("/citations/")
    page.get_by_role("button", name="Copy text").first.click()
    page.locator(".copy-button--done").wait_for()
    assert "Production Safety Framework v1.0" in page.evaluate("navigator.clipboard.readText()")


def test_where_copying_is_forbidden_the_text_is_selected_and_the_page_says_what_to_do(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page = visit.open(PAGE)
    page.get_by_role("button", name="Copy citation").first.click()
    assert "does not allow copying" in page.locator(".cite > .cite-box [role=status]").inner_text()
    assert " ".join(page.evaluate("getSelection().toString()").split()) == APA


def test_without_script_every_style_can_be_read(browser: Browser, own_root: str) -> None:
    with visiting(browser, own_root, java_script_enabled=False) as visit:
        page = visit.open(PAGE)
        assert page.locator(".cite > .cite-box dd:visible").count() == 7
        assert page.locator(".cite-controls:visible").count() == 0
        page.locator(".cite-all > summary").click()
        assert page.locator(".cite-all dd:visible").count() == 7
        page.locator(".attribution summary").click()
        assert page.locator(".attribution pre:visible").count() == 6


def test_structured_data_is_no_script_to_the_content_security_policy(visit: Visit) -> None:
    """A data block is never prepared as a script (HTML, "prepare the script element"): no policy has a say in it."""
    page = visit.open(PAGE)
    assert (
        page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent).version")
        == "1.0"
    )


def test_the_facts_lead_to_the_citations(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.get_by_role("link", name="Cite this edition").click()
    assert visit.address == f"{PAGE}#cite:this"
    assert page.get_by_role("heading", name="Cite this edition").is_visible()
