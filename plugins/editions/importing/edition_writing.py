"""An edition of the model written as the files that people edit: the loader reads the same edition from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from editions.formats.slugs import is_slug, slug_of
from editions.model import Agent, Criterion, Domain, Edition, Lineage, LineageRow, Reference
from editions.model.field_values import item_value, written_value
from editions.model.fields import FIELDS, Field, ItemKind
from editions.schemas.known_schemas import schema_address
from editions.source.yaml_text import YamlValue, yaml_flow, yaml_lines, yaml_scalar


def domain_path(edition: Edition, place: int) -> str:
    """The file of a domain.

    Args:
        edition: Its edition.
        place: Its place in the edition, from 0.

    Returns:
        The path within the edition's folder, such as ``domains/01-human-oversight.md``.
    """
    width = max(2, len(str(len(edition.domains))))
    return f"domains/{place + 1:0{width}d}-{edition.domains[place].slug}.md"


def with_sound_slugs(edition: Edition) -> Edition:
    """Give every domain a slug of its own.

    Args:
        edition: The edition.

    Returns:
        The edition; slugs that can stand as they are do.
    """
    taken: set[str] = set()
    domains = []
    for domain in edition.domains:
        sound = is_slug(domain.slug) and domain.slug not in taken
        slug = domain.slug if sound else slug_of(domain.title, domain.id, taken)
        taken.add(slug)
        domains.append(domain if sound else replace(domain, slug=slug))
    return replace(edition, domains=tuple(domains))


def edition_files(edition: Edition, site_url: str) -> dict[str, bytes]:
    """Write an edition.

    Args:
        edition: The edition; the slugs of its domains are sound (``with_sound_slugs``).
        site_url: Address of the site that serves the schemas, ending in ``/``.

    Returns:
        Bytes of ``index.md``, of each domain and, where the edition has a lineage, of ``lineage.yml``, by path within
        the edition's folder.
    """
    root = site_url.rstrip("/")
    files = {
        "index.md": markdown_file(f"{root}{schema_address('edition-1')}", _edition(edition), edition.prose.markdown)
    }
    schema = f"{root}{schema_address('domain-1')}"
    for place, domain in enumerate(edition.domains):
        files[domain_path(edition, place)] = markdown_file(schema, _item("domain", domain), domain.guidance.markdown)
    if edition.lineage is not None:
        text = lineage_text(edition.lineage)
        files["lineage.yml"] = f"{schema_comment(site_url, 'lineage-1')}{text}".encode()
    return files


def schema_comment(site_url: str, name: str) -> str:
    r"""The line that tells editors which schema a file follows.

    Args:
        site_url: Address of the site that serves the schemas, ending in ``/``.
        name: Name of the schema with major version.

    Returns:
        A YAML comment with its ``\n``.
    """
    return f"# yaml-language-server: $schema={site_url.rstrip('/')}{schema_address(name)}\n"


def markdown_file(schema: str, front: dict[str, YamlValue], body: str) -> bytes:
    """Write a Markdown file.

    Args:
        schema: Address of the schema of its front matter.
        front: The front matter.
        body: What follows it, in Markdown, possibly empty.

    Returns:
        UTF-8 bytes of the file.
    """
    text = f"---\n# yaml-language-server: $schema={schema}\n{yaml_lines(front)}---\n"
    return (f"{text}\n{body}\n" if body else text).encode("utf-8")


def lineage_text(lineage: Lineage) -> str:
    """Write a lineage.

    Args:
        lineage: The lineage.

    Returns:
        YAML with a row a line.
    """
    lines = [f'from: "{lineage.origin}"', f"identity: {lineage.identity}"]
    if lineage.note:
        lines += yaml_lines({"note": lineage.note}).rstrip("\n").split("\n")
    for key, rows in (("domains", lineage.domains), ("criteria", lineage.criteria)):
        lines += ["", f"{key}:", *_rows(rows)] if rows else ["", f"{key}: []"]
    return "\n".join(lines) + "\n"


def _rows(rows: Sequence[LineageRow]) -> Iterator[str]:
    for row in rows:
        old, new = yaml_flow(row.old), yaml_flow(row.new)
        if row.note is None:
            yield f"  - {{from: {old}, to: {new}}}"
        else:
            yield f"  - from: {old}\n    to: {new}\n    note: {yaml_scalar(row.note)}"


def _edition(edition: Edition) -> dict[str, YamlValue]:
    publisher = edition.publisher
    data: dict[str, YamlValue | None] = {
        "title": edition.title,
        "title_sentence": edition.title_sentence,
        "abbreviation": edition.abbreviation,
        "version": str(edition.version),
        "status": edition.status,
        "date": str(edition.date),
        "authors": [_agent(author) for author in edition.authors],
        "publisher": _stated({"name": publisher.name, "abbreviation": publisher.abbreviation, "url": publisher.url}),
        "license": edition.licence.spdx,
        "url": edition.url,
        "summary": edition.summary,
        "keywords": list(edition.keywords),
        "assessments": {
            it.key: _stated({"kind": it.kind, "covers": it.covers, "facts": it.facts}) for it in edition.assessments
        },
    }
    adapted = edition.adapted_from
    if adapted is not None:
        data["adapted_from"] = {"title": adapted.title, "url": adapted.url, "changes": adapted.changes}
    return _stated(data)


def _agent(agent: Agent) -> dict[str, YamlValue]:
    return _stated({"name": agent.name, "kind": agent.kind, "family": agent.family, "given": agent.given})


def _item(kind: ItemKind, item: Domain | Criterion) -> dict[str, YamlValue]:
    written = {field.key: _value(field, item_value(item, field)) for field in FIELDS[kind]}
    if written.get("label") == item.id:
        written["label"] = None  # what is shown by default
    return _stated(written)


def _value(field: Field, value: Any) -> YamlValue | None:
    match field.type:
        case "criteria":
            return [_item("criterion", criterion) for criterion in value]
        case "references":
            return [_reference(row) for row in value]
        case _:
            return None if value is None else written_value(value)


def _reference(row: Reference) -> dict[str, YamlValue]:
    return _stated({"framework": row.framework, "version": row.version, "id": row.id, "url": row.url})


def _stated(data: dict[str, YamlValue | None]) -> dict[str, YamlValue]:
    """What is stated: nothing is written for what an item does not have."""
    return {key: value for key, value in data.items() if value is not None and value not in ([], {})}
