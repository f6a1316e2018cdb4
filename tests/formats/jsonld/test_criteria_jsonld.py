"""``criteria.jsonld``: an RDF library reads it, and what it reads is a sound concept scheme."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DC, DCAT, DCTERMS, FOAF

from awkward_standard import AWKWARD, SITE_URL, awkward_edition, awkward_publication
from editions.formats.jsonld.criteria_jsonld import concept_scheme, criteria_jsonld
from editions.model import Publication, Reference
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from editions_builder import domain, edition, lineage, standard
from project_files import write_project
from sites import Site

SITES = ("own_site", "small_site", "hostile_site")
# The integrity conditions of the SKOS reference that can be asked for, as queries that find what breaks them.
INTEGRITY = {
    "S9: no concept is a scheme": "SELECT ?x {?x a skos:ConceptScheme, skos:Concept}",
    "S13: no label stands in two roles": """SELECT ?x {
        {?x skos:prefLabel ?l; skos:altLabel ?l} UNION {?x skos:prefLabel ?l; skos:hiddenLabel ?l}
        UNION {?x skos:altLabel ?l; skos:hiddenLabel ?l}}""",
    "S14: one preferred label in a language": """SELECT ?x {
        ?x skos:prefLabel ?a, ?b FILTER (STR(?a) != STR(?b) && LANG(?a) = LANG(?b))}""",
    "S27: nothing related is broader": """SELECT ?x {
        ?x skos:related|skos:relatedMatch|^skos:related|^skos:relatedMatch ?y.
        ?x (skos:broader|^skos:narrower|skos:broadMatch)+ ?y}""",
    "S37: no collection is a concept or a scheme": """SELECT ?x {
        ?x a skos:Collection. {?x a skos:Concept} UNION {?x a skos:ConceptScheme}}""",
    "S46: no exact match is broader or related": """SELECT ?x {
        ?x skos:exactMatch ?y. {?x skos:broadMatch ?y} UNION {?x skos:relatedMatch ?y}}""",
}


@pytest.fixture(autouse=True)
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the data needs no network."""

    def refuse(*arguments: Any, **named: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def graph(*contents: bytes | str) -> Graph:
    """What RDF says, all documents together."""
    found = Graph()
    for content in contents:
        found.parse(data=content, format="json-ld")
    return found


def graph_of(site: Site) -> Graph:
    """The graph of every edition of a site at its permanent address."""
    paths = sorted((site.folder / "standard").glob("*/criteria.jsonld"))
    assert paths
    return graph(*(path.read_bytes() for path in paths))


def objects(found: Graph, subject: str, predicate: URIRef) -> set[str]:
    return {str(value) for value in found.objects(URIRef(subject), predicate)}


@pytest.mark.parametrize("name", SITES)
def test_the_integrity_conditions_of_skos_hold(name: str, request: pytest.FixtureRequest) -> None:
    found = graph_of(request.getfixturevalue(name))
    assert len(set(found.subjects(RDF.type, SKOS.Concept))) >= 10
    for condition, query in INTEGRITY.items():
        assert not list(found.query(query, initNs={"skos": SKOS})), condition


def test_the_queries_find_what_breaks_the_conditions() -> None:
    broken = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:a> a skos:Concept, skos:ConceptScheme, skos:Collection;
          skos:prefLabel "x"@en, "y"@en; skos:altLabel "x"@en;
          skos:broader <urn:b>; skos:exactMatch <urn:c>; skos:relatedMatch <urn:c>.
        <urn:b> skos:broader <urn:c>; skos:related <urn:d>. <urn:c> skos:related <urn:a>.
    """
    found = Graph().parse(data=broken, format="turtle")
    for condition, query in INTEGRITY.items():
        assert list(found.query(query, initNs={"skos": SKOS})), condition


@pytest.mark.parametrize("name", SITES)
def test_its_concepts_are_the_domains_and_criteria_of_the_json_beside_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    for path in sorted((site.folder / "standard").glob("*/criteria.jsonld")):
        found, document = graph(path.read_bytes()), json.loads(path.with_name("criteria.json").read_bytes())
        domains, scheme = document["domains"], document["edition"]["url"]
        assert set(found.subjects(RDF.type, SKOS.ConceptScheme)) == {URIRef(scheme)}
        assert objects(found, scheme, SKOS.hasTopConcept) == {it["url"] for it in domains}
        pairs = {(it["url"], domain["url"]) for domain in domains for it in domain["criteria"]}
        assert {(str(a), str(b)) for a, b in found.subject_objects(SKOS.broader)} == pairs
        assert {(str(b), str(a)) for a, b in found.subject_objects(SKOS.narrower)} == pairs
        named = {it["url"]: it["id"] for domain in domains for it in (domain, *domain["criteria"])}
        assert {str(it): str(found.value(it, SKOS.notation)) for it in found.subjects(RDF.type, SKOS.Concept)} == named
        assert {str(it) for it in found.subjects(SKOS.inScheme, URIRef(scheme))} == set(named)
        for item in domains:
            assert found.value(URIRef(item["url"]), SKOS.prefLabel) == Literal(item["title"], lang="en")
        assert objects(found, scheme, DCTERMS.license) == {document["edition"]["license"]["url"]}
        assert objects(found, scheme, DCTERMS.rights) == {document["edition"]["attribution"]}
        assert objects(found, scheme, DCTERMS.publisher)
        assert objects(found, scheme, DCTERMS.creator)


def test_every_address_of_the_site_in_it_exists(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        addresses = {str(term) for triple in graph_of(site) for term in triple if isinstance(term, URIRef)}
        # The standing address is the one that the maintainers state, with or without its slash.
        inside = {it for it in addresses if it.startswith(f"{site.url}standard/")}
        assert len(inside) >= 20
        assert not [it for it in inside if not site.has(it)]


def test_the_lineage_of_the_small_standard_is_said_as_replacing(small_site: Site) -> None:
    found, base = graph_of(small_site), f"{small_site.url}standard/"

    def replaced_by(item: str) -> set[str]:
        return {it.removeprefix(base) for it in objects(found, base + item, DCTERMS.isReplacedBy)}

    assert replaced_by("1.0/") == {"1.1/"}
    assert replaced_by("1.1/") == set()  # no release is replaced by a draft
    assert replaced_by("1.0/criteria/A.2/") == {"1.1/criteria/C.1/", "1.1/criteria/C.2/"}
    assert replaced_by("1.0/criteria/A.3/") == replaced_by("1.0/criteria/B.1/") == {"1.1/criteria/B.2/"}
    assert replaced_by("1.0/domains/access/") == {"1.1/domains/access/", "1.1/domains/ending-access/"}
    deprecated = {str(it).removeprefix(base) for it in found.subjects(OWL.deprecated, Literal(True))}
    assert deprecated == {"1.0/domains/paper/", "1.0/criteria/R.1/"}
    assert objects(found, f"{base}draft/criteria/B.9/", DCTERMS.replaces) == {f"{base}1.1/criteria/B.9/"}
    assert objects(found, f"{base}1.1/", SKOS.changeNote) == {"The body's own reading."}


@pytest.mark.parametrize("name", ["own_site", "small_site"])
def test_replacing_and_being_replaced_are_the_same_pairs(name: str, request: pytest.FixtureRequest) -> None:
    found = graph_of(request.getfixturevalue(name))
    replaced = {(b, a) for a, b in found.subject_objects(DCTERMS.isReplacedBy)}
    replaces = {(a, b) for a, b in found.subject_objects(DCTERMS.replaces) if "/draft/" not in str(a)}
    assert replaces == replaced
    assert len(replaces) >= 10


def test_dates_are_as_precise_as_they_were_published(small_site: Site) -> None:
    found, base = graph_of(small_site), f"{small_site.url}standard/"

    def issued(version: str) -> list[tuple[str, URIRef | None]]:
        values = found.objects(URIRef(f"{base}{version}/"), DCTERMS.issued)
        return [(str(it), it.datatype) for it in values if isinstance(it, Literal)]

    assert issued("0.9") == [("2024", XSD.gYear)]
    assert issued("1.0") == [("2025-03", XSD.gYearMonth)]
    assert issued("draft") == []
    dated = edition("1.0", {"D1": ["A text."]})
    day = {"date": dated.date.parse("2026-04-30")}
    whole = edition("1.0", {"D1": ["A text."]}, **day)
    document = concept_scheme(Publication(SITE_URL, standard(whole)), whole)
    assert document["@graph"][0]["issued"] == {"@type": "xsd:date", "@value": "2026-04-30"}


def test_an_address_that_stands_for_one_item_is_a_related_concept_and_others_are_not() -> None:
    item, page = "https://other.example/items/1", "https://other.example/whole.pdf"
    own = f"{SITE_URL}standard/1.0/domains/d1/"
    references = [
        Reference("Other", "1", "2026", item),
        Reference("Other", "2", "2026", page),
        Reference("Other", "3", "2026", page),
        Reference("Other", "4", None, own),
    ]
    criteria = {f"D1.{n}": {"text": "A text.", "references": (it,)} for n, it in enumerate(references, 1)}
    made = edition("1.0", [domain("D1", criteria)])
    found = graph(criteria_jsonld(Publication(SITE_URL, standard(made)), made))
    assert {str(it) for it in found.objects(None, SKOS.relatedMatch)} == {item}
    assert {str(it) for it in found.objects(None, FOAF.page)} == {item, page, own}
    assert {str(it) for it in found.objects(None, DCTERMS.identifier)} == {"1", "2", "3", "4"}


def test_sections_and_levels_are_collections(small_site: Site) -> None:
    found, base = graph(small_site.file("/standard/1.1/criteria.jsonld").read_bytes()), f"{small_site.url}standard/1.1/"
    made = {
        (str(found.value(it, DC.type)), str(found.value(it, SKOS.prefLabel))): objects_of(found, it)
        for it in found.subjects(RDF.type, SKOS.Collection)
    }
    assert made["level", "Basic"] == {f"{base}criteria/A.1/"}
    assert made["section", "Records"] == {f"{base}criteria/B.2/"}


def objects_of(found: Graph, subject: Any) -> set[str]:
    return {str(it) for it in found.objects(subject, SKOS.member)}


def test_an_erratum_is_a_dated_note_and_the_text_stays(tmp_path: Path) -> None:
    errata = (
        'errata:\n  - edition: "1.0"\n    item: K1.2\n    date: "2022-03"\n    what: The interval is wrong.\n'
        "    text: Knives are sharpened every *month*.\n"
    )
    project = write_project(tmp_path / "project", files={"standard/errata.yml": errata})
    publication = load_publication(read_configuration(project / "mkdocs.yml"))
    found = graph(criteria_jsonld(publication, publication.standard.releases[0]))
    criterion = URIRef("https://kitchen.example/standard/1.0/criteria/K1.2/")
    (note,) = [it for it in found.objects(criterion, SKOS.changeNote) if not isinstance(it, Literal)]
    assert found.value(note, DCTERMS.issued) == Literal("2022-03", datatype=XSD.gYearMonth)
    assert found.value(note, RDF.value) == Literal("Knives are sharpened every month.", lang="en")
    assert found.value(criterion, SKOS.definition) == Literal("Knives are sharpened every week.", lang="en")
    assert "the blanket, and how to use it" in objects(
        found, "https://kitchen.example/standard/1.0/criteria/K2.2/", SKOS.changeNote
    )


def test_awkward_texts_come_out_as_they_went_in() -> None:
    found = graph(criteria_jsonld(awkward_publication(), awkward_edition()))
    labels = {str(it) for it in found.objects(None, SKOS.prefLabel)}
    assert labels == set(AWKWARD)
    assert {str(it) for it in found.objects(None, DCAT.keyword)} == {*AWKWARD, "second; one"}
    for query in INTEGRITY.values():
        assert not list(found.query(query, initNs={"skos": SKOS}))
    assert {str(it) for it in found.objects(None, FOAF.page)} == {"https://example.org/%7Ba%7D%7Cb"}


def test_texts_carry_the_language_of_the_site_and_codes_carry_none() -> None:
    made = edition("1.0", [domain("D1", ["Ein Text."], label="Bereich 1")])
    publication = Publication("https://norm.example/", standard(made), language="de")
    found = graph(criteria_jsonld(publication, made))
    assert {it.language for it in found.objects(None, SKOS.prefLabel) if isinstance(it, Literal)} == {"de"}
    assert {it.language for it in found.objects(None, SKOS.definition) if isinstance(it, Literal)} == {"de"}
    assert {it.language for it in found.objects(None, SKOS.notation) if isinstance(it, Literal)} == {None}
    assert set(found.objects(None, DC.language)) == {Literal("de")}


def test_the_language_is_the_one_that_the_theme_is_set_to(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    configuration = project / "mkdocs.yml"
    assert load_publication(read_configuration(configuration)).language == "en"
    configuration.write_text(f"{configuration.read_text()}theme: {{name: material, language: pt-BR}}\n")
    assert load_publication(read_configuration(configuration)).language == "pt-BR"


def test_withdrawn_without_a_neighbour_after_it_is_not_deprecated() -> None:
    first = edition("1.0", {"D1": ["One.", "Two."]})
    second = edition("1.1", {"D1": ["One."]}, lineage("1.0"))
    publication = Publication(SITE_URL, standard(first, second))
    old, new = (graph(criteria_jsonld(publication, it)) for it in (first, second))
    assert {str(it) for it in old.subjects(OWL.deprecated)} == {f"{SITE_URL}standard/1.0/criteria/D1.2/"}
    assert not set(new.subjects(OWL.deprecated))
