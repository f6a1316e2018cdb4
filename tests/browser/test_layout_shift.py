"""Nothing moves while a page loads, whatever faces the reader's system has, and however late faces and scripts are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from font_sets import FONT_SETS, FontSet
from layout_shifts import LIMIT, NOTE_SHIFTS
from page_kinds import OWN
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from visits import visiting

PAGES = (
    OWN["home"],
    OWN["newest edition"],
    OWN["newest domain"],
    OWN["superseded domain with criteria"],
    OWN["superseded criterion"],
    OWN["comparison"],
    f"{OWN['comparison']}#changes",
    "/standard/checklist/",
    "/standard/1.0/checklist/#D01.3",
    OWN["citation guidance"],
    OWN["article"],
)
WIDTHS = (390, 1280)
LATE = 300  # milliseconds after the first contentful paint
PAINTED = """new Promise((resolve) => new PerformanceObserver((list) => {
  if (list.getEntriesByName("first-contentful-paint").length) resolve()
}).observe({ type: "paint", buffered: true }))"""
WEB = {"Serif": "source-serif-4-latin-wght-normal", "Sans": "public-sans-latin-wght-normal"}
ITALIC = "source-serif-4-latin-400-italic"
# By family: the faces that stand in for it, and the weights in use.
STAND_INS = {
    "Serif": ("'Times as Serif', 'Noto as Serif', 'DejaVu as Serif'", (400, 620)),
    "Sans": ("'Arial as Sans', 'Roboto as Sans', 'DejaVu as Sans'", (400, 600)),
}
MEASURE = """
async ({ web, local, weight, style }) => {
  const face = new FontFace("Web", `url(${web})`, { weight: "400 700", style })
  document.fonts.add(await face.load())
  const box = document.body.appendChild(document.createElement("div"))
  box.style.cssText = `position: absolute; white-space: nowrap; font: ${style} ${weight} 1000px/normal Web`
  const words = [...document.querySelectorAll(".sheet-body p")].map((it) => it.textContent)
  box.textContent = words.join(" ").replace(/[^ -~]+/g, " ")
  const size = () => { const { width, height } = box.getBoundingClientRect(); return [width, height] }
  const there = size()
  box.style.fontFamily = local
  const here = size()
  box.remove()
  document.fonts.delete(face)
  return [here[0] / there[0], here[1] / there[1]]
}
"""


@pytest.fixture(scope="module", params=FONT_SETS, ids=lambda it: it.folder)
def fonts(request: pytest.FixtureRequest) -> FontSet:
    """The faces of a kind of system."""
    found: FontSet = request.param
    return found


@pytest.fixture(scope="module")
def reader(
    fonts: FontSet, start_chromium: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A Chromium on such a system."""
    browser = start_chromium(FONTCONFIG_FILE=str(fonts.write_fontconfig(tmp_path_factory.mktemp(fonts.folder))))
    yield browser
    browser.close()


def open_slowly(context: BrowserContext, root: str) -> dict[str, Page]:
    """Open all pages, side by side; their faces and scripts arrive some time after each has shown its first words."""
    held: list[Route] | None = []

    def hold(route: Route) -> None:
        if held is None:
            route.continue_()
        else:
            held.append(route)

    context.route("**/*.woff2", hold)
    context.route("**/*.js", hold)
    context.add_init_script(NOTE_SHIFTS)
    pages = {address: context.new_page() for address in PAGES}
    for address, page in pages.items():
        page.goto(root + address.lstrip("/"), wait_until="commit")
    for page in pages.values():
        page.evaluate(PAINTED)
    next(iter(pages.values())).wait_for_timeout(LATE)
    late, held = held, None
    assert {route.request.url.rpartition(".")[2] for route in late} == {"woff2", "js"}
    for route in late:
        route.continue_()
    for page in pages.values():
        page.wait_for_load_state("load")
    return pages


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_faces_and_scripts_arrive_late(reader: Browser, own_root: str, width: int) -> None:
    """Cumulative layout shift (web.dev/cls): at most 0.01, where 0.1 still counts as good."""
    with visiting(reader, own_root, viewport={"width": width, "height": 800}) as visit:
        pages = open_slowly(visit.page.context, own_root)
        for page in pages.values():  # side by side: a page behind another draws one frame a second
            page.evaluate("() => { self.told = noted() }")
        noted = {address: page.evaluate("told") for address, page in pages.items()}
        assert {address: it for address, it in noted.items() if sum(value for value, *_ in it) > LIMIT} == {}


def test_a_shift_would_be_seen(browser: Browser, own_root: str) -> None:
    """Without this, an observer that sees nothing would pass every page."""
    with visiting(browser, own_root) as visit:
        visit.page.add_init_script(NOTE_SHIFTS)
        page = visit.open("/")
        page.evaluate("document.querySelector('main').style.marginTop = '90px'")
        assert page.evaluate("noted().then((it) => it.length)")


@pytest.mark.parametrize("family", STAND_INS)
def test_a_face_of_the_system_is_as_wide_and_as_high_as_the_one_that_it_stands_in_for(
    reader: Browser, own_root: str, family: str
) -> None:
    """So a line breaks where it will on the next page, which shows the face of the theme."""
    local, weights = STAND_INS[family]
    with visiting(reader, own_root) as visit:
        page = visit.open(OWN["article"])
        cases = [(WEB[family], weight, "normal") for weight in weights]
        cases += [(ITALIC, 400, "italic")] if family == "Serif" else []
        for face, weight, style in cases:
            web = f"{own_root}assets/editions/fonts/{face}.woff2"
            wide, high = page.evaluate(MEASURE, {"web": web, "local": local, "weight": weight, "style": style})
            assert wide == pytest.approx(1, abs=0.015), (face, weight, style)
            assert high == pytest.approx(1, abs=0.02), (face, weight, style)


def test_the_faces_of_every_page_are_requested_before_the_style_sheet_names_them(
    browser: Browser, own_root: str
) -> None:
    with visiting(browser, own_root) as visit:
        page = visit.open("/")
        asked = page.eval_on_selector_all("link[rel=preload][as=font]", "all => all.map(it => it.href)")
        assert asked == [f"{own_root}assets/editions/fonts/{it}.woff2" for it in WEB.values()]
        shown = page.evaluate(
            "[...document.fonts].filter(it => it.status == 'loaded').map(it => it.family.replaceAll('\"', ''))"
        )
        assert {f"Editions {it}" for it in WEB} <= set(shown)


@pytest.mark.parametrize("width", [320, 390])
def test_the_sections_of_the_site_are_one_row_that_shows_where_one_is_and_is_gone_through_by_keyboard(
    browser: Browser, own_root: str, width: int
) -> None:
    with visiting(browser, own_root, viewport={"width": width, "height": 700}) as visit:
        page = visit.open("/license/")
        links = page.locator(".masthead-nav a")
        assert len({it["y"] for it in (link.bounding_box() for link in links.all()) if it}) == 1
        assert page.evaluate("document.documentElement.scrollWidth") == width
        expect(page.locator(".masthead-nav [aria-current]")).to_be_in_viewport(ratio=0.95)
        for link in links.all():
            link.focus()
            expect(link).to_be_in_viewport(ratio=0.95)
