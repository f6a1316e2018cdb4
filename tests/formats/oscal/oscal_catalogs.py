"""Catalogs for tests: where they are, how they are read, and what NIST's validator makes of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported
from editions.formats.oscal.reading import read_oscal
from editions.formats.oscal.writing.catalog import oscal_catalog
from editions.model import Edition, Lineage, LineageRow, PartialDate, Publication, Publisher, Standard, Version

DATA = Path(__file__).parent / "data"
WORKSHOP = json.loads((DATA / "workshop.json").read_text(encoding="utf-8"))
STATED = ImportFacts(Facts(abbreviation="WS"))
EVERYTHING = ImportFacts(
    Facts(
        title="Stated",
        abbreviation="ST",
        version=Version(1, 0),
        date=PartialDate(2024),
        publisher=Publisher("Stated Body"),
        licence="CC-BY-4.0",
        url="https://stated.example/standard",
    )
)
SITE = "https://example.org/"


def read_document(folder: Path, document: Any, facts: ImportFacts = EVERYTHING, name: str = "catalog.json") -> Imported:
    """Write a catalog as JSON and read it; a text or bytes are written as they are."""
    path = folder / name
    text = document if isinstance(document, (str, bytes)) else json.dumps(document)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_oscal(path, facts)


def catalog(*controls: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A small catalog with controls in one group."""
    return {
        "catalog": {
            "uuid": "1b0a5ae6-6f0e-4c55-9a65-0a5e4ad5a4a1",
            "metadata": {
                "title": "T",
                "last-modified": "2024-01-02T00:00:00Z",
                "version": "1.0",
                "oscal-version": "1.1.2",
            },
            "groups": [{"id": "g", "title": "Group", "controls": list(controls)}],
            **more,
        }
    }


def control(identifier: str, prose: str = "Do it.", **more: Any) -> dict[str, Any]:
    """A control with a statement."""
    return {"id": identifier, "title": "Title", "parts": [{"name": "statement", "prose": prose}], **more}


def exported(edition: Edition, *others: Edition) -> bytes:
    """The catalog of an edition, of a standard in which others stand before it."""
    standard = Standard((*others, edition)) if edition.status == "released" else Standard(others, edition)
    return oscal_catalog(Publication(SITE, standard), edition)


def without_lines(edition: Edition) -> Edition:
    """An edition whose lineage says nothing of files, since an import reads it from another file."""
    lineage = edition.lineage
    if lineage is None:
        return edition

    def bare(rows: tuple[LineageRow, ...]) -> tuple[LineageRow, ...]:
        return tuple(replace(row, line=1) for row in rows)

    made = Lineage(
        lineage.origin, lineage.identity, bare(lineage.domains), bare(lineage.criteria), lineage.note, path=""
    )
    return replace(edition, lineage=made)
