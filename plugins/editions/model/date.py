"""Dates that keep the precision with which they were published."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day: never more than was published.

    Attributes:
        year: Four-digit year, 1 to 9999.
        month: 1 to 12, or ``None`` when only the year is known.
        day: 1 to 31, or ``None`` when the day is not known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date.

        Args:
            text: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601, reduced precision).

        Returns:
            The date, at the precision of ``text``.

        Raises:
            ValueError: If ``text`` has another form or names a day that no calendar has.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2026-04")
        year, month, day = int(match[1]), match[2], match[3]
        try:
            datetime.date(year, int(month or 1), int(day or 1))
        except ValueError:
            raise ValueError(f"{text!r} is a date that does not exist; correct the year, month or day") from None
        return cls(year, int(month) if month else None, int(day) if day else None)

    def may_precede(self, other: PartialDate) -> bool:
        """Whether this date can lie on or before ``other``, at the precision that both state.

        Args:
            other: The later date, as it is claimed.

        Returns:
            ``False`` only if this date is certainly later: ``2026-04`` may precede ``2026``, and ``2026-05`` may not
            precede ``2026-04-30``.
        """
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is None or theirs is None:
                return True
            if mine != theirs:
                return mine < theirs
        return True

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
