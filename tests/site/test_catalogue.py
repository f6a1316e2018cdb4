"""``/catalog.json``: every data file of the site, as it is."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from editions.formats.data_file import DataFile
from editions.model import Publication, Standard
from editions.site.catalogue import catalogue_document
from editions_builder import edition
from sites import Site

SITES = ("own_site", "small_site", "hostile_site")
# What is a page, what pages are made with, and what the web asks of any site.
_NO_DATA = ("assets/", "search/", "sitemap.xml", "_headers", "catalog.json")


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def catalogue_of(site: Site) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(site.file("/catalog.json").read_bytes())
    return document


def test_it_follows_the_schema_that_it_names_and_the_site_serves(site: Site) -> None:
    document = catalogue_of(site)
    schema = json.loads(site.file("/" + document["$schema"].removeprefix(site.url)).read_bytes())
    assert schema["$id"] == document["$schema"]
    Draft202012Validator.check_schema(schema)
    assert not [error.message for error in Draft202012Validator(schema).iter_errors(document)]
    for example in schema["examples"]:
        Draft202012Validator(schema).validate(example)
    del document["files"][0]["sha256"]
    assert list(Draft202012Validator(schema).iter_errors(document))


def test_each_file_has_the_size_and_checksum_that_are_stated(site: Site) -> None:
    for file in catalogue_of(site)["files"]:
        content = (site.folder / file["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["size"], file["sha256"]), file["path"]
        assert file["url"] == site.url + file["path"]


def test_every_file_of_the_site_that_holds_data_is_in_it_once(site: Site) -> None:
    listed = [file["path"] for file in catalogue_of(site)["files"]]
    assert listed == sorted(set(listed))
    held = {it for it in site.files() if not it.endswith((".html", ".png")) and not it.startswith(_NO_DATA)}
    assert held == set(listed)


def test_every_file_of_an_edition_is_listed_with_that_edition(small_site: Site) -> None:
    files = {file["path"]: file for file in catalogue_of(small_site)["files"]}
    for name in ("criteria.json", "criteria.csv", "criteria.jsonld", "checklist.xlsx", "oscal-catalog.json"):
        assert [files[f"standard/{it}/{name}"]["edition"] for it in ("0.9", "1.0", "1.1", "draft")] == [
            "0.9",
            "1.0",
            "1.1",
            "2.0",
        ]
        newest, permanent = files[f"standard/{name}"], files[f"standard/1.1/{name}"]
        assert newest["edition"] == "1.1"
        assert newest["sha256"] == permanent["sha256"]
    assert files["standard/criteria.json"]["schema"] == f"{small_site.url}schema/criteria-1.schema.json"
    assert files["standard/criteria.csv"]["media_type"] == "text/csv"
    assert files["standard/criteria.jsonld"]["media_type"] == "application/ld+json"  # JSON-LD 1.1, appendix C


def test_its_head_names_whose_the_data_is_and_which_editions_there_are(small_site: Site) -> None:
    document = catalogue_of(small_site)
    assert document["standard"]["title"] == "Example Assurance Standard"
    assert document["publisher"] == {"name": "Example Body", "url": "https://example.org"}
    assert document["license"]["spdx"] == "CC-BY-4.0"
    assert document["newest"] == "1.1"
    assert [(it["version"], it["status"], it["date"]) for it in document["editions"]][1:3] == [
        ("1.0", "superseded", "2025-03"),
        ("1.1", "released", "2026-04"),
    ]
    assert document["editions"][-1]["status"] == "draft"
    assert all(small_site.has(it["url"]) for it in document["editions"])


def test_before_the_first_release_there_is_no_newest_edition_and_order_is_that_of_paths() -> None:
    draft = edition("1.0", {"D1": ["A text."]}, status="draft")
    files = [DataFile(f"/{name}", b"", "text/plain", name) for name in ("b", "a/c", "a")]
    document = catalogue_document(Publication("https://e.example/", Standard((), draft)), files)
    assert document["newest"] is None
    assert [it["path"] for it in document["files"]] == ["a", "a/c", "b"]
    assert document["files"][0]["sha256"] == hashlib.sha256(b"").hexdigest()
