"""Addresses that an edition has no more: whoever changes the version in an address lands on an answer."""

from __future__ import annotations

import pytest
from defusedxml.ElementTree import parse
from hypothesis import given
from hypothesis import strategies as st

from editions.comparison import Histories
from editions.model import Publication
from editions.model.former import former_names
from editions.pages.edition_place import EditionPlace
from editions.site.withdrawn.withdrawn_pages import withdrawn_documents
from editions_builder import edition, lineage, standard
from sites import Site
from small_standard import A2, R1

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_every_address_of_an_older_edition_is_answered_in_every_newer_one(small_site: Site, own_site: Site) -> None:
    for site, editions in ((small_site, ["0.9", "1.0", "1.1", "draft"]), (own_site, ["1.0", "1.1"])):
        for place, old in enumerate(editions):
            inside = [
                it.removeprefix(f"/standard/{old}/") for it in site.addresses() if it.startswith(f"/standard/{old}/")
            ]
            items = [it for it in inside if it.startswith(("criteria/", "domains/"))]
            assert items
            for new in editions[place + 1 :]:
                missing = [it for it in items if not site.file(f"/standard/{new}/{it}").is_file()]
                assert not missing, (old, new)


def test_every_domain_of_an_older_edition_is_answered_at_the_standing_address(small_site: Site, own_site: Site) -> None:
    for site in (small_site, own_site):
        slugs = {it.rpartition("/domains/")[2] for it in site.addresses() if "/domains/" in it and "/draft/" not in it}
        assert not [slug for slug in slugs if not site.file(f"/standard/domains/{slug}").is_file()]


@pytest.mark.parametrize(
    ("address", "summary", "went_to"),
    [
        (
            "/standard/1.1/criteria/A.2/",
            "A.2 is not in EAS 1.1. It was split in edition 1.1.",
            ["/standard/1.1/criteria/C.1/", "/standard/1.1/criteria/C.2/"],
        ),
        (
            "/standard/1.1/criteria/A.3/",
            "A.3 is not in EAS 1.1. It was merged in edition 1.1, together with B.1.",
            ["/standard/1.1/criteria/B.2/"],
        ),
        (
            "/standard/draft/criteria/B.1/",
            "B.1 is not in EAS 2.0. It was merged in edition 1.1, together with A.3.",
            ["/standard/draft/criteria/B.2/"],
        ),
    ],
)
def test_a_page_says_what_became_of_the_criterion_and_where_it_went(
    small_site: Site, address: str, summary: str, went_to: list[str]
) -> None:
    page = small_site.page(address)
    assert page.text(".withdrawn-summary") == summary
    assert page.links("#went-to + ul") == went_to
    assert went_to == [it for it in page.links(".page-facts") if it in went_to]


def test_a_withdrawn_criterion_keeps_its_last_text_and_leads_to_its_last_edition(small_site: Site) -> None:
    for address in ("/standard/1.1/criteria/R.1/", "/standard/draft/criteria/R.1/"):
        page = small_site.page(address)
        assert "It was withdrawn in edition 1.1." in page.text(".withdrawn-summary")
        assert page.text(".criterion-text") == R1
        assert "/standard/1.0/criteria/R.1/" in page.links(".fact-permanent")
        assert not page.all("#went-to")
        assert "/standard/compare/1.0...1.1/#change-R.1" in page.links(".page-facts")


def test_where_it_continues_the_page_shows_a_redline_and_the_notes_of_the_lineage(small_site: Site) -> None:
    page = small_site.page("/standard/1.1/criteria/A.2/")
    assert page.text(".criterion-text") == A2
    assert page.all(".redline ins")
    assert page.all(".redline del")
    assert page.text(".lineage-note") == "The body's own reading."


def test_a_withdrawn_domain_says_what_became_of_its_criteria(small_site: Site, own_site: Site) -> None:
    page = small_site.page("/standard/domains/paper/")
    assert page.text(".withdrawn-summary") == "The domain Paper is not in EAS 1.1. It was withdrawn in edition 1.1."
    assert page.text("tbody tr") == "R.1 Nothing"
    ours = own_site.page("/standard/1.1/domains/guardrails-output-validation/")
    assert set(ours.links("#went-to + ul")) == {
        "/standard/1.1/domains/input-governance/",
        "/standard/1.1/domains/output-validation/",
    }


def test_the_switcher_leads_from_there_to_the_item_in_every_edition(small_site: Site) -> None:
    page = small_site.page("/standard/1.1/criteria/A.2/")
    assert page.links(".edition-switcher") == [
        "/standard/draft/criteria/C.1/",
        "/standard/draft/criteria/C.2/",
        "/standard/1.1/criteria/A.2/",
        "/standard/1.0/criteria/A.2/",
        "/standard/0.9/criteria/A.2/",
    ]


def test_search_engines_the_sitemap_and_the_search_know_nothing_of_them(small_site: Site, own_site: Site) -> None:
    for site in (small_site, own_site):
        apart = [page for page in site.pages() if page.all(".sheet--withdrawn")]
        assert apart
        listed = {it.text for it in parse(site.folder / "sitemap.xml").iter(SITEMAP)}
        found = (site.folder / "search" / "index.json").read_text(encoding="utf-8")
        for page in apart:
            assert page.all("meta[name=robots][content=noindex]")
            assert site.url + page.address.lstrip("/") not in listed
            assert f'"{page.address.lstrip("/")}' not in found
            assert not page.all(".cite")  # there is no such work to cite


def test_they_never_stand_where_an_item_of_the_edition_stands() -> None:
    """Also where ids are not comparable, and where they differ in case alone."""
    first = edition("1.0", {"D": {"a": "Keys rotate.", "B": "Logs are kept.", "c_d": "Tests run."}})
    second = edition(
        "2.0",
        {"E": {"a": "Logs are kept.", "b": "Keys rotate.", "c-d": "Tests run."}},
        lineage("1.0", criteria=[(["a"], ["b"]), (["B"], ["a"])], identity="lineage"),
    )
    line = standard(first, second)
    place = EditionPlace(Publication("https://example.org/", line), second, False, "docs")
    assert [it.address for it in withdrawn_documents(place, Histories(line))] == ["/standard/2.0/domains/d/"]


NAMES = st.lists(st.text("abAB_-", min_size=1, max_size=3), max_size=8, unique=True)


@given(st.lists(NAMES, max_size=4), NAMES)
def test_former_names_are_those_of_earlier_editions_each_at_the_last_that_has_it(earlier, own) -> None:
    found = former_names(earlier, own)
    folded = [name.lower().replace("_", "-") for name in (*own, *found)]
    assert len({*folded[len(own) :]}) == len(found)
    assert not {*folded[: len(own)]} & {*folded[len(own) :]}
    for name, place in found.items():
        assert name in earlier[place]
        assert not any(name in later for later in earlier[place + 1 :])


def test_a_standard_that_renumbers_everything_has_no_more_of_them_than_criteria() -> None:
    editions = [[f"E{number}.{item}" for item in range(1000)] for number in range(10)]
    sizes = [len(former_names(editions[:number], editions[number])) for number in range(10)]
    assert sizes == [0] + [1000] * 9
    assert next(iter(former_names(editions[:5], editions[5]))) == "E4.0"
