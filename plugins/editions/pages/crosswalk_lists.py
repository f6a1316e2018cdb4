"""The references of one criterion, on its own page and on its domain's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editions.model import Criterion, Reference
from editions.model.addresses import crosswalk_address
from editions.model.crosswalk import natural_key
from editions.pages.edition_place import EditionPlace
from editions.pages.page_paths import web_address
from editions.pages.parts import Line, PageHeading, Part
from editions.pages.sentences import fill, joined, sentence, site_link
from editions.text.inline_tree import Inline, Words
from editions.text.tree import Definition, DefinitionList, Paragraph
from editions.words.messages import message

UNSTATED = message("version not stated")


def crosswalk_section(place: EditionPlace, criterion: Criterion) -> list[Part]:
    """The crosswalk of a criterion's own page.

    Returns:
        A heading, and for each version of a framework its items; nothing without references.
    """
    if not criterion.references:
        return []
    entries, words = [], place.words
    for framework, version, references in _grouped(criterion):
        name = site_link(framework, crosswalk_address(place.edition, place.framework_slugs[framework]))
        if version is not None:
            term = fill(words.text("{name}, version {version}"), name=name, version=version)
        else:
            term = fill(words.text("{name}, version not stated"), name=name)
        items = Paragraph(joined(map(_item, references)))
        entries.append(Definition((term,), ((items,),)))
    return [PageHeading(2, sentence(words.text("Crosswalk")), "crosswalk"), DefinitionList(tuple(entries), tight=False)]


def crosswalk_line(place: EditionPlace, criterion: Criterion) -> list[Part]:
    """The references of a criterion among the others of its domain.

    Returns:
        A line; nothing without references.
    """
    if not criterion.references:
        return []
    edition = None if place.standing else place.edition
    told: list[Inline] = []
    for framework, version, references in _grouped(criterion):
        name = site_link(framework, crosswalk_address(edition, place.framework_slugs[framework]))
        unstated = place.words.text("{name} (version not stated)")
        named = sentence(name, f" {version}") if version is not None else fill(unstated, name=name)
        told += sentence("; " if told else "", *named, ": ", *joined(map(_item, references)))
    return [Line(fill(place.words.text("Crosswalk: {items}"), items=told), "criterion-crosswalk")]


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


def _item(reference: Reference) -> Inline:
    return site_link(reference.id, web_address(reference.url)) if reference.url else Words(reference.id)
