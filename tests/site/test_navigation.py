"""Moving through the site: a small navigation, previous and next, and links to the source of each page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from sites import ROOT, Page, Site


def test_the_strict_builds_had_nothing_to_warn_of(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        assert "WARNING" not in site.log
        assert "ERROR" not in site.log


def navigation_links(page: Page) -> set[str]:
    """Where the page's lists of links beside and above its text lead."""
    return {it for it in page.links("header, nav") if it.startswith("/") and "#" not in it}


def test_criterion_pages_and_older_editions_are_out_of_the_navigation(own_site: Site) -> None:
    home = own_site.page("/")
    links = navigation_links(home)
    assert not [it for it in links if "/criteria/" in it or it.startswith("/standard/1.")]
    assert {"/standard/", "/insights/", "/citations/", "/license/"} <= links


def test_no_page_links_to_every_criterion(own_site: Site) -> None:
    """Forty criteria in an edition: a page whose navigation held them would have forty such links."""
    for page in own_site.pages():
        if page.address.startswith("/standard/1.0/criteria/"):
            others = {it.partition("#")[0] for it in page.links("body") if "/criteria/" in it}
            assert len([it for it in others if it.endswith("/")]) < 12, page.address


@pytest.mark.parametrize("folder", ["/standard/", "/standard/1.1/", "/standard/draft/"])
def test_previous_and_next_lead_through_the_edition(small_site: Site, folder: str) -> None:
    way = [folder, *(f"{folder}domains/{slug}/" for slug in ("access", "ending-access", "incidents"))]
    assert walk(small_site, way[0]) == way


def test_no_list_of_a_page_links_twice_to_one_place_in_the_same_words(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        repeated = {page.address: page.repeated_links() for page in site.pages()}
        assert {address: links for address, links in repeated.items() if links} == {}
    doubled = (
        own_site.file("/").read_text(encoding="utf-8").replace("</ul>", '<li><a href="x/">x</a></li>' * 2 + "</ul>")
    )
    assert ("x", "/x/") in Page(own_site, "/", LexborHTMLParser(doubled)).repeated_links()


def test_previous_and_next_lead_through_the_criteria(small_site: Site) -> None:
    way = [f"/standard/1.1/criteria/{item}/" for item in ("A.1", "C.1", "C.2", "B.2", "B.9")]
    assert walk(small_site, way[0]) == way


def walk(site: Site, address: str) -> list[str]:
    """Follow ``next`` to its end; ``previous`` must lead back each time."""
    way = [address]
    while forward := [it.attributes.get("href") for it in site.page(way[-1]).all("a[rel=next]")]:
        page = site.page(way[-1])
        way.append(page.target(forward[0]))
        back = site.page(way[-1])
        assert back.target(back.one("a[rel=prev]").attributes["href"]) == way[-2]
    return way


def source_links(page: Page) -> list[str]:
    repository = "/blob/main/", "/edit/main/"
    return [it for it in page.links("body") if any(part in it for part in repository)]


def test_edit_links_lead_to_the_file_that_holds_the_text(own_site: Site) -> None:
    """The standing pages are edited in the working copy; the permanent ones of a release are read, being frozen."""
    repository = "https://github.com/production-ai-institute/production-safety-framework"
    expected = {
        "/": "edit/main/docs/index.md",
        "/license/": "edit/main/docs/license.md",
        "/citations/": "edit/main/citations/index.md",
        "/standard/": "edit/main/standard/index.md",
        "/standard/domains/security/": "edit/main/standard/domains/07-security.md",
        "/standard/1.1/domains/security/": "blob/main/standard/releases/1.1/domains/07-security.md",
        "/standard/1.1/criteria/PSF-07.1/": "blob/main/standard/releases/1.1/domains/07-security.md",
        "/standard/1.0/": "blob/main/standard/releases/1.0/index.md",
        "/insights/what-is-a-production-ai-system/": "edit/main/insights/what-is-a-production-ai-system.md",
        "/insights/what-is-a-production-ai-system/1.0/": (
            "blob/main/insights/releases/what-is-a-production-ai-system/1.0.md"
        ),
    }
    for address, source in expected.items():
        assert source_links(own_site.page(address))[0] == f"{repository}/{source}"


def test_every_edit_link_names_a_file_that_exists(own_site: Site) -> None:
    for page in own_site.pages():
        for link in source_links(page):
            path = unquote(link.partition("/main/")[2])
            assert (ROOT / path).is_file(), f"{page.address}: {link}"


def test_while_a_draft_is_written_the_standing_pages_link_to_the_release_that_they_show(small_site: Site) -> None:
    """The working copy then holds the draft's text, so an edit there would change another page."""
    links = source_links(small_site.page("/standard/domains/access/"))
    assert links[0].endswith("/blob/main/standard/releases/1.1/domains/01-access.md")
    links = source_links(small_site.page("/standard/draft/domains/access/"))
    assert links[0].endswith("/edit/main/standard/domains/01-access.md")
