"""The crosswalk pages of an edition: the frameworks that its criteria refer to, and a page for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editions.model import Edition, Version
from editions.model.addresses import crosswalk_address, document_path, edition_address
from editions.model.crosswalk import Framework
from editions.pages.counterparts import state_of, supersession
from editions.pages.crosswalk_lists import UNSTATED
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name, home_link, permanent_link
from editions.pages.parts import Line, LinkList, ListedLink, PageHeading, Part
from editions.pages.sentences import sentence
from editions.pages.subject import EditionItem
from editions.site.crosswalk.crosswalk_tables import criteria_table, items_table, without_reference
from editions.words.messages import forms, message
from editions.words.phrasebook import Phrasebook

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
    edition, words = place.edition, place.words
    address = _address(place)
    listed = (ListedLink(it.name, _address(place, it.slug), note=_sentence(edition, it, words)) for it in frameworks)
    name, title = edition_name(edition), words.text("Crosswalks")
    summary = words.text(
        "What the criteria of {edition} refer to in other frameworks, and the other way round.", edition=name
    )
    return Document(
        title=title,
        head_title=words.text("Crosswalks, {edition}", edition=name),
        summary=summary,
        lead=(PageHeading(1, sentence(title)), Line(sentence(summary), "crosswalk-summary")),
        parts=(LinkList(tuple(listed), "crosswalk-list"),),
        chrome=_chrome(place, crosswalks, None, ()),
        **_place(place, address, ""),
    )


def _framework_page(place: EditionPlace, framework: Framework, crosswalks: Crosswalks) -> Document:
    edition, words = place.edition, place.words
    address = _address(place, framework.slug)
    summary = _sentence(edition, framework, words)
    parts: list[Part] = []
    for version in framework.versions:
        anchor = version.anchor.partition(":")[2]
        form = message("Version {version}") if version.version is not None else message("Version not stated")
        name = words.text(form, version=version.version)
        parts.append(PageHeading(2, sentence(name), version.anchor))
        for kind, title, table in (
            ("criteria", words.text("By criterion"), criteria_table),
            ("items", words.text("By item of the framework"), items_table),
        ):
            heading = f"{kind}:{anchor}"
            parts += [PageHeading(3, sentence(title), heading), table(place, version, address, heading)]
    if missing := without_reference(place, framework, address):
        parts += [PageHeading(2, sentence(words.text("Criteria without a reference")), "without"), missing]
    unstated = words.text(UNSTATED)
    versions = ", ".join(it.version if it.version is not None else unstated for it in framework.versions)
    one = len(framework.versions) == 1
    facts = (Fact(words.text("Version") if one else words.text("Versions"), versions),)
    return Document(
        title=framework.name,
        head_title=words.text(
            "{edition} and {framework}, crosswalk", edition=edition_name(edition), framework=framework.name
        ),
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
    edition, standard, words = place.edition, place.publication.standard, place.words
    whole = (home_link(words), Link(edition_name(edition), place.address))
    permanent = crosswalk_address(edition, framework.slug if framework else "")
    return Chrome(
        eyebrow=words.text("Crosswalk") if framework else words.text("Edition {version}", version=edition.version),
        breadcrumbs=(*whole, Link(words.text("Crosswalks"), _address(place))) if framework else whole,
        state=state_of(standard, edition),
        choices=tuple(
            _choice(place, other, crosswalks[other.version], framework) for other in reversed(standard.editions)
        ),
        supersession=supersession(standard, edition, words),
        facts=(Fact(words.text("Edition"), "", (Link(edition_name(edition), place.address),)), *facts),
        permanent=permanent_link(place, permanent),
        data=tuple(it for it in place.data if it.address.rpartition("/")[2].startswith("crosswalk.")),
    )


def _choice(
    place: EditionPlace, edition: Edition, frameworks: tuple[Framework, ...], framework: Framework | None
) -> EditionChoice:
    state, words = state_of(place.publication.standard, edition), place.words
    address = None if state == "newest" else edition
    same = next((it for it in frameworks if framework is not None and it.name == framework.name), None)
    if same is not None:
        target = Link(same.name, crosswalk_address(address, same.slug))
    elif frameworks:
        target = Link(words.text("Crosswalks"), crosswalk_address(address))
    else:
        target = Link(words.text("Edition {version}", version=edition.version), edition_address(address))
    found = same is not None if framework is not None else bool(frameworks)
    current = edition.version == place.edition.version
    return EditionChoice(str(edition.version), words.date(edition.date), state, current, (target,), found)


def _sentence(edition: Edition, framework: Framework, words: Phrasebook) -> str:
    """How much of the edition refers to how much of a framework, by version."""
    told = []
    for version in framework.versions:
        unstated = forms("{n} item of no stated version", "{n} items of no stated version")
        stated = forms("{n} item of version {version}", "{n} items of version {version}")
        form = unstated if version.version is None else stated
        told.append(words.count(len(version.items), *form, version=version.version))
    return words.count(
        framework.referring,
        "{n} of {all} criteria refers to {items}.",
        "{n} of {all} criteria refer to {items}.",
        all=words.number(len(edition.criteria_by_id)),
        items=words.join(told),
    )
