"""What every citation style has in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels.number import LabelStyle
from pybtex.style.names.plain import NameStyle
from pybtex.style.sorting.author_year_title import SortingStyle

from editions.citations.bibtex_reading import reference_of_entry
from editions.citations.cited_work import CitedWork
from editions.citations.styles.line import Line
from editions.model.date import MONTHS, PartialDate

_RANGE = re.compile(r"\s*(?:--+|[-‐‑–—])\s*")
_DIGITS = re.compile(r"([0-9]+)–([0-9]+)")
_PARTS = frozenset({"article", "incollection", "inproceedings", "part"})
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10}  # fmt: skip


class CitationStyle(BaseStyle):  # type: ignore[misc]
    """A pybtex style that sets a :class:`CitedWork`.

    pybtex calls :meth:`format_entry` with an entry of a ``.bib`` file; :meth:`compose` sets a reference from any
    source, so that our own works need no detour through LaTeX.
    """

    # Classes: to find one by its name, pybtex reads what every installed distribution declares.
    default_name_style = NameStyle
    default_label_style = LabelStyle
    default_sorting_style = SortingStyle
    wants_accessed: ClassVar[bool] = False
    """Whether the style asks for the day on which a dated web page was read."""

    def shows_accessed(self, cited: CitedWork) -> bool:
        """Whether the style prints the day on which a work was read.

        Returns:
            ``True`` for styles that always ask for the day, and for works that state no date of their own.
        """
        undated = cited.date is None and cited.date_text is None
        return not cited.doi and cited.url is not None and (self.wants_accessed or undated)

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Set one entry (the interface of pybtex).

        Args:
            entry: The entry, with LaTeX in its fields.
            bib_data: The bibliography that cross-references lead into.
        """
        return FormattedEntry(entry.key, self.compose(reference_of_entry(entry.key, entry, bib_data)), label)

    def compose(self, cited: CitedWork) -> Text:
        """Set a reference."""
        line = Line()
        # A part that does not say of what can only be set as a work of its own.
        entry_type = "misc" if cited.type in _PARTS and not cited.container else cited.type
        getattr(self, f"_{entry_type}")(line, cited)
        self._address(line, cited)
        return line.done()

    def _address(self, line: Line, cited: CitedWork) -> None:
        """End a reference with where the work is found."""
        raise NotImplementedError

    def _sentences(self, line: Line, *parts: str | None) -> None:
        for part in parts:
            if part:
                line.text(f" {part}").stop()


def listed(names: Sequence[str], last: str, pair: str | None = None, separator: str = ", ") -> str:
    """Join names.

    Args:
        last: What stands before the last of three or more names.
        pair: What stands between two names; ``last`` unless stated.
        separator: What stands between the others.
    """
    if len(names) <= 1:
        return "".join(names)
    if len(names) == 2:
        return (last if pair is None else pair).join(names)
    return separator.join(names[:-1]) + last + names[-1]


def designation(cited: CitedWork, joint: str = " ") -> str | None:
    """What a standard is known by, such as ``IEEE Standard 308``.

    Args:
        joint: What stands between its kind and its number.

    Returns:
        Kind and number, either alone, or ``None``; the bare word ``Standard`` says nothing and is left out.
    """
    return joint.join(part for part in (cited.kind, cited.number) if part) or None


def version_words(cited: CitedWork) -> str | None:
    """The version, such as ``Version 1.1``."""
    return f"Version {cited.version}" if cited.version else None


def volume_words(cited: CitedWork) -> str | None:
    """The volume, such as ``Vol. 2``."""
    return f"Vol. {cited.volume}" if cited.volume else None


def page_words(cited: CitedWork, shown: Callable[[str], str] | None = None) -> str | None:
    """The pages, such as ``pp. 207–217``.

    Args:
        shown: How the style writes pages; :func:`page_range` unless stated.
    """
    if not cited.pages:
        return None
    return f"{'pp.' if is_range(cited.pages) else 'p.'} {(shown or page_range)(cited.pages)}"


def page_range(pages: str) -> str:
    """Pages with an en dash between first and last.

    Args:
        pages: As in a ``.bib`` file: ``207--217``.

    Returns:
        ``207–217``.
    """
    return _RANGE.sub("–", pages)


def is_range(pages: str) -> bool:
    """Whether ``pages`` names more than one page.

    Returns:
        ``True`` for ranges and lists.
    """
    return bool(_RANGE.search(pages)) or "," in pages


def short_range(pages: str, kept: Callable[[str, int], int] = lambda first, changed: changed) -> str:
    """Pages with the last number cut to the digits that change (NLM, *Citing Medicine*).

    Args:
        pages: ``284--287``.
        kept: How many digits of the last number a style keeps, by the first number and how many digits change.

    Returns:
        ``284–7``.
    """

    def cut(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        if len(first) != len(last):
            return match[0]
        same = 0
        while same < len(first) - 1 and first[same] == last[same]:
            same += 1
        return f"{first}–{last[-kept(first, len(last) - same) :]}"

    return _DIGITS.sub(cut, page_range(pages))


def ordinal(edition: str) -> str | None:
    """An edition of a book as an English ordinal.

    Args:
        edition: ``2``, ``2nd``, ``Second``, or words.

    Returns:
        ``2nd``; ``None`` for a first edition, which no style mentions, and for words that are no ordinal.
    """
    number = _edition_number(edition)
    if number is None or number == 1:
        return None
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _edition_number(edition: str) -> int | None:
    match = re.fullmatch(r"([0-9]{1,3})(?:st|nd|rd|th)?\.?", edition.strip(), re.IGNORECASE)
    return int(match[1]) if match else _ORDINAL.get(edition.strip().casefold())


def edition_words(edition: str | None, abbreviation: str) -> str | None:
    """The edition of a book for a reference.

    Args:
        edition: As in the ``.bib`` file.
        abbreviation: ``ed.`` or ``edn``.

    Returns:
        ``2nd ed.``, ``Rev. ed.`` or ``None`` for a first edition.
    """
    if edition is None or _edition_number(edition) == 1:
        return None
    number = ordinal(edition)
    if number:
        return f"{number} {abbreviation}"
    return edition if re.search(r"\bed(?:n|ition)?\b", edition, re.IGNORECASE) else f"{edition} {abbreviation}"


def month_name(date: PartialDate) -> str:
    """The month's English name, or nothing if the date has none.

    Returns:
        ``April``.
    """
    return MONTHS[date.month - 1] if date.month else ""


def day_in_year(date: PartialDate, day_first: bool = False) -> str | None:
    """What a date says besides its year.

    Args:
        day_first: Whether the day comes before the month.

    Returns:
        ``April 29``, ``29 April``, ``April`` or ``None``.
    """
    parts = (date.day, month_name(date)) if day_first else (month_name(date), date.day)
    return " ".join(str(part) for part in parts if part) or None


def month_day_year(date: PartialDate) -> str:
    """A date in American order.

    Returns:
        ``April 29, 2026``, ``April 2026`` or ``2026``.
    """
    if not date.month:
        return str(date.year)
    if not date.day:
        return f"{month_name(date)} {date.year}"
    return f"{month_name(date)} {date.day}, {date.year}"
