"""The history: every edition, newest first, and how each follows from the one before."""

from __future__ import annotations

from collections import Counter

from editions.comparison.summary import RELATION_WORDS
from editions.model import Edition, Group, Level, Publication, Relation, Standard
from editions.model.addresses import (
    HISTORY,
    STANDARD_FEED,
    comparison_address,
    document_path,
    domain_address,
    edition_address,
)
from editions.pages.counterparts import STATE_WORDS, state_of
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import edition_name, home_link, size_words
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.parts import Line, PageHeading, Part
from editions.pages.sentences import fill, joined, sentence, site_link
from editions.pages.subject import EditionItem
from editions.text.inline_tree import Inline, LineBreak, Words
from editions.text.tree import Cell, Table
from editions.words.messages import forms, message
from editions.words.phrasebook import Phrasebook, phrasebook

_ORDER: tuple[Relation, ...] = ("continued", "split", "merged", "reorganised", "added", "withdrawn")
_COUNTED: dict[Relation, tuple[str, str]] = {
    "continued": forms("{n} continued", "{n} continued"),
    "split": forms("{n} split", "{n} split"),
    "merged": forms("{n} merged", "{n} merged"),
    "reorganised": forms("{n} reorganised", "{n} reorganised"),
    "added": forms("{n} added", "{n} added"),
    "withdrawn": forms("{n} withdrawn", "{n} withdrawn"),
}


def history_document(publication: Publication, *, compared: bool = False) -> Document:
    """The history page.

    Args:
        compared: Whether comparison pages are published too, so that the page leads to them.
    """
    standard, words = publication.standard, phrasebook(publication.language)
    current = standard.current
    lead = words.text(
        "Every edition of the {title}, newest first. A released edition never changes.", title=current.title
    )
    parts: list[Part] = [Line(sentence(lead))]
    editions = standard.editions
    steps = list(zip(editions, (None, *editions), strict=False))
    for edition, before in reversed(steps):
        parts += _edition(standard, edition, before, words, compared=compared)
    title = words.text("History")
    return Document(
        kind="history",
        path=document_path(HISTORY),
        address=HISTORY,
        title=title,
        head_title=words.text("History of the {title}", title=current.title),
        summary=words.text(
            "Every edition of the {title}, newest first, and how each follows from the one before.", title=current.title
        ),
        lead=(PageHeading(1, sentence(title)),),
        parts=tuple(parts),
        canonical=HISTORY,
        in_navigation=True,
        within=EditionItem(current, standing=True),
        modified=current.date,
        chrome=Chrome(
            eyebrow=current.abbreviation,
            breadcrumbs=(home_link(words), Link(edition_name(current), edition_address(None))),
            facts=(Fact(words.text("New editions and errata"), "", (Link(words.text("Atom feed"), STANDARD_FEED),)),),
        ),
    )


def _edition(
    standard: Standard, edition: Edition, before: Edition | None, words: Phrasebook, *, compared: bool
) -> list[Part]:
    state = words.text(STATE_WORDS[state_of(standard, edition)])
    form = message("Draft {version}") if edition.status == "draft" else message("Edition {version}")
    name = words.text(form, version=edition.version)
    said = words.text(
        "{date}, {state}. {size}.", date=words.date(edition.date), state=state, size=size_words(edition, words)
    )
    parts: list[Part] = [
        PageHeading(2, sentence(site_link(name, edition_address(edition))), f"edition-{edition.version}"),
        Line(sentence(said)),
    ]
    if before is not None:
        step = words.text(
            "From {old} to {new}: domains: {domains}; criteria: {criteria}.",
            old=before.version,
            new=edition.version,
            domains=_relations(standard, before, edition, "domain", words),
            criteria=_relations(standard, before, edition, "criterion", words),
        )
        parts.append(Line(sentence(step)))
        if compared:
            parts.append(_comparisons(standard, edition, words))
        parts += _domain_table(standard, before, edition, words)
        if edition.lineage and edition.lineage.note:
            parts.append(Line(sentence(edition.lineage.note), LINEAGE_NOTE))
    return parts


def _comparisons(standard: Standard, edition: Edition, words: Phrasebook) -> Line:
    """Every comparison that ends at an edition, the nearest first: a line for each edition, however many there are."""
    pairs = [(old, new) for old, new in standard.compared() if new is edition]
    links = [site_link(str(old.version), comparison_address(old, new)) for old, new in pairs]
    return Line(fill(words.text("What changed since {versions}"), versions=joined(links)), "edition-comparisons")


def _relations(standard: Standard, before: Edition, after: Edition, level: Level, words: Phrasebook) -> str:
    """What happened to the items of a level, counted: ``4 continued, 1 split``."""
    groups = standard.edges(level, before.version, after.version).groups()
    counts = Counter(group.relation for group in groups)
    found = (relation for relation in _ORDER if counts[relation])
    return ", ".join(words.count(counts[relation], *_COUNTED[relation]) for relation in found)


def _domain_table(standard: Standard, before: Edition, after: Edition, words: Phrasebook) -> list[Part]:
    """What became of the domains; those that keep id and title are counted, so that many editions stay readable."""
    groups = standard.edges("domain", before.version, after.version).groups()
    told = [group for group in groups if not _same(before, after, group)]
    kept = len(groups) - len(told)
    parts: list[Part] = []
    if told:
        head = (edition_name(before), words.text("What happened"), edition_name(after))
        rows = (
            (
                _items(before, group.old),
                Cell(sentence(words.text(RELATION_WORDS[group.relation]))),
                _items(after, group.new),
            )
            for group in told
        )
        parts.append(Table((None,) * 3, tuple(Cell(sentence(it)) for it in head), tuple(rows)))
    if kept:
        others = forms("The other domain keeps id and title.", "The other {n} domains keep id and title.")
        every = forms("The domain keeps id and title.", "All {n} domains keep id and title.")
        parts.append(Line(sentence(words.count(kept, *(others if told else every)))))
    return parts


def _items(edition: Edition, ids: tuple[str, ...]) -> Cell:
    """Links to domains, each on a line of its own."""
    made: list[Inline] = []
    for item in ids:
        domain = edition.domains_by_id[item]
        link = site_link(f"{item} {domain.title}", domain_address(edition, domain))
        made += [LineBreak(hard=True), link] if made else [link]
    return Cell(tuple(made) or (Words("—"),))


def _same(before: Edition, after: Edition, group: Group) -> bool:
    if group.relation != "continued":
        return False
    old, new = before.domains_by_id[group.old[0]], after.domains_by_id[group.new[0]]
    return (old.id, old.title) == (new.id, new.title)
