"""``criteria.csv``: opens right in spreadsheets, and holds what ``criteria.json`` holds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from awkward_standard import awkward_edition, awkward_publication
from editions.formats.criteria_json.document_writing import criteria_document
from editions.formats.csv.spreadsheet_cells import begins_a_formula, parted, rows_parted, unguarded
from editions.formats.csv.table_writing import COLUMNS, criteria_csv
from editions.model.fields import every_added_field
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from project_files import write_project
from sites import Site

SITES = ("own_site", "small_site", "hostile_site")
_ERRATA = """\
errata:
  - edition: "1.0"
    item: K1.2
    date: "2022-03"
    what: The interval is wrong.
    original: every week
    text: Knives are sharpened every *month*.
"""


FURTHER = {field.csv for field in every_added_field()}


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a table as a program reads them: decoded, unquoted and without guards."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return [{name: unguarded(cell) for name, cell in row.items()} for row in reader]


def flat(document: dict[str, Any]) -> list[dict[str, Any]]:
    """What a ``criteria.json`` says of each criterion, by the columns of the table."""
    standard, edition = document["standard"], document["edition"]
    of_edition = {
        **{f"edition_{name}": edition[name] for name in ("version", "status", "date", "url", "attribution")},
        "edition_superseded_by": edition.get("superseded_by", {}).get("version"),
        "edition_license": edition["license"]["spdx"],
        "edition_license_url": edition["license"]["url"],
        **{f"standard_{name}": standard[name] for name in ("title", "abbreviation", "publisher", "url")},
    }
    return [
        {**of_edition, **_of_domain(domain), **_of_criterion(item)}
        for domain in document["domains"]
        for item in domain["criteria"]
    ]


def _of_domain(domain: dict[str, Any]) -> dict[str, Any]:
    named = {f"domain_{name}": domain[name] for name in ("id", "label", "title", "summary", "url")}
    return {**named, "domain_assessed_in": tuple(domain["assessed_in"])}


def _of_criterion(item: dict[str, Any]) -> dict[str, Any]:
    named = {name: item[name] for name in ("id", "title", "section", "level", "text", "url")}
    references = tuple((it["framework"], it["version"], it["id"], it["url"]) for it in item["references"])
    errata = tuple((it["date"], it["what"], it["original"], it["text"]) for it in item.get("errata", []))
    return {**named, "references": references, "errata": errata}


def read(row: dict[str, str]) -> dict[str, Any]:
    """A row in the shape of :func:`flat`, without the columns that ``criteria.json`` does not have."""
    lists = {name: rows_parted(row[name]) for name in ("references", "errata")}
    return {
        **{name: cell or None for name, cell in row.items() if name not in ("keywords", "text_plain", *FURTHER)},
        **lists,
        "domain_assessed_in": parted(row["domain_assessed_in"], ";"),
    }


@pytest.mark.parametrize("name", SITES)
def test_each_holds_what_the_json_beside_it_holds(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    tables = sorted(site.folder.rglob("criteria.csv"))
    assert len(tables) >= 3
    for path in tables:
        document = json.loads(path.with_name("criteria.json").read_bytes())
        assert [read(row) for row in rows(path.read_bytes())] == flat(document)


def test_texts_that_spreadsheets_bend_come_back_equal() -> None:
    publication, edition = awkward_publication(), awkward_edition()
    table = rows(criteria_csv(publication, edition))
    assert [read(row) for row in table] == flat(criteria_document(publication, edition))
    assert [parted(row["keywords"], ";") for row in table] == [it.keywords for _, it in edition.criteria()]


def test_no_cell_of_it_is_a_formula() -> None:
    table = csv.reader(
        io.StringIO(criteria_csv(awkward_publication(), awkward_edition()).decode("utf-8-sig"), newline="")
    )
    cells = [cell for row in table for cell in row]
    assert sum(begins_a_formula(cell) for cell in cells) >= 16 * 8
    assert all(cell.startswith("'") for cell in cells if begins_a_formula(cell))


def test_it_is_quoted_utf_8_with_a_mark_and_lines_of_rfc_4180(own_site: Site) -> None:
    content = own_site.file("/standard/1.0/criteria.csv").read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"domain_id",')
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines.pop() == ""
    assert len(lines) == 1 + 40
    assert all(line.startswith('"') and line.endswith('"') for line in lines)


def test_an_erratum_stands_beside_the_text_that_it_corrects(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", files={"standard/errata.yml": _ERRATA})
    publication = load_publication(read_configuration(project / "mkdocs.yml"))
    edition = publication.standard.releases[0]
    by_id = {row["id"]: row for row in rows(criteria_csv(publication, edition))}
    assert by_id["K1.2"]["text"] == "Knives are sharpened every week."
    assert rows_parted(by_id["K1.2"]["errata"]) == (
        ("2022-03", "The interval is wrong.", "every week", "Knives are sharpened every *month*."),
    )
    assert by_id["K1.1"]["errata"] == ""


def test_the_plain_text_has_no_markup(tmp_path: Path) -> None:
    publication = load_publication(read_configuration(write_project(tmp_path / "project") / "mkdocs.yml"))
    by_id = {row["id"]: row for row in rows(criteria_csv(publication, publication.standard.releases[0]))}
    assert by_id["K2.1"]["text_plain"] == "Pans are turned so that no handle stands out over the edge."
    assert by_id["K2.2"]["text"] == "A fire blanket hangs by the [stove](#K2.1)."
    assert by_id["K2.2"]["text_plain"] == "A fire blanket hangs by the stove."
