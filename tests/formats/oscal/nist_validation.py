"""NIST's own tool for OSCAL, compliance-trestle, as a judge of catalogs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# The factory registers the validators and has to come before any of them.
from trestle.core.validator_factory import validator_factory
from trestle.oscal.catalog import Catalog


def validated(path: Path) -> Catalog:
    """Load a catalog and put it to every validator; the catalog."""
    catalog = Catalog.oscal_read(path)
    assert catalog is not None
    refused = [type(it).__name__ for it in validator_factory.get_all() if not it.model_is_valid(catalog, True)]
    assert not refused, f"{path}: {refused}"
    return catalog


def round_trip(catalog: Catalog, path: Path) -> dict[str, Any]:
    """What a catalog is after trestle wrote it, as JSON or YAML by the name of the file, and read it again."""
    catalog.oscal_write(path)
    again = Catalog.oscal_read(path)
    assert again is not None
    return content(json.loads(again.oscal_serialize_json()))


def content(document: dict[str, Any]) -> dict[str, Any]:
    """A catalog as values, with the one spelling of UTC that trestle writes."""
    text = json.dumps(document, sort_keys=True).replace("T00:00:00Z", "T00:00:00+00:00")
    made: dict[str, Any] = json.loads(text)
    return made
