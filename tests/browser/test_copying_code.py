"""Code is copied with a button, on pages under docs/ and in texts, also where the site has no citations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_checks import violations
from layout_shifts import LIMIT, NOTE_SHIFTS
from playwright.sync_api import Browser, Page, expect

from release_projects import editions
from serving import serving_once_made
from small_standard import write_files, write_small_standard
from visits import visiting

PAGE = """\
---
title: Code
---

``` py title="indented.py" linenums="1"
    first = 1
    second = 2
```

```
A text without a language, that is so long that it does not fit into one line of a telephone or of a page on a desk.
```
"""
GUIDANCE = "\nWrite it down:\n\n```sh\necho guidance\n```\n"
EXTENSIONS = "markdown_extensions:\n  - pymdownx.highlight\n  - pymdownx.superfences\n"
ADDRESS = "/code/"
DOMAIN = "/standard/draft/domains/access/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def make(folder: Path) -> None:
    project = write_small_standard(folder / "project")
    write_files(project, {"docs/code.md": PAGE.encode()})
    domain = project / "standard/domains/01-access.md"
    domain.write_text(domain.read_text(encoding="utf-8") + GUIDANCE, encoding="utf-8")
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    for plugin in ("citations", "attribution"):
        configuration = configuration.replace(f"  - editions/{plugin}\n", "")
    (project / "mkdocs.yml").write_text(configuration + EXTENSIONS, encoding="utf-8")
    outcome = editions(project, "build", "-d", str(folder / "site"))
    assert outcome.code == 0, outcome.output


@pytest.fixture(scope="module")
def root(shared_folder: Path) -> Iterator[str]:
    with serving_once_made(shared_folder, "code-to-copy", make) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    with visiting(browser, root, permissions=CLIPBOARD) as visit:
        yield visit.open(ADDRESS)
        assert not visit.complaints


def copied(page: Page) -> str:
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


def test_the_keyboard_copies_code_and_a_screen_reader_hears_of_it(page: Page) -> None:
    """The button is named after the file, is the next stop behind its code, and the indentation is kept."""
    button = page.get_by_role("button", name="Copy indented.py")
    button.focus()
    page.keyboard.press("Enter")
    status = page.locator(".highlight").first.get_by_role("status")
    expect(status).to_have_text("indented.py copied to the clipboard.")
    assert status.get_attribute("aria-live") == "polite"
    expect(button).to_have_text("Copied")
    assert copied(page) == "    first = 1\n    second = 2"
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy text")).to_be_focused()


def test_code_in_a_text_is_copied(browser: Browser, root: str) -> None:
    with visiting(browser, root, permissions=CLIPBOARD) as visit:
        page = visit.open(DOMAIN)
        page.locator("pre", has_text="echo guidance").get_by_role("button").click()
        expect(page.get_by_text("copied to the clipboard.")).to_have_count(1)
        assert copied(page) == "echo guidance"


@pytest.mark.parametrize("width", [390, 1280])
def test_buttons_cover_no_code_and_move_nothing(browser: Browser, root: str, width: int) -> None:
    with visiting(browser, root, viewport={"width": width, "height": 800}) as visit:
        visit.page.add_init_script(NOTE_SHIFTS)
        page = visit.open(ADDRESS)
        buttons = page.locator(".copy-controls > .copy-button")
        expect(buttons).to_have_count(2)
        assert sum(value for value, *_ in page.evaluate("noted()")) <= LIMIT
        covered = """all => all.filter((button) => {
          const box = button.getBoundingClientRect(), range = document.createRange()
          range.selectNodeContents(button.closest(".copied-block").querySelector("code"))
          return [...range.getClientRects()].some((it) =>
            it.width && it.right > box.left && it.left < box.right && it.bottom > box.top && it.top < box.bottom)
        }).length"""
        assert buttons.evaluate_all(covered) == 0
        assert violations(page) == []


def test_no_button_is_shown_where_it_would_not_work(browser: Browser, root: str) -> None:
    """Without script, without a clipboard, on paper; and a page with nothing to copy does not load the script."""
    with visiting(browser, root, java_script_enabled=False) as visit:
        assert visit.open(ADDRESS).locator(".copy-button").count() == 0
    with visiting(browser, root) as visit:
        page = visit.open(ADDRESS)
        expect(page.locator(".copy-button:visible")).to_have_count(2)
        page.emulate_media(media="print")
        expect(page.locator(".copy-button:visible")).to_have_count(0)
        asked: list[str] = []
        page.on("request", lambda it: asked.append(it.url.rpartition("/")[2]))
        visit.open("/standard/history/")
        assert "editions.js" in asked
        assert "copy.js" not in asked
    with visiting(browser, root) as visit:
        visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        visit.page.add_init_script("document.queryCommandSupported = () => false")
        with visit.page.expect_response(lambda it: it.url.endswith("copy.js")):
            visit.open(ADDRESS)
        assert visit.page.locator(".copy-button").count() == 0
