"""Withdrawn controls as lineage: what an item of the edition before became in this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editions.formats.edition_ids import is_id, mapped_id
from editions.formats.imported import UnknownSuccessor
from editions.formats.oscal.reading.links import Links
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.outline import OutlinedControl, OutlinedDomain
from editions.formats.oscal.reading.report import Report
from editions.model import Lineage, LineageRow, Version

# The release before is not named in a catalog; whoever writes the files names the one that stands there.
UNKNOWN_ORIGIN = Version(0, 0)
_SUCCESSORS = frozenset({"movedto", "incorporatedinto", "addressedby", "replacedby", "supersededby"})
# What OSCAL's other relations say of a control is nothing about where it went (OSCAL, catalog, control/link/@rel).
_OTHERS = frozenset({"reference", "related", "required", "corresp"})


def names_successor(link: Node) -> bool:
    """Whether a link of a withdrawn control says where it went.

    Returns:
        True for ``moved-to``, ``incorporated_into``, ``addressed_by`` and their like, in any spelling.
    """
    return _letters(link.text("rel")) in _SUCCESSORS


@dataclass(frozen=True)
class Withdrawals:
    """What a catalog tells about its withdrawn controls.

    Attributes:
        lineage: A row for each control whose successors are known, and for each that has none; ``None`` if no control
            is withdrawn.
        unknown: Successors that the catalog names and does not hold.
    """

    lineage: Lineage | None = None
    unknown: tuple[UnknownSuccessor, ...] = ()


def withdrawals(domains: Sequence[OutlinedDomain], links: Links, report: Report, before: Version | None) -> Withdrawals:
    """Read the lineage that withdrawn controls tell.

    Args:
        domains: Every group of the catalog.
        links: Resolves links.
        report: Takes successors that cannot be found.
        before: The edition before, if it is known.

    Returns:
        Rows to the criteria that the links of each withdrawn control lead to, through other withdrawn controls if need
        be. One that names no successor has a row to nothing; one whose successors cannot be found has no row.
    """
    live = {control.id for domain in domains for control in domain.controls}
    rows: dict[tuple[str, ...], LineageRow] = {}
    unknown: list[UnknownSuccessor] = []
    seen = False
    for control in (it for domain in domains for it in domain.withdrawn):
        old = control.written if is_id(control.written) else mapped_id(control.written)
        if not old or old in live:
            continue
        seen = True
        named = [link for link in control.node.all("links") if _may_name_successor(link, control, links)]
        new: dict[str, None] = {}
        for link in named:
            found, why = _followed(link, control, links, frozenset({id(control)}))
            new.update(dict.fromkeys(found))
            if not found:
                unknown.append(UnknownSuccessor(old, link.text("rel") or "link without rel", link.text("href"), why))
        if new or not named:
            rows[old,] = LineageRow((old,), tuple(new), None, control.node.line)
    for it in unknown:
        report.lost(
            f"successor of withdrawn control {it.item}: {it.relation} {it.target[:200]!r}",
            f"not in the lineage, since it {it.why}",
        )
    lineage = Lineage(before or UNKNOWN_ORIGIN, "ids", (), tuple(rows.values())) if seen else None
    return Withdrawals(lineage, tuple(unknown))


def _may_name_successor(link: Node, control: OutlinedControl, links: Links) -> bool:
    """Whether a link says where a control went, or might: a relation that is not known, to an item of the catalog."""
    if names_successor(link):
        return True
    return _letters(link.text("rel")) not in _OTHERS and links.is_item(link.text("href"), control.written)


def _followed(link: Node, control: OutlinedControl, links: Links, seen: frozenset[int]) -> tuple[list[str], str]:
    """The criteria that a link leads to; where there are none, why."""
    href = link.text("href")
    matching = links.controls(href, control.written)
    if len(matching) != 1 or not names_successor(link):
        if not names_successor(link):
            return [], "has a relation that is not known"
        if matching:
            return [], f"fits {len(matching)} controls: {', '.join(it.written for it in matching[:5])}"
        return [], f"leads to {links.kind(href)}, not to a control"
    (target,) = matching
    if target.id:
        return [target.id], ""
    if id(target) in seen:
        return [], f"leads back to {target.written}, which is withdrawn itself"
    further = [it for it in target.node.all("links") if names_successor(it)]
    found = [new for it in further for new in _followed(it, target, links, seen | {id(target)})[0]]
    return found, f"leads to {target.written}, which is withdrawn itself without a successor that is known"


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
