"""``oscal-catalog.json`` of every edition, on the sites that tests build."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nist_validation import content, round_trip, validated
from oscal_catalogs import SITE, exported

from editions.formats.facts import ImportFacts
from editions.formats.oscal.reading import read_oscal
from editions.formats.oscal.writing.catalog import oscal_catalog
from editions.model import Erratum, PartialDate, Publication, Standard
from editions.text.parsing import parse
from editions_builder import domain, edition
from sites import Site

OSCAL = "standard/**/oscal-catalog.json"


def controls(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {it["id"]: it for group in document["catalog"]["groups"] for it in group["controls"]}


def props(item: dict[str, Any], name: str) -> list[str]:
    return [prop["value"] for prop in item["props"] if prop["name"] == name]


@pytest.fixture(params=["own_site", "small_site", "hostile_site"])
def site(request: pytest.FixtureRequest) -> Site:
    made: Site = request.getfixturevalue(request.param)
    return made


def test_nist_loads_validates_and_round_trips_every_catalog(site: Site, tmp_path: Path) -> None:
    """The catalogs of every edition, at the permanent and at the standing address."""
    paths = sorted(site.folder.glob(OSCAL))
    assert len(paths) >= 2
    for path in paths:
        catalog = validated(path)
        assert round_trip(catalog, tmp_path / "again.json") == content(json.loads(path.read_text(encoding="utf-8")))


def test_a_catalog_survives_the_way_through_yaml(own_site: Site, tmp_path: Path) -> None:
    """Trestle writes it as YAML and reads the same from it."""
    path = own_site.file("/standard/oscal-catalog.json")
    expected = content(json.loads(path.read_text(encoding="utf-8")))
    assert round_trip(validated(path), tmp_path / "again.yaml") == expected


def test_groups_are_domains_and_controls_are_criteria(site: Site) -> None:
    """Ids, titles, order and texts agree with criteria.json beside it."""
    for path in site.folder.glob(OSCAL):
        document = json.loads(path.read_text(encoding="utf-8"))
        criteria = json.loads((path.parent / "criteria.json").read_text(encoding="utf-8"))
        groups = document["catalog"]["groups"]
        assert [it["id"] for it in groups] == [it["id"] for it in criteria["domains"]]
        for group, expected in zip(groups, criteria["domains"], strict=True):
            assert [it["id"] for it in group["controls"]] == [it["id"] for it in expected["criteria"]]
            for made, wanted in zip(group["controls"], expected["criteria"], strict=True):
                statement = made["parts"][0]
                written = [prop["remarks"] for prop in statement.get("props", ()) if prop["name"] == "source"]
                assert wanted["text"] in (statement["prose"], *written)
                assert props(made, "label") == [wanted["id"]]


def test_the_standing_catalog_is_that_of_the_newest_release(own_site: Site) -> None:
    """Byte for byte."""
    newest = json.loads(own_site.file("/standard/criteria.json").read_text(encoding="utf-8"))["edition"]["version"]
    standing = own_site.file("/standard/oscal-catalog.json").read_bytes()
    assert standing == own_site.file(f"/standard/{newest}/oscal-catalog.json").read_bytes()


def test_links_follow_the_lineage(own_site: Site) -> None:
    """lineage.yml of PSF 1.1: D01.2, D01.3, D01.5 and D06.5 became PSF-03.1; 1.0 links forward, 1.1 back."""
    newer = json.loads(own_site.file("/standard/1.1/oscal-catalog.json").read_text(encoding="utf-8"))
    older = json.loads(own_site.file("/standard/1.0/oscal-catalog.json").read_text(encoding="utf-8"))

    def linked(item: dict[str, Any], rel: str) -> list[str]:
        return [link["href"].rpartition("/standard/")[2] for link in item["links"] if link["rel"] == rel]

    back = [f"1.0/oscal-catalog.json#{it}" for it in ("D01.2", "D01.3", "D01.5", "D06.5")]
    assert linked(controls(newer)["PSF-03.1"], "predecessor-version") == back
    assert linked(controls(older)["D01.2"], "successor-version") == ["1.1/oscal-catalog.json#PSF-03.1"]
    assert linked(controls(older)["D01.1"], "successor-version") == []
    assert linked(newer["catalog"]["metadata"], "predecessor-version") == ["1.0/oscal-catalog.json"]
    assert linked(older["catalog"]["metadata"], "latest-version") == ["1.1/oscal-catalog.json"]


def test_no_release_links_forward_to_a_draft(small_site: Site) -> None:
    """A draft goes, and the file of a release would change with it."""
    text = small_site.file("/standard/1.1/oscal-catalog.json").read_text(encoding="utf-8")
    assert "standard/draft/" not in text


def test_a_reference_is_one_resource_with_its_version(small_site: Site) -> None:
    """The crosswalk row of A.1 in 1.1 leads to the back matter."""
    document = json.loads(small_site.file("/standard/1.1/oscal-catalog.json").read_text(encoding="utf-8"))
    links = [it["href"][1:] for it in controls(document)["A.1"]["links"] if it["rel"] == "reference"]
    resources = {it["uuid"]: it for it in document["catalog"]["back-matter"]["resources"]}
    assert [resources[it]["title"] for it in links] == ["Other Framework 3 O-1"]
    assert resources[links[0]]["rlinks"] == [{"href": "https://example.org/o-1"}]


def test_the_licence_and_the_attribution_travel_with_the_data(own_site: Site) -> None:
    """CC BY 4.0 §3(a): licence, its address, and whom to credit."""
    document = json.loads(own_site.file("/standard/oscal-catalog.json").read_text(encoding="utf-8"))["catalog"]
    resources = {it["uuid"]: it for it in document["back-matter"]["resources"]}
    link = next(it["href"][1:] for it in document["metadata"]["links"] if it["rel"] == "license")
    assert resources[link]["rlinks"] == [{"href": "https://creativecommons.org/licenses/by/4.0/"}]
    assert "Production AI Institute" in resources[link]["description"]
    assert props(document["metadata"], "license") == ["CC-BY-4.0"]


def test_strings_of_oscal_are_one_line_in_every_dialect(hostile_site: Site) -> None:
    """NIST's pattern is ECMA-262's, whose dot matches no U+2028; trestle's engine lets that pass."""
    for path in hostile_site.folder.glob(OSCAL):
        values = [it for it in _objects(json.loads(path.read_text(encoding="utf-8"))) if "value" in it]
        assert len(values) > 100
        assert all(not re.search("[\x00-\x1f\x7f\u2028\u2029]", it["value"]) for it in values)
        assert any("\u2028" in it.get("remarks", "") for it in values)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


