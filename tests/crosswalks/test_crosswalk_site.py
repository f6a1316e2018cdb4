"""Crosswalks on the site: on criterion and domain pages, as a page per framework, and as data."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sites import Page, Site

FRAMEWORK = "/standard/1.1/crosswalks/other-framework/"


def rows(page: Page, label: str) -> list[list[str]]:
    """The rows of the table that a heading names, without those that name domains."""
    (table,) = page.all(f"table[aria-labelledby='{label}']")
    found = table.css("tbody tr:not(.crosswalk-domain)")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in found]


def test_a_framework_has_a_page_in_which_every_row_states_its_version(small_site: Site) -> None:
    page = small_site.page(FRAMEWORK)
    assert rows(page, "criteria:3") == [
        ["A.1 Named persons", "3", "O-1"],
        ["C.1", "3", "O-2, O-10"],
        ["B.2", "3", "O-2"],
    ]
    assert rows(page, "items:3") == [["O-1", "3", "A.1"], ["O-2", "3", "C.1, B.2"], ["O-10", "3", "C.1"]]
    assert rows(page, "criteria:2.1") == [["C.1", "2.1", "O-1"]]
    assert rows(page, "items:2.1") == [["O-1", "2.1", "C.1"]]
    assert page.text(".crosswalk-summary") == "3 of 5 criteria refer to 3 items of version 3 and 1 item of version 2.1."


def test_the_two_ways_lead_to_each_other_and_to_the_criteria(small_site: Site) -> None:
    page = small_site.page(FRAMEWORK)
    onward = page.links("table[aria-labelledby='criteria:3']")
    assert f"{FRAMEWORK}#item:3:O-2" in onward
    assert "/standard/1.1/criteria/C.1/" in onward
    assert "/standard/1.1/domains/ending-access/" in onward
    assert page.links("[id='item:3:O-2']") == [
        "https://example.org/o-2",
        "/standard/1.1/criteria/C.1/",
        "/standard/1.1/criteria/B.2/",
    ]
    assert page.links("[id='item:2.1:O-1']") == ["/standard/1.1/criteria/C.1/"]


def test_criteria_without_a_reference_are_listed(small_site: Site) -> None:
    page = small_site.page(FRAMEWORK)
    assert page.text(".crosswalk-without summary") == "2 criteria refer to nothing in this framework"
    assert page.links(".crosswalk-without") == ["/standard/1.1/criteria/C.2/", "/standard/1.1/criteria/B.9/"]


def test_a_framework_without_a_version_says_so_and_its_name_is_only_text(small_site: Site) -> None:
    (address,) = [it for it in small_site.addresses() if it.startswith("/standard/1.1/crosswalks/code-of-practice")]
    page = small_site.page(address)
    assert page.text("h1").startswith("Code of <Practice> | 7")
    assert rows(page, "items:unstated") == [["§ 4 (a)", "not stated", "B.2"]]
    assert page.links("table[aria-labelledby='items:unstated']")[0] == "https://example.org/code?a=1%7C2"


def test_the_list_of_frameworks_stands_permanent_and_standing_and_leads_to_each(small_site: Site) -> None:
    for folder in ("/standard/1.1/crosswalks/", "/standard/crosswalks/", "/standard/draft/crosswalks/"):
        page = small_site.page(folder)
        found = page.links(".crosswalk-list")
        assert [it.removeprefix(folder) for it in found] == ["code-of-practice-7/", "other-framework/"]
        assert all(small_site.file(it).is_file() for it in found)
    standing = small_site.page("/standard/crosswalks/other-framework/")
    assert (
        standing.one("link[rel=canonical]").attributes["href"]
        == f"{small_site.url}standard/crosswalks/other-framework/"
    )


def test_criterion_and_domain_pages_show_the_references_by_framework_and_version(small_site: Site) -> None:
    page = small_site.page("/standard/1.1/criteria/C.1/")
    terms = [" ".join(it.text().split()) for it in page.all("#crosswalk + dl dt")]
    assert terms == ["Other Framework, version 3", "Other Framework, version 2.1"]
    assert [" ".join(it.text().split()) for it in page.all("#crosswalk + dl dd")] == ["O-2, O-10", "O-1"]
    assert FRAMEWORK in page.links("#crosswalk + dl dt")
    assert "https://example.org/o-2" in page.links("#crosswalk + dl dd")
    domain = small_site.page("/standard/domains/ending-access/")
    assert domain.text(".criterion-crosswalk") == "Crosswalk: Other Framework 3: O-2, O-10; Other Framework 2.1: O-1"
    assert "/standard/crosswalks/other-framework/" in domain.links(".criterion-crosswalk")


def test_the_overview_and_the_outline_lead_to_the_crosswalks(small_site: Site) -> None:
    assert "/standard/crosswalks/" in small_site.page("/standard/").links(".page-facts")
    assert "/standard/1.1/crosswalks/" in small_site.page("/standard/1.1/domains/access/").links(".outline")


@pytest.mark.parametrize("edition", ["0.9", "1.0"])
def test_an_edition_without_references_has_empty_data_and_no_pages_and_no_links(small_site: Site, edition: str) -> None:
    data = json.loads(small_site.file(f"/standard/{edition}/crosswalk.json").read_bytes())
    assert (data["criteria"], data["frameworks"]) == ([], [])
    assert len(table(small_site, f"/standard/{edition}/crosswalk.csv")) == 0
    assert not small_site.file(f"/standard/{edition}/crosswalks/").exists()
    page = small_site.page(f"/standard/{edition}/")
    assert not [it for it in page.links("body") if "crosswalk" in it]


def test_the_first_standard_which_refers_to_nothing_has_no_crosswalk_pages(own_site: Site) -> None:
    assert not [it for it in own_site.addresses() if "/crosswalks/" in it]


def document(site: Site, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.file(address).read_bytes())
    return found


def table(site: Site, address: str) -> list[dict[str, str]]:
    text = site.file(address).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("site", ["own_site", "small_site", "hostile_site"])
def test_the_data_is_valid_against_the_schema_that_the_site_serves(site: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(site)
    schema = document(built, "/schema/crosswalk-1.schema.json")
    Draft202012Validator.check_schema(schema)
    found = sorted(built.folder.rglob("crosswalk.json"))
    assert found
    for path in found:
        data = json.loads(path.read_bytes())
        assert data["$schema"] == schema["$id"]
        assert not list(Draft202012Validator(schema).iter_errors(data)), path


def test_the_data_holds_both_ways_and_leads_to_the_pages(small_site: Site) -> None:
    data = document(small_site, "/standard/crosswalk.json")
    assert data["criteria"] == [
        {key: it[key] for key in ("id", "title")}
        | {"domain": domain["id"], "url": it["url"], "references": it["references"]}
        for domain in document(small_site, "/standard/criteria.json")["domains"]
        for it in domain["criteria"]
        if it["references"]
    ]
    onward = Counter(
        (row["framework"], row["version"], row["id"], it["id"]) for it in data["criteria"] for row in it["references"]
    )
    back = Counter(
        (framework["framework"], version["version"], item["id"], criterion)
        for framework in data["frameworks"]
        for version in framework["versions"]
        for item in version["items"]
        for criterion in item["criteria"]
    )
    assert onward == back
    pages = [item["page"] for it in data["frameworks"] for version in it["versions"] for item in version["items"]]
    assert pages
    assert all(small_site.has(page) for page in pages)
    assert data["edition"]["license"]["spdx"] == "CC-BY-4.0"
    assert data["edition"]["version"] == "1.1"


def test_the_table_has_a_row_for_each_pair(small_site: Site) -> None:
    found = table(small_site, "/standard/1.1/crosswalk.csv")
    pairs = [(row["framework"], row["framework_version"], row["item_id"], row["criterion_id"]) for row in found]
    other = "Other Framework"
    assert pairs == [
        ("Code of <Practice> | 7", "", "§ 4 (a)", "B.2"),
        (other, "3", "O-1", "A.1"),
        (other, "3", "O-2", "C.1"),
        (other, "3", "O-10", "C.1"),
        (other, "3", "O-2", "B.2"),
        (other, "2.1", "O-1", "C.1"),
    ]
    assert all(row["edition_attribution"] and row["edition_license"] == "CC-BY-4.0" for row in found)


def test_the_newest_is_the_same_bytes_at_both_addresses(small_site: Site) -> None:
    for name in ("crosswalk.json", "crosswalk.csv"):
        standing = small_site.file(f"/standard/{name}").read_bytes()
        assert standing == small_site.file(f"/standard/1.1/{name}").read_bytes()
