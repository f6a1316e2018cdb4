"""What machines read in the head of a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reference_manager import Imported, imported

from editions.citations.names import Name
from editions.pages.head_metadata import citation_author
from sites import Page, Site

INSTITUTE = "Production AI Institute"
SITE = "https://productionai.institute"
ARTICLE = "/insights/what-is-a-production-ai-system/"


def tags(page: Page) -> list[tuple[str, str]]:
    return [
        (node.attributes.get("name") or node.attributes.get("property") or "", node.attributes.get("content") or "")
        for node in page.all("head meta")
    ]


def item(site: Site, address: str) -> Imported:
    return imported(tags(site.page(address)))


def links(page: Page, rel: str) -> list[str]:
    return [node.attributes.get("href") or "" for node in page.all(f'head link[rel="{rel}"]')]


def structured(page: Page) -> dict[str, Any]:
    (node,) = page.all('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(node.text())
    return found


@pytest.mark.parametrize(
    ("address", "version", "date"),
    [
        ("/standard/", "1.1", "2026/04"),
        ("/standard/1.1/", "1.1", "2026/04"),
        ("/standard/1.0/", "1.0", "2024"),
    ],
)
def test_an_edition_is_imported_as_a_report_of_the_institute(
    own_site: Site, address: str, version: str, date: str
) -> None:
    found = item(own_site, address)
    assert found.type == "report"
    assert found.creators == [(INSTITUTE, "")]
    assert found.fields["title"] == "Production Safety Framework"
    assert found.fields["institution"] == INSTITUTE
    assert found.fields["number"] == f"Version {version}"
    assert found.fields["date"] == date
    assert found.fields["url"] == f"{SITE}/standard/{version}/"


COMPARISONS = ("/standard/compare/1.0...1.1/",)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        *((address, "report") for address in ("/standard/", "/standard/1.1/", "/standard/1.0/")),
        ("/standard/domains/human-oversight/", "bookSection"),
        ("/standard/1.0/domains/human-oversight/", "bookSection"),
        ("/standard/1.0/criteria/D05.5/", "bookSection"),
        *((address, "webpage") for address in (ARTICLE, f"{ARTICLE}1.0/", *COMPARISONS)),
    ],
)
def test_no_page_says_a_type_that_a_style_would_print(own_site: Site, address: str, kind: str) -> None:
    """``DC.type`` would be printed as the kind of report or page: "(Text Version 1.1)"."""
    found = item(own_site, address)
    assert found.type == kind
    assert not {"reportType", "websiteType"} & set(found.fields)


def test_no_page_of_a_site_states_a_type(own_site: Site, small_site: Site) -> None:
    stated = {
        (page.address, name)
        for site in (own_site, small_site)
        for page in site.pages()
        for name, _ in tags(page)
        if name.lower().replace(":", ".") in ("dc.type", "dcterms.type")
    }
    assert stated == set()


def test_a_comparison_is_imported_as_a_web_page_by_nobody(own_site: Site) -> None:
    for address in COMPARISONS:
        page = own_site.page(address)
        found = imported(tags(page))
        assert (found.type, found.creators) == ("webpage", [])
        assert found.fields == {
            "title": "Production Safety Framework: changes from 1.0 to 1.1",
            "websiteTitle": "Production Safety Framework",
            "url": f"{SITE}{address}",
        }
        # Where a head names neither author nor date, Zotero looks for them in the page.
        assert not page.all('time[datetime], [class*="byline"], [class*="vcard"], a[rel="author"]')


def test_an_article_is_imported_as_a_web_page_with_its_date(own_site: Site) -> None:
    for address in (ARTICLE, f"{ARTICLE}1.0/"):
        found = item(own_site, address)
        assert found.type == "webpage"
        assert found.creators == [(INSTITUTE, "")]
        assert found.fields["title"] == "What Is a Production AI System?"
        assert found.fields["date"] == "2026/04/29"
        assert found.fields["url"] == f"{SITE}{ARTICLE}1.0/"
        assert found.fields["websiteTitle"] == "Production Safety Framework"


def test_the_head_of_an_article_and_its_files_name_the_same_site(own_site: Site) -> None:
    key = "what-is-a-production-ai-system-1.0"
    (csl,) = json.loads(own_site.file(f"/citations/{key}.csl.json").read_text(encoding="utf-8"))
    ris = own_site.file(f"/citations/{key}.ris").read_text(encoding="utf-8")
    site = item(own_site, ARTICLE).fields["websiteTitle"]
    assert csl["container-title"] == site
    assert f"T2  - {site}\n" in ris
    assert "publisher" not in csl
    assert "PB  - " not in ris  # the author, who is named already


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/standard/1.0/domains/human-oversight/", "Human Oversight"),
        ("/standard/1.0/criteria/D05.5/", "Criterion D05.5"),
    ],
)
def test_a_domain_or_criterion_is_imported_as_a_part_of_its_edition(own_site: Site, address: str, title: str) -> None:
    found = item(own_site, address)
    assert found.type == "bookSection"
    assert found.creators == [(INSTITUTE, "")]
    assert found.fields["title"] == title
    assert found.fields["publicationTitle"] == "Production Safety Framework"
    assert found.fields["publisher"] == INSTITUTE
    assert found.fields["edition"] == "Version 1.0"
    assert found.fields["date"] == "2024"
    assert found.fields["url"] == f"{SITE}{address}"


def test_the_traps_are_real(own_site: Site) -> None:
    """The mistakes that these tags are made to avoid, so that the rules above are known to see them."""
    found = tags(own_site.page("/standard/1.0/"))
    assert imported([(name, content.removesuffix(",")) for name, content in found]).creators == [
        ("Institute", "Production AI")
    ]
    open_graph = [pair for pair in found if not pair[0].startswith(("citation_technical_report", "og:"))]
    assert imported(open_graph).type == "journalArticle"
    assert imported([*found, ("DC.type", "Text")]).fields["reportType"] == "Text"
    assert imported([*tags(own_site.page(ARTICLE)), ("DCTERMS.type", "Text")]).fields["websiteType"] == "Text"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Production AI Institute"), ("Production AI Institute", "")),
        (Name("Institute"), ("Institute", "")),
        (Name("Office of Safety, Health and Work"), ("Office of Safety Health and Work", "")),
        (Name("Left; Right & Co., Inc."), ("Left Right & Co. Inc", "")),
        (Name("Ada Mary King", "King", "Ada Mary"), ("King", "Ada Mary")),
        (Name("Jan van der Berg", "van der Berg", "Jan"), ("van der Berg", "Jan")),
    ],
)
def test_an_authors_tag_is_read_as_one_author(name: Name, expected: tuple[str, str]) -> None:
    assert imported([("citation_author", citation_author(name))]).creators == [expected]


def test_dublin_core_names_the_work_its_rights_and_what_became_of_it(own_site: Site) -> None:
    found = dict(tags(own_site.page("/standard/1.0/domains/human-oversight/")))
    assert found["DC.title"] == "Human Oversight"
    assert found["DC.creator"] == found["DC.publisher"] == INSTITUTE
    assert found["DC.date"] == "2024"
    assert found["DC.identifier"] == f"{SITE}/standard/1.0/domains/human-oversight/"
    assert "https://creativecommons.org/licenses/by/4.0/" in found["DC.rights"]
    assert found["DCTERMS.isPartOf"] == f"{SITE}/standard/1.0/"
    assert found["DCTERMS.isReplacedBy"] == f"{SITE}/standard/1.1/"
    assert "DCTERMS.isReplacedBy" not in dict(tags(own_site.page("/standard/1.1/")))


def test_typed_links_lead_to_the_licence_the_permanent_address_the_data_and_the_parts(own_site: Site) -> None:
    """RFC 8574 (cite-as), RFC 6573 (item, collection), RFC 5829 (latest-version), and describedby of POWDER."""
    page = own_site.page("/standard/")
    assert links(page, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert links(page, "cite-as") == [f"{SITE}/standard/1.1/"]
    assert links(page, "latest-version") == [f"{SITE}/standard"]
    assert f"{SITE}/standard/1.1/criteria.json" in links(page, "describedby")
    assert len(links(page, "item")) == 8
    domain = own_site.page("/standard/1.1/domains/human-oversight/")
    assert links(domain, "item") == [f"{SITE}/standard/1.1/criteria/PSF-06.1/"]
    assert links(domain, "collection") == [f"{SITE}/standard/1.1/"]
    for found in (page, domain, own_site.page(f"{ARTICLE}1.0/")):
        for rel in ("cite-as", "describedby", "item", "collection"):
            assert all(own_site.has(href) for href in links(found, rel))


def test_structured_data_says_what_a_work_is_with_version_licence_whole_and_true_date(own_site: Site) -> None:
    edition = structured(own_site.page("/standard/1.1/"))
    domain = structured(own_site.page("/standard/1.1/domains/human-oversight/"))
    criterion = structured(own_site.page("/standard/1.1/criteria/PSF-06.1/"))
    article = structured(own_site.page(ARTICLE))
    assert edition["@type"] == "CreativeWork"
    assert domain["@type"] == "DefinedTermSet"
    assert "DefinedTerm" in criterion["@type"]
    assert article["@type"] == "TechArticle"
    for node in (edition, domain, criterion):
        assert node["version"] == "1.1"
        assert node["datePublished"] == "2026-04"
        assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert node["publisher"]["name"] == INSTITUTE
    assert article["datePublished"] == "2026-04-29"
    assert article["version"] == "1.0"
    assert domain["isPartOf"]["@id"] == criterion["isPartOf"]["@id"] == edition["@id"] == f"{SITE}/standard/1.1/"
    assert criterion["inDefinedTermSet"]["@id"] == domain["@id"]
    assert criterion["termCode"] == "PSF-06.1"
    assert [part["@id"] for part in edition["hasPart"]] == links(own_site.page("/standard/1.1/"), "item")
    assert structured(own_site.page("/standard/1.0/"))["datePublished"] == "2024"
    assert structured(own_site.page("/standard/1.0/"))["creativeWorkStatus"] == "Superseded"


def test_a_draft_is_described_without_tags_for_citing_it(small_site: Site) -> None:
    page = small_site.page("/standard/draft/")
    assert not [name for name, _ in tags(page) if name.startswith(("citation_", "DC"))]
    assert links(page, "cite-as") == []
    assert links(page, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert "datePublished" not in structured(page)


def test_pages_about_no_single_work_have_no_metadata_of_one(own_site: Site) -> None:
    for address in ("/", "/citations/", "/license/", "/standard/history/", "/insights/"):
        page = own_site.page(address)
        assert not [name for name, _ in tags(page) if name.startswith("citation_")]
        assert not page.all('script[type="application/ld+json"]')
