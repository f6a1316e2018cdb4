"""A page under docs/ with every construct that Markdown's extensions give a writer, as readers meet it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_checks import violations
from layout_shifts import LIMIT, NOTE_SHIFTS
from playwright.sync_api import Browser, Page, expect

from serving import serving_once_made
from sites import build_site
from small_standard import SITE_URL, write_files, write_small_standard
from visits import visiting

ADDRESS = "/every/"
KINDS = "abstract info tip success question warning failure danger bug example quote hint attention my-own".split()
TEXT = (Path(__file__).parent / "every_construct.md").read_text(encoding="utf-8")
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2H0z"/></svg>\n'
EXTENSIONS = """\
markdown_extensions:
  - abbr
  - admonition
  - footnotes
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.blocks.caption
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight: {anchor_linenums: true, line_spans: __span, pygments_lang_class: true}
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""
# What is wider than the window, but for what scrolls or is clipped within a box of its own.
WIDER = """() => {
  const held = (node) => node && (getComputedStyle(node).overflowX !== "visible" || held(node.parentElement))
  return [...document.querySelectorAll("main *")]
    .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !held(it.parentElement))
    .map((it) => it.outerHTML.slice(0, 120))
}"""
# The ratio of contrast (WCAG 2.2, 1.4.3) of each piece of highlighted code; axe skips those on marked lines.
CONTRAST = """() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgb = (...colours) => {
    context.clearRect(0, 0, 1, 1)
    for (const it of colours) { context.fillStyle = it; context.fillRect(0, 0, 1, 1) }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const channel = (it) => it <= 10.31475 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4
  const light = (it) => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => sum + part * channel(it[i]), 0)
  const behind = (node) => node ? [...behind(node.parentElement), getComputedStyle(node).backgroundColor] : []
  return [...document.querySelectorAll(".highlight code span[class]:not(:has(*))")]
    .filter((it) => it.textContent.trim())
    .map((it) => {
      const back = behind(it)
      const [a, b] = [light(rgb(...back, getComputedStyle(it).color)), light(rgb(...back))].sort((x, y) => y - x)
      return [it.className, it.textContent, (a + 0.05) / (b + 0.05)]
    })
}"""


def make(folder: Path) -> None:
    project = write_small_standard(folder / "project")
    kinds = "\n\n".join(f"!!! {kind}\n\n    Of the kind {kind}, with a [link](license.md)." for kind in KINDS)
    page = TEXT.replace("@KINDS", kinds)
    write_files(project, {"docs/every.md": page.encode(), "docs/picture.svg": PICTURE})
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(EXTENSIONS)
    build_site(project, folder / "site", SITE_URL)


