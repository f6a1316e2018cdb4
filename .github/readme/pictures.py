"""The pictures of the README, taken of the site as it is built now: ``make pictures``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from chromium import FLAGS, NONE, find_chromium  # noqa: E402 - the tests know where Chromium stands
from serving import serving  # noqa: E402
from sites import build_site  # noqa: E402

SIZE = {"width": 1200, "height": 760}
PHONE = {"width": 390, "height": 760}


def domain(page: Page) -> None:
    """A domain with its criterion and what surrounds it."""


def comparison(page: Page) -> None:
    """A comparison, where its changes begin."""
    page.evaluate("document.querySelector('.filter-form').scrollIntoView()")


def checklist(page: Page) -> None:
    """A self-assessment that somebody has begun."""
    for place, answer in enumerate(("Met", "Partly met", "Met")):
        page.get_by_role("radio", name=answer, exact=True).nth(place).check()
    page.evaluate("document.querySelector('.sheet-body').scrollIntoView()")


PICTURES = {
    "domain": ("/standard/domains/human-oversight/", SIZE, "light", domain),
    "comparison": ("/standard/compare/1.0...1.1/", SIZE, "light", comparison),
    "checklist": ("/standard/checklist/", SIZE, "light", checklist),
    "phone": ("/standard/1.0/criteria/D05.5/", PHONE, "dark", domain),
}


def main() -> int:
    """Take the pictures; 0 if all were taken, 2 if there is no Chromium."""
    chromium = find_chromium()
    if chromium is None:
        print(NONE, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="editions-pictures-") as work, sync_playwright() as playwright:
        site = build_site(ROOT, Path(work) / "site", "https://productionai.institute/")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with serving(site) as root:
            for name, (address, size, scheme, prepare) in PICTURES.items():
                page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
                page.goto(root + address.lstrip("/"), wait_until="networkidle")
                prepare(page)
                page.evaluate("document.activeElement.blur()")
                page.screenshot(path=HERE / f"{name}.png")
                page.close()
                print(f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
