"""What contributors could write, in a real browser: either guard alone holds, and without both the attacks succeed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Request

from hostile_attacks import ATTACKS, OWN, Attack
from hostile_pages import URL, attack_pages
from serving import serving
from sites import Site

PAGES = attack_pages()
# Runs in every page before anything of the page does. An attack says its name by asking for the property of that name,
# which takes no quotes, blanks or signs. When the page stands, it is touched as by a reader who touches everything:
# events at every element, and a click wherever one does something but lead away. What is seen goes to the console.
_WATCH = """if (self === top) {
  const say = console.debug.bind(console)
  const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)]
  self.broken = new Proxy({}, { get: (_, name) => say(`ran ${String(name)}`) })
  const scheme = /^\\s*(?!https?:|mailto:|tel:)[a-z0-9+.\\s-]*:/i
  const target = (it) => it.getAttribute("href") ?? it.getAttribute("xlink:href") ?? ""
  const does = (it) => {
    const link = it.closest("a, area")
    if (!link || link instanceof SVGElement) return true
    return link.hasAttribute("ping") || link.hasAttribute("onclick") || scheme.test(target(link))
  }
  const touch = () => {
    // A form that leads nowhere would load the page anew.
    addEventListener("submit", (event) => {
      const form = Element.prototype.getAttribute.call(event.target, "action")
      if (!(event.submitter?.getAttribute("formaction") ?? form)) event.preventDefault()
    }, true)
    const types = ["mouseover", "focus", "input", "change", "toggle", "pageshow", "slotchange"]
    for (const it of all("body, #content *, .outline a").slice(0, 300)) {
      const own = it.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => name.slice(2))
      for (const type of new Set([...types, ...own])) it.dispatchEvent(new Event(type))
    }
    for (const it of all("#content :is(a, area, button, [type=submit], [type=image], a text):not(.headerlink)"))
      if (does(it)) it.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
    setTimeout(() => {
      for (const [name, selector] of Object.entries(STANDS)) if (all(selector).length) say(`stood ${name}`)
      say("touched")
    }, 30)
  }
  addEventListener("load", () => setTimeout(touch))
}"""


@dataclass
class Seen:
    """What pages did in the browser.

    Attributes:
        ran: Names of attacks whose script ran.
        asked: Names of attacks whose addresses were asked for.
        stood: Names of attacks whose elements stand in a page.
        moved: Addresses of pages that were left.
    """

    ran: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    stood: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)

    def __or__(self, other: Seen) -> Seen:
        return Seen(self.ran | other.ran, self.asked | other.asked, self.stood | other.stood, self.moved | other.moved)

    def __contains__(self, attack: Attack) -> bool:
        return (
            attack.name
            in {"runs": self.ran, "asks": self.asked, "stands": self.stood, "copies": self.ran, "inert": self.ran}[
                attack.proof
            ]
        )


def visited(browser: Browser, site: Site, addresses: list[str], *, ruled: bool, patience: float = 20_000) -> Seen:
    """Open pages, touch everything in them and note what happens.

    Args:
        browser: The browser.
        site: Their site.
        addresses: The pages, from the root of the site.
        ruled: Whether the browser heeds the policy that the pages state.
        patience: For how many milliseconds a page is waited for.

    Returns:
        What they did.
    """
    seen = Seen()
    leaving = [address for address in addresses if any(attack.leaves for attack in PAGES[address])]
    with serving(site) as root:
        for some, staying in ((leaving, True), ([it for it in addresses if it not in leaving], False)):
            # Without the policy: the browser is told to pass it over.
            context = browser.new_context(bypass_csp=not ruled, viewport={"width": 320, "height": 240})
            if staying:  # where to it leads is noted, and the page stays; this costs the browser its cache
                away = re.compile(r"canary\.invalid/|/canary/")
                context.route(away, lambda route: route.abort("aborted"))
            _visit(context, root, some, seen, patience)
            context.close()
    return seen


def _visit(context: BrowserContext, root: str, addresses: list[str], seen: Seen, patience: float) -> None:
    selectors = {attack.name: attack.stands for attack in ATTACKS if attack.proof == "stands"}
    context.add_init_script(_WATCH.replace("STANDS", json.dumps(selectors)))

    def name_of(url: str) -> str:
        return re.split(r"canary\.invalid/|/canary/", url)[1].split("?")[0].split(".")[0].strip("/")

    def asked(request: Request) -> None:
        if "canary.invalid/" in request.url or f"{OWN}/" in request.url:
            seen.asked.add(name_of(request.url))

    def refused(request: Request) -> None:
        if request.failure == "csp":  # announced as a request, it never left the browser
            seen.asked.discard(name_of(request.url))

    def told(message: ConsoleMessage) -> None:
        what, _, name = message.text.partition(" ")
        {"ran": seen.ran, "stood": seen.stood}.get(what, set()).add(name)

    context.on("request", asked)
    context.on("requestfailed", refused)
    context.on("console", told)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    for address in addresses:
        here = root + address[1:]
        try:
            with page.expect_console_message(lambda message: message.text == "touched", timeout=patience):
                page.goto(here, wait_until="commit", timeout=patience)
        except Error:
            seen.moved.add(address)
        if page.url.partition("#")[0] != here:
            seen.moved.add(address)


def test_there_are_at_least_sixty_hostile_pages_and_every_attack_has_a_name_of_its_own() -> None:
    assert len(PAGES) >= 60
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert sorted(attack.name for page in PAGES.values() for attack in page) == sorted(it.name for it in ATTACKS)


@pytest.mark.parametrize(
    ("variant", "ruled"),
    [
        pytest.param("guarded", True, id="with the sanitiser and the policy"),
        pytest.param("unsanitised", True, id="with the policy alone"),
        pytest.param("unruled", False, id="with the sanitiser alone"),
    ],
)
def test_nothing_runs_is_fetched_or_leads_away(browser: Browser, variants: Path, variant: str, ruled: bool) -> None:
    # What both guards leave is what the sanitiser alone leaves, as another test shows; a third of the pages will do.
    addresses = list(PAGES)[:: 3 if variant == "guarded" else 1]
    assert visited(browser, Site(variants / variant, URL, ""), addresses, ruled=ruled) == Seen()


def test_the_sanitiser_leaves_nothing_that_the_policy_cannot_forbid(variants: Path) -> None:
    guarded, unruled = (Site(variants / name, URL, "") for name in ("guarded", "unruled"))
    for address in PAGES:
        assert guarded.file(address).read_bytes() == unruled.file(address).read_bytes()


def test_with_neither_guard_every_attack_of_the_table_succeeds(browser: Browser, variants: Path) -> None:
    """Otherwise the table would prove nothing."""
    site = Site(variants / "bare", URL, "")
    seen = visited(browser, site, list(PAGES), ruled=False)
    claimed = [attack for attack in ATTACKS if attack.proof in ("runs", "asks", "stands")]
    assert len(claimed) > 120
    again = [address for address, held in PAGES.items() if any(it in claimed and it not in seen for it in held)]
    seen |= visited(
        browser, site, again, ruled=False, patience=3_000
    )  # a page that another left too early for it to be seen
    assert [attack.name for attack in claimed if attack not in seen] == []
    assert [attack.name for attack in ATTACKS if attack.proof == "inert" and attack in seen] == []


def test_a_copy_of_the_trusted_script_would_load_anything_if_it_did_not_refuse(
    browser: Browser, variants: Path
) -> None:
    copies = {address: held[0] for address, held in PAGES.items() if held[0].proof == "copies"}
    seen = visited(browser, Site(variants / "copied", URL, ""), list(copies), ruled=True)
    assert seen.ran | seen.asked == {attack.name for attack in copies.values()}


def test_searching_for_hostile_titles_runs_nothing(browser: Browser, variants: Path, hostile_site: Site) -> None:
    """The results of the search are made of titles and texts; the policy is passed over, so that it cannot help."""
    for site in (Site(variants / "unruled", URL, ""), hostile_site):
        with serving(site) as root:
            context = browser.new_context(bypass_csp=True)
            context.set_default_timeout(20_000)
            seen = Seen()
            context.add_init_script(_WATCH.replace("STANDS", "{}"))
            context.on("console", lambda it, seen=seen: seen.ran.add(it.text) if it.text.startswith("ran ") else None)
            page = context.new_page()
            page.goto(root)
            page.keyboard.press("/")
            found = 0
            for words in ("script", "img onerror", "svg onload", "attacks"):
                page.get_by_role("searchbox").fill(words)
                page.locator(".search-results:not([aria-busy])").wait_for(state="attached")
                results = page.locator(".search-results a")
                if results.count():
                    found += 1
                    results.first.hover()
            assert found
            assert page.evaluate("self.broken !== 1")
            assert seen == Seen()
            context.close()


def test_front_matter_runs_nothing_where_no_policy_is(browser: Browser, hostile_site: Site) -> None:
    """Titles, labels, levels, keywords, names: each is escaped where it lands, so that no policy is needed."""
    addresses = [
        *("/", "/standard/", "/standard/domains/domain-1/", "/standard/1.0/domains/domain-3/", "/standard/history/"),
        *("/standard/1.1/criteria/C2.1/", "/standard/1.0/criteria/C7.1/", "/standard/checklist/", "/citations/"),
        *("/standard/crosswalks/", "/standard/compare/1.0...1.1/", "/insights/", "/insights/hostile/", "/license/"),
    ]
    with serving(hostile_site) as root:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        away: list[str] = []
        page.on("request", lambda it: None if it.url.startswith((root, "data:")) else away.append(it.url))
        for address in addresses:
            page.goto(root + address[1:])
            assert page.evaluate("window.broken") is None, address
            assert page.url == root + address[1:]
        assert away == []
        context.close()
