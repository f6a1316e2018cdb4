"""The history: every edition, newest first, and how each follows from the one before."""

from __future__ import annotations

from collections import Counter

from editions.model import Edition, Group, Level, Publication, Relation, Standard
from editions.model.addresses import HISTORY, STANDARD_FEED, comparison_address, domain_address, edition_address
from editions.model.counts import counted
from editions.pages.counterparts import state_of
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import edition_name
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.page_paths import document_path
from editions.pages.parts import Line, PageHeading, Part
from editions.pages.sentences import joined, sentence, site_link
from editions.pages.subject import EditionItem
from editions.text.inline_tree import Inline, LineBreak, Words
from editions.text.tree import Cell, Table

_ORDER: tuple[Relation, ...] = ("continued", "split", "merged", "reorganised", "added", "withdrawn")
_STATE_WORDS = {"newest": "newest release", "superseded": "superseded", "draft": "draft", "released": "released"}


def history_document(publication: Publication, *, compared: bool = False) -> Document:
    """The history page.

    Args:
        compared: Whether comparison pages are published too, so that the page leads to them.
    """
    standard = publication.standard
    current = standard.current
    parts: list[Part] = [
        Line(sentence(f"Every edition of the {current.title}, newest first. A released edition never changes."))
    ]
    editions = standard.editions
    steps = list(zip(editions, (None, *editions), strict=False))
    for edition, before in reversed(steps):
        parts += _edition(standard, edition, before, compared=compared)
    return Document(
        kind="history",
        path=document_path(HISTORY),
        address=HISTORY,
        title="History",
        head_title=f"History of the {current.title}",
        summary=f"Every edition of the {current.title}, newest first, and how each follows from the one before.",
        lead=(PageHeading(1, sentence("History")),),
        parts=tuple(parts),
        canonical=HISTORY,
        in_navigation=True,
        within=EditionItem(current, standing=True),
        modified=current.date,
        chrome=Chrome(
            eyebrow=current.abbreviation,
            breadcrumbs=(Link("Home", "/"), Link(edition_name(current), edition_address(None))),
            facts=(Fact("New editions and errata", "", (Link("Atom feed", STANDARD_FEED),)),),
        ),
    )


def _edition(standard: Standard, edition: Edition, before: Edition | None, *, compared: bool) -> list[Part]:
    state = _STATE_WORDS[state_of(standard, edition)]
    name = f"{'Draft' if edition.status == 'draft' else 'Edition'} {edition.version}"
    parts: list[Part] = [
        PageHeading(2, sentence(site_link(name, edition_address(edition))), f"edition-{edition.version}"),
        Line(sentence(f"{edition.date.words}, {state}. {_sentence(edition)}")),
    ]
    if before is not None:
        relations = (
            _relations(standard, before, edition, "domain"),
            _relations(standard, before, edition, "criterion"),
        )
        parts.append(Line(sentence(f"From {before.version} to {edition.version}: {'; '.join(relations)}.")))
        if compared:
            parts.append(_comparisons(standard, edition))
        parts += _domain_table(standard, before, edition)
        if edition.lineage and edition.lineage.note:
            parts.append(Line(sentence(edition.lineage.note), LINEAGE_NOTE))
    return parts


def _comparisons(standard: Standard, edition: Edition) -> Line:
    """Every comparison that ends at an edition, the nearest first: a line for each edition, however many there are."""
    pairs = [(old, new) for old, new in standard.compared() if new is edition]
    links = [site_link(str(old.version), comparison_address(old, new)) for old, new in pairs]
    return Line(sentence("What changed since ", *joined(links)), "edition-comparisons")


def _sentence(edition: Edition) -> str:
    domains = counted(len(edition.domains), "domain", "domains")
    return f"{domains}, {counted(len(edition.criteria_by_id), 'criterion', 'criteria')}."


def _relations(standard: Standard, before: Edition, after: Edition, level: Level) -> str:
    """What happened to the items of a level, counted: ``domains: 4 continued, 1 split``."""
    groups = standard.edges(level, before.version, after.version).groups()
    counts = Counter(group.relation for group in groups)
    words = ", ".join(f"{counts[relation]:,} {relation}" for relation in _ORDER if counts[relation])
    return f"{'domains' if level == 'domain' else 'criteria'}: {words}"


def _domain_table(standard: Standard, before: Edition, after: Edition) -> list[Part]:
    """What became of the domains; those that keep id and title are counted, so that many editions stay readable."""
    groups = standard.edges("domain", before.version, after.version).groups()
    told = [group for group in groups if not _same(before, after, group)]
    kept = len(groups) - len(told)
    parts: list[Part] = []
    if told:
        head = (edition_name(before), "What happened", edition_name(after))
        rows = ((_items(before, group.old), Cell(sentence(group.relation)), _items(after, group.new)) for group in told)
        parts.append(Table((None,) * 3, tuple(Cell(sentence(it)) for it in head), tuple(rows)))
    if kept:
        which = "The other" if told else "All" if kept > 1 else "The"
        words = f"{which} {f'{kept:,} domains keep' if kept > 1 else 'domain keeps'} id and title."
        parts.append(Line(sentence(words)))
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
