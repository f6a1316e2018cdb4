"""What became of an item through the editions, as facts for its page: added in, reworded in, came from, went to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from editions.comparison import Histories, ItemHistory, Step
from editions.model import Edition, Publication, Standard, Version
from editions.model.addresses import comparison_address
from editions.pages.change_anchors import item_anchor
from editions.pages.counterparts import item_links
from editions.pages.document import Document, Fact, Link
from editions.pages.edition_place import comparison_name
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.parts import Line
from editions.pages.subject import EditionItem
from editions.text.walking import words_of
from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook, phrasebook


def with_changes(document: Document, publication: Publication, histories: Histories) -> Document:
    """Add to a page what changed since earlier editions.

    Args:
        document: The page of an edition, a domain or a criterion; any other page stays as it is.
        histories: The histories of the standard's items.

    Returns:
        The page with further facts.
    """
    standard, subject = publication.standard, document.subject
    if not isinstance(subject, EditionItem) or not document.is_work or len(standard.editions) < 2:
        return document
    edition, level = subject.edition, subject.level
    words = phrasebook(publication.language)
    if level is None:
        facts = _edition_facts(standard, edition, words)
    else:
        history = histories.of(level, edition.version, subject.key[-1])
        notice = document.chrome.supersession.note if document.chrome.supersession else ""
        notes = (it for it in document.parts if isinstance(it, Line) and it.css == LINEAGE_NOTE)
        said = "\n".join((notice, *(words_of(note.children) for note in notes)))
        remarks = [it for it in _remarks(standard, history) if " ".join(it.split()) not in said]
        facts = (*_item_facts(standard, history, words), *(Fact(words.text("Lineage"), remark) for remark in remarks))
    return replace(document, chrome=replace(document.chrome, facts=(*document.chrome.facts, *facts)))


def _edition_facts(standard: Standard, edition: Edition, words: Phrasebook) -> tuple[Fact, ...]:
    pairs = [pair for pair in standard.compared() if edition in pair]
    links = tuple(Link(comparison_name(*pair, words), comparison_address(*pair)) for pair in pairs)
    return (Fact(words.text("Changes"), "", links),) if links else ()


def _item_facts(standard: Standard, history: ItemHistory, words: Phrasebook) -> tuple[Fact, ...]:
    facts = [_added(standard, history, words)]
    until = [step for step in history.steps if step.after <= history.version]
    if reworded := [step for step in until if "reworded" in step.aspects]:
        facts.append(Fact(words.text("Reworded in"), "", _steps(standard, reworded, words)))
    for name, found in (
        (words.text("Came from"), history.came_from),
        (words.text(in_context("became", "Went to")), history.went_to),
    ):
        links = [
            Link(link.title, link.address, f"{_name(standard.by_version[version], words)} · {link.label}")
            for version, ids in _renamings(history.id, found)
            for link in item_links(history.level, ids, standard.by_version[version])
        ]
        if links:
            facts.append(Fact(name, "", tuple(links)))
    if history.withdrawn_in is not None:
        gone = [step for step in history.steps if step.after == history.withdrawn_in and not step.new]
        facts.append(Fact(words.text("Withdrawn in"), "", _steps(standard, gone, words)))
    return tuple(facts)


def _added(standard: Standard, history: ItemHistory, words: Phrasebook) -> Fact:
    """The edition that has the item first, or what it came from; it links to the change where something was added."""
    added = standard.by_version[history.added_in]
    steps = [step for step in history.steps if step.after == history.added_in and not step.old]
    name = words.text("Added in")
    return Fact(name, "", _steps(standard, steps, words)) if steps else Fact(name, _name(added, words))


def _renamings(
    item: str, found: Iterable[tuple[Version, tuple[str, ...]]]
) -> Iterable[tuple[Version, tuple[str, ...]]]:
    """The entries in which the item goes by another name than in the entry before; the others tell nothing new."""
    known: tuple[str, ...] = (item,)
    for version, ids in found:
        if ids and ids != known:
            yield version, ids
        known = ids


def _remarks(standard: Standard, history: ItemHistory) -> tuple[str, ...]:
    """Whose reading the lineage is that the facts rest on, each remark once."""
    shown = [version for found in (history.came_from, history.went_to) for version, _ in _renamings(history.id, found)]
    shown += [history.version, *([history.withdrawn_in] if history.withdrawn_in else [])]
    # That something is new in an edition is the reading of its lineage too.
    first, last, added = min(shown), max(shown), history.added_in
    crossed = [it.lineage for it in standard.editions if first < it.version <= last or it.version == added]
    return tuple(dict.fromkeys(lineage.note for lineage in crossed if lineage and lineage.note))


def _steps(standard: Standard, steps: Iterable[Step], words: Phrasebook) -> tuple[Link, ...]:
    """Links to changes on the comparisons of neighbouring editions, one for each edition."""
    links: dict[Version, Link] = {}
    neighbours = {after.version: (before, after) for before, after in pairwise(standard.editions)}
    for step in steps:
        before, after = neighbours[step.after]
        anchor = item_anchor(before, step.old, step.new)
        links.setdefault(step.after, Link(_name(after, words), f"{comparison_address(before, after)}#{anchor}"))
    return tuple(links.values())


def _name(edition: Edition, words: Phrasebook) -> str:
    version = str(edition.version)
    return words.text("{version} (draft)", version=version) if edition.status == "draft" else version
