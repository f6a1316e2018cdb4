"""The pages that the browser's tests open are one of each kind and state that the built sites have."""

from __future__ import annotations

from collections.abc import Iterator

from page_kinds import OWN, SMALL

from sites import Page, Site


def traits(page: Page) -> Iterator[str]:
    """What could make a page differ from the others: its kind in its state, and every element, class and role on it."""
    sheet = page.one("article.sheet")
    kinds = [it for it in (sheet.attributes["class"] or "").split() if it.startswith("sheet--")]
    notices = [it.attributes["class"] or "" for it in page.all(".edition-notice")]
    states = [it.text().rpartition(", ")[2] for it in page.all(".edition-current .edition-date")]
    yield " ".join(["kind:", *kinds, *states, *(it.split()[-1] for it in notices)])
    for element in page.all("body *"):
        yield f"element: {element.tag}"
        for name in ("class", "role"):
            for value in (element.attributes.get(name) or "").split():
                yield f"{name}: {value}"


def test_every_kind_state_and_style_of_the_sites_is_on_a_page_that_the_browser_opens(
    own_site: Site, small_site: Site
) -> None:
    """A template, a state or a class that no such page shows would be measured by nothing."""
    opened: set[str] = set()
    others: dict[str, str] = {}
    for site, kinds in ((own_site, OWN), (small_site, SMALL)):
        for page in site.pages():
            if page.address in {address.partition("?")[0] for address in kinds.values()}:
                opened.update(traits(page))
            else:
                others.update((trait, site.url.rstrip("/") + page.address) for trait in traits(page))
    assert {trait: url for trait, url in others.items() if trait not in opened} == {}


def test_every_address_of_a_kind_is_a_page(own_site: Site, small_site: Site) -> None:
    """But for the one that is to be found nowhere."""
    missing = [it for it in OWN.values() if not own_site.file(it).is_file()]
    assert missing == [OWN["not found"]]
    assert [it for it in SMALL.values() if not small_site.file(it).is_file()] == []
