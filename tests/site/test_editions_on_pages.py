"""What a page says of its edition, without any script: the switcher, the notice, and what search engines are told."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from sites import Page, Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def switcher(page: Page) -> dict[str, list[str]]:
    """Where the edition switcher leads, by what it calls each edition."""
    return {
        " ".join(entry.css_first(".edition-name").text().split()): [
            page.target(link.attributes.get("href")) for link in entry.css("a")
        ]
        for entry in page.all("details.edition-switcher > ul > li")
    }


def notice(page: Page) -> list[str]:
    """Where the notice that a newer edition exists leads."""
    return page.links("[role=note][aria-label^='A newer']")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        # Renumbered and split from 1.0 to 1.1, reworded from 0.9 to 1.0.
        (
            "/standard/1.0/criteria/A.2/",
            {
                "2.0": ["/standard/draft/criteria/C.1/", "/standard/draft/criteria/C.2/"],
                "1.1": ["/standard/1.1/criteria/C.1/", "/standard/1.1/criteria/C.2/"],
                "1.0": ["/standard/1.0/criteria/A.2/"],
                "0.9": ["/standard/0.9/criteria/A.2/"],
            },
        ),
        # Backwards through a merger: two items, and no item before they began.
        (
            "/standard/1.1/criteria/B.2/",
            {
                "2.0": ["/standard/draft/criteria/B.2/"],
                "1.1": ["/standard/1.1/criteria/B.2/"],
                "1.0": ["/standard/1.0/criteria/A.3/", "/standard/1.0/criteria/B.1/"],
                "0.9": ["/standard/0.9/criteria/B.1/"],
            },
        ),
        # A domain that was split; the newest release is linked at its standing address.
        (
            "/standard/1.0/domains/access/",
            {
                "2.0": ["/standard/draft/domains/access/", "/standard/draft/domains/ending-access/"],
                "1.1": ["/standard/domains/access/", "/standard/domains/ending-access/"],
                "1.0": ["/standard/1.0/domains/access/"],
                "0.9": ["/standard/0.9/domains/access/"],
            },
        ),
        # Withdrawn: the edition itself.
        (
            "/standard/0.9/criteria/R.1/",
            {
                "2.0": ["/standard/draft/"],
                "1.1": ["/standard/"],
                "1.0": ["/standard/1.0/criteria/R.1/"],
                "0.9": ["/standard/0.9/criteria/R.1/"],
            },
        ),
        (
            "/standard/",
            {"2.0": ["/standard/draft/"], "1.1": ["/standard/"], "1.0": ["/standard/1.0/"], "0.9": ["/standard/0.9/"]},
        ),
    ],
)
def test_the_switcher_leads_to_the_same_item_in_every_edition_by_lineage(
    small_site: Site, address: str, expected: dict[str, list[str]]
) -> None:
    assert switcher(small_site.page(address)) == {f"Edition {version}": links for version, links in expected.items()}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/standard/1.0/criteria/A.2/", ["/standard/", "/standard/1.1/criteria/C.1/", "/standard/1.1/criteria/C.2/"]),
        ("/standard/0.9/criteria/A.2/", ["/standard/", "/standard/1.1/criteria/C.1/", "/standard/1.1/criteria/C.2/"]),
        ("/standard/1.0/criteria/B.1/", ["/standard/", "/standard/1.1/criteria/B.2/"]),
        ("/standard/1.0/criteria/R.1/", ["/standard/"]),
        (
            "/standard/0.9/domains/access/",
            ["/standard/", "/standard/domains/access/", "/standard/domains/ending-access/"],
        ),
        ("/standard/1.0/", ["/standard/"]),
        ("/insights/ending/1.0/", ["/insights/ending/"]),
    ],
)
def test_a_superseded_page_says_where_its_item_went_in_the_newest_release(
    small_site: Site, address: str, expected: list[str]
) -> None:
    assert notice(small_site.page(address))[: len(expected)] == expected


def test_a_superseded_item_that_nothing_continues_says_so(small_site: Site) -> None:
    page = small_site.page("/standard/1.0/criteria/R.1/")
    assert "Nothing in it continues this criterion." in page.text("[role=note][aria-label^='A newer']")


def test_only_superseded_pages_carry_the_notice(small_site: Site) -> None:
    noticed = {page.address for page in small_site.pages() if notice(page)}
    old = ("/standard/0.9/", "/standard/1.0/")
    assert noticed == {it for it in small_site.addresses() if it.startswith(old)} | {"/insights/ending/1.0/"}


def test_the_first_standards_old_criteria_lead_to_the_new_ones(own_site: Site) -> None:
    """The lineage file says: D04 became PSF-01 and PSF-02; D08 has no counterpart."""
    links = notice(own_site.page("/standard/1.0/domains/guardrails-output-validation/"))
    assert links[:3] == ["/standard/", "/standard/domains/input-governance/", "/standard/domains/output-validation/"]
    assert notice(own_site.page("/standard/1.0/domains/ethics-accountability/"))[:1] == ["/standard/"]


def canonical(page: Page) -> str:
    return page.one("link[rel=canonical]").attributes["href"] or ""


def test_the_newest_release_is_canonical_at_its_standing_address_and_older_ones_at_their_own(small_site: Site) -> None:
    url = small_site.url
    for page in small_site.pages():
        address = page.address
        standing = address
        if address.startswith("/standard/1.1/") and "/criteria/" not in address:
            standing = address.replace("/1.1/", "/")
        elif address in ("/insights/ending/1.1/", "/insights/keeping-records/1.0/", "/insights/what-it-is/1.0/"):
            standing = f"{address.rsplit('/', 2)[0]}/"
        assert canonical(page) == url + standing.lstrip("/")


def test_the_draft_is_marked_on_every_page_and_kept_out_of_search_engines(small_site: Site) -> None:
    for page in small_site.pages():
        draft = "draft" in page.address
        # What only says what became of a withdrawn item is kept out as well.
        apart = draft or bool(page.all(".sheet--withdrawn"))
        assert bool(page.all("meta[name=robots][content=noindex]")) == apart, page.address
        if draft and "/compare/" not in page.address:
            assert page.all("[role=note][aria-label=Draft]"), page.address


def test_the_sitemap_lists_each_indexed_page_once_at_its_canonical_address(small_site: Site, own_site: Site) -> None:
    for site in (small_site, own_site):
        listed = [node.text or "" for node in ET.parse(site.folder / "sitemap.xml").iter(SITEMAP)]  # noqa: S314 - our own file
        pages = {page.address: page for page in site.pages()}
        indexed = {canonical(page) for page in pages.values() if not page.all("meta[name=robots][content=noindex]")}
        assert sorted(listed) == sorted(indexed)
