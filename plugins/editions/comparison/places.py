"""Which criteria and domains changed their place: another domain, another section, another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editions.comparison.order import out_of_order
from editions.model import Edges, Edition, Group

SectionKey = tuple[str, str | None]


@dataclass(frozen=True)
class SectionRename:
    """A section whose heading changed while all its continuing criteria stayed in it.

    Attributes:
        old_domain: Id of its domain in the earlier edition.
        new_domain: Id of its domain in the later edition.
        old: Its heading in the earlier edition.
        new: Its heading in the later edition.
    """

    old_domain: str
    new_domain: str
    old: str
    new: str


@dataclass(frozen=True)
class Moves:
    """What moved between two editions.

    Attributes:
        domains: Ids, in the later edition, of continued domains that stand in another order.
        criteria: Connected pairs of criteria of which the later stands in another section or another order.
        rehoused: Connected pairs of criteria of which the later stands in a domain that does not continue the
            earlier one's.
        renames: Sections that were renamed.
    """

    domains: frozenset[str]
    criteria: frozenset[tuple[str, str]]
    rehoused: frozenset[tuple[str, str]]
    renames: tuple[SectionRename, ...]


def find_moves(old: Edition, new: Edition, domains: Edges, criteria: Edges, groups: Sequence[Group]) -> Moves:
    """Find what moved.

    A criterion moved if its domain is not one that its old domain became, if its section is another, or if it
    stands in another order among the criteria that went the same way; the longest run that kept its order counts as
    having stayed. A section whose heading alone changed moves nobody.

    Args:
        old: The earlier edition.
        new: The later edition.
        domains: Edges between domains.
        criteria: Edges between criteria.
        groups: The groups of the domains' edges.

    Returns:
        The moves.
    """
    old_home = {criterion.id: (domain.id, criterion.section) for domain, criterion in old.criteria()}
    new_home = {criterion.id: (domain.id, criterion.section) for domain, criterion in new.criteria()}
    rehoused = {(a, b) for a, b in criteria.pairs if (old_home[a][0], new_home[b][0]) not in domains.pairs}
    staying = criteria.pairs - rehoused
    renames = _renames(((old_home[a], new_home[b]) for a, b in staying), old, new)
    renamed = {(item.old_domain, item.new_domain, item.old, item.new) for item in renames}
    moved = set()
    ways: defaultdict[tuple[str, str], list[tuple[int, int, str, str]]] = defaultdict(list)
    old_places, new_places = _places(criteria.old), _places(criteria.new)
    fan_out, fan_in = criteria.successors, criteria.predecessors
    for a, b in staying:
        (old_domain, old_section), (new_domain, new_section) = old_home[a], new_home[b]
        if old_section != new_section and (old_domain, new_domain, old_section, new_section) not in renamed:
            moved.add((a, b))
        elif len(fan_out[a]) == 1 and len(fan_in[b]) == 1:
            ways[(old_domain, new_domain)].append((new_places[b], old_places[a], a, b))
    for way in ways.values():
        way.sort()
        moved |= {way[index][2:] for index in out_of_order([place for _, place, _, _ in way])}
    return Moves(_moved_domains(old, groups), frozenset(moved), frozenset(rehoused), renames)


def _moved_domains(old: Edition, groups: Sequence[Group]) -> frozenset[str]:
    places = _places(tuple(old.domains_by_id))
    continued = [group for group in groups if group.relation == "continued"]
    moved = out_of_order([places[group.old[0]] for group in continued])
    return frozenset(continued[index].new[0] for index in moved)


def _renames(ways: Iterable[tuple[SectionKey, SectionKey]], old: Edition, new: Edition) -> tuple[SectionRename, ...]:
    onward: defaultdict[SectionKey, set[SectionKey]] = defaultdict(set)
    back: defaultdict[SectionKey, set[SectionKey]] = defaultdict(set)
    for before, after in ways:
        onward[before].add(after)
        back[after].add(before)
    old_keys = {(domain.id, criterion.section) for domain, criterion in old.criteria()}
    new_keys = {(domain.id, criterion.section) for domain, criterion in new.criteria()}
    found = []
    for before, afters in onward.items():
        if len(afters) != 1:
            continue
        (after,) = afters
        (old_domain, old_name), (new_domain, new_name) = before, after
        heading_gone = (new_domain, old_name) not in new_keys and (old_domain, new_name) not in old_keys
        if old_name and new_name and old_name != new_name and len(back[after]) == 1 and heading_gone:
            found.append(SectionRename(old_domain, new_domain, old_name, new_name))
    order = _places(tuple(new.domains_by_id))
    return tuple(sorted(found, key=lambda rename: (order[rename.new_domain], rename.new, rename.old)))


def _places(ids: Sequence[str]) -> dict[str, int]:
    return {item: place for place, item in enumerate(ids)}
