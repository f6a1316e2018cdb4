"""A site in a language that is written from right to left is the mirror image of others, but for code and ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_checks import violations
from playwright.sync_api import Browser, Locator, Page

from release_projects import editions
from serving import serving_once_made
from small_standard import write_files, write_small_standard
from visits import visiting

DOMAIN = "/standard/draft/domains/access/"
COMPARISON = "/standard/compare/1.0...1.1/"
PAGES = (
    "/",
    "/code/",
    "/standard/",
    DOMAIN,
    "/standard/1.0/criteria/A.2/",
    COMPARISON,
    "/standard/history/",
    "/standard/checklist/",
    "/standard/crosswalks/",
    "/insights/",
    "/insights/ending/",
    "/citations/",
    "/license/",
    "/schema/release-1/",
    "/nowhere/",
)
CODE = """\
---
title: الرموز
---

استخدم `--strict` دائما.

``` py title="wide.py" linenums="1"
first = "a line that is so long that no telephone can show it, so that the box around it scrolls sideways" + "and more"
```
"""
GUIDANCE = "\n## الإرشادات\n\nيُمنح الوصول إلى أشخاص محددين فقط.\n\n```sh\necho guidance\n```\n"
EXTENSIONS = "markdown_extensions:\n  - pymdownx.highlight\n  - pymdownx.superfences\n"
# From left to right: whether each sign of a text is to the right of the one before.
IN_ORDER = """(node) => {
  const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange()
  const places = [...text.data.trimEnd()].map((_, at) => {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().left
  })
  return places.every((it, at) => at === 0 || it > places[at - 1])
}"""


def make(folder: Path) -> None:
    project = write_small_standard(folder / "project")
    write_files(project, {"docs/code.md": CODE.encode()})
    domain = project / "standard/domains/01-access.md"
    text = domain.read_text(encoding="utf-8").replace('title: "Access"', 'title: "إدارة الوصول (الأمن)"')
    domain.write_text(text + GUIDANCE, encoding="utf-8")
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    configuration = configuration.replace("  name: material\n", "  name: material\n  language: ar\n")
    (project / "mkdocs.yml").write_text(configuration + EXTENSIONS, encoding="utf-8")
    outcome = editions(project, "build", "-d", str(folder / "site"))
    assert outcome.code == 0, outcome.output


@pytest.fixture(scope="module")
def root(shared_folder: Path) -> Iterator[str]:
    with serving_once_made(shared_folder, "right-to-left", make) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    with visiting(browser, root, viewport={"width": 1280, "height": 800}) as visit:
        yield visit.open(DOMAIN)


def box(place: Locator) -> tuple[float, float]:
    """Where an element begins and ends, from the left."""
    found = place.bounding_box()
    assert found is not None
    return found["x"], found["x"] + found["width"]


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways(browser: Browser, root: str, width: int) -> None:
    with visiting(browser, root, viewport={"width": width, "height": 800}) as visit:
        for address in PAGES:
            page = visit.open(address)
            assert page.locator("html").get_attribute("dir") == "rtl"
            assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
            # A page that is too wide to the left would scroll there, too.
            page.evaluate("scrollTo(-500, 0)")
            assert (page.evaluate("document.documentElement.scrollWidth"), page.evaluate("scrollX")) == (width, 0), (
                address
            )
        assert [it for it in visit.complaints if "404" not in it] == []


def test_the_columns_are_mirrored(page: Page) -> None:
    """The outline is to the right of the text, the facts to the left; the id of a criterion hangs at the right."""
    facts, text, outline = (box(page.locator(it)) for it in (".page-facts", ".sheet-body", ".outline"))
    assert facts[1] <= text[0]
    assert text[1] <= outline[0]
    name, tools = box(page.locator(".masthead-name")), box(page.locator(".masthead-tools"))
    assert tools[1] <= name[0]
    hanging, heading = box(page.locator("h3.criterion > a").first), box(page.locator("h3.criterion").first)
    assert abs(hanging[1] - heading[1]) < 1
    assert violations(page) == []


def test_ids_and_code_are_written_from_left_to_right(browser: Browser, root: str) -> None:
    with visiting(browser, root, viewport={"width": 390, "height": 800}) as visit:
        page = visit.open(DOMAIN)
        assert page.locator("h3.criterion > a").first.evaluate(IN_ORDER)
        assert page.locator("pre > code").first.evaluate(IN_ORDER)
        page = visit.open(COMPARISON)
        assert page.locator(".change-id").first.evaluate(IN_ORDER)
        page = visit.open("/standard/1.1/")
        assert page.locator(".fact-permanent a").evaluate(IN_ORDER)
        page = visit.open("/code/")
        assert page.locator("p > code").evaluate(IN_ORDER)
        # The line begins in sight, behind its number.
        line, scrolling = box(page.locator(".highlight code > *").first), box(page.locator(".highlight .table-scroll"))
        assert scrolling[0] < line[0] < scrolling[1]
        assert page.locator(".highlight .table-scroll").evaluate("it => getComputedStyle(it).direction") == "ltr"


def test_what_points_sideways_points_the_other_way(browser: Browser, root: str) -> None:
    with visiting(browser, root) as visit:
        arrow = visit.open(COMPARISON).locator(".change-arrow").first
        assert arrow.evaluate("it => new DOMMatrix(getComputedStyle(it).transform).a") == -1
        before, after = (box(arrow.locator(f"xpath={it}::a[1]")) for it in ("preceding-sibling", "following-sibling"))
        assert after[1] <= before[0]
        picture = visit.page.locator(".lineage-picture svg").first
        assert picture.evaluate("it => getComputedStyle(it).direction") == "ltr"
