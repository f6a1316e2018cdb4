"""The checklist pages: every criterion to be read without script, and what the script is given."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from editions.schemas.known_schemas import load_schema
from sites import Page, Site


def data(page: Page) -> dict[str, Any]:
    """The block of data of a checklist."""
    found: dict[str, Any] = json.loads(page.one("script[type='application/json']").text())
    return found


@pytest.mark.parametrize(
    ("address", "version"),
    [
        ("/standard/checklist/", "1.1"),
        ("/standard/1.1/checklist/", "1.1"),
        ("/standard/1.0/checklist/", "1.0"),
        ("/standard/0.9/checklist/", "0.9"),
        ("/standard/draft/checklist/", "2.0"),
    ],
)
def test_each_edition_has_a_checklist_of_all_its_criteria_by_domain(
    small_site: Site, address: str, version: str
) -> None:
    page = small_site.page(address)
    name = "draft" if version == "2.0" else version
    document = json.loads(small_site.file(f"/standard/{name}/criteria.json").read_bytes())
    chapters = page.all("h2.checklist-domain")
    assert [it.attributes["id"] for it in chapters] == [f"in-{domain['id']}" for domain in document["domains"]]
    listed = [it.attributes["id"] for it in page.all(".checklist-items > .checklist-item > h3")]
    assert listed == [criterion["id"] for domain in document["domains"] for criterion in domain["criteria"]]
    text = page.text(".sheet-body")
    assert all(criterion["text"] in text for domain in document["domains"] for criterion in domain["criteria"])
    assert data(page)["edition"]["version"] == version


def test_the_checklist_is_reached_from_the_edition_its_domains_and_its_criteria(small_site: Site) -> None:
    for folder in ("/standard/", "/standard/1.0/", "/standard/draft/"):
        assert f"{folder}checklist/" in small_site.page(folder).links(".page-facts")
        there = small_site.page(f"{folder}domains/access/").links(".page-facts")
        assert f"{folder}checklist/?domain=A#in-A" in there
    assert "/standard/1.0/checklist/#R.1" in small_site.page("/standard/1.0/criteria/R.1/").links(".page-facts")


def test_the_standing_checklist_is_canonical_and_the_draft_is_kept_out_of_search_engines(small_site: Site) -> None:
    canonical = {
        "/standard/checklist/": "/standard/checklist/",
        "/standard/1.1/checklist/": "/standard/checklist/",
        "/standard/1.0/checklist/": "/standard/1.0/checklist/",
    }
    for address, expected in canonical.items():
        page = small_site.page(address)
        assert page.one("link[rel=canonical]").attributes["href"] == small_site.url + expected.lstrip("/")
        assert not page.all("meta[name=robots]")
    draft = small_site.page("/standard/draft/checklist/")
    assert draft.one("meta[name=robots]").attributes["content"] == "noindex"
    assert "Draft." in draft.text(".edition-notice--draft")
    listed = small_site.file("/sitemap.xml").read_text(encoding="utf-8")
    assert "/standard/checklist/" in listed
    assert "/standard/1.0/checklist/" in listed
    assert "/standard/1.1/checklist/" not in listed
    assert "/draft/" not in listed


def test_the_edition_switcher_leads_from_checklist_to_checklist(small_site: Site) -> None:
    links = small_site.page("/standard/1.0/checklist/").links(".edition-switcher")
    folders = ("draft/", "", "1.0/", "0.9/")
    assert links == [f"/standard/{folder}checklist/" for folder in folders]
    assert "/standard/checklist/" in small_site.page("/standard/1.0/checklist/").links(".edition-notice--superseded")


def test_answers_carry_over_between_the_editions_of_the_small_standard_as_its_lineage_says(small_site: Site) -> None:
    """What happened between its editions is stated at the head of ``small_standard``."""
    plans = {plan["version"]: plan for plan in data(small_site.page("/standard/1.1/checklist/"))["carry_over"]}
    assert list(plans) == ["1.0", "0.9"]
    rows = {row["id"]: row for row in plans["1.0"]["changed"]}
    assert {item: (row["from"], row["relation"], row["stands"]) for item, row in rows.items()} == {
        "A.1": (["A.1"], "continued", False),  # its level and its crosswalk are new
        "C.1": (["A.2"], "split", False),
        "C.2": (["A.2"], "split", False),
        "B.2": (["A.3", "B.1"], "merged", False),
        "B.9": ([], "added", False),
    }
    assert [row["id"] for row in plans["1.0"]["withdrawn"]] == ["R.1"]
    assert plans["1.0"]["criteria"] == 5
    # A.3 came with 1.0, so that of 0.9 only B.1 went into B.2.
    assert {row["id"]: row["from"] for row in plans["0.9"]["changed"]}["B.2"] == ["B.1"]


def test_every_change_that_the_data_names_stands_on_the_page_of_the_comparison(
    small_site: Site, own_site: Site
) -> None:
    checked = 0
    for site in (small_site, own_site):
        for address in site.addresses():
            if not address.endswith("/checklist/"):
                continue
            page = site.page(address)
            for plan in data(page)["carry_over"]:
                if plan["comparison"] is None:
                    continue
                there = page.target(plan["comparison"])
                for row in (*plan["changed"], *plan["withdrawn"]):
                    assert site.has(f"{site.url}{there.lstrip('/')}#{row['anchor']}"), (address, row)
                    checked += 1
                assert site.file(page.target(plan["checklist"])).is_file()
    assert checked > 40


def test_the_draft_is_compared_on_a_page_with_the_newest_release_alone(small_site: Site) -> None:
    plans = data(small_site.page("/standard/draft/checklist/"))["carry_over"]
    found = [(plan["version"], plan["comparison"] is not None) for plan in plans]
    assert found == [("1.1", True), ("1.0", False), ("0.9", False)]


def test_the_filters_offer_what_the_edition_has_and_count_it(small_site: Site, own_site: Site) -> None:
    def offered(page: Page) -> dict[str, list[str]]:
        return {
            (group.css_first("legend") or group).text(): [" ".join(it.text().split()) for it in group.css("label")]
            for group in page.all(".filter-form fieldset")
        }

    small = offered(small_site.page("/standard/checklist/"))
    assert small["Domain"] == ["Domain A Access 1", "Domain C Ending access 2", "Domain B Incidents 2"]
    assert small["Level"] == ["Basic 1"]
    assert small["Keyword"] == ["naming 1", "roles, rights 1"]
    own = offered(own_site.page("/standard/1.0/checklist/"))
    assert own["Assessed in"][0] == "AIDA 40"
    assert not {"Level", "Keyword"} & own.keys()


def test_the_identity_in_the_data_and_no_answers_make_a_document_of_the_schema(
    small_site: Site, own_site: Site, hostile_site: Site
) -> None:
    schema = Draft202012Validator(load_schema("checklist-1"), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for site in (small_site, own_site, hostile_site):
        found = data(site.page("/standard/checklist/"))
        document = {key: found[key] for key in ("$schema", "schema_version", "standard", "edition")}
        schema.validate({**document, "answers": [{"id": found["criteria"][0]["id"], "status": None}]})
        assert found["standard"]["url"] in found["accepted"]


def test_the_example_of_the_schema_would_not_pass_with_another_status() -> None:
    schema = load_schema("checklist-1")
    example = copy.deepcopy(schema["examples"][0])  # the schema is read once for all tests
    example["answers"][0]["status"] = "yes"
    assert [list(error.path) for error in Draft202012Validator(schema).iter_errors(example)] == [
        ["answers", 0, "status"]
    ]


def test_what_contributors_write_never_leaves_the_block_of_data_and_the_filters(hostile_site: Site) -> None:
    checked = 0
    for address in hostile_site.addresses():
        if not address.endswith("/checklist/"):
            continue
        html = hostile_site.file(address).read_text(encoding="utf-8")
        block = html.partition('id="checklist:data">')[2].partition("</script>")[0]
        json.loads(block)
        assert not set("<>&") & set(block)
        page = hostile_site.page(address)
        assert not [node for node in page.all(".sheet-body *") if any(it.startswith("on") for it in node.attributes)]
        assert {node.attributes.get("type") for node in page.all(".sheet-body script")} == {"application/json"}
        checked += 1
    assert checked > 1
