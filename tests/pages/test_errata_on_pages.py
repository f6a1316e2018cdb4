"""Errata stand beside the released text, on the pages and in the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from editions.formats.criteria_json.document_writing import criteria_document
from editions.model import Publication
from editions.pages.document import Document
from editions.pages.page_html import page_html
from editions.schemas.known_schemas import load_schema
from editions.site.plan import plan
from editions.site.switches import Switches
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from project_files import write_project

ERRATA = """\
errata:
  - edition: "1.0"
    item: K1.2
    date: "2025-03-01"
    what: The unit was left out <b>
    text: Knives are sharpened every week, by [hand](#K1.1).
  - edition: "1.0"
    item: K1
    date: "2025-04"
    what: A word was wrong.
    original: kept
    text: stored
  - edition: "1.0"
    date: "2025"
    what: The scope names the wrong room.
    original: kitchens
    text: home kitchens
"""


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    write_project(tmp_path, files={"standard/errata.yml": ERRATA})
    return load_publication(read_configuration(tmp_path / "mkdocs.yml"))


def every_page(publication: Publication) -> dict[str, Document]:
    return {document.address: document for document in plan(publication, Switches()).documents.values()}


def page(publication: Publication, address: str) -> Document:
    return every_page(publication)[address]


def test_a_criterion_shows_its_erratum_beside_the_released_text(publication: Publication) -> None:
    for address in ("/standard/1.0/criteria/K1.2/", "/standard/1.0/domains/knives/"):
        html = page_html(page(publication, address)).body
        assert "<p>Knives are sharpened every week.</p>" in html
        assert "<p><strong>Erratum</strong>, 1 March 2025: The unit was left out &lt;b&gt;</p>" in html
        assert html.index("sharpened every week.</p>") < html.index("<strong>Erratum</strong>, 1 March 2025")


def test_an_erratum_of_words_shows_both_wordings(publication: Publication) -> None:
    html = page_html(page(publication, "/standard/1.0/domains/knives/")).body
    assert "<p>For: <del>kept</del></p>\n<p>Read: <ins>stored</ins></p>" in html
    assert "For: <del>kitchens</del>" in page_html(page(publication, "/standard/1.0/")).body


def test_another_edition_shows_none(publication: Publication) -> None:
    pages = every_page(publication)
    others = [address for address in pages if address.startswith("/standard/") and "/1.0/" not in address]
    assert others
    assert not [address for address in others if "Erratum" in page_html(pages[address]).body]


def test_the_data_holds_errata_beside_the_released_text(publication: Publication) -> None:
    document = criteria_document(publication, publication.standard.releases[0])
    Draft202012Validator(load_schema("criteria-1")).validate(document)
    assert document["edition"]["errata"][0]["original"] == "kitchens"
    criterion = document["domains"][0]["criteria"][1]
    assert criterion["text"] == "Knives are sharpened every week."
    assert criterion["errata"][0]["text_html"].startswith("<p>Knives are sharpened every week, by")
    newest = criteria_document(publication, publication.standard.releases[-1])
    assert "errata" not in newest["edition"]
