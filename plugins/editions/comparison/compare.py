"""Compare two editions, or two versions of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from editions.comparison.change import (
    ArticleComparison,
    Change,
    ChangeLevel,
    Chapter,
    Comparison,
    Item,
    Part,
    Unchanged,
)
from editions.comparison.connections import Connections
from editions.comparison.facts import article_facts, domain_facts, edition_facts
from editions.comparison.items import compare_items, criterion_item, domain_item
from editions.comparison.order import out_of_order
from editions.comparison.places import Moves, SectionRename, find_moves
from editions.comparison.prose import Section, match_sections, sections
from editions.model import Article, Domain, Edition, Group, Lineage, Relation, Standard, Version

# Key of the chapter for the edition as a whole; the others are keyed by the later edition's domain, or by the earlier
# edition's where it was withdrawn.
_WHOLE = ("", "")


def changes(old: Edition, new: Edition, lineage: Lineage | Connections | None = None) -> tuple[Change, ...]:
    """Typed changes from one edition to another.

    Args:
        old: The earlier edition.
        new: The later edition.
        lineage: How the later follows from the earlier: a lineage for neighbours, connections composed over several
            releases, or nothing where shared ids alone connect.

    Returns:
        The changes in reading order; empty if nothing changed.
    """
    return compare(old, new, lineage).changes


def compare_releases(standard: Standard, old: Version, new: Version) -> Comparison:
    """Compare two editions of a standard, over the editions between them.

    Args:
        standard: The standard.
        old: Version on the left.
        new: Version on the right: a release or the draft.

    Returns:
        The comparison.

    Raises:
        KeyError: If one of the versions is not an edition of the standard.
    """
    connections = Connections.through(standard, old, new)
    return compare(standard.by_version[old], standard.by_version[new], connections)


def compare(old: Edition, new: Edition, lineage: Lineage | Connections | None = None) -> Comparison:
    """Compare two editions.

    Args:
        old: The earlier edition.
        new: The later edition.
        lineage: As for ``changes``.

    Returns:
        The comparison: every domain, criterion and section of both editions is part of exactly one change or counted
        as unchanged.
    """
    connections = lineage if isinstance(lineage, Connections) else Connections.by_lineage(old, new, lineage)
    groups = connections.domains.groups()
    moves = find_moves(old, new, connections.domains, connections.criteria, groups)
    ledger = _Ledger()
    _prose(ledger, edition_facts(old), edition_facts(new), "facts")
    before, after = (sections(it.prose, it.title, source=it.origin.path) for it in (old, new))
    _prose(ledger, before, after, "edition")
    homes = {old_id: group.new[0] for group in groups for old_id in group.old if group.new}
    for group in groups:
        _domains(ledger, old, new, group, connections, moves)
    for group in connections.criteria.groups():
        _criteria(ledger, old, new, group, connections, moves, homes)
    for rename in moves.renames:
        _rename(ledger, rename)
    for group in groups:
        _guidance(ledger, old, new, group, homes)
    return Comparison(old, new, _chapters(ledger, old, new, connections), tuple(ledger.unchanged), connections)


def compare_articles(old: Article, new: Article) -> tuple[Change, ...]:
    """Typed changes from one version of an article to another, section by section.

    Args:
        old: The earlier version.
        new: The later version.

    Returns:
        Changes of level ``prose``; articles are informative, so all of them are editorial.
    """
    return compare_article_versions(old, new).changes


def compare_article_versions(old: Article, new: Article) -> ArticleComparison:
    """Compare two versions of an article.

    Args:
        old: The earlier version.
        new: The later version.

    Returns:
        The comparison: its changes, and what did not change.
    """
    ledger = _Ledger()
    _prose(ledger, article_facts(old), article_facts(new), "article")
    before, after = (sections(it.body, it.title, source=it.origin.path) for it in (old, new))
    _prose(ledger, before, after, "article")
    return ArticleComparison(old, new, tuple(ledger.changes[_WHOLE]), tuple(ledger.unchanged))


@dataclass
class _Ledger:
    """Where every compared group is entered once: as a change under its chapter, or as unchanged."""

    changes: defaultdict[tuple[str, str], list[Change]] = field(default_factory=lambda: defaultdict(list))
    unchanged: list[Unchanged] = field(default_factory=list)

    def enter(
        self,
        chapter: tuple[str, str],
        level: ChangeLevel,
        old: Sequence[Item],
        new: Sequence[Item],
        change: Change | None,
    ) -> None:
        if change is None:
            self.unchanged.append(Unchanged(level, old[0].id, new[0].id))
        else:
            self.changes[chapter].append(change)


def _domains(ledger: _Ledger, old: Edition, new: Edition, group: Group, connections: Connections, moves: Moves) -> None:
    before = [domain_item(old.domains_by_id[item]) for item in group.old]
    after = [domain_item(new.domains_by_id[item]) for item in group.new]
    moved = not moves.domains.isdisjoint(group.new)
    notes = connections.notes_of("domain", group)
    change = compare_items("domain", group.relation, before, after, moved=moved, notes=notes)
    ledger.enter(_chapter(group), "domain", before, after, change)


def _chapter(group: Group) -> tuple[str, str]:
    return ("new", group.new[0]) if group.new else ("old", group.old[0])


def _criteria(
    ledger: _Ledger,
    old: Edition,
    new: Edition,
    group: Group,
    connections: Connections,
    moves: Moves,
    homes: dict[str, str],
) -> None:
    before = [criterion_item(*old.criteria_by_id[item]) for item in group.old]
    after = [criterion_item(*new.criteria_by_id[item]) for item in group.new]
    pairs = {(a, b) for a in group.old for b in group.new}
    change = compare_items(
        "criterion",
        group.relation,
        before,
        after,
        moved=not pairs.isdisjoint(moves.criteria),
        rehoused=not pairs.isdisjoint(moves.rehoused),
        notes=connections.notes_of("criterion", group),
    )
    if after:
        chapter = ("new", after[0].domain or "")
    else:
        home = before[0].domain or ""
        chapter = ("new", homes[home]) if home in homes else ("old", home)
    ledger.enter(chapter, "criterion", before, after, change)


def _rename(ledger: _Ledger, rename: SectionRename) -> None:
    before = Item(rename.old, title=rename.old, domain=rename.old_domain, path=(rename.old,))
    after = Item(rename.new, title=rename.new, domain=rename.new_domain, path=(rename.new,))
    change = compare_items("prose", "continued", [before], [after], informative=True, part="facts")
    ledger.enter(("new", rename.new_domain), "prose", [before], [after], change)


def _guidance(ledger: _Ledger, old: Edition, new: Edition, group: Group, homes: dict[str, str]) -> None:
    before = [old.domains_by_id[item] for item in group.old]
    after = [new.domains_by_id[item] for item in group.new]
    if before and after:
        _prose(ledger, domain_facts(before), domain_facts(after), "facts", homes=homes)
    _prose(
        ledger,
        [section for domain in before for section in _guidance_sections(domain)],
        [section for domain in after for section in _guidance_sections(domain)],
        "guidance",
        homes=homes,
    )


def _guidance_sections(domain: Domain) -> tuple[Section, ...]:
    return sections(domain.guidance, domain.title, domain.id, domain.origin.path)


def _prose(
    ledger: _Ledger,
    old: Sequence[Section],
    new: Sequence[Section],
    part: Part,
    *,
    homes: dict[str, str] | None = None,
) -> None:
    pairs = match_sections(old, new)
    found = {(a, b) for a, b in pairs if a is not None and b is not None}
    kept = sorted((b, a) for a, b in found if old[a].path and new[b].path)
    disordered = {kept[index][0] for index in out_of_order([a for _, a in kept])}
    old_parents, new_parents = _parents(old), _parents(new)
    for a, b in pairs:
        before = [_section_item(old[a])] if a is not None else []
        after = [_section_item(new[b])] if b is not None else []
        moved = a is not None and b is not None and _moved(a, b, old_parents, new_parents, found, disordered)
        relation: Relation = "continued" if before and after else "added" if after else "withdrawn"
        # Only the standard's own text can be declared normative: guidance and articles explain it.
        sides = [side[place] for side, place in ((old, a), (new, b)) if place is not None]
        informative = not any(it.normative or (part == "edition" and it.is_normative) for it in sides)
        change = compare_items("prose", relation, before, after, moved=moved, informative=informative, part=part)
        home = (after or before)[0].domain
        if home is None:
            chapter = _WHOLE
        elif after:
            chapter = ("new", home)
        else:
            chapter = ("new", homes[home]) if homes and home in homes else ("old", home)
        ledger.enter(chapter, "prose", before, after, change)


def _moved(
    a: int,
    b: int,
    old_parents: Sequence[int | None],
    new_parents: Sequence[int | None],
    found: set[tuple[int, int]],
    disordered: set[int],
) -> bool:
    """Whether a section stands under another heading, or in another order."""
    above = (old_parents[a], new_parents[b])
    return b in disordered or (above != (None, None) and above not in found)


def _parents(found: Sequence[Section]) -> list[int | None]:
    """For each section the index of the section that it stands under."""
    parents: list[int | None] = []
    last: dict[tuple[str | None, tuple[str, ...]], int] = {}
    for index, section in enumerate(found):
        parents.append(last.get((section.domain, section.path[:-1])) if len(section.path) > 1 else None)
        last[section.domain, section.path] = index
    return parents


def _section_item(section: Section) -> Item:
    return Item(
        section.heading,
        section.text,
        section.heading if section.path else None,
        domain=section.domain,
        path=section.path,
        is_fact=section.is_fact,
        source=section.source,
    )


def _chapters(ledger: _Ledger, old: Edition, new: Edition, connections: Connections) -> tuple[Chapter, ...]:
    origins = connections.domains.predecessors
    whole = Chapter((), None, new.title, tuple(ledger.changes[_WHOLE]))
    standing = (
        Chapter(origins.get(domain.id, ()), domain.id, domain.title, tuple(ledger.changes[("new", domain.id)]))
        for domain in new.domains
    )
    gone = (
        Chapter((domain.id,), None, domain.title, tuple(ledger.changes[("old", domain.id)])) for domain in old.domains
    )
    return tuple(chapter for chapter in (whole, *standing, *gone) if chapter.changes)
