"""``criteria.json``: valid against the schema that the site serves, complete, absolute and safe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from sites import Site
from small_standard import A1, B2, C1

SITES = ("own_site", "small_site", "hostile_site")


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def documents(site: Site) -> dict[str, dict[str, Any]]:
    """Every ``criteria.json`` by its address."""
    paths = sorted(site.folder.rglob("criteria.json"))
    return {f"/{path.relative_to(site.folder).as_posix()}": json.loads(path.read_bytes()) for path in paths}


def criteria(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for domain in document["domains"]:
        yield from domain["criteria"]


def test_each_is_valid_against_the_schema_that_it_names_and_the_site_serves(site: Site) -> None:
    for address, document in documents(site).items():
        assert document["$schema"].startswith(site.url)
        schema = json.loads(site.file("/" + document["$schema"].removeprefix(site.url)).read_bytes())
        assert schema["$id"] == document["$schema"]
        Draft202012Validator.check_schema(schema)
        assert not [error.message for error in Draft202012Validator(schema).iter_errors(document)], address


def test_the_schema_refuses_what_is_missing_or_of_the_wrong_kind(small_site: Site) -> None:
    schema = json.loads(small_site.file("/schema/criteria-1.schema.json").read_bytes())
    document = documents(small_site)["/standard/criteria.json"]
    for key in ("$schema", "schema_version", "standard", "edition", "domains"):
        without = {name: value for name, value in document.items() if name != key}
        assert list(Draft202012Validator(schema).iter_errors(without)), key
    document["domains"][0]["criteria"][0]["text"] = 1
    assert list(Draft202012Validator(schema).iter_errors(document))


def test_every_schema_is_served_with_its_own_absolute_address(site: Site) -> None:
    schemas = sorted((site.folder / "schema").glob("*.schema.json"))
    assert len(schemas) >= 8
    for path in schemas:
        schema = json.loads(path.read_bytes())
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{site.url}schema/{path.name}"


def test_every_address_of_the_site_in_it_exists(site: Site) -> None:
    def addresses(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == "url" and inner is not None and inner.startswith(site.url):
                    yield inner
                yield from addresses(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from addresses(inner)

    for name, document in documents(site).items():
        named = {key: value for key, value in document.items() if key != "standard"}  # stated by the maintainers
        found = list(addresses(named))
        assert len(found) >= 3
        assert not [url for url in found if not site.has(url)], name


def test_links_in_text_html_are_absolute_and_lead_to_what_exists(site: Site) -> None:
    for document in documents(site).values():
        for criterion in criteria(document):
            for link in LexborHTMLParser(criterion["text_html"]).css("a"):
                href = link.attributes.get("href") or ""
                assert href.startswith(("https://", "http://", "mailto:")), href
                assert not href.startswith(site.url) or site.has(href), href


def test_the_newest_release_is_the_same_bytes_at_both_addresses(small_site: Site) -> None:
    standing = small_site.file("/standard/criteria.json").read_bytes()
    assert standing == small_site.file("/standard/1.1/criteria.json").read_bytes()


def test_it_says_which_edition_replaced_an_older_one(small_site: Site) -> None:
    found = documents(small_site)
    newer = {"version": "1.1", "url": f"{small_site.url}standard/1.1/"}
    assert found["/standard/1.0/criteria.json"]["edition"]["superseded_by"] == newer
    assert found["/standard/1.0/criteria.json"]["edition"]["status"] == "superseded"
    assert "superseded_by" not in found["/standard/1.1/criteria.json"]["edition"]
    assert found["/standard/draft/criteria.json"]["edition"]["status"] == "draft"


def test_dates_keep_the_precision_that_was_given(small_site: Site) -> None:
    dates = {address: document["edition"]["date"] for address, document in documents(small_site).items()}
    assert dates["/standard/0.9/criteria.json"] == "2024"
    assert dates["/standard/1.1/criteria.json"] == "2026-04"


def test_it_holds_every_domain_and_criterion_in_order(small_site: Site) -> None:
    document = documents(small_site)["/standard/criteria.json"]
    assert [domain["id"] for domain in document["domains"]] == ["A", "C", "B"]
    assert [domain["label"] for domain in document["domains"]] == ["Domain A", "Domain C", "Domain B"]
    assert [it["id"] for it in criteria(document)] == ["A.1", "C.1", "C.2", "B.2", "B.9"]
    assert [it["text"] for it in criteria(document)][:2] == [A1, C1]
    first, *_, merged, _ = criteria(document)
    assert first["title"] == "Named persons"
    assert first["level"] == "Basic"
    assert first["references"] == [
        {"framework": "Other Framework", "version": "3", "id": "O-1", "url": "https://example.org/o-1"}
    ]
    assert merged["section"] == "Records"
    assert merged["text_html"] == f"<p>{B2}</p>"
