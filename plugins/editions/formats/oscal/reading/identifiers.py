"""Ids of a catalog as ids of an edition: anchors, addresses and keys."""

from __future__ import annotations

from editions.formats.edition_ids import is_id, mapped_id
from editions.formats.oscal.reading.report import Report
from editions.model.portable_names import folded_id
from editions.source.problem import Problem

_LONGEST = 64


class Identifiers:
    """Gives each item of a catalog its id, once.

    Attributes:
        problems: Ids that can't be used.
    """

    def __init__(self, path: str, report: Report) -> None:
        """Begin without ids.

        Args:
            path: The file, for problems.
            report: Takes ids that were changed.
        """
        self._path = path
        self._report = report
        self._taken: dict[str, tuple[str, int]] = {}
        self.problems: list[Problem] = []

    def take(self, written: str, line: int, what: str) -> str:
        """The id of an item.

        Args:
            written: What the file says.
            line: Where it says it.
            what: ``group`` or ``control``.

        Returns:
            Its id in the edition. One that can't be made, is too long or is taken is a problem.
        """
        made = written if is_id(written) else mapped_id(written)
        if not made:
            stated = (
                f"the id {written[:80]!r} of this {what} holds no letter or digit" if written else f"{what} has no id"
            )
            self._note(line, f"{stated}; give it one of letters, digits, dots and hyphens")
        else:
            known = self._taken.get(folded_id(made))
            if known is not None:
                other, where = known
                same = "is used already" if other == written else f"makes the same anchor as {other[:80]!r}"
                self._note(line, f"the id {written[:80]!r} {same} (line {where}); choose another")
            elif made != written:
                self._report.kept(f"id {written[:80]!r} of a {what}", f"became {made!r}, since it can't be an anchor")
            self._taken.setdefault(folded_id(made), (written, line))
        return made

    def free(self, wished: str, line: int) -> str:
        """An id for a group that has none.

        Args:
            wished: A sound id, made of its title.
            line: Line of the group.

        Returns:
            The id, with a number where it is taken.
        """
        wished = wished[: _LONGEST - 4].strip("._-")
        made, number = wished, 2
        while folded_id(made) in self._taken:
            made, number = f"{wished}-{number}", number + 1
        self._taken[folded_id(made)] = (made, line)
        return made

    def _note(self, line: int, message: str) -> None:
        self.problems.append(Problem(self._path, line, message))
