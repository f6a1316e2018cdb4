"""Export, import and export again: nothing is lost and nothing changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nist_validation import validated
from oscal_catalogs import STATED, WORKSHOP, exported, read_document, without_lines

from editions.formats.facts import ImportFacts
from editions.formats.oscal.reading import read_oscal
from editions.model import (
    Adaptation,
    Agent,
    Assessment,
    Edition,
    Lineage,
    LineageRow,
    Origin,
    PartialDate,
    Publisher,
    Reference,
)
from editions.text.parsing import parse
from editions_builder import domain, edition, editions, lineage
from sites import Site

pytestmark = pytest.mark.slow

NOTHING = ImportFacts()

# One line, as the schemas ask for it, with whatever could be taken for markup or for the end of a line.
LINES = st.text(
    st.sampled_from("ab 1.:-_*`~^\\[](){}<>&\"'#|é\u2028\u2029\u00a0\u3000\U0001f600"), min_size=1, max_size=12
).map(lambda text: text.strip() or "x")
BLOCKS = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
AWKWARD = ("{{ insert: param, x }}", "[a](#b) ~c~ [d]")
IDS = st.from_regex(r"[A-Za-z0-9]{1,3}([._-][A-Za-z0-9]{1,2}){0,2}", fullmatch=True)
WEB = st.sampled_from(("https://example.org/a", "http://example.org/b?c=d&e=f#g"))


def optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


@st.composite
def full_editions(draw: st.DrawFn) -> Edition:
    """Editions in which everything that an edition can hold may stand."""
    made = draw(editions())
    references = st.builds(Reference, LINES, LINES, optional(LINES), optional(WEB))
    names = iter(draw(st.lists(IDS, min_size=40, max_size=40, unique_by=lambda it: it.lower().replace("_", "-"))))
    domains = tuple(
        replace(
            it,
            id=next(names),
            title=draw(LINES),
            label=draw(LINES),
            summary=draw(optional(BLOCKS)),
            slug=f"slug-{place}",
            assessed_in=tuple(draw(st.lists(IDS, max_size=2, unique=True))),
            guidance=parse(draw(st.just("") | BLOCKS)),
            criteria=tuple(
                replace(
                    criterion,
                    id=next(names),
                    text=parse(draw(BLOCKS | st.sampled_from((criterion.text.markdown, *AWKWARD)))),
                    title=draw(optional(LINES)),
                    section=draw(optional(LINES)),
                    level=draw(optional(LINES)),
                    keywords=tuple(draw(st.lists(LINES, max_size=2, unique=True))),
                    references=tuple(draw(st.lists(references, max_size=2))),
                )
                for criterion in it.criteria
            ),
        )
        for place, it in enumerate(made.domains)
    )
    agents = st.builds(Agent, LINES, st.just("organization")) | st.builds(
        Agent, LINES, st.just("person"), optional(LINES), optional(LINES)
    )
    return replace(
        made,
        title=draw(LINES),
        summary=draw(BLOCKS),
        prose=parse(draw(st.just("") | BLOCKS)),
        domains=domains,
        date=draw(st.sampled_from([PartialDate.parse(it) for it in ("2024", "2024-02", "2024-02-29", "0001")])),
        authors=tuple(draw(st.lists(agents, min_size=1, max_size=3))),
        publisher=draw(st.builds(Publisher, LINES, optional(LINES), optional(WEB))),
        keywords=tuple(draw(st.lists(LINES, max_size=2, unique=True))),
        assessments=tuple(
            draw(
                st.lists(
                    st.builds(Assessment, IDS, LINES, optional(BLOCKS), optional(BLOCKS)),
                    max_size=2,
                    unique_by=lambda it: it.key,
                )
            )
        ),
        title_sentence=draw(optional(LINES)),
        adapted_from=draw(st.none() | st.builds(Adaptation, LINES, WEB, BLOCKS)),
        status=draw(st.sampled_from(("released", "draft"))),
    )


ROWS = st.builds(
    LineageRow, st.lists(IDS, max_size=2).map(tuple), st.lists(IDS, min_size=1, max_size=2).map(tuple), optional(BLOCKS)
)


@given(full_editions())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_export_import_export_is_the_identity(tmp_path: Path, made: Edition) -> None:
    """The edition that is read is the one that was written, and so are the bytes."""
    written = exported(made)
    imported = read_document(tmp_path, written, NOTHING)
    assert imported.edition == made
    assert imported.placements == ()
    assert exported(imported.edition) == written


@given(st.lists(ROWS, max_size=3), st.sampled_from(("ids", "lineage")), optional(BLOCKS))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_lineage_is_read_back_row_by_row(
    tmp_path: Path, rows: list[LineageRow], identity: Any, note: str | None
) -> None:
    """Rows keep their sides, their grouping and their notes."""
    old = edition("1.0", {"D1": ["A."]})
    stated = Lineage(old.version, identity, tuple(rows), tuple(reversed(rows)), note)
    new = edition("1.1", {"D1": ["B."]}, stated)
    written = exported(new, old)
    imported = read_document(tmp_path, written, NOTHING)
    assert without_lines(imported.edition) == without_lines(new)
    assert exported(imported.edition, old) == written


@pytest.mark.parametrize("site_name", ["own_site", "small_site", "hostile_site"])
def test_every_catalog_of_a_site_is_read_without_a_rest(site_name: str, request: pytest.FixtureRequest) -> None:
    """All that the engine writes has a place, errata apart, and the ids are those of criteria.json."""
    site: Site = request.getfixturevalue(site_name)
    for path in site.folder.glob("standard/**/oscal-catalog.json"):
        imported = read_oscal(path, NOTHING)
        criteria = json.loads((path.parent / "criteria.json").read_text(encoding="utf-8"))
        errata = sum(len(it.get("errata", ())) for it in _items(criteria))
        assert [(it.what, it.count) for it in imported.placements] == ([("erratum", errata)] if errata else [])
        assert [it.id for _, it in imported.edition.criteria()] == [
            it["id"] for group in criteria["domains"] for it in group["criteria"]
        ]
        assert str(imported.edition.date) == criteria["edition"]["date"]


def _items(criteria: dict[str, Any]) -> list[dict[str, Any]]:
    domains = criteria["domains"]
    return [criteria["edition"], *domains, *(it for domain in domains for it in domain["criteria"])]


def test_links_within_the_edition_stay_and_others_become_absolute(own_site: Site) -> None:
    """A site made of the catalog has the domains of the standard, and not the articles beside it."""
    prose = read_oscal(own_site.file("/standard/1.1/oscal-catalog.json"), NOTHING).edition.prose.markdown
    assert "](https://productionai.institute/insights/what-is-a-production-ai-system/)" in prose
    assert "](../" not in prose
    inner = edition("1.0", [domain("D1", {"C1": "[next](02-d2.md#C2)"}), domain("D2", {"C2": "[up](../index.md#use)"})])
    document = json.loads(exported(inner))["catalog"]["groups"]
    assert document[0]["controls"][0]["parts"][0]["prose"] == "[next](https://example.org/standard/1.0/domains/d2/#C2)"
    assert document[1]["controls"][0]["parts"][0]["prose"] == "[up](https://example.org/standard/1.0/#use)"


def test_links_within_the_edition_are_read_back(tmp_path: Path) -> None:
    """They lead to the files that the import writes."""
    inner = edition("1.0", [domain("D1", {"C1": "[next](02-d2.md#C2)"}), domain("D2", {"C2": "[up](../index.md#use)"})])
    assert read_document(tmp_path, exported(inner), NOTHING).edition == inner


def test_links_follow_the_names_that_an_import_gives_to_files() -> None:
    """Files are numbered by place when a catalog is read, whatever their numbers were."""
    first = domain("D1", {"C1": "[next](20-d2.md#C2)"}, origin=Origin("standard/releases/1.0/domains/10-d1.md"))
    second = domain("D2", {"C2": "Text."}, origin=Origin("standard/releases/1.0/domains/20-d2.md"))
    statement = json.loads(exported(edition("1.0", [first, second])))["catalog"]["groups"][0]["controls"][0]["parts"][0]
    assert statement["props"][0]["remarks"] == "[next](02-d2.md#C2)"
    assert statement["prose"] == "[next](https://example.org/standard/1.0/domains/d2/#C2)"


def test_a_catalog_of_others_is_the_same_after_import_export_import(tmp_path: Path) -> None:
    """A catalog in the published form; whole catalogs of others are put to ``benchmarks/published_catalogs.py``."""
    imported = read_document(tmp_path, WORKSHOP, STATED).edition
    written = exported(imported)
    again = read_document(tmp_path, written, NOTHING)
    assert without_lines(again.edition) == without_lines(imported)
    assert again.placements == ()
    assert exported(again.edition) == written
    made = tmp_path / "made.json"
    made.write_bytes(written)
    assert sum(len(group.controls) for group in validated(made).groups) == len(imported.criteria_by_id)


def test_a_made_lineage_survives() -> None:
    """The strategies above draw rows; this one has every shape by name."""
    old = edition("1.0", {"D1": ["A.", "B."]})
    stated = lineage("1.0", criteria=[(["D01.1"], []), ([], ["D1.1"]), (["D01.2"], ["D1.2"], "why")], note="Ours.")
    new = edition("1.1", {"D1": ["A.", "B."]}, stated)
    rows = [it["value"] for it in json.loads(exported(new, old))["catalog"]["metadata"]["props"] if "row" in it["name"]]
    assert rows == ["D01.1 ->", "-> D1.1", "D01.2 -> D1.2"]
