"""Editions written into folders of their own, for commands that take folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml


def write_edition(
    folder: Path,
    version: str,
    domains: Mapping[str, Sequence[tuple[str, str]]],
    lineage: Mapping[str, object] | None = None,
) -> Path:
    """Write an edition.

    Args:
        folder: Where to; it is made.
        version: Its version.
        domains: Criteria, each an id and a text, by the title of their domain; domains are numbered ``D1``, ``D2``, …
        lineage: Content of its ``lineage.yml``, if it has one.

    Returns:
        The folder.
    """
    (folder / "domains").mkdir(parents=True)
    index = {
        "title": "Kitchen Safety Standard",
        "abbreviation": "KSS",
        "version": version,
        "status": "released",
        "date": "2025",
        "authors": [{"name": "Kitchen Board", "kind": "organization"}],
        "publisher": {"name": "Kitchen Board"},
        "license": "CC-BY-4.0",
        "url": "https://kitchen.example/standard",
        "summary": "What a kitchen must do to be safe.",
    }
    (folder / "index.md").write_text(_front_matter(index), encoding="utf-8")
    for number, (title, criteria) in enumerate(domains.items(), start=1):
        domain = {
            "id": f"D{number}",
            "title": title,
            "criteria": [{"id": identifier, "text": text} for identifier, text in criteria],
        }
        path = folder / "domains" / f"{number:02d}-domain-{number}.md"
        path.write_text(_front_matter(domain), encoding="utf-8")
    if lineage is not None:
        (folder / "lineage.yml").write_text(yaml.safe_dump(dict(lineage), sort_keys=False), encoding="utf-8")
    return folder


def _front_matter(data: Mapping[str, object]) -> str:
    return f"---\n{yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True)}---\n"
