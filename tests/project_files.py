"""A small sound project for tests: a fictional standard with two releases, an article and the site's own pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editions.source.release_lock import lock_bytes, make_lock

SITE_URL = "https://kitchen.example/"
_LOCK_SCHEMA = "https://kitchen.example/schema/release-1.schema.json"

_MKDOCS = f"""\
site_name: Kitchen Safety Standard
site_url: {SITE_URL}
plugins:
  - editions/standard:
      releases: {{changelog: false}}
"""

_INDEX = """\
---
title: Kitchen Safety Standard
abbreviation: KSS
version: "{version}"
status: {status}
date: "{date}"
authors:
  - name: Guild of Cooks
    kind: organization
  - name: Ada Ladle
    kind: person
    family: Ladle
    given: Ada
publisher:
  name: Guild of Cooks
  abbreviation: GoC
  url: https://guild.example
license: CC-BY-4.0
url: https://kitchen.example/standard/
summary: What a kitchen does so that nobody is hurt in it.
keywords: [kitchen, safety]
assessments:
  VISIT:
    kind: inspection
    covers: the whole kitchen
---

## Scope

This standard applies to kitchens. [Knives](domains/01-knives.md) come first, and {link}.

## Why it exists

Because [article](../insights/what-is-a-kitchen.md) and [licence](../docs/license.md) say so. See [scope](#scope).
"""

_KNIVES_1_0 = """\
---
id: K1
title: Knives
summary: How knives are kept.
assessed_in: [VISIT]
criteria:
  - id: K1.1
    text: Knives are kept in a block or on a rail.
    title: Storage
    section: Keeping
    level: basic
    keywords: [block, rail]
    references:
      - framework: Tool Code
        version: "2"
        id: T.4
        url: https://tools.example/t4
  - id: K1.2
    text: Knives are sharpened every week.
---

## Advice

A dull knife slips.
"""

_HEAT_1_0 = """\
---
id: K2
title: Heat
criteria:
  - id: K2.1
    text: Pans are turned so that no handle stands out over the *edge*.
  - id: K2.2
    text: A fire blanket hangs by the [stove](#K2.1).
---
"""

_KNIVES_2_0 = _KNIVES_1_0.replace("every week", "before every use").replace("T.4", "T.5")

_HEAT_2_0 = """\
---
id: K2
title: Heat and fire
criteria:
  - id: K2.1
    text: Pans are turned so that no handle stands out over the *edge*.
  - id: K2.3
    text: A fire blanket hangs within reach of the stove.
  - id: K2.4
    text: Everyone who cooks knows how to use the fire blanket.
---
"""

_HYGIENE_2_0 = """\
---
id: K3
title: Hygiene
criteria:
  - id: K3.1
    text: Hands are washed before food is touched.
---
"""

_LINEAGE_2_0 = """\
from: "1.0"
identity: ids
note: As the guild sees it.
domains:
  - {from: [], to: [K3], note: new}
criteria:
  - from: [K2.2]
    to: [K2.3, K2.4]
    note: the blanket, and how to use it
  - {from: [], to: [K3.1]}
"""

_ARTICLE = """\
---
title: What Is a Kitchen?
title_sentence: What is a kitchen?
version: "{version}"
date: "{date}"
category: Reference
summary: A kitchen is where food is made.
domains: [K1, K2]
keywords: [definition]
---

A kitchen is where food is made, as the [standard](../standard/index.md#scope) says of
[heat](../standard/domains/02-heat.md).

## Criteria

<!-- editions:criteria 2.0 -->

{more}
"""

_PAGES = {
    "docs/index.md": "---\ntitle: Home\nsummary: Where to go.\n---\n\nRead the [standard](standard/index.md), its "
    "[history](standard/history.md) or [KSS 1.0](/standard/1.0/).\n",
    "docs/license.md": "---\ntitle: Licence\n---\n\nSee [how to cite](citations/index.md).\n",
    "citations/index.md": "---\ntitle: Citation\n---\n\nCite the [standard](../standard/index.md).\n",
    "citations/references.bib": "@book{ladle2019, author = {Ladle, Ada}, title = {Soup}, publisher = {Pot}, "
    "year = {2019}}\n",
}


def edition_files(version: str, status: str = "released") -> dict[str, str]:
    """The files of an edition, by path within its folder.

    Args:
        version: ``1.0``, ``2.0`` or ``3.0``; the last is like 2.0, under another version.
        status: What its front matter states.

    Returns:
        Texts by path, without a lock.
    """
    date = {"1.0": "2021", "2.0": "2023-04", "3.0": "2025-05-06"}[version]
    if version == "1.0":
        index = _INDEX.format(version=version, status=status, date=date, link="[heat](domains/02-heat.md#K2.1) next")
        return {"index.md": index, "domains/01-knives.md": _KNIVES_1_0, "domains/02-heat.md": _HEAT_1_0}
    link = "[hygiene](domains/03-hygiene.md#K3.1) last"
    lineage = _LINEAGE_2_0 if version == "2.0" else 'from: "2.0"\n'
    return {
        "index.md": _INDEX.format(version=version, status=status, date=date, link=link),
        "domains/01-knives.md": _KNIVES_2_0,
        "domains/02-heat.md": _HEAT_2_0,
        "domains/03-hygiene.md": _HYGIENE_2_0,
        "lineage.yml": lineage,
    }


def write_project(folder: Path, *, draft: bool = False, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a sound project: releases 1.0 and 2.0, locked, an article released twice, and the site's own pages.

    Args:
        folder: Where to write it; it is created.
        draft: Whether the working copy is a draft of 3.0; otherwise it equals the release 2.0.
        files: Further files by path within the project, written last; they may replace what stands there.

    Returns:
        The project's folder.
    """
    content: dict[str, str | bytes] = {"mkdocs.yml": _MKDOCS, **_PAGES}
    working = edition_files("3.0", "draft") if draft else edition_files("2.0")
    content |= {f"standard/{path}": text for path, text in working.items()}
    previous: tuple[str, str] | None = None
    for version in ("1.0", "2.0"):
        texts = edition_files(version)
        content |= {f"standard/releases/{version}/{path}": text for path, text in texts.items()}
        date = {"1.0": "2021", "2.0": "2023-04"}[version]
        encoded = {path: text.encode() for path, text in texts.items()}
        lock = make_lock(_LOCK_SCHEMA, version, date, encoded, previous)
        previous = (version, lock["digest"])
        content[f"standard/releases/{version}/release.json"] = lock_bytes(lock)
    content |= _article_files("what-is-a-kitchen")
    content |= files or {}
    for path, text in content.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def _article_files(slug: str) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {}
    previous: tuple[str, str] | None = None
    for version, date, more in (("1.0", "2022-02-03", "One room."), ("1.1", "2023-06", "One room, or two.")):
        text = _ARTICLE.format(version=version, date=date, more=more)
        lock = make_lock(_LOCK_SCHEMA, version, date, {f"{version}.md": text.encode()}, previous)
        previous = (version, lock["digest"])
        files[f"insights/releases/{slug}/{version}.md"] = text
        files[f"insights/releases/{slug}/{version}.json"] = lock_bytes(lock)
        files[f"insights/{slug}.md"] = text
    return files
