"""The block ``announce`` of a project's own ``main.html``, as readers meet it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_checks import violations
from playwright.sync_api import Browser, expect

from serving import serving_once_made
from sites import build_site
from small_standard import SITE_URL, write_files, write_small_standard
from visits import visiting

OVERRIDE = b"""{% extends "base.html" %}
{% block announce %}
  <p>Comments on version 2.0 are welcome until the end of May. <a href="https://example.org/how">How to comment</a></p>
{% endblock %}
"""
PAGES = ("/", "/standard/", "/standard/1.1/criteria/A.1/", "/standard/checklist/", "/insights/ending/", "/nowhere/")
# What moves when a banner comes late or grows: itself, or the header below it.
_MOVED = """
window.moved = 0
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) for (const { node } of shift.sources) {
    const moved = node?.parentElement?.closest(".announce") || node?.matches?.(".announce, .masthead")
    if (moved) window.moved += shift.value
  }
}).observe({ type: "layout-shift", buffered: true })
"""


def make(folder: Path) -> None:
    project = write_small_standard(folder / "project")
    write_files(project, {"overrides/main.html": OVERRIDE})
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    text = configuration.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    build_site(project, folder / "site", SITE_URL)


@pytest.fixture(scope="module")
def root(shared_folder: Path) -> Iterator[str]:
    with serving_once_made(shared_folder, "announced", make) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_an_announcement_is_seen_and_accessible_on_every_page(
    browser: Browser, root: str, scheme: str, width: int
) -> None:
    """It is a landmark above the header, fits into the page, and moves nothing."""
    with visiting(browser, root, color_scheme=scheme, viewport={"width": width, "height": 800}) as visit:
        visit.page.add_init_script(_MOVED)
        for address in PAGES:
            page = visit.open(address)
            banner = page.get_by_role("complementary", name="Announcement")
            expect(banner).to_be_visible()
            expect(banner.get_by_role("link", name="How to comment")).to_be_visible()
            box, header = banner.bounding_box(), page.locator("header.masthead").bounding_box()
            assert box is not None
            assert header is not None
            assert (box["x"], box["y"], box["width"]) == (0, 0, width)
            assert header["y"] == box["height"]
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("window.moved") < 0.01
            assert violations(page) == []
        # The browser itself reports that the page is not there.
        assert [it for it in visit.complaints if "404" not in it] == []


def test_an_announcement_is_not_printed(browser: Browser, root: str) -> None:
    with visiting(browser, root) as visit:
        page = visit.open("/standard/")
        page.emulate_media(media="print")
        expect(page.locator(".announce")).to_be_hidden()
