"""The report of an import: what had no place of its own, and where it went."""

from __future__ import annotations

from editions.formats.imported import Placement

LEFT_OUT = "an edition has no place for it"


class Report:
    """Collects placements; the same thing in many places is one line with a count."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: dict[tuple[str, str, bool], int] = {}

    def kept(self, what: str, where: str, count: int = 1) -> None:
        """Tell that something still stands somewhere.

        Args:
            where: Where it went.
            count: How many there are.
        """
        self._note((what, where, True), count)

    def lost(self, what: str, why: str = LEFT_OUT, count: int = 1) -> None:
        """Tell that something was left out.

        Args:
            count: How many there are.
        """
        self._note((what, why, False), count)

    def _note(self, key: tuple[str, str, bool], count: int) -> None:
        self._counts[key] = self._counts.get(key, 0) + count

    def placements(self) -> tuple[Placement, ...]:
        """The report.

        Returns:
            A line for each kind of thing, in the order in which they were met.
        """
        return tuple(Placement(what, where, kept, n) for (what, where, kept), n in self._counts.items())
