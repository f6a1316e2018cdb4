"""The schemas as the site serves them, and every document of the site that names one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from editions.schemas.known_schemas import load_schema, released_names, schema_address, schema_names, schema_version
from editions.source.front_matter import read_front_matter, read_yaml_file
from editions.source.text import read_source
from sites import ROOT, Site

Json = dict[str, Any]


@pytest.fixture(params=["own_site", "small_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of two sites, one at the root of its host and one below it."""
    made: Site = request.getfixturevalue(request.param)
    return made


def documents(site: Site) -> Iterator[tuple[str, Json]]:
    """Every document of a site that names one of its schemas: its path and its content."""
    for path in sorted(site.folder.rglob("*.json")):
        content = json.loads(path.read_bytes())
        if isinstance(content, dict) and str(content.get("$schema", "")).startswith(site.url):
            yield path.relative_to(site.folder).as_posix(), content


@cache
def served(file: Path) -> jsonschema_rs.Draft202012Validator:
    """A validator, of another make than the engine's, that asserts formats too."""
    return jsonschema_rs.Draft202012Validator(json.loads(file.read_bytes()), validate_formats=True)


def refused(site: Site, document: Json) -> list[str]:
    """Why the schema that a document names, as the site serves it, refuses it."""
    file = site.file("/" + document["$schema"].removeprefix(site.url))
    found = [str(error) for error in served(file).iter_errors(document)]
    first = [error.message for error in Draft202012Validator(json.loads(file.read_bytes())).iter_errors(document)]
    assert bool(first) <= bool(found), first
    return found


@pytest.mark.parametrize("name", [*schema_names(), *released_names()])
def test_every_schema_and_every_released_version_is_served_where_its_id_says(site: Site, name: str) -> None:
    schema = json.loads(site.file(schema_address(name)).read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{site.url}{schema_address(name).lstrip('/')}"
    assert {**schema, "$id": ""} == {**load_schema(name), "$id": ""}


def test_every_document_is_valid_and_states_the_version_of_its_schema(site: Site) -> None:
    found = dict(documents(site))
    assert {"standard/criteria.json", "standard/1.0/criteria.json"} <= set(found)
    assert any(path.endswith("comparison.json") for path in found)
    for path, document in found.items():
        assert not refused(site, document), path
        name = document["$schema"].rpartition("/")[2].removesuffix(".schema.json")
        assert document["schema_version"] == schema_version(name), path


def test_every_document_is_refused_once_it_lacks_what_its_schema_requires_or_has_it_in_another_type(
    small_site: Site,
) -> None:
    tried = {}
    for path, document in documents(small_site):
        schema = json.loads(small_site.file("/" + document["$schema"].removeprefix(small_site.url)).read_bytes())
        if schema["$id"] in tried:
            continue
        tried[schema["$id"]] = path
        for key in schema["required"]:
            if key == "$schema":
                continue
            assert refused(small_site, {name: value for name, value in document.items() if name != key}), (path, key)
            assert refused(small_site, {**document, key: 7}), (path, key)
        assert not refused(small_site, {**document, "later": "a property of a later version"}), path
    assert len(tried) >= 2


def test_an_address_that_is_none_is_refused_by_a_validator_that_asserts_formats(small_site: Site) -> None:
    document = deepcopy(dict(documents(small_site))["standard/criteria.json"])
    document["domains"][0]["url"] = "not an address"
    assert refused(small_site, document)


def test_every_source_file_of_this_repository_is_valid_in_a_second_validator(own_site: Site) -> None:
    files = [
        *(ROOT / "standard").rglob("*"), *(ROOT / "insights").rglob("*"), *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "citations").glob("*.md"),
    ]  # fmt: skip
    checked = set()
    for path in sorted(path for path in files if path.suffix in (".md", ".yml", ".json")):
        source = read_source(ROOT, path.relative_to(ROOT).as_posix())
        record = read_front_matter(source) if path.suffix == ".md" else read_yaml_file(source)
        line = (source.text or "").split("\n")[1 if path.suffix != ".yml" else 0]
        name = line.rpartition("/schema/")[2].split(".schema.json")[0]
        checked.add(name)
        found = [str(error) for error in served(own_site.file(schema_address(name))).iter_errors(record.data)]
        assert not found, (path, found)
    assert checked == {"edition-1", "domain-1", "lineage-1", "article-1", "page-1", "release-1"}
