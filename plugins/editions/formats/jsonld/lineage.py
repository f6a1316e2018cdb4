"""The lineage of editions and of their items in Dublin Core's words: what replaces what.

Each document names the neighbours alone: the release before and the release after. A draft says what it is going to
replace; no release is replaced by a draft.
"""

from __future__ import annotations

from typing import Any

from editions.model import Edition, Level, Lineage, Publication
from editions.model.addresses import criterion_address, domain_address, edition_address


class EditionLineage:
    """An edition between its neighbours."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Find the neighbours.

        Args:
            publication: What the edition belongs to.
        """
        releases = publication.standard.releases
        self._publication = publication
        self._edition = edition
        self._before = next((it for it in reversed(releases) if it.version < edition.version), None)
        self._after = next((it for it in releases if it.version > edition.version), None)

    def of_scheme(self) -> dict[str, Any]:
        """What is said of the edition.

        Returns:
            The editions that it replaces and is replaced by, and the remarks that come with the lineage.
        """
        before, after = self._before, self._after
        lineages = [self._edition.lineage if before else None, after.lineage if after else None]
        return {
            "replaces": self._url(before) if before else None,
            "isReplacedBy": self._url(after) if after else None,
            "changeNote": list(dict.fromkeys(it.note for it in lineages if it and it.note)),
        }

    def of_item(self, level: Level, item: str) -> dict[str, Any]:
        """What is said of a domain or criterion.

        Args:
            level: Which of them it is.
            item: Its id.

        Returns:
            The items that it replaces and is replaced by, the remarks of the rows that say so, and ``deprecated``
            where the release after went on without it.
        """
        standard, edition = self._publication.standard, self._edition
        said: dict[str, Any] = {"replaces": [], "isReplacedBy": [], "changeNote": []}
        if self._before:
            older = standard.edges(level, self._before.version, edition.version).predecessors.get(item, ())
            said["replaces"] = [self._item_url(self._before, level, it) for it in older]
            said["changeNote"] += _notes(edition.lineage, level, item, new=True)
        if self._after:
            newer = standard.edges(level, edition.version, self._after.version).successors.get(item, ())
            said["isReplacedBy"] = [self._item_url(self._after, level, it) for it in newer]
            said["changeNote"] += _notes(self._after.lineage, level, item, new=False)
            said["deprecated"] = None if newer else True
        said["changeNote"] = list(dict.fromkeys(said["changeNote"]))
        return said

    def _url(self, edition: Edition) -> str:
        return self._publication.absolute(edition_address(edition))

    def _item_url(self, edition: Edition, level: Level, item: str) -> str:
        if level == "domain":
            return self._publication.absolute(domain_address(edition, edition.domains_by_id[item]))
        return self._publication.absolute(criterion_address(edition, edition.criteria_by_id[item][1]))


def _notes(lineage: Lineage | None, level: Level, item: str, *, new: bool) -> list[str]:
    rows = lineage.rows(level) if lineage else ()
    return [row.note for row in rows if row.note and item in (row.new if new else row.old)]
