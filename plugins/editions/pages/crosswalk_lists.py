"""The references of one criterion, on its own page and on its domain's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editions.model import Criterion, Reference
from editions.model.addresses import crosswalk_address
from editions.model.crosswalk import natural_key
from editions.pages.edition_place import EditionPlace
from editions.pages.markdown_text import link, plain, web_address

UNSTATED = "version not stated"


def crosswalk_section(place: EditionPlace, criterion: Criterion, path: str) -> list[str]:
    """The crosswalk of a criterion's own page.

    Args:
        place: The edition and where its pages stand.
        criterion: The criterion.
        path: The generated Markdown file that shows it.

    Returns:
        Markdown blocks: a heading, and for each version of a framework its items; none without references.
    """
    if not criterion.references:
        return []
    entries = []
    for framework, version, references in _grouped(criterion):
        name = link(framework, crosswalk_address(place.edition, place.framework_slugs[framework]), path)
        stated = f"version {plain(version)}" if version is not None else UNSTATED
        entries.append(f"{name}, {stated}\n\n:   {', '.join(map(_item, references))}")
    return ["## Crosswalk { #crosswalk }", "\n\n".join(entries)]


def crosswalk_line(place: EditionPlace, criterion: Criterion, path: str) -> str:
    """The references of a criterion among the others of its domain.

    Args:
        place: The edition and where its pages stand.
        criterion: The criterion.
        path: The generated Markdown file that shows it.

    Returns:
        A paragraph of Markdown; empty without references.
    """
    if not criterion.references:
        return ""
    edition = None if place.standing else place.edition
    told = []
    for framework, version, references in _grouped(criterion):
        name = link(framework, crosswalk_address(edition, place.framework_slugs[framework]), path)
        stated = f" {plain(version)}" if version is not None else f" ({UNSTATED})"
        told.append(f"{name}{stated}: {', '.join(map(_item, references))}")
    return f"Crosswalk: {'; '.join(told)}\n{{ .criterion-crosswalk }}"


def _grouped(criterion: Criterion) -> Iterator[tuple[str, str | None, Sequence[Reference]]]:
    """References by framework and version, each item once, in the order in which the frameworks are first named."""
    found: dict[tuple[str, str | None], dict[str, Reference]] = {}
    for reference in criterion.references:
        found.setdefault((reference.framework, reference.version), {}).setdefault(reference.id, reference)
    names = list(dict.fromkeys(framework for framework, _ in found))
    keys = sorted(found, key=lambda it: (names.index(it[0]), it[1] is None))
    for framework, version in keys:
        items = found[framework, version]
        yield framework, version, [items[item] for item in sorted(items, key=natural_key)]


def _item(reference: Reference) -> str:
    name = plain(reference.id)
    return f"[{name}](<{web_address(reference.url)}>)" if reference.url else name
