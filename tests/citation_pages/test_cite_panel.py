"""Citations on pages, as files and in lists, as they are without script."""

from __future__ import annotations

import pytest

from sites import Page, Site

ARTICLE = "/insights/what-is-a-production-ai-system/"
EXACT = [
    # Issue 4, item 2: these must come out exactly.
    (
        "/standard/1.0/",
        "apa",
        (
            "Production AI Institute. (2024). Production Safety Framework (Version 1.0). "
            "https://productionai.institute/standard/1.0/"
        ),
    ),
    (
        ARTICLE,
        "apa",
        (
            "Production AI Institute. (2026, April 29). What is a production AI system? "
            "https://productionai.institute/insights/what-is-a-production-ai-system/1.0/"
        ),
    ),
    (
        "/standard/",
        "ieee",
        (
            "Production AI Institute, Production Safety Framework, Version 1.1, Apr. 2026. [Online]. Available: "
            "https://productionai.institute/standard/1.1/"
        ),
    ),
    (
        "/standard/1.0/domains/human-oversight/",
        "ieee",
        (
            "Production AI Institute, “Human Oversight,” in Production Safety Framework, Version 1.0, 2024. [Online]. "
            "Available: https://productionai.institute/standard/1.0/domains/human-oversight/"
        ),
    ),
    (
        "/standard/1.0/",
        "short",
        "Production AI Institute. (2024). Production Safety Framework v1.0. productionai.institute/standard",
    ),
]


def styles(page: Page, within: str = ".cite > .cite-box") -> dict[str, str]:
    return {
        node.attributes["data-style"] or "": " ".join((node.css_first("dd") or node).text().split())
        for node in page.all(f"{within} [data-style]")
    }


@pytest.mark.parametrize(("address", "style", "citation"), EXACT)
def test_a_page_shows_its_works_citation(own_site: Site, address: str, style: str, citation: str) -> None:
    assert styles(own_site.page(address))[style] == citation


def test_every_page_of_an_edition_domain_criterion_or_article_has_one_panel_with_all_styles(own_site: Site) -> None:
    pages = [
        page
        for page in own_site.pages()
        if page.all(".sheet--edition, .sheet--domain, .sheet--criterion, .sheet--article")
    ]
    assert len(pages) == 2 + 1 + 2 * 8 + 8 + 40 + 8 + 2
    for page in pages:
        assert page.one("section.cite h2").text().startswith("Cite this ")
        found = styles(page)
        assert list(found) == ["apa", "ieee", "chicago", "mla", "harvard", "vancouver", "short"]
        assert all(found.values())
        assert all(node.text().strip() for node in page.all(".cite-styles dt"))


def test_titles_are_set_in_italics_where_the_style_asks(own_site: Site) -> None:
    page = own_site.page("/standard/1.0/")
    assert page.one('.cite > .cite-box [data-style="apa"] em').text() == "Production Safety Framework"


def test_the_built_page_states_no_day_of_reading(own_site: Site) -> None:
    for address in ("/standard/1.0/", ARTICLE):
        page = own_site.page(address)
        assert {node.text() for node in page.all(".cite-day")} <= {"", "(n.d.)"}
        assert not any("ccessed" in text for text in styles(page).values())


def test_all_versions_are_cited_at_the_standing_address_where_there_is_one(own_site: Site) -> None:
    page = own_site.page("/standard/1.0/")
    found = styles(page, ".cite-all")
    assert "https://productionai.institute/standard" in found["apa"]
    assert "1.0" not in found["apa"]
    assert page.one(".cite-all").tag == "details"
    assert not own_site.page("/standard/1.0/criteria/D05.5/").all(".cite-all")


def test_a_superseded_edition_says_which_one_replaced_it_and_leads_there(own_site: Site) -> None:
    for address in ("/standard/1.0/", "/standard/1.0/domains/human-oversight/", "/standard/1.0/criteria/D05.5/"):
        page = own_site.page(address)
        assert "These citations name edition 1.0. Edition 1.1 (April 2026) replaced it." in page.text(".cite-replaced")
        assert page.links(".cite-replaced") == ["/standard/"]
    assert not own_site.page("/standard/1.1/").all(".cite-replaced")


def test_a_draft_has_no_citations(small_site: Site) -> None:
    for page in small_site.pages():
        if page.address.startswith("/standard/draft/") or page.address.endswith("/draft/"):
            assert not page.all(".cite")
    assert not list((small_site.folder / "citations").glob("*draft*"))


def test_every_file_that_a_panel_offers_is_there_and_names_the_works_address(own_site: Site) -> None:
    for address in ("/standard/1.0/", "/standard/", f"{ARTICLE}1.0/", "/standard/1.0/criteria/D05.5/"):
        page = own_site.page(address)
        (url,) = [node.attributes["href"] or "" for node in page.all('head link[rel="cite-as"]')]
        targets = page.links(".cite-files")
        assert len(targets) >= 4
        for target in targets:
            assert url in own_site.file(target).read_text(encoding="utf-8")


def test_the_page_of_citations_lists_every_work_with_its_key_and_files(own_site: Site) -> None:
    page = own_site.page("/citations/")
    keys = [node.text() for node in page.all(".works li > code")]
    assert len(keys) == len(set(keys)) == 1 + 2 + 16 + 48 + 1
    assert {"psf", "psf-1.0", "psf-1.1-psf-06.1", "what-is-a-production-ai-system-1.0"} <= set(keys)
    for target in page.links(".works"):
        assert own_site.has(own_site.url + target.lstrip("/"))
    files = {path.name for path in (own_site.folder / "citations").glob("*.bib")}
    assert files >= {f"{key}.bib" for key in keys}


def test_the_list_of_works_is_kept_out_of_the_search(own_site: Site) -> None:
    index = own_site.file("/search/index.json").read_text(encoding="utf-8")
    assert "psf-1.0-d05.5" not in index
    assert "In a job description" in index
