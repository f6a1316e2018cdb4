"""The crosswalk pages of an edition: the frameworks that its criteria refer to, and a page for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editions.model import Edition, Version
from editions.model.addresses import crosswalk_address, edition_address
from editions.model.counts import counted
from editions.model.crosswalk import Framework
from editions.pages.counterparts import state_of, supersession
from editions.pages.crosswalk_lists import UNSTATED
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.page_paths import document_path
from editions.pages.parts import Line, LinkList, ListedLink, PageHeading, Part
from editions.pages.sentences import sentence
from editions.pages.subject import EditionItem
from editions.site.crosswalk.crosswalk_tables import criteria_table, items_table, without_reference

Crosswalks = Mapping[Version, tuple[Framework, ...]]


def crosswalk_documents(place: EditionPlace, crosswalks: Crosswalks) -> list[Document]:
    """The crosswalk pages of an edition.

    Returns:
        The list of frameworks, then a page for each; none for an edition without references.
    """
    frameworks = crosswalks[place.edition.version]
    if not frameworks:
        return []
    pages = [_framework_page(place, framework, crosswalks) for framework in frameworks]
    return [_list_page(place, frameworks, crosswalks), *pages]


def _list_page(place: EditionPlace, frameworks: tuple[Framework, ...], crosswalks: Crosswalks) -> Document:
    edition = place.edition
    address = _address(place)
    listed = (ListedLink(it.name, _address(place, it.slug), note=_sentence(edition, it)) for it in frameworks)
    summary = f"What the criteria of {edition_name(edition)} refer to in other frameworks, and the other way round."
    return Document(
        title="Crosswalks",
        head_title=f"Crosswalks, {edition_name(edition)}",
        summary=summary,
        lead=(PageHeading(1, sentence("Crosswalks")), Line(sentence(summary), "crosswalk-summary")),
        parts=(LinkList(tuple(listed), "crosswalk-list"),),
        chrome=_chrome(place, crosswalks, None, ()),
        **_place(place, address, ""),
    )


def _framework_page(place: EditionPlace, framework: Framework, crosswalks: Crosswalks) -> Document:
    edition = place.edition
    address = _address(place, framework.slug)
    summary = _sentence(edition, framework)
    parts: list[Part] = []
    for version in framework.versions:
        anchor = version.anchor.partition(":")[2]
        name = f"Version {version.version}" if version.version is not None else UNSTATED.capitalize()
        parts.append(PageHeading(2, sentence(name), version.anchor))
        for kind, words, table in (
            ("criteria", "By criterion", criteria_table),
            ("items", "By item of the framework", items_table),
        ):
            heading = f"{kind}:{anchor}"
            parts += [PageHeading(3, sentence(words), heading), table(place, version, address, heading)]
    if missing := without_reference(place, framework, address):
        parts += [PageHeading(2, sentence("Criteria without a reference"), "without"), missing]
    versions = ", ".join(it.version if it.version is not None else UNSTATED for it in framework.versions)
    facts = (Fact("Version" if len(framework.versions) == 1 else "Versions", versions),)
    return Document(
        title=framework.name,
        head_title=f"{edition_name(edition)} and {framework.name}, crosswalk",
        summary=summary,
        lead=(PageHeading(1, sentence(framework.name)), Line(sentence(summary), "crosswalk-summary")),
        parts=tuple(parts),
        chrome=_chrome(place, crosswalks, framework, facts),
        **_place(place, address, framework.slug),
    )


def _address(place: EditionPlace, slug: str = "") -> str:
    return crosswalk_address(None if place.standing else place.edition, slug)


def _place(place: EditionPlace, address: str, slug: str) -> dict[str, Any]:
    return {
        "kind": "crosswalk",
        "path": document_path(address),
        "address": address,
        "canonical": place.canonical(crosswalk_address(None, slug), address),
        "in_search": place.searched,
        "indexed": place.indexed,
        "modified": place.edition.date,
        "depends": place.depends,
        "subject": EditionItem(place.edition, standing=place.standing),
    }


def _chrome(
    place: EditionPlace, crosswalks: Crosswalks, framework: Framework | None, facts: tuple[Fact, ...]
) -> Chrome:
    edition, standard = place.edition, place.publication.standard
    whole = (Link("Home", "/"), Link(edition_name(edition), place.address))
    permanent = crosswalk_address(edition, framework.slug if framework else "")
    return Chrome(
        eyebrow="Crosswalk" if framework else f"Edition {edition.version}",
        breadcrumbs=(*whole, Link("Crosswalks", _address(place))) if framework else whole,
        state=state_of(standard, edition),
        choices=tuple(
            _choice(place, other, crosswalks[other.version], framework) for other in reversed(standard.editions)
        ),
        supersession=supersession(standard, edition),
        facts=(Fact("Edition", "", (Link(edition_name(edition), place.address),)), *facts),
        permanent=Link(f"Edition {edition.version}", permanent) if place.standing else None,
        data=tuple(it for it in place.data if it.address.rpartition("/")[2].startswith("crosswalk.")),
    )


def _choice(
    place: EditionPlace, edition: Edition, frameworks: tuple[Framework, ...], framework: Framework | None
) -> EditionChoice:
    state = state_of(place.publication.standard, edition)
    address = None if state == "newest" else edition
    same = next((it for it in frameworks if framework is not None and it.name == framework.name), None)
    if same is not None:
        target = Link(same.name, crosswalk_address(address, same.slug))
    elif frameworks:
        target = Link("Crosswalks", crosswalk_address(address))
    else:
        target = Link(f"Edition {edition.version}", edition_address(address))
    found = same is not None if framework is not None else bool(frameworks)
    current = edition.version == place.edition.version
    return EditionChoice(str(edition.version), edition.date.words, state, current, (target,), found)


def _sentence(edition: Edition, framework: Framework) -> str:
    """How much of the edition refers to how much of a framework, by version."""
    told = []
    for version in framework.versions:
        items = counted(len(version.items), "item", "items")
        told.append(
            f"{items} of {f'version {version.version}' if version.version is not None else 'no stated version'}"
        )
    count, whole = framework.referring, len(edition.criteria_by_id)
    many = f"{count:,} of {whole:,} criteria {'refers' if count == 1 else 'refer'}"
    return f"{many} to {' and '.join(told)}."
