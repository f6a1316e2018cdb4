"""A standard of any size, made of sentences drawn from a fixed vocabulary: the same sizes always give the same bytes.

Two releases. From 1.0 to 1.1 most criteria keep their words, some are reworded, and in each domain one is withdrawn
and one is added, so that lineage, comparison and history have something to say.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path

import yaml

from editions.source.release_lock import lock_bytes, make_lock

WHO = "The organisation;Each operator;The responsible team;A named owner;The process;Every service".split(";")
DOES = "records;reviews;limits;verifies;documents;monitors;separates;tests;approves;encrypts;retains;reports".split(";")
WHAT = (
    "access to production data;changes to configuration;inputs from untrusted sources;outputs shown to users;"
    "personal data in logs;decisions made without a person;dependencies on a provider;incidents and near misses;"
    "keys and credentials;the quality of results;cost and latency;the purpose of processing"
).split(";")
WHEN = (
    "before each release;at least once a quarter;within 24 hours;whenever the system changes;for as long as it runs;"
    "as [the guidance](https://example.org/guidance) describes;unless a documented exception applies;"
    "with **evidence that an auditor can check**"
).split(";")
FIRST, SECOND = "1.0", "1.1"


def write_generated_standard(folder: Path, domains: int, criteria: int, configuration: dict[str, object]) -> None:
    """Write a project.

    Args:
        folder: Where to; it is created.
        domains: How many domains each edition has.
        criteria: How many criteria each domain has, in each edition.
        configuration: What ``mkdocs.yml`` holds besides the site's name and address.
    """
    chance = random.Random(20_260_401)  # noqa: S311 - reproducible text, no secret
    _write_project(folder, *_editions(chance, domains, criteria), configuration)


def write_generated_manual(folder: Path, configuration: dict[str, object]) -> None:
    """Write a project of one edition with the sizes of a published manual (the Australian ISM of December 2025).

    23 domains hold 1,107 criteria of a sentence or two; their guidance, 700,000 characters in all, has a section for
    every third criterion, with paragraphs, lists and links, and a line of facts for each criterion.

    Args:
        folder: Where to; it is created.
        configuration: What ``mkdocs.yml`` holds besides the site's name and address.
    """
    chance = random.Random(20_251_209)  # noqa: S311 - reproducible text, no secret
    files = {"index.md": _index(FIRST, "2025-12")}
    for number in range(1, 24):
        items = [(f"M{number:02d}.{it}", generated_text(chance)) for it in range(1, 49)]
        sections = [_section(chance, items[at : at + 3]) for at in range(0, len(items), 3)]
        title = f"Guidelines for {chance.choice(WHAT)} {number}"
        files[f"domains/{number:02d}-domain-{number}.md"] = _domain(number, title, items, "\n\n".join(sections))
    _write_release(folder, FIRST, "2025-12", files, None)
    _write_working_copy(folder, files, configuration)


def _section(chance: random.Random, items: list[tuple[str, str]]) -> str:
    """Guidance for some criteria, as manuals have it."""
    what = chance.choice(WHAT)
    points = "\n".join(f"- **{chance.choice(DOES).capitalize()}:** {chance.choice(WHAT)}" for _ in range(3))
    prose = [f"## {what.capitalize()}", generated_text(chance), f"{generated_text(chance)} Among these are:", points]
    link = f"[{what} guide](https://example.org/guides/{chance.randint(1, 400)})"
    prose.append(f"Further information can be found in the {link}. {generated_text(chance)}")
    for item, _ in items:
        prose += [f"### {item}", f"**Class:** control. **Revision:** {chance.randint(1, 9)}. **Updated:** Dec-22."]
    return "\n\n".join(prose)


def write_changed_texts(
    folder: Path, criterion: tuple[str, str], guidance: tuple[str, str], configuration: dict[str, object]
) -> None:
    """Write a project of one criterion.

    Args:
        folder: Where to; it is created.
        criterion: Its text in the first release and in the second one.
        guidance: That of its domain.
        configuration: What ``mkdocs.yml`` holds besides the site's name and address.
    """
    first, second = _editions(random.Random(1), 1, 1)  # noqa: S311 - reproducible text, no secret
    for files, text, reason in zip((first, second), criterion, guidance, strict=True):
        files["domains/01-domain-1.md"] = _domain(1, "Logs", [("D01.1", text)], reason)
    _write_project(folder, first, second, configuration)


def _write_project(
    folder: Path, first: dict[str, bytes], second: dict[str, bytes], configuration: dict[str, object]
) -> None:
    digest = _write_release(folder, FIRST, "2025-05", first, None)
    _write_release(folder, SECOND, "2026-04", second, (FIRST, digest))
    _write_working_copy(folder, second, configuration)


def _write_working_copy(folder: Path, files: dict[str, bytes], configuration: dict[str, object]) -> None:
    for path, content in files.items():
        _write(folder / "standard" / path, content)
    home = {"title": "Generated Standard", "summary": "A standard made to measure with."}
    _write(folder / "docs" / "index.md", _file(home, "Read [the standard](../standard/index.md)."))
    settings = {**configuration, "site_name": "Generated Standard", "site_url": "https://example.org/"}
    _write(folder / "mkdocs.yml", yaml.safe_dump(settings, sort_keys=False).encode())


def _editions(chance: random.Random, domains: int, criteria: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    first = {"index.md": _index(FIRST, "2025-05")}
    second = {"index.md": _index(SECOND, "2026-04"), "lineage.yml": f'from: "{FIRST}"\nidentity: ids\n'.encode()}
    for number in range(1, domains + 1):
        old = [(f"D{number:02d}.{it}", generated_text(chance)) for it in range(1, criteria + 1)]
        new = [(item, generated_text(chance) if chance.random() < 0.2 else text) for item, text in old[1:]]
        new.append((f"D{number:02d}.{criteria + 1}", generated_text(chance)))
        title = f"{chance.choice(DOES).capitalize()} {chance.choice(WHAT)} {number}"
        guidance = "\n\n".join(" ".join(generated_text(chance) for _ in range(4)) for _ in range(3))
        for files, items in ((first, old), (second, new)):
            files[f"domains/{number:02d}-domain-{number}.md"] = _domain(number, title, items, guidance)
    return first, second


def generated_text(chance: random.Random) -> str:
    """One to three sentences of the vocabulary."""
    sentences = [
        f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)} and {chance.choice(WHAT)}, "
        f"{chance.choice(WHEN)}."
        for _ in range(chance.randint(1, 3))
    ]
    return " ".join(sentences)


def _index(version: str, date: str) -> bytes:
    agent = {"name": "Example Body", "kind": "organization"}
    front = {
        "title": "Generated Standard",
        "abbreviation": "GS",
        "version": version,
        "status": "released",
        "date": date,
        "authors": [agent],
        "publisher": {"name": "Example Body", "abbreviation": "EB", "url": "https://example.org"},
        "license": "CC-BY-4.0",
        "url": "https://example.org/standard",
        "summary": "A standard made to measure with.",
    }
    return _file(front, "## Scope\n\nEvery system in production.\n\n## Terms\n\nWords have their usual meaning.")


def _domain(number: int, title: str, items: list[tuple[str, str]], guidance: str) -> bytes:
    front = {
        "id": f"D{number:02d}",
        "title": title,
        "summary": "What must be true of every system in production.",
        "criteria": [{"id": item, "text": text} for item, text in items],
    }
    return _file(front, guidance)


def _file(front: Mapping[str, object], body: str) -> bytes:
    # JSON strings are YAML strings, and quoted ones keep versions and dates what they are.
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{body}\n".encode()


def _write_release(
    folder: Path, version: str, date: str, files: dict[str, bytes], previous: tuple[str, str] | None
) -> str:
    place = folder / "standard" / "releases" / version
    for path, content in files.items():
        _write(place / path, content)
    lock = make_lock("https://example.org/schema/release-1.schema.json", version, date, files, previous)
    _write(place / "release.json", lock_bytes(lock))
    return str(lock["digest"])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
