"""Colours, typefaces and logo of a project, set as the guide shows, as readers see them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_checks import violations
from layout_shifts import LIMIT, NOTE_SHIFTS
from playwright.sync_api import Browser, Route, expect

from own_theme import documented_properties, write_own_project
from release_projects import editions
from serving import serving
from sites import Site, shared_once
from small_standard import SITE_URL
from visits import visiting

PAGES = ("/", "/standard/1.0/", "/standard/draft/", "/standard/compare/1.0...1.1/", "/nowhere/")
# By scheme: the colours of links and of the bar that the guide sets.
ACCENTS = {"light": ("rgb(122, 31, 61)", "rgb(122, 31, 61)"), "dark": ("rgb(240, 168, 189)", "rgb(125, 58, 82)")}

# Whether anything looks otherwise with another value of a property.
CHANGES = """(name) => {
  const keys = "color backgroundColor borderTopColor borderBottomColor boxShadow fontFamily".split(" ")
  const looks = () => [...document.querySelectorAll("*")].flatMap((it) => [null, "::before"].map((part) => {
    const style = getComputedStyle(it, part)
    return keys.map((key) => style[key]).join()
  })).join()
  const before = looks()
  document.documentElement.style.setProperty(name, /-(?:serif|sans|mono)$/.test(name) ? "Other" : "rgb(1, 2, 3)")
  const after = looks()
  document.documentElement.style.removeProperty(name)
  return before !== after
}"""


def build(project: Path, out: Path) -> Site:
    outcome = editions(project, "build", "-d", str(out))
    assert outcome.code == 0, outcome.output
    return Site(out, SITE_URL, "")


@pytest.fixture(scope="module")
def root(shared_folder: Path) -> Iterator[str]:
    folder = shared_once(
        shared_folder, "own-theme-seen", lambda it: build(write_own_project(it / "project"), it / "site") and None
    )
    with serving(Site(folder / "site", SITE_URL, "")) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_own_colours_are_seen_and_every_page_stays_accessible(
    browser: Browser, root: str, scheme: str, width: int
) -> None:
    """Nothing moves while the logo loads, either."""
    link, bar = ACCENTS[scheme]
    with visiting(browser, root, color_scheme=scheme, viewport={"width": width, "height": 800}) as visit:
        visit.page.add_init_script(NOTE_SHIFTS)
        for address in PAGES:
            page = visit.open(address)
            colour = page.locator("article a:not(.headerlink)").last.evaluate("it => getComputedStyle(it).color")
            assert colour == link, address
            assert page.locator(".masthead").evaluate("it => getComputedStyle(it).borderTopColor") == bar
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert violations(page) == []
            assert sum(value for value, *_ in page.evaluate("noted()")) <= LIMIT
        assert [it for it in visit.complaints if "404" not in it] == []
        assert not visit.strangers


def test_only_the_projects_own_typeface_is_loaded(browser: Browser, root: str) -> None:
    with visiting(browser, root) as visit:
        faces: list[str] = []
        visit.page.on("request", lambda it: faces.append(it.url) if it.resource_type == "font" else None)
        page = visit.open("/standard/")
        page.evaluate("document.fonts.ready")
        assert {it.rpartition("/")[2] for it in faces} == {"guild-serif.woff2"}
        assert page.evaluate("document.fonts.check('1rem \"Guild Serif\"')")
        assert page.locator("h1").evaluate("it => getComputedStyle(it).fontFamily").startswith('"Guild Serif"')
        assert page.locator(".masthead-nav").evaluate("it => getComputedStyle(it).fontFamily").startswith("system-ui")


def late(route: Route) -> None:
    time.sleep(0.5)
    route.continue_()


def test_no_typeface_is_loaded_where_those_of_the_system_are_asked_for(browser: Browser, tmp_path: Path) -> None:
    """However late the style sheet is that asks for them."""
    site = build(write_own_project(tmp_path / "project", of_the_system=True), tmp_path / "site")
    with serving(site) as root, visiting(browser, root) as visit:
        faces: list[str] = []
        visit.page.on("request", lambda it: faces.append(it.url) if it.resource_type == "font" else None)
        visit.page.route("**/own.css", late)
        page = visit.open("/standard/")
        page.wait_for_function("self.editions && document.querySelector('.search-open:not([hidden])')")
        page.evaluate("document.fonts.ready")
        assert faces == []
        assert page.locator("h1").evaluate("it => getComputedStyle(it).fontFamily").startswith("Georgia")


def test_scripts_run_where_a_style_sheet_is_missing(browser: Browser, root: str) -> None:
    with visiting(browser, root) as visit:
        visit.page.route("**/own.css", lambda route: route.abort())
        page = visit.open("/standard/")
        expect(page.get_by_role("button", name="Search")).to_be_visible()


def test_the_logo_is_seen_beside_the_name_that_names_the_link(browser: Browser, root: str) -> None:
    with visiting(browser, root) as visit:
        page = visit.open("/standard/")
        expect(page.get_by_role("banner").get_by_role("link", name="Example Assurance Standard")).to_be_visible()
        logo = page.locator(".masthead-name img")
        assert logo.evaluate("it => it.complete && it.naturalWidth > 0")
        assert (logo.bounding_box() or {})["height"] == 40


@pytest.mark.parametrize("width", [390, 1600])
def test_what_a_project_adds_to_the_home_page_is_where_its_template_has_it(
    browser: Browser, root: str, width: int
) -> None:
    """Above the title here; what is added to the footer begins where the footer does."""
    with visiting(browser, root, viewport={"width": width, "height": 900}) as visit:
        page = visit.open("/")
        welcome, title, footer, printed = (
            page.locator(it).bounding_box() or {}
            for it in (".welcome", "h1", ".colophon-inner", "aside[aria-label='Printed copies']")
        )
        assert welcome["y"] + welcome["height"] <= title["y"]
        assert welcome["x"] == title["x"]
        assert printed["x"] == footer["x"]


def test_each_documented_property_is_seen(browser: Browser, root: str) -> None:
    """Whatever is set to it, one of these pages looks otherwise; those of code are for pages with highlighted code."""
    addresses = (*PAGES, "/standard/", "/standard/1.0/criteria/B.1/", "/standard/checklist/", "/citations/")
    left = {name for name in documented_properties() if not name.startswith("--ed-code-")}
    with visiting(browser, root, bypass_csp=True) as visit:
        for address in addresses:
            page = visit.open(address)
            page.locator("article a:visible").last.hover()
            left = {name for name in left if not page.evaluate(CHANGES, name)}
    assert left == set()
