"""``editions import criteria``: our own document comes back as the edition that it was made of."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from editions.formats.criteria_json.document_reading import read_criteria
from editions.formats.criteria_json.document_writing import criteria_json
from editions.formats.facts import Facts, ImportFacts
from editions.importing.project_writing import write_new_project
from editions.model import Edition, PartialDate, Publication, Standard
from editions.source.configuration import read_configuration
from editions.starter.site_files import SiteFacts
from editions.validation import load_publication
from import_command import Done, run
from made_editions import editions
from project_files import write_project
from release_projects import REPOSITORY

SITE = "https://standards.example/"


def _published(edition: Edition, site_url: str, notice: str | None = None) -> bytes:
    released = replace(edition, status="released", lineage=None)
    return criteria_json(Publication(site_url, Standard((released,)), copyright_notice=notice), released)


def _imported_and_published(exported: bytes, folder: Path, notice: str | None = None) -> bytes:
    """Import a document, and export what was imported as that site would once it is released."""
    file = folder / "criteria.json"
    file.write_bytes(exported)
    imported = read_criteria(file, ImportFacts())
    assert imported.site_url
    write_new_project(imported, folder / "project", SiteFacts(imported.site_url, "mkdocs-editions", notice))
    publication = load_publication(read_configuration(folder / "project" / "mkdocs.yml"))
    assert publication.standard.draft
    return _published(publication.standard.draft, publication.site_url, publication.copyright_notice)


@pytest.mark.slow
@given(editions(plain=True))
@settings(max_examples=15)
def test_exporting_importing_and_exporting_changes_nothing(edition: Edition) -> None:
    exported = _published(edition, SITE)
    with tempfile.TemporaryDirectory() as folder:
        assert _imported_and_published(exported, Path(folder)) == exported


@pytest.mark.parametrize("which", ["own", "kitchen"])
def test_every_edition_of_real_projects_comes_back(which: str, tmp_path: Path) -> None:
    project = REPOSITORY if which == "own" else write_project(tmp_path / "p")
    publication = load_publication(read_configuration(project / "mkdocs.yml"))
    for edition in publication.standard.releases:
        # What the document does not hold is left out of what is compared, and reported by the import.
        sparse = replace(edition, keywords=(), prose="", domains=tuple(_sparse(it) for it in edition.domains))
        notice = publication.copyright_notice
        exported = _published(sparse, publication.site_url, notice)
        folder = tmp_path / str(edition.version)
        folder.mkdir()
        assert _imported_and_published(exported, folder, notice) == exported


def _sparse(domain: Any) -> Any:
    return replace(domain, guidance="", criteria=tuple(replace(it, keywords=()) for it in domain.criteria))


@pytest.fixture
def document(tmp_path: Path) -> dict[str, Any]:
    publication = load_publication(read_configuration(write_project(tmp_path / "kitchen") / "mkdocs.yml"))
    data: dict[str, Any] = json.loads(criteria_json(publication, publication.standard.releases[1]))
    return data


def _import(tmp_path: Path, content: dict[str, Any] | bytes | str, *arguments: str) -> Done:
    file = tmp_path / "in.json"
    if isinstance(content, dict):
        content = json.dumps(content, indent=2)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run(tmp_path, "import", "criteria", "in.json", "site", *arguments)


def test_what_the_document_does_not_hold_and_what_is_unknown_is_told(tmp_path: Path, document: dict[str, Any]) -> None:
    document["schema_version"] = "1.7"
    document["domains"][0]["rationale"] = "Knives are sharp."
    document["edition"]["errata"] = [
        {"date": "2024", "what": "A typo.", "original": None, "text": "x", "text_html": "<p>x</p>"}
    ]
    done = _import(tmp_path, document, "--report", "report.md")
    assert done.code == 0, done.err
    for told in ("guidance", "domains[].rationale", "A typo.", "what sort of assessment VISIT is"):
        assert told in done.out
    report = (tmp_path / "report.md").read_text()
    assert "## Left out" in report
    assert "rationale" in report
    assert (tmp_path / "site/standard/index.md").is_file()


def test_options_count_before_the_document(tmp_path: Path, document: dict[str, Any]) -> None:
    facts = ImportFacts(Facts(title="Another", date=PartialDate(2030)))
    file = tmp_path / "in.json"
    file.write_text(json.dumps(document))
    edition = read_criteria(file, facts).edition
    assert (edition.title, edition.date, edition.abbreviation) == ("Another", PartialDate(2030), "KSS")
    assert [author.name for author in edition.authors] == ["Guild of Cooks", "Ada Ladle"]


def test_links_citations_and_images_that_lead_nowhere_stay_as_something_and_are_told(
    tmp_path: Path, document: dict[str, Any]
) -> None:
    document["domains"][0]["criteria"][0]["text"] = (
        "See [scope](../index.md#scope), [this](#K1.1), ![a](https://x.example/a.png) and [@kss-1.0, p. 3]."
    )
    done = _import(tmp_path, document)
    assert done.code == 0, done.err
    text = (tmp_path / "site/standard/domains/01-knives.md").read_text()
    assert (
        "See [scope](https://kitchen.example/standard/#scope), [this](#K1.1), [a](https://x.example/a.png) and "
        r"\[@kss-1.0, p. 3]."
    ) in text
    assert [told in done.out for told in ("'../index.md#scope'", "image of another site", "[@kss-1.0, p. 3]")] == [
        True
    ] * 3


# What a check refuses, and the words of it that stay.
REFUSED = {
    "a formula that is none": ("Under $\\foo$ of\n\n$$\n{a\n$$", "`\\foo`"),
    "signs of formulas": ("a $$x$$ b and $$", "\\$\\$"),
    "a link without words": ("a [](https://example.org) b", "https://example.org"),
    "a link without an address": ("[guide]() here", "guide here"),
    "a link that is none": ("[a](https://example.org/a b)", "example.org/a b"),
    "a note with a blank": ("a[^b c]\n\n[^b c]: https://example.org/d", "b c"),
    "a definition of two terms": ("a\nb\n: c", "\\: c"),
    "numbers that leap": ("1. a\n3. bread", "2. bread"),
    "a heading": ("a\n\n##\n\n## Heat\n\nb", "**Heat**"),
    "an image of a page": ("![the page](/standard/)", "the page"),
    "an image without an address": ("![the sign]()", "the sign"),
    "an image of data": ("![the dot](data:image/png;base64,AAAA)", "the dot"),
    "HTML": ("a <b>b</b> <YOUR-KEY>", "&lt;YOUR-KEY"),
    "a fence without an end": ("```\na: 1", "a: 1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_texts_that_a_check_refuses_are_written_anew(tmp_path: Path, document: dict[str, Any], name: str) -> None:
    text, kept = REFUSED[name]
    document["domains"][0]["criteria"][0]["text"] = text
    done = _import(tmp_path, document)
    assert done.code == 0, done.err
    assert "K1.1" in done.out
    checked = run(tmp_path / "site", "check")
    assert checked.code == 0, checked.out
    assert kept in (tmp_path / "site/standard/domains/01-knives.md").read_text()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda it: it.pop("standard"), "in.json:1: standard is missing"),
        (lambda it: it.update(schema_version="2.0"), "in.json:3: schema_version"),
        (lambda it: it["edition"].update(date="2026-02-30"), "in.json:13: edition.date: '2026-02-30' is a date that"),
        (lambda it: it["domains"][0].update(criteria=[]), "criteria is empty"),
        (lambda it: it["domains"][1].update(id="K 2"), "cannot stand in an address: 'K 2'"),
        (lambda it: it["domains"][1].update(id="k1"), "the id 'k1' is taken like 'K1' (in.json:"),
        (lambda it: it["domains"][0]["criteria"][0].update(text="a\0b"), "K1.1 holds a NUL character"),
        (lambda it: it["domains"][0]["criteria"][0].update(text="a\ud800"), "K1.1 holds the control character U+D800"),
        (lambda it: it["domains"][0]["criteria"][0].update(text="x" * 20_001), "K1.1: criteria[1].text has 20,001"),
        (lambda it: it["domains"][0]["criteria"][0].update(title="x" * 301), "K1.1: criteria[1].title has 301"),
        (lambda it: it["edition"]["license"].update(spdx="no licence"), "license is 'no licence'"),
        (lambda it: it["standard"].update(url="ftp://x"), "url is 'ftp://x'"),
        (lambda it: it["domains"][0]["criteria"][0].update(text="[a](javascript:x)"), None),
    ],
)
def test_a_document_that_cannot_stand_is_refused_at_its_line(
    change: Any, expected: str | None, tmp_path: Path, document: dict[str, Any]
) -> None:
    change(document)
    done = _import(tmp_path, document)
    if expected is None:
        assert done.code == 0, done.err
        assert "javascript:" not in (tmp_path / "site/standard/domains/01-knives.md").read_text()
        return
    assert (done.code, done.out) == (1, "")
    assert expected in done.err
    assert all(line.startswith("in.json:") for line in done.err.splitlines()[:-1]), done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.json", "kitchen"]


def test_all_bad_ids_are_named_at_once_and_can_be_mapped(tmp_path: Path, document: dict[str, Any]) -> None:
    document["domains"][0]["id"] = "K 1 (a)"
    document["domains"][0]["criteria"][0]["id"] = "§ 5/2"
    done = _import(tmp_path, document)
    assert "'K 1 (a)', '§ 5/2'" in done.err
    done = _import(tmp_path, document, "--map-ids")
    assert done.code == 0, done.err
    assert "the id 'K 1 (a)': became 'K-1-a'" in done.out
    assert "the id '§ 5/2': became '5-2'" in done.out
