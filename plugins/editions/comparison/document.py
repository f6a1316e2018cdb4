"""The comparison document: comparison.json."""

from __future__ import annotations

import json
from typing import Any

from editions.comparison.added_fields import field_changes
from editions.comparison.change import ASPECTS, RELATIONS, Change, Comparison, Item
from editions.comparison.summary import LevelSummary, summarise
from editions.comparison.wording import Wording, redline
from editions.model import Edition, Reference
from editions.model.standard_head import standard_head
from editions.schemas.known_schemas import schema_address, schema_version

SCHEMA = "comparison-1"

Json = dict[str, Any]


def comparison_document(comparison: Comparison, site_url: str) -> Json:
    """A comparison as data.

    Args:
        comparison: The comparison.
        site_url: Absolute address of the site on which the editions and the schemas stand.

    Returns:
        The document that ``comparison-1.schema.json`` describes. What the design leaves open: ``summary`` counts over
        all levels at its top and for each level under ``levels``; ``continued`` counts the listed changes, and
        ``unchanged`` what is not listed.
    """
    base = site_url.rstrip("/")
    return {
        **document_head(comparison.new, base),
        "from": _edition(comparison.old, base),
        "to": _edition(comparison.new, base),
        "summary": summary_document(summarise(comparison)),
        "impact": comparison.impact,
        "lineage_notes": list(comparison.connections.remarks),
        "changes": [change_document(change) for change in comparison.changes],
    }


def document_head(edition: Edition, base: str) -> Json:
    """What every comparison document begins with.

    Args:
        edition: The edition that names the standard.
        base: Absolute address of the site, without a slash at its end.

    Returns:
        ``$schema``, ``schema_version`` and ``standard``.
    """
    return {
        "$schema": f"{base}{schema_address(SCHEMA)}",
        "schema_version": schema_version(SCHEMA),
        "standard": standard_head(edition),
    }


def comparison_json(comparison: Comparison, site_url: str) -> str:
    """The comparison document as text.

    Args:
        comparison: The comparison.
        site_url: As for ``comparison_document``.

    Returns:
        JSON with two spaces of indentation, in UTF-8 characters, ending in a line feed.
    """
    return json.dumps(comparison_document(comparison, site_url), ensure_ascii=False, indent=2) + "\n"


def change_document(change: Change) -> Json:
    """One change as data.

    Args:
        change: The change.

    Returns:
        An entry of ``changes``.
    """
    document: Json = {
        "level": change.level,
        "relation": change.relation,
        "from": [item.id for item in change.old],
        "to": [item.id for item in change.new],
        "aspects": list(change.aspects),
        "wording": _wording(change.wording),
        "significance": change.significance,
        "reasons": [
            {"rule": reason.rule, "from": list(reason.old), "to": list(reason.new)} for reason in change.reasons
        ],
        "notes": list(change.notes),
    }
    if change.title_wording:
        document["title_wording"] = _wording(change.title_wording)
    if change.level == "prose":
        document["part"] = change.part
        document["path"] = {"from": _paths(change.old), "to": _paths(change.new)}
    if change.level == "criterion" or (change.level == "prose" and any(i.domain for i in change.old + change.new)):
        document["domains"] = {"from": _domains(change.old), "to": _domains(change.new)}
    if "moved" in change.aspects and change.level == "criterion":
        document["sections"] = {
            "from": [item.section for item in change.old],
            "to": [item.section for item in change.new],
        }
    if "level_changed" in change.aspects:
        document["levels"] = {"from": [item.level for item in change.old], "to": [item.level for item in change.new]}
    if "references_changed" in change.aspects:
        before, after = _references(change.old), _references(change.new)
        document["references"] = {
            "withdrawn": [row for row in before if row not in after],
            "added": [row for row in after if row not in before],
        }
    if fields := field_changes(change.level, change.old, change.new):
        document["fields"] = [
            {"key": it.field.key, "normative": it.field.normative, "wording": _wording(redline(it.old, it.new))}
            for it in fields
        ]
    return document


def _edition(edition: Edition, base: str) -> Json:
    folder = "draft" if edition.status == "draft" else str(edition.version)
    return {
        "version": str(edition.version),
        "status": edition.status,
        "date": str(edition.date),
        "url": f"{base}/standard/{folder}/",
    }


def summary_document(levels: tuple[LevelSummary, ...]) -> Json:
    """The counts as data.

    Args:
        levels: The counts of each level.

    Returns:
        ``summary`` of a comparison document.
    """
    total: Json = {relation: sum(level.relations[relation] for level in levels) for relation in RELATIONS}
    total |= {aspect: sum(level.aspects[aspect] for level in levels) for aspect in ASPECTS}
    total["unchanged"] = sum(level.unchanged for level in levels)
    total["levels"] = {
        level.level: {
            "from": level.old,
            "to": level.new,
            **level.relations,
            **level.aspects,
            "unchanged": level.unchanged,
        }
        for level in levels
    }
    return total


def _wording(wording: Wording) -> list[list[str]]:
    return [list(segment) for segment in wording]


def _paths(items: tuple[Item, ...]) -> list[list[str]]:
    return [list(item.path) for item in items]


def _domains(items: tuple[Item, ...]) -> list[str]:
    return [item.domain for item in items if item.domain is not None]


def _references(items: tuple[Item, ...]) -> list[Json]:
    rows = dict.fromkeys(reference for item in items for reference in item.references)
    return [_reference(row) for row in rows]


def _reference(reference: Reference) -> Json:
    row: Json = {"framework": reference.framework, "version": reference.version, "id": reference.id}
    if reference.url:
        row["url"] = reference.url
    return row
