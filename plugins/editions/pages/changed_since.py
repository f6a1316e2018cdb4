"""What became of an item through the editions, as facts for its page: added in, reworded in, came from, went to."""

from __future__ import annotations

from dataclasses import replace

from editions.comparison import Histories, ItemHistory
from editions.model import Edition, Level, Publication
from editions.model.addresses import comparison_address
from editions.pages.counterparts import item_links
from editions.pages.document import Document, Fact, Link


def with_changes(document: Document, publication: Publication, histories: Histories) -> Document:
    """Add to a page what changed since earlier editions.

    Args:
        document: The page of an edition, a domain or a criterion; any other page stays as it is.
        publication: What is published.
        histories: The histories of the standard's items.

    Returns:
        The page with further facts.
    """
    standard = publication.standard
    levels: dict[str, Level] = {"domain": "domain", "criterion": "criterion"}
    edition = next(
        (it for it in standard.editions if document.subject and str(it.version) == document.subject[0]), None
    )
    if edition is None or document.kind not in ("edition", *levels):
        return document
    if document.kind == "edition":
        facts = _edition_facts(publication, edition)
    else:
        history = histories.of(levels[document.kind], edition.version, document.subject[-1])
        facts = _item_facts(publication, edition, history)
    return replace(document, chrome=replace(document.chrome, facts=(*document.chrome.facts, *facts)))


def _edition_facts(publication: Publication, edition: Edition) -> tuple[Fact, ...]:
    links = []
    for old, new in publication.standard.compared():
        if edition.version in (old.version, new.version):
            name = "draft" if new.status == "draft" else new.version
            links.append(Link(f"{old.version} to {name}", comparison_address(old, new)))
    return (Fact("Changes", "", tuple(links)),) if links else ()


def _item_facts(publication: Publication, edition: Edition, history: ItemHistory) -> tuple[Fact, ...]:
    standard = publication.standard
    facts = []
    if len(standard.editions) > 1:
        facts.append(Fact("Added in", str(history.added_in)))
    if history.reworded_in:
        facts.append(Fact("Reworded in", "", tuple(_since(publication, str(it)) for it in history.reworded_in)))
    for name, found in (("Came from", history.came_from), ("Went to", history.went_to)):
        links = [
            Link(link.title, link.address, f"{version} · {link.label}")
            for version, ids in found
            for link in item_links(history.level, ids, standard.by_version[version])
        ]
        if links:
            facts.append(Fact(name, "", tuple(links)))
    if history.withdrawn_in is not None:
        facts.append(Fact("Withdrawn in", "", (_since(publication, str(history.withdrawn_in)),)))
    return tuple(facts)


def _since(publication: Publication, version: str) -> Link:
    """The comparison of an edition with the one before it."""
    editions = publication.standard.editions
    place = next(number for number, edition in enumerate(editions) if str(edition.version) == version)
    return Link(version, comparison_address(editions[place - 1], editions[place]))
