"""Every address that the design fixes leads to what it names."""

from __future__ import annotations

import json

import pytest

from sites import Site

PAGES = {
    "/": "Example Assurance Standard",
    "/standard/": "Example Assurance Standard",
    "/standard/domains/ending-access/": "Ending access",
    "/standard/1.1/": "Example Assurance Standard",
    "/standard/1.1/domains/ending-access/": "Ending access",
    "/standard/1.1/criteria/C.1/": "C.1",
    "/standard/1.1/criteria/A.1/": "A.1 Named persons",
    "/standard/1.0/": "Example Assurance Standard",
    "/standard/1.0/domains/paper/": "Paper",
    "/standard/1.0/criteria/R.1/": "R.1",
    "/standard/0.9/": "Example Assurance Standard",
    "/standard/draft/": "Example Assurance Standard",
    "/standard/draft/domains/incidents/": "Incidents",
    "/standard/draft/criteria/B.9/": "B.9",
    "/standard/history/": "History",
    "/insights/": "Insights",
    "/insights/ending/": "Ending access",
    "/insights/ending/1.0/": "Ending access",
    "/insights/ending/1.1/": "Ending access",
    "/insights/ending/draft/": "Ending access",
    "/insights/only-draft/draft/": "Not yet said",
    "/citations/": "Cite the standard",
    "/license/": "Licence",
}


@pytest.mark.parametrize(("address", "title"), PAGES.items())
def test_each_address_shows_its_page(small_site: Site, address: str, title: str) -> None:
    heading = small_site.page(address).one("h1")
    for mark in heading.css(".headerlink"):
        mark.decompose()
    assert " ".join(heading.text().split()) == title


def test_an_article_that_was_never_released_has_no_standing_address(small_site: Site) -> None:
    assert not small_site.file("/insights/only-draft/").exists()


@pytest.mark.parametrize(
    ("address", "version"),
    [
        ("/standard/criteria.json", "1.1"),
        ("/standard/1.1/criteria.json", "1.1"),
        ("/standard/1.0/criteria.json", "1.0"),
        ("/standard/0.9/criteria.json", "0.9"),
        ("/standard/draft/criteria.json", "2.0"),
    ],
)
def test_each_edition_has_its_data_beside_it(small_site: Site, address: str, version: str) -> None:
    assert json.loads(small_site.file(address).read_bytes())["edition"]["version"] == version


def test_every_criterion_is_an_anchor_on_its_domain_page_and_links_to_its_own_page(small_site: Site) -> None:
    expected = {"A.1": "access", "C.1": "ending-access", "C.2": "ending-access", "B.2": "incidents", "B.9": "incidents"}
    for folder in ("/standard/", "/standard/1.1/", "/standard/draft/"):
        edition = "/standard/draft/" if folder == "/standard/draft/" else "/standard/1.1/"
        for criterion, slug in expected.items():
            page = small_site.page(f"{folder}domains/{slug}/")
            assert f"{edition}criteria/{criterion}/" in page.links(f"[id='{criterion}']")


def test_the_first_standard_has_every_edition_domain_and_criterion(own_site: Site) -> None:
    """Counts and ids as the standard's publisher states them: 8 domains and 40 criteria, then 8 and 8."""
    # The newer edition also has pages that say what became of the older one's domains and criteria.
    addresses = [page.address for page in own_site.pages() if not page.all(".sheet--withdrawn")]
    for domain in range(1, 9):
        assert f"/standard/1.1/criteria/PSF-{domain:02d}.1/" in addresses
        for criterion in range(1, 6):
            assert f"/standard/1.0/criteria/D{domain:02d}.{criterion}/" in addresses
    for folder, count in (("/standard/domains/", 8), ("/standard/1.0/domains/", 8), ("/standard/1.1/domains/", 8)):
        assert len([it for it in addresses if it.startswith(folder)]) == count
    assert len([it for it in addresses if "/criteria/" in it]) == 48
    assert "/insights/what-is-a-production-ai-system/" in addresses
    assert not [it for it in addresses if it.startswith("/standard/draft/")]


def test_every_link_within_the_sites_leads_to_a_page_and_an_anchor_that_exist(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        broken = {
            (page.address, target)
            for page in site.pages()
            for target in page.links("body")
            if target.startswith("/") and not site.has(site.url + target.lstrip("/"))
        }
        assert not broken
