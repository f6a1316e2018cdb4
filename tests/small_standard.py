"""A fictional standard written to a folder: three releases, a draft, articles in every state.

What happens between its editions, by domain and criterion:

* 0.9 to 1.0: ``A.2`` is reworded, ``A.3`` is added.
* 1.0 to 1.1: domain ``A`` is split into ``A`` and ``C``; ``A.2`` becomes ``C.1`` and ``C.2``; ``A.3`` and ``B.1`` merge
  into ``B.2``; ``B.9`` is added; domain ``R`` is withdrawn with ``R.1``.
  ``A.1``, ``C.1`` and ``B.2`` refer to other frameworks.
* 1.1 to the draft 2.0: ``B.9`` is reworded, nothing else.

``B.1`` of 1.0 has an erratum.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editions.source.release_lock import lock_bytes, make_lock

SITE_URL = "https://standards.example.org/assurance/"
SCHEMAS = "https://standards.example.org/assurance/schema"
CONFIGURATION = """\
site_name: Example Assurance Standard
site_url: https://standards.example.org/assurance/
repo_url: https://git.example.org/example/assurance
edit_uri: edit/main/
theme:
  name: material
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
plugins:
  - editions/standard
  - editions/compare
  - editions/criteria
  - editions/citations
  - editions/attribution
"""

Files = dict[str, bytes]
Criteria = Mapping[str, str | Mapping[str, Any]]

A1 = "Access is granted to named persons only."
A2_OLD = "Access ends when the need for it ends."
A2 = "Access ends within one day after the need for it ends."
A3 = "Records of access are kept for one year."
B1 = "Incidents are written down."
B2 = "Records of access and of incidents are kept for one year."
B9 = "Every incident is reviewed by a person who took no part in it."
B9_DRAFT = "Every incident is reviewed within a week by a person who took no part in it."
C1 = "Access ends within one day after a role ends."
C2 = "Access ends within one day after a contract ends."
# Two versions of one framework, ids whose order is not that of their letters, and a framework without a version.
CROSSWALK_C1 = [
    {"framework": "Other Framework", "version": "3", "id": "O-10"},
    {"framework": "Other Framework", "version": "3", "id": "O-2", "url": "https://example.org/o-2"},
    {"framework": "Other Framework", "version": "2.1", "id": "O-1"},
]
CROSSWALK_B2 = [
    {"framework": "Other Framework", "version": "3", "id": "O-2"},
    {"framework": "Code of <Practice> | 7", "id": "§ 4 (a)", "url": "https://example.org/code?a=1|2"},
]
ERRATA = b"""errata:
  - {edition: "1.0", item: B.1, date: 2025-05-02, what: One word was wrong., original: down, text: up}
"""
SCOPE = "## Scope\n\nEvery service of the body, and its suppliers."
R1 = "Paper copies are locked away."


def source_file(front: Mapping[str, Any], body: str = "") -> bytes:
    """A Markdown file with front matter; JSON strings are YAML strings, and stay what they are."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{body}\n".encode()


def edition_file(version: str, date: str, status: str = "released", body: str = "", **changed: Any) -> bytes:
    """An edition's ``index.md``."""
    front = {
        "title": "Example Assurance Standard",
        "abbreviation": "EAS",
        "version": version,
        "status": status,
        "date": date,
        "authors": [{"name": "Example Body", "kind": "organization"}],
        "publisher": {"name": "Example Body", "url": "https://example.org"},
        "license": "CC-BY-4.0",
        "url": "https://standards.example.org/assurance/standard/",
        "summary": "What a service must do to be trusted.",
    }
    return source_file({**front, **changed}, body or "## Scope\n\nEvery service of the body.")


def domain_file(item: str, title: str, criteria: Criteria, guidance: str = "", **more: Any) -> bytes:
    """A domain's file."""
    rows = [
        {"id": key, "text": value} if isinstance(value, str) else {"id": key, **value}
        for key, value in criteria.items()
    ]
    return source_file({"id": item, "title": title, **more, "criteria": rows}, guidance)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def write_release(
    folder: Path, version: str, date: str, files: Mapping[str, bytes], previous: tuple[str, str] | None
) -> tuple[str, str]:
    """Write a release with its lock; its version and digest, which the next one names."""
    lock = make_lock(f"{SCHEMAS}/release-1.schema.json", version, date, files, previous)
    place = folder / "standard" / "releases" / version
    write_files(place, {**files, "release.json": lock_bytes(lock)})
    return version, str(lock["digest"])


def write_small_standard(folder: Path) -> Path:
    """Write the project; its folder."""
    previous = None
    for version, date, files in (
        ("0.9", "2024", _first()),
        ("1.0", "2025-03", _second()),
        ("1.1", "2026-04", _third()),
    ):
        previous = write_release(folder, version, date, files, previous)
    write_files(folder / "standard", {**_draft(), "errata.yml": ERRATA})
    _write_articles(folder)
    write_files(folder, _pages())
    return folder


