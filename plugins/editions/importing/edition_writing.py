"""An edition of the model written as the files that people edit: the loader reads the same edition from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from editions.formats.slugs import is_slug, slug_of
from editions.model import (
    Assessment,
    Criterion,
    Domain,
    Edition,
    Licence,
    Lineage,
    LineageRow,
    PartialDate,
    Reference,
    Version,
)
from editions.model.field_values import FieldValues, Item, item_value
from editions.model.fields import FIELDS, ItemKind
from editions.schemas.known_schemas import schema_address
from editions.source.yaml_text import YamlValue, yaml_flow, yaml_lines, yaml_scalar
from editions.text.tree import Text


def domain_path(edition: Edition, place: int) -> str:
    """The file of a domain.

    Args:
        place: Its place in the edition, from 0.

    Returns:
        The path within the edition's folder, such as ``domains/01-human-oversight.md``.
    """
    width = max(2, len(str(len(edition.domains))))
    return f"domains/{place + 1:0{width}d}-{edition.domains[place].slug}.md"


def with_sound_slugs(edition: Edition) -> Edition:
    """Give every domain a slug of its own.

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
    front = _written("edition", edition)
    files = {"index.md": markdown_file(f"{root}{schema_address('edition-1')}", front, edition.prose.markdown)}
    schema = f"{root}{schema_address('domain-1')}"
    for place, domain in enumerate(edition.domains):
        files[domain_path(edition, place)] = markdown_file(schema, _written("domain", domain), domain.guidance.markdown)
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


def _written(kind: ItemKind, item: Item) -> dict[str, YamlValue]:
    """The keys of an item as they are written."""
    written = {field.key: _value(item_value(item, field)) for field in FIELDS[kind]}
    if isinstance(item, Domain) and item.label == item.id:
        del written["label"]  # what is shown by default
    return _stated(written)


def _value(value: Any) -> YamlValue | None:
    match value:
        case None | str() | int() | float():
            return value
        case Text():
            return value.markdown
        case Version() | PartialDate():
            return str(value)
        case Licence():
            return value.spdx
        case Criterion():
            return _written("criterion", value)
        case FieldValues():
            return {key: written for key, it in value.items() if (written := _value(it)) is not None}
        case Reference():
            return _stated({"framework": value.framework, "version": value.version, "id": value.id, "url": value.url})
        case (Assessment(), *_):
            return {it.key: _stated({"kind": it.kind, "covers": it.covers, "facts": it.facts}) for it in value}
        case tuple():
            return [written for it in value if (written := _value(it)) is not None]
        case _:
            return _stated({name: _value(part) for name, part in vars(value).items()})


def _stated(data: dict[str, YamlValue | None]) -> dict[str, YamlValue]:
    """What is stated: nothing is written for what an item does not have."""
    return {key: value for key, value in data.items() if value is not None and value not in ([], {})}
