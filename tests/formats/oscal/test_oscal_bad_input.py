"""Files that are no catalogs, or bad ones: one clear error, never a traceback, and nothing from the network."""

from __future__ import annotations

import contextlib
import copy
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from oscal_catalogs import DATA, EVERYTHING, WORKSHOP, catalog, control, read_document

from editions.formats.oscal.reading import read_oscal
from editions.source.problem import Unpublishable

XML = (DATA / "workshop.xml").read_text(encoding="utf-8")
JSON = (DATA / "workshop.json").read_text(encoding="utf-8")
XMLNS = 'xmlns="http://csrc.nist.gov/ns/oscal/1.0"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _with(**metadata: str) -> str:
    document = catalog(control("a-1"))
    document["catalog"]["metadata"].update({key.replace("_", "-"): value for key, value in metadata.items()})
    return json.dumps(document)


def _deep(levels: int) -> str:
    part: dict[str, Any] = {"name": "item", "prose": "x"}
    for _ in range(levels):
        part = {"name": "item", "parts": [part]}
    return json.dumps(catalog({"id": "a", "title": "T", "parts": [part]}))


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "1: is empty"),
    "blank": (" \n ", "1: is empty"),
    "truncated JSON": (JSON[:2000], "the file ends too early"),
    "no comma": ('{"catalog": {\n"a": 1\n"b": 2}}', "3: can't be read as JSON"),
    "a key twice": ('{"catalog": {\n"uuid": "a",\n"uuid": "b"}}', "3: the key 'uuid' stands twice"),
    "a key twice, with an escape": ('{"catalog": {"uuid": "a",\n"u\\u0075id": "b"}}', "2: the key 'uuid' stands twice"),
    "a key twice, then too many brackets": ('{"a":1,"a":2}]', "1: the key 'a' stands twice in one object, column 8"),
    "a key twice, deep within what ends too early": ('{"c": [\n{"a": {}, "a": 1}', "2: the key 'a' stands twice"),
    "too many brackets": ('{"catalog": {}}]', "1: can't be read as JSON: Extra data, column 16"),
    "a number without end": (f'{{\n"catalog": {"9" * 5000}}}', "2: a number of 5,000 digits is no JSON number"),
    "half of UTF-16": (b"\xff\xfe{", "1: is not utf-16"),
    "UTF-32": ("{}".encode("utf-32"), "holds a NUL character"),
    "not a number": ('{"catalog": NaN}', "NaN is no JSON number"),
    "a list": ("[]", "it has no 'catalog' at its root"),
    "another document": ('{"openapi": "3.0"}', "it has no 'catalog' at its root"),
    "a profile": ('{"profile": {}}', "is a profile, which selects controls of catalogs, and no catalog"),
    "a component definition": ('{"component-definition": {}}', "is a component definition, and no catalog"),
    "a plan in YAML": ("system-security-plan:\n  uuid: x\n", "is a system security plan, and no catalog"),
    "a profile in XML": (f"<profile {XMLNS}/>", "is a profile, which selects controls of catalogs, and no catalog"),
    "a web page": ("<html><body/></html>", "its root is 'html'"),
    "a catalog of others": ("<catalog/>", "is no OSCAL document: its root is 'catalog'"),
    "nested without end": ("[" * 100_000, "nested more than 100 deep"),
    "nested deeply": (_deep(200), "nested more than 100 deep"),
    "truncated XML": (XML[:3000], "can't be read as XML"),
    "XML nested deeply": (f"<catalog {XMLNS}>{'<group>' * 200}", "nested more than 100 deep"),
    "a billion laughs": (f'<!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]><catalog {XMLNS}>&l9;</catalog>', "document type"),
    "an external entity": (
        f'<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><catalog {XMLNS}>&x;</catalog>',
        "declares a document type or entities",
    ),
    "a remote document type": (f'<!DOCTYPE c SYSTEM "https://e.example/c.dtd"><catalog {XMLNS}/>', "document type"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="x-none"?><catalog/>', "can't be read as XML"),
    "YAML aliases": ("a: &a [x]\nb: &b [*a, *a]\ncatalog: [*b, *b]\n", "the anchor &a is set"),
    "YAML tags": ("catalog: !!python/object/apply:os.system [ls]\n", "the tag !!python/object/apply:os.system"),
    "broken YAML": ("catalog: [\n", "can't be read as YAML"),
    "not UTF-8": (b'{"catalog": "\xff"}', "is not UTF-8 (byte 0xff)"),
    "no version of OSCAL": (json.dumps({"catalog": {"uuid": "x", "groups": []}}), "states no oscal-version"),
    "a later OSCAL": (_with(oscal_version="2.0.0"), "states OSCAL version '2.0.0'"),
    "an earlier OSCAL": (_with(oscal_version="0.9"), "catalogs of OSCAL 1.0 to 1.2 can be read"),
    "no controls": (json.dumps(catalog()), "holds no control that is not withdrawn"),
    "a number for a title": (
        json.dumps(catalog({**control("a-1"), "title": 5})),
        "title is a number; it has to be a t",
    ),
    "an object for a list": (json.dumps(catalog({**control("a-1"), "parts": {}})), "parts is an object; it has to be"),
    "a list for a catalog": ('{"catalog": []}', "catalog is a list; it has to be an object"),
    "ids that are the same": (json.dumps(catalog(control("a"), control("a"))), "the id 'a' is used already"),
    "ids that collide": (json.dumps(catalog(control("a.1"), control("A.1_"))), "makes the same anchor as 'a.1'"),
    "ids with - and _": (json.dumps(catalog(control("a-1"), control("a_1"))), "makes the same anchor as 'a-1'"),
    "a control like a group": (json.dumps(catalog(control("g"))), "the id 'g' is used already"),
    "no id": (json.dumps(catalog({"title": "T"})), "control has no id"),
    "an id of signs": (json.dumps(catalog(control("___"))), "holds no letter or digit"),
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever asks for an address fails."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_clear_error(tmp_path: Path, case: str) -> None:
    """It names the file, the line where that is known, and what to do."""
    content, expected = BAD[case]
    with pytest.raises(Unpublishable) as error:
        read_document(tmp_path, content, EVERYTHING)
    (problem,) = error.value.problems
    assert expected in f"{problem.line}: {problem.message}"
    assert problem.path == str(tmp_path / "catalog.json")
    assert len(str(problem)) < 500


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A sparse file costs no space; the message states the limit."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(200 * 1000 * 1000)
    with pytest.raises(Unpublishable, match="64 MiB"):
        read_oscal(path, EVERYTHING)


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    """A name without a file, and a folder."""
    with pytest.raises(Unpublishable, match=r":1: is not"):
        read_oscal(tmp_path / name, EVERYTHING)


def test_problems_name_the_line(tmp_path: Path) -> None:
    """Every problem of one kind at once, each at the line of its control."""
    text = json.dumps(catalog(control("a-1"), control("a-1"), control("b-1"), control("B-1")), indent=1)
    with pytest.raises(Unpublishable) as error:
        read_document(tmp_path, text, EVERYTHING)
    lines = text.split("\n")
    assert len(error.value.problems) == 2
    for problem, identifier in zip(error.value.problems, ("a-1", "B-1"), strict=True):
        assert lines[problem.line] == f'      "id": "{identifier}",'


@given(st.integers(0, len(JSON) - 3), st.sampled_from((JSON, XML)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_truncated_file_is_refused_wherever_it_ends(tmp_path: Path, length: int, text: str) -> None:
    """No prefix of a catalog is a catalog."""
    with pytest.raises(Unpublishable) as error:
        read_document(tmp_path, text[: min(length, len(text) - 3)], EVERYTHING)
    assert len(error.value.problems) == 1


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([]) | st.just({}) | st.just([[]])


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=3), VALUES)
@example([1627], "²")
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_in_any_place_is_read_or_refused(tmp_path: Path, choices: list[int], value: Any) -> None:
    """Nothing but a problem is ever raised."""
    document = json.loads(JSON)
    for choice in choices:
        places = _places(document)
        holder, key = places[choice % len(places)]
        holder[key] = copy.deepcopy(value)
    with contextlib.suppress(Unpublishable):
        imported = read_document(tmp_path, document, EVERYTHING)
        assert all(domain.criteria for domain in imported.edition.domains)


def _places(value: Any) -> list[tuple[Any, Any]]:
    found = []
    waiting = [value]
    while waiting:
        it = waiting.pop()
        for key, inner in list(it.items() if isinstance(it, dict) else enumerate(it)):
            found.append((it, key))
            if isinstance(inner, (dict, list)):
                waiting.append(inner)
    return found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["catalog.json", "catalog.yaml"])
def test_a_byte_order_mark_names_the_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    """Of JSON and of YAML, as of tables."""
    imported = read_document(tmp_path, json.dumps(catalog(control("a-1"))).encode(encoding), EVERYTHING, name)
    assert [it.id for _, it in imported.edition.criteria()] == ["a-1"]


def test_the_sound_catalog_is_read() -> None:
    """So that the tests above refuse what is bad, and not everything."""
    assert WORKSHOP["catalog"]
    assert read_oscal(DATA / "workshop.json", EVERYTHING).edition.domains
    assert read_oscal(DATA / "workshop.xml", EVERYTHING).edition.domains
