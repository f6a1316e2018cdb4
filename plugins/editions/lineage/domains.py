"""Proposes the lineage of a whole edition: its domains and its criteria, each informed by the other.

Criteria are weighed first, with their domain as a section, so that where most of a domain's criteria went speaks for
the rest. A domain's counterpart then follows from where its criteria are believed to have gone, together with its own
title and summary; a domain whose criteria were all rewritten still has its title, and one that was retitled its
criteria.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editions.lineage import weights
from editions.lineage.assignment import assign
from editions.lineage.items import DomainItem, Item, Ranked, SuggestedRow, Suggestion
from editions.lineage.rows import rounded
from editions.lineage.scoring import Evidence, logistic
from editions.lineage.suggestion import check, rows_of, weigh_items
from editions.lineage.texts import Text, dot, read

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Kinship:
    """What two domains have in common: shares of criteria, 0 to 1, and cosines."""

    of_old: float  # share of the old domain's criteria believed to be in the new one
    of_new: float  # share of the new domain's criteria believed to come from the old one
    title: float
    content: float  # of title, summary and criteria together

    @property
    def odds(self) -> float:
        table = weights.DOMAIN
        return (
            table["bias"]
            + table["most"] * max(self.of_old, self.of_new)
            + table["least"] * min(self.of_old, self.of_new)
            + table["title"] * self.title
            + table["content"] * self.content
        )


def suggest_edition(
    old: Sequence[DomainItem], new: Sequence[DomainItem], *, accept: float = weights.ACCEPT
) -> Suggestion:
    """Returns proposed lineage for the domains and the criteria of two editions.

    Args:
        old: The domains of the earlier edition, in order, with their criteria in order.
        new: The domains of the later edition.
        accept: The score from which a row counts as accepted, 0 to 1.

    Returns:
        Rows of the domains, then of the criteria. Candidates of both levels stand in the same mappings, which is
        why no id may stand both for a domain and for a criterion.

    Raises:
        ValueError: An id stands twice in one edition, or ``accept`` is not between 0 and 1.
    """
    old_domains, new_domains = [_as_item(d) for d in old], [_as_item(d) for d in new]
    old_items, old_home = _criteria(old)
    new_items, new_home = _criteria(new)
    check([*old_domains, *old_items], [*new_domains, *new_items], accept)
    evidence = weigh_items(
        old_items,
        new_items,
        [(f"{old_home[i]}", *item.path[1:]) for i, item in enumerate(old_items)],
        [(f"{new_home[j]}", *item.path[1:]) for j, item in enumerate(new_items)],
    )
    criteria = rows_of(evidence, old_items, new_items, accept, "criterion")
    kin = _kinships(old_domains, new_domains, evidence, old_home, new_home)
    rows = _rows(kin, old, new, accept)
    from_domains, to_domains = _ranked(kin, old, new)
    return Suggestion(
        rows=(*rows, *criteria.rows),
        from_candidates={**from_domains, **criteria.from_candidates},
        to_candidates={**to_domains, **criteria.to_candidates},
    )


def _as_item(domain: DomainItem) -> Item:
    texts = [domain.text, *(f"{item.title or ''}\n{item.text}" for item in domain.criteria)]
    return Item(id=domain.id, text="\n\n".join(texts), title=domain.title)


def _criteria(domains: Sequence[DomainItem]) -> tuple[list[Item], list[int]]:
    """Returns the criteria of all domains in order, under their domain's title, and each one's domain."""
    items: list[Item] = []
    home: list[int] = []
    for number, domain in enumerate(domains):
        for item in domain.criteria:
            path = item.path if item.path[:1] == (domain.title,) else (domain.title, *item.path)
            items.append(replace(item, path=path, position=len(items)))
            home.append(number)
    return items, home


def _kinships(
    old: Sequence[Item], new: Sequence[Item], evidence: Evidence, old_home: Sequence[int], new_home: Sequence[int]
) -> dict[_Place, _Kinship]:
    """Returns what every pair of domains that have anything in common has in common."""
    flow: dict[_Place, float] = defaultdict(float)
    for w in evidence.weighed:
        flow[old_home[w.pair[0]], new_home[w.pair[1]]] += w.probability
    old_size, new_size = Counter(old_home), Counter(new_home)
    old_texts, new_texts = read(old, new)
    found = {}
    for a in range(len(old)):
        for b in range(len(new)):
            kin = _Kinship(
                of_old=min(1.0, flow[a, b] / max(1, old_size[a])),
                of_new=min(1.0, flow[a, b] / max(1, new_size[b])),
                title=_title(old[a], new[b], old_texts[a], new_texts[b]),
                content=dot(old_texts[a].meaning, new_texts[b].meaning),
            )
            if kin.of_old + kin.of_new + kin.title + kin.content > weights.ANY_KINSHIP:
                found[a, b] = kin
    return found


def _title(old: Item, new: Item, a: Text, b: Text) -> float:
    same = bool(old.title) and (old.title or "").casefold() == (new.title or "").casefold()
    return 1.0 if same else dot(a.title, b.title)


def _rows(
    kin: dict[_Place, _Kinship], old: Sequence[DomainItem], new: Sequence[DomainItem], accept: float
) -> list[SuggestedRow]:
    """Returns the rows of domains: the best assignment, and further domains that took or gave a good share."""
    gains: list[dict[int, float]] = [{} for _ in old]
    for (a, b), k in kin.items():
        gains[a][b] = k.odds + weights.STAY
    chosen = {(a, b) for a, b in enumerate(assign(gains)) if b is not None}
    taken_old, taken_new = {a for a, _ in chosen}, {b for _, b in chosen}
    for (a, b), k in sorted(kin.items()):
        free = a not in taken_old or b not in taken_new
        if free and max(k.of_old, k.of_new) >= weights.DOMAIN_SHARE:
            chosen.add((a, b))
    rows = []
    for a, b in sorted(chosen):
        k = kin[a, b]
        score = rounded(logistic(k.odds))
        if score >= weights.PROPOSE:
            rows.append(
                SuggestedRow("domain", (old[a].id,), (new[b].id,), score, _reason(k, old[a], new[b]), score >= accept)
            )
    return rows


def _reason(kin: _Kinship, old: DomainItem, new: DomainItem) -> str:
    parts = []
    if old.title.casefold() == new.title.casefold():
        parts.append("same title")
    elif kin.title >= weights.SIMILAR_TITLE:
        parts.append(f"title {kin.title:.2f}")
    parts.append(f"content {kin.content:.2f}")
    parts.append(f"about {kin.of_old:.0%} of its criteria went there and {kin.of_new:.0%} there come from it")
    return ", ".join(parts)


def _ranked(
    kin: dict[_Place, _Kinship], old: Sequence[DomainItem], new: Sequence[DomainItem]
) -> tuple[dict[str, Ranked], dict[str, Ranked]]:
    from_lists: dict[str, list[tuple[float, int]]] = {d.id: [] for d in old}
    to_lists: dict[str, list[tuple[float, int]]] = {d.id: [] for d in new}
    for (a, b), k in kin.items():
        from_lists[old[a].id].append((-logistic(k.odds), b))
        to_lists[new[b].id].append((-logistic(k.odds), a))
    best = weights.BEST
    return (
        {key: tuple((new[n].id, rounded(-s)) for s, n in sorted(found)[:best]) for key, found in from_lists.items()},
        {key: tuple((old[n].id, rounded(-s)) for s, n in sorted(found)[:best]) for key, found in to_lists.items()},
    )
