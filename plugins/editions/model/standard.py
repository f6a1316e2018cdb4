"""The standard as a whole: its releases, its draft and what connects them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from editions.model.edition import Edition
from editions.model.erratum import Erratum
from editions.model.lineage import Edges, Level
from editions.model.version import Version


def item_ids(edition: Edition, level: Level) -> tuple[str, ...]:
    """The ids of an edition's items.

    Returns:
        Ids in the order of the edition.
    """
    return tuple(edition.domains_by_id) if level == "domain" else tuple(edition.criteria_by_id)


@dataclass(frozen=True)
class Standard:
    """A standard through its editions.

    Attributes:
        releases: Released editions, oldest first.
        draft: The edition being written, if it is not released yet.
        errata: Mistakes in releases with their corrections, in the order of their file.
    """

    releases: tuple[Edition, ...]
    draft: Edition | None = None
    errata: tuple[Erratum, ...] = ()

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition, oldest first, the draft last."""
        return (*self.releases, self.draft) if self.draft else self.releases

    @property
    def newest(self) -> Edition | None:
        """The newest release."""
        return self.releases[-1] if self.releases else None

    @property
    def current(self) -> Edition:
        """The newest release or, before the first release, the draft.

        Raises:
            ValueError: If the standard has no edition at all.
        """
        if not self.editions:
            raise ValueError("a standard has at least one edition")
        return self.releases[-1] if self.releases else self.editions[0]

    @cached_property
    def by_version(self) -> MappingProxyType[Version, Edition]:
        """Editions by version."""
        return MappingProxyType({edition.version: edition for edition in self.editions})

    def compared(self) -> tuple[tuple[Edition, Edition], ...]:
        """The pairs of editions that are compared: every pair of releases, and the newest release with the draft.

        Returns:
            Pairs, the earlier edition first; the newest pairs come first.
        """
        pairs = [(old, new) for place, new in enumerate(self.releases) for old in self.releases[:place]]
        if self.draft is not None and self.releases:
            pairs.append((self.releases[-1], self.draft))
        return tuple(reversed(pairs))

    def between(self, old: Edition, new: Edition) -> tuple[Edition, ...]:
        """The editions from one to a later one, these two among them."""
        return tuple(it for it in self.editions if old.version <= it.version <= new.version)

    def errata_of(self, edition: Edition, item: str | None = None) -> tuple[Erratum, ...]:
        """The errata of an item, or of an edition's own text.

        Args:
            item: Id of a criterion or domain; ``None`` for the edition's own text.

        Returns:
            The errata, in the order of their file.
        """
        return tuple(it for it in self.errata if it.edition == edition.version and it.item == item)

    def superseded_by(self, edition: Edition) -> Edition | None:
        """The newest release, where it replaced an edition.

        Returns:
            The newest release if ``edition`` is an older release, else ``None``.
        """
        newest = self.newest
        return newest if newest and edition.status == "released" and edition.version < newest.version else None

    def edges(self, level: Level, old: Version, new: Version) -> Edges:
        """What connects the items of any two editions, composed over the editions between them.

        Args:
            new: Version on the right; it may be the earlier one.

        Raises:
            KeyError: If one of the versions is not an edition of this standard.
        """
        key = (level, old, new)
        if key not in self._edges:
            self._edges[key] = self._compose(level, old, new)
        return self._edges[key]

    def _compose(self, level: Level, old: Version, new: Version) -> Edges:
        first, last = self.by_version[old], self.by_version[new]
        if last.version < first.version:
            return self.edges(level, new, old).reversed()
        edges = Edges.identical(item_ids(first, level))
        steps = [edition for edition in self.editions if first.version < edition.version <= last.version]
        earlier = first
        for edition in steps:
            before, after = item_ids(earlier, level), item_ids(edition, level)
            step = edition.lineage.edges(level, before, after) if edition.lineage else Edges(before, after, frozenset())
            edges = edges.then(step)
            earlier = edition
        return edges

    @cached_property
    def _edges(self) -> dict[tuple[Level, Version, Version], Edges]:
        return {}
