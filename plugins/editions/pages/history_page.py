"""The history: every edition, newest first, and how each follows from the one before."""

from __future__ import annotations

from collections import Counter

from editions.model import Edition, Group, Level, Publication, Relation, Standard
from editions.model.addresses import HISTORY, STANDARD_FEED, comparison_address, domain_address, edition_address
from editions.pages.counterparts import state_of
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import edition_name
from editions.pages.markdown_text import document_path, link, plain

_ORDER: tuple[Relation, ...] = ("continued", "split", "merged", "reorganised", "added", "withdrawn")
_STATE_WORDS = {"newest": "newest release", "superseded": "superseded", "draft": "draft", "released": "released"}


def history_document(publication: Publication, *, compared: bool = False) -> Document:
    """The history page.

    Args:
        publication: What is published.
        compared: Whether comparison pages are published too, so that the page leads to them.

    Returns:
        The document.
    """
    standard = publication.standard
    current = standard.current
    path = document_path(HISTORY)
    parts = [
        "# History",
        f"Every edition of the {plain(current.title)}, newest first. A released edition never changes.",
    ]
    editions = standard.editions
    steps = list(zip(editions, (None, *editions), strict=False))
    parts += [_edition(standard, edition, before, path, compared=compared) for edition, before in reversed(steps)]
    return Document(
        kind="history",
        path=path,
        address=HISTORY,
        title="History",
        head_title=f"History of the {current.title}",
        summary=f"Every edition of the {current.title}, newest first, and how each follows from the one before.",
        markdown="\n\n".join(parts) + "\n",
        canonical=HISTORY,
        in_navigation=True,
        modified=current.date,
        chrome=Chrome(
            eyebrow=current.abbreviation,
            breadcrumbs=(Link("Home", "/"), Link(edition_name(current), edition_address(None))),
            facts=(Fact("New editions and errata", "", (Link("Atom feed", STANDARD_FEED),)),),
        ),
    )


def _edition(standard: Standard, edition: Edition, before: Edition | None, path: str, *, compared: bool) -> str:
    state = _STATE_WORDS[state_of(standard, edition)]
    name = f"{'Draft' if edition.status == 'draft' else 'Edition'} {edition.version}"
    parts = [
        f"## {link(name, edition_address(edition), path)} {{ #edition-{edition.version} }}",
        f"{edition.date.words}, {state}. {_sentence(edition)}",
    ]
    if before is not None:
        parts.append(
            f"From {before.version} to {edition.version}: {_relations(standard, before, edition, 'domain')}; "
            f"{_relations(standard, before, edition, 'criterion')}."
        )
        if compared:
            parts.append(_comparisons(standard, edition, path))
        parts += _domain_table(standard, before, edition, path)
        if edition.lineage and edition.lineage.note:
            parts.append(f"{plain(edition.lineage.note)}\n{{ .lineage-note }}")
    return "\n\n".join(parts)


def _comparisons(standard: Standard, edition: Edition, path: str) -> str:
    """Every comparison that ends at an edition, the nearest first: a line for each edition, however many there are."""
    pairs = [(old, new) for old, new in standard.compared() if new is edition]
    links = [link(str(old.version), comparison_address(old, new), path) for old, new in pairs]
    return f"What changed since {', '.join(links)}\n{{ .edition-comparisons }}"


def _sentence(edition: Edition) -> str:
    domains, criteria = len(edition.domains), len(edition.criteria_by_id)
    return (
        f"{domains:,} {'domain' if domains == 1 else 'domains'}, "
        f"{criteria:,} {'criterion' if criteria == 1 else 'criteria'}."
    )


def _relations(standard: Standard, before: Edition, after: Edition, level: Level) -> str:
    """What happened to the items of a level, counted: ``domains: 4 continued, 1 split``."""
    groups = standard.edges(level, before.version, after.version).groups()
    counts = Counter(group.relation for group in groups)
    words = ", ".join(f"{counts[relation]:,} {relation}" for relation in _ORDER if counts[relation])
    return f"{'domains' if level == 'domain' else 'criteria'}: {words}"


def _domain_table(standard: Standard, before: Edition, after: Edition, path: str) -> list[str]:
    """What became of the domains; those that keep id and title are counted, so that many editions stay readable."""
    groups = standard.edges("domain", before.version, after.version).groups()
    told = [group for group in groups if not _same(before, after, group)]
    kept = len(groups) - len(told)
    parts = []
    if told:
        rows = [
            f"| {plain(edition_name(before))} | What happened | {plain(edition_name(after))} |",
            "| --- | --- | --- |",
        ]
        for group in told:
            sides = [
                "<br>".join(_item(edition, item, path) for item in ids) or "—"
                for edition, ids in ((before, group.old), (after, group.new))
            ]
            rows.append(f"| {sides[0]} | {group.relation} | {sides[1]} |")
        parts.append("\n".join(rows))
    if kept:
        which = "The other" if told else "All" if kept > 1 else "The"
        parts.append(f"{which} {f'{kept:,} domains keep' if kept > 1 else 'domain keeps'} id and title.")
    return parts


def _same(before: Edition, after: Edition, group: Group) -> bool:
    if group.relation != "continued":
        return False
    old, new = before.domains_by_id[group.old[0]], after.domains_by_id[group.new[0]]
    return (old.id, old.title) == (new.id, new.title)


def _item(edition: Edition, item: str, path: str) -> str:
    domain = edition.domains_by_id[item]
    return link(f"{item} {domain.title}", domain_address(edition, domain), path)
