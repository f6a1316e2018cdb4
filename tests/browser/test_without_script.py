"""Without script every page says all that it has, and offers nothing that does not work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from page_kinds import PAGES, ROOTS
from playwright.sync_api import Browser, Page

from visits import Visit, visiting

# A filtered address is the same page without script.
KINDS = [it for it in PAGES if "?" not in it[2]]
# What waits for the script that alone can make it work: controls and their labels, nothing of the standard.
WAITING = "button[hidden], .filters, .assessment, .cite-controls"
# What a script alone may add to the words of a page: controls, what these say, and today's date in a citation.
MADE = "button, label, legend, dialog, .filters, [role=status], .assessment, .answer, .cite-day"
# Of a picture's two drawings the one that fits is seen; marks of headings show on hovering; where the outline stands
# open beside the text it needs no name to open it by.
UNSEEN = "script, style, svg, .headerlink"
NAMES_OF_OUTLINES = ".outline > summary"
OPEN = "for (const it of document.querySelectorAll('details')) it.open = true"
LOOK = r"""({ waiting, made, unseen, names }) => {
  const seen = (it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const drawn = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].some((it) => it.width > 1 && it.height > 1)
  }
  const outline = (it) => it.closest(names) && seen(it.closest(names).nextElementSibling)
  const words = new Set()
  const hidden = []
  const shown = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const text = walk.currentNode.data.replace(/\s+/g, " ").trim()
    const within = walk.currentNode.parentElement
    if (!text || within.closest(unseen)) continue
    words.add(text)
    if (drawn(walk.currentNode) && seen(within)) {
      if (!within.closest(made)) shown.push(text)
    } else if (!within.closest(waiting) && !outline(within)) hidden.push(text)
  }
  const controls = document.querySelectorAll("button, input, select, textarea, dialog, [tabindex], [contenteditable]")
  return {
    words: [...words],
    hidden,
    shown,
    links: [...document.querySelectorAll("main a[href]")].map((it) => it.getAttribute("href")),
    dead: [...controls].filter(seen).map((it) => it.outerHTML.slice(0, 200)),
  }
}"""


@pytest.fixture(scope="module")
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[dict[str, tuple[Visit, Visit]]]:
    """For each site a visit with script and one without."""
    with ExitStack() as stack:

        def visit(root: str, *, script: bool) -> Visit:
            url = request.getfixturevalue(root)
            return stack.enter_context(visiting(browser, url, java_script_enabled=script))

        yield {root: (visit(root, script=True), visit(root, script=False)) for root in ROOTS}


def look(page: Page) -> Any:
    """What a page says and offers with everything open that opens by itself."""
    page.evaluate(OPEN)
    return page.evaluate(LOOK, {"waiting": WAITING, "made": MADE, "unseen": UNSEEN, "names": NAMES_OF_OUTLINES})


@pytest.mark.parametrize(("root", "name", "address"), KINDS, ids=[name for _, name, _ in KINDS])
def test_without_script_every_text_and_link_is_there_and_no_control_is_dead(
    visits: dict[str, tuple[Visit, Visit]], root: str, name: str, address: str
) -> None:
    """What stands in the page is seen on a phone and on a desk, and a script adds controls alone."""
    scripted, plain = visits[root]
    with_script, page = look(scripted.open(address)), plain.open(address)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        without = look(page)
        assert without["hidden"] == []
        assert without["dead"] == []
    assert set(with_script["shown"]) <= set(without["words"])
    assert set(with_script["links"]) <= set(without["links"])


def test_what_only_a_script_reveals_is_found(visits: dict[str, tuple[Visit, Visit]]) -> None:
    """Without this, a look that sees nothing would pass every page."""
    scripted, plain = visits["small_root"]
    page = plain.open("/standard/")
    assert len(look(page)["words"]) > 50
    for change in ("hidden = true", "style.display = 'none'", "style.opacity = 0", "style.fontSize = 0"):
        assert look(plain.open("/standard/"))["hidden"] == []
        page.evaluate(f"document.querySelector('.edition-summary').{change}")
        assert look(page)["hidden"] == ["What a service must do to be trusted."]
    page.evaluate("document.querySelector('.search-open').hidden = false")
    page.evaluate("document.querySelector('.search-open').style.display = 'flex'")
    assert len(look(page)["dead"]) == 1
    page = scripted.open("/standard/")
    page.evaluate("document.querySelector('.sheet-body').append('Made by a script.')")
    assert "Made by a script." in look(page)["shown"]
