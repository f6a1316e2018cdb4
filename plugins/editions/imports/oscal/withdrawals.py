"""Withdrawn controls as lineage: what an item of the edition before became in this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.imports.oscal.guidance import WENT
from editions.imports.oscal.links import Links
from editions.imports.oscal.outline import OutlinedControl, OutlinedDomain
from editions.imports.soundness import is_id, mapped_id
from editions.model import Lineage, LineageRow, Version

# The release before is not named in a catalog; whoever writes the files names the one that stands there.
UNKNOWN_ORIGIN = Version(0, 0)


def withdrawal_lineage(
    domains: Iterable[OutlinedDomain], links: Links, criteria: Iterable[str], before: Version | None
) -> Lineage | None:
    """The lineage that withdrawn controls tell.

    Args:
        domains: Every group of the catalog.
        links: Resolves links.
        criteria: Ids of the criteria of the edition.
        before: The edition before, if it is known.

    Returns:
        A row for each withdrawn control: to the criteria that its links ``moved-to`` and ``incorporated-into`` lead to,
        through other withdrawn controls if need be, or to nothing. ``None`` if no control is withdrawn.
    """
    live = set(criteria)
    withdrawn = {control.written: control for domain in domains for control in domain.withdrawn}
    rows = []
    for written, control in withdrawn.items():
        old = written if is_id(written) else mapped_id(written)
        if old and old not in live:
            new = dict.fromkeys(_went(control, withdrawn, links, live, {written}))
            rows.append(LineageRow((old,), tuple(new), None, control.node.line))
    unique = {row.old: row for row in rows}
    if not rows:
        return None
    return Lineage(before or UNKNOWN_ORIGIN, "ids", (), tuple(unique.values()))


def _went(
    control: OutlinedControl, withdrawn: dict[str, OutlinedControl], links: Links, live: set[str], seen: set[str]
) -> Iterator[str]:
    for link in control.node.all("links"):
        href = link.text("href")
        if link.text("rel").lower() not in WENT or not href.startswith("#"):
            continue
        target = links.criterion(href)
        if target in live:
            yield str(target)
            continue
        # The link may lead to a part of a control that is itself withdrawn.
        name = href[1:]
        further = withdrawn.get(name) or withdrawn.get(name.partition("_")[0])
        if further is not None and further.written not in seen:
            yield from _went(further, withdrawn, links, live, seen | {further.written})