def test_errata_travel_beside_the_text_that_was_released(tmp_path: Path) -> None:
    """Of a criterion and of the edition's own text; what was released is not touched, and an import tells of them."""
    made = edition("1.0", {"D1": ["Log everyting."]})
    day = PartialDate(2026, 5)
    errata = (
        Erratum(made.version, "D1.1", day, "A slip.", parse("Log everything.")),
        Erratum(made.version, None, day, "A word.", parse("All of it."), "All if it."),
    )
    path = tmp_path / "catalog.json"
    path.write_bytes(oscal_catalog(Publication(SITE, Standard((made,), errata=errata)), made))
    validated(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    statement, erratum = controls(document)["D1.1"]["parts"]
    assert (statement["prose"], erratum["prose"]) == ("Log everyting.", "Log everything.")
    assert props(erratum, "date") == ["2026-05"]
    assert document["catalog"]["back-matter"]["resources"][-1]["description"] == "All of it."
    imported = read_oscal(path, ImportFacts())
    assert imported.edition == made
    assert [(it.what, it.count, it.kept) for it in imported.placements] == [("erratum", 2, False)]


def test_a_date_keeps_its_precision(small_site: Site) -> None:
    """Edition 0.9 was published in 2024, and nothing says more than that but the time that OSCAL demands."""
    document = json.loads(small_site.file("/standard/0.9/oscal-catalog.json").read_text(encoding="utf-8"))
    metadata = document["catalog"]["metadata"]
    date = next(prop for prop in metadata["props"] if prop["name"] == "date")
    assert date["value"] == "2024"
    assert "convention" in date["remarks"]
    assert metadata["last-modified"] == "2024-01-01T00:00:00Z"
    assert "published" not in metadata


def test_uuids_come_of_names_alone() -> None:
    """Version 5 of RFC 9562; another version of the standard has others, another text has the same."""
    first = json.loads(exported(edition("1.0", {"D1": ["A."]})))["catalog"]
    reworded = json.loads(exported(edition("1.0", {"D1": ["B."]})))["catalog"]
    later = json.loads(exported(edition("1.1", {"D1": ["A."]})))["catalog"]
    assert uuid.UUID(first["uuid"]).version == 5
    assert first["uuid"] == reworded["uuid"] != later["uuid"]
    assert first["metadata"]["parties"][0]["uuid"] == later["metadata"]["parties"][0]["uuid"]


def test_an_id_that_is_no_token_is_escaped_and_shown_as_it_is(tmp_path: Path) -> None:
    """A token begins with a letter or an underscore (OSCAL, TokenDatatype)."""
    path = tmp_path / "catalog.json"
    path.write_bytes(exported(edition("1.0", [domain("1", {"1.1": "A.", "1.2": "B."})])))
    validated(path)
    made = controls(json.loads(path.read_text(encoding="utf-8")))
    assert {key: props(it, "label") for key, it in made.items()} == {"_1.1": ["1.1"], "_1.2": ["1.2"]}


def test_titles_are_escaped_where_oscal_has_markup() -> None:
    """A title is plain text here and Markdown in OSCAL."""
    made = edition("1.0", [domain("D1", {"C1": {"text": "A.", "title": "a_b *c* <d>"}}, title="[x](y)")])
    group = json.loads(exported(made))["catalog"]["groups"][0]
    assert group["title"] == r"\[x\](y)"
    assert group["controls"][0]["title"] == r"a\_b \*c\* \<d\>"