def _first() -> Files:
    return {
        "index.md": edition_file("0.9", "2024"),
        "domains/01-access.md": domain_file("A", "Access", {"A.1": A1, "A.2": A2_OLD}),
        "domains/02-incidents.md": domain_file("B", "Incidents", {"B.1": B1}),
        "domains/03-paper.md": domain_file("R", "Paper", {"R.1": R1}),
    }


def _second() -> Files:
    return {
        **_first(),
        "index.md": edition_file("1.0", "2025-03"),
        "domains/01-access.md": domain_file("A", "Access", {"A.1": A1, "A.2": A2, "A.3": A3}),
        "lineage.yml": b'from: "0.9"\n',
    }


def _third() -> Files:
    lineage = b"""from: "1.0"
note: The body's own reading.
domains:
  - {from: [A], to: [A, C]}
criteria:
  - {from: [A.2], to: [C.1, C.2]}
  - {from: [A.3, B.1], to: [B.2]}
"""
    guidance = "A register helps.\n\n[The scope](../index.md#scope) says where."
    reference = {"framework": "Other Framework", "version": "3", "id": "O-1", "url": "https://example.org/o-1"}
    return {
        "index.md": edition_file("1.1", "2026-04", body=SCOPE),
        "domains/01-access.md": domain_file(
            "A",
            "Access",
            {
                "A.1": {
                    "text": A1,
                    "title": "Named persons",
                    "level": "Basic",
                    "keywords": ["roles, rights", "naming"],
                    "references": [reference],
                }
            },
            guidance,
            label="Domain A",
            summary="Who may use what.",
        ),
        "domains/02-ending-access.md": domain_file(
            "C", "Ending access", {"C.1": {"text": C1, "references": CROSSWALK_C1}, "C.2": C2}, label="Domain C"
        ),
        "domains/03-incidents.md": domain_file(
            "B",
            "Incidents",
            {
                "B.2": {"text": B2, "section": "Records", "references": CROSSWALK_B2},
                "B.9": {"text": B9, "section": "Review"},
            },
            label="Domain B",
        ),
        "lineage.yml": lineage,
    }


def _draft() -> Files:
    third = _third()
    return {
        **third,
        "index.md": edition_file(
            "2.0", "2027", "draft", body="## Scope\n\nEvery service of the body, and its suppliers."
        ),
        "domains/03-incidents.md": third["domains/03-incidents.md"].replace(B9.encode(), B9_DRAFT.encode()),
        "lineage.yml": b'from: "1.1"\n',
    }


def _article(title: str, version: str, date: str, body: str, **changed: Any) -> bytes:
    front = {"title": title, "version": version, "date": date, "category": "Explanation", "summary": f"{title}, told."}
    return source_file({**front, "domains": ["A", "R"], **changed}, body)


def _write_articles(folder: Path) -> None:
    """``ending`` has two released versions and a draft; of ``only-draft`` nothing is released.

    ``keeping-records`` is of another category and about ``B`` alone; ``what-it-is`` is about no domain.
    """
    ending = {
        "1.0": _article(
            "Ending access", "1.0", "2025-04-02", "Access ends. Read [the standard](../standard/index.md)."
        ),
        "1.1": _article("Ending access", "1.1", "2026-05-01", "Access ends soon.\n\n<!-- editions:criteria 1.1 -->"),
    }
    records = _article("Keeping records", "1.0", "2026-02", "Write it down.", category="How-to", domains=["B"])
    what = _article("What it is", "1.0", "2024", "A standard.", domains=[])
    _release_article(folder, "ending", {"1.0": "2025-04-02", "1.1": "2026-05-01"}, ending)
    _release_article(folder, "keeping-records", {"1.0": "2026-02"}, {"1.0": records})
    _release_article(folder, "what-it-is", {"1.0": "2024"}, {"1.0": what})
    write_files(
        folder / "insights",
        {
            "ending.md": _article("Ending access", "1.2", "2027", "Access ends sooner."),
            "keeping-records.md": records,
            "only-draft.md": _article("Not yet said", "0.1", "2027", "Nothing is published of this."),
            "what-it-is.md": what,
        },
    )


def _release_article(folder: Path, slug: str, dates: Mapping[str, str], texts: Mapping[str, bytes]) -> None:
    previous = None
    for version, text in texts.items():
        name = f"{version}.md"
        lock = make_lock(f"{SCHEMAS}/release-1.schema.json", version, dates[version], {name: text}, previous)
        write_files(folder / "insights" / "releases" / slug, {name: text, f"{version}.json": lock_bytes(lock)})
        previous = (version, str(lock["digest"]))


def _pages() -> Files:
    home = {"title": "Example Assurance Standard", "summary": "A standard made for tests."}
    licence = {"title": "Licence", "summary": "How to reuse the text."}
    citing = {"title": "Cite the standard", "summary": "How to cite it."}
    return {
        "mkdocs.yml": CONFIGURATION.encode(),
        "docs/index.md": source_file(home, "Read [the standard](../standard/index.md) or [its licence](license.md)."),
        "docs/license.md": source_file(licence, "CC BY 4.0."),
        "citations/index.md": source_file(citing, "Name [the standard](../standard/index.md) and its edition."),
    }