@pytest.fixture(scope="module")
def root(shared_folder: Path) -> Iterator[str]:
    with serving_once_made(shared_folder, "every-construct", make) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    with visiting(browser, root, viewport={"width": 1280, "height": 800}) as visit:
        yield visit.open(ADDRESS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_construct_is_accessible_and_fits_into_the_page(
    browser: Browser, root: str, scheme: str, width: int
) -> None:
    """Nothing moves while it loads, either."""
    with visiting(browser, root, color_scheme=scheme, viewport={"width": width, "height": 800}) as visit:
        visit.page.add_init_script(NOTE_SHIFTS)
        page = visit.open(ADDRESS)
        assert sum(value for value, *_ in page.evaluate("noted()")) <= LIMIT
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(WIDER) == []
        assert violations(page) == []
        assert [it for it in page.evaluate(CONTRAST) if it[2] < 4.5] == []
        assert not visit.complaints
        assert not visit.strangers


def test_one_tab_is_shown_at_a_time(page: Page) -> None:
    """Their names are one row; the keyboard opens them, too, and a set within a tab has its own."""
    first, second = (page.get_by_text(name, exact=True) for name in ("First", "Second"))
    inside, other = page.get_by_text("What is in the first."), page.get_by_text("What is in the second.")
    expect(inside).to_be_visible()
    expect(other).not_to_be_visible()
    boxes = [it.bounding_box() for it in (first, second)]
    assert len({box["y"] for box in boxes if box}) == 1
    second.focus()
    page.keyboard.press("Enter")
    expect(other).to_be_visible()
    expect(inside).not_to_be_visible()
    expect(page.get_by_text("Inside one.")).to_be_visible()
    page.get_by_text("Inner two", exact=True).click()
    expect(page.get_by_text("Inside two.")).to_be_visible()
    expect(page.get_by_text("Inside one.")).not_to_be_visible()
    expect(other).to_be_visible()


def test_without_script_and_on_paper_every_tab_can_be_read(browser: Browser, root: str) -> None:
    with visiting(browser, root, java_script_enabled=False) as visit:
        page = visit.open(ADDRESS)
        page.get_by_text("Second", exact=True).click()
        expect(page.get_by_text("What is in the second.")).to_be_visible()
        page.emulate_media(media="print")
        for words in ("What is in the first.", "Inside one.", "Inside two.", "What is folded."):
            expect(page.get_by_text(words)).to_be_visible()


def test_tasks_and_icons_are_shown(page: Page) -> None:
    """A task has its box as a picture with a name; an icon has the colour of the words, and an emoji is a character."""
    tasks = page.locator("li.task-list-item [role=img]")
    assert tasks.evaluate_all("all => all.map(it => it.ariaLabel)") == ["open", "done"]
    assert page.locator("li.task-list-item").first.evaluate("it => getComputedStyle(it).listStyleType") == "none"
    icon = page.locator("p .twemoji svg").first
    assert icon.evaluate("it => getComputedStyle(it).fill === getComputedStyle(it.closest('p')).color")
    assert 10 < (icon.bounding_box() or {"width": 0})["width"] < 30
    expect(page.get_by_text("😄 an emoji")).to_be_visible()


def test_a_line_of_code_has_an_address_and_is_no_stop_of_the_tab_key(page: Page) -> None:
    assert page.locator("[id^=__codelineno]").count() > 5
    assert page.locator(".highlight a").count() == 0


@pytest.mark.parametrize("number", range(3))
def test_code_is_copied_without_its_numbers(browser: Browser, root: str, number: int) -> None:
    """Whichever way its lines are numbered."""
    with visiting(browser, root, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open(ADDRESS)
        code = page.locator(".copied-block").nth(number)
        code.get_by_role("button", name="Copy").click()
        expect(code.get_by_role("status")).to_have_text(re.compile(" copied to the clipboard.$"))
        shown = code.locator("pre > code").text_content() or ""
        assert page.evaluate("navigator.clipboard.readText()") == shown.strip()


def test_formulas_are_shown_without_script(page: Page) -> None:
    """As MathML, raised signs above the others."""
    low, high = (page.locator(f"p > math {it}").first.bounding_box() for it in ("mi", "mn"))
    assert low is not None
    assert high is not None
    assert high["y"] < low["y"]
    expect(page.locator("p.formula > math[display=block]").first).to_be_visible()


def test_what_pages_do_not_have_reads_as_it_is_written(page: Page) -> None:
    """Marks of annotations are in the text and the code, the notes are a list below, and a diagram is code."""
    expect(page.get_by_text("A sentence with a mark. (1)")).to_be_visible()
    expect(page.locator("pre", has_text="key: value # (1)!")).to_be_visible()
    for words in ("What the mark is about.", "What the value is about."):
        expect(page.locator("ol > li", has_text=words)).to_be_visible()
    expect(page.locator("pre", has_text="graph LR").get_by_role("button", name="Copy")).to_be_visible()


def test_kinds_of_admonitions_differ_in_colour_and_sign(page: Page) -> None:
    """And each that is not known looks as a note."""
    look = """all => Object.fromEntries(all.map((it) => [
      [...it.classList].at(-1),
      getComputedStyle(it.firstElementChild).color + getComputedStyle(it.firstElementChild, "::before").maskImage,
    ]))"""
    looks = page.locator(".admonition:has(> .admonition-title)").evaluate_all(look)
    assert looks["my-own"] == looks["note"]
    assert looks["hint"] == looks["tip"]
    distinct = ("note", "tip", "success", "question", "warning", "failure", "danger", "example", "quote")
    assert len({looks[it] for it in distinct}) == len(distinct)
