"""Citations within a text, as numbers (IEEE) or as author and date (APA 7), and the list that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Literal

from editions.citations.cite import cite
from editions.citations.cited_work import CitedWork
from editions.citations.names import Name
from editions.citations.styles.apa import date_in_list, printed_date
from editions.text.inline_tree import CitedItem

System = Literal["numbered", "author-date"]
SYSTEMS: tuple[System, ...] = ("numbered", "author-date")


@dataclass(frozen=True)
class Piece:
    """A part of a citation's text.

    Attributes:
        text: Plain text.
        key: Key of the work that it leads to; ``None`` for what stands between.
    """

    text: str
    key: str | None = None


@dataclass(frozen=True)
class ListedReference:
    """An entry of a reference list.

    Attributes:
        key: The work's key.
        work: The work.
        html: The reference as inline HTML.
    """

    key: str
    work: CitedWork
    html: str


@dataclass(frozen=True)
class ReferenceList:
    """The references of one text.

    Attributes:
        system: How the text cites.
        entries: The list: in the order of first citation for numbers, else in the order of APA 7 § 9.44.
        labels: What the text prints for each work: its number, or authors and year.
    """

    system: System
    entries: tuple[ListedReference, ...]
    labels: Mapping[str, str]

    def pieces(self, items: Sequence[CitedItem]) -> list[Piece]:
        """Set one citation.

        Args:
            items: The works that it names, all in the list.

        Returns:
            Its parts: ``[1, p. 3], [2]`` (IEEE Reference Guide, "Citing references"), or
            ``(Author, 2024, p. 3; Other & Third, n.d.)`` (APA 7 § 8.11 to 8.13).
        """
        numbered = self.system == "numbered"
        between = Piece(", " if numbered else "; ")
        pieces: list[Piece] = []
        for item in items:
            label = ", ".join(part for part in (self.labels[item.key], item.locator) if part)
            pieces += [*([between] if pieces else []), Piece(f"[{label}]" if numbered else label, item.key)]
        return pieces if numbered else [Piece("("), *pieces, Piece(")")]


def reference_list(keys: Iterable[str], known: Mapping[str, CitedWork], system: System) -> ReferenceList:
    """Make the list of the works that a text cites.

    Args:
        keys: Their keys, in the order in which the text cites them.

    Returns:
        The list. Numbered references are set in IEEE style, the others in APA style, with ``a``, ``b`` … behind the
        year where authors and year are the same (APA 7 § 8.19).
    """
    cited = {key: known[key] for key in keys}
    if system == "numbered":
        labels = {key: str(number) for number, key in enumerate(cited, 1)}
        return ReferenceList(system, tuple(_entries(cited, "ieee")), labels)
    ordered = dict(sorted(cited.items(), key=lambda pair: _order(pair[1])))
    authors = _author_labels(ordered)
    lettered, labels = {}, {}
    for key, work in ordered.items():
        same = [other for other in ordered if (authors[other], _year(ordered[other])) == (authors[key], _year(work))]
        letter = ascii_lowercase[same.index(key) % 26] if len(same) > 1 else ""
        labels[key] = f"{authors[key]}, {_lettered(_year(work), letter)}"
        lettered[key] = replace(work, date=None, date_text=_lettered_date(work, letter)) if letter else work
    return ReferenceList(system, tuple(_entries(lettered, "apa")), labels)


def author_date(work: CitedWork) -> str:
    """What a text prints for a work by author and date, alone, such as ``Production AI Institute, 2024``."""
    return f"{_author_label(work, 1)}, {_year(work)}"


def _entries(works: Mapping[str, CitedWork], style: str) -> Iterable[ListedReference]:
    return (ListedReference(key, work, cite(work, style, html=True)) for key, work in works.items())


def _author_labels(works: Mapping[str, CitedWork]) -> dict[str, str]:
    """Authors as the text prints them; as many names as it takes to tell two groups apart (APA 7 § 8.18)."""
    labels = {}
    for key, work in works.items():
        shown = 1
        while shown < len(work.authors) and any(
            other.authors != work.authors
            and (_author_label(other, shown), _year(other)) == (_author_label(work, shown), _year(work))
            for other in works.values()
        ):
            shown += 1
        labels[key] = _author_label(work, shown)
    return labels


def _author_label(work: CitedWork, shown: int) -> str:
    names = [_short_name(name) for name in work.authors or work.editors]
    if not names:
        return work.title if work.type in _WHOLE else f"“{work.title}”"
    if len(names) == 2 and not work.and_others:
        return " & ".join(names)
    if len(names) == 1 and not work.and_others:
        return names[0]
    if shown >= len(names) - 1 and not work.and_others and shown > 1:
        return ", ".join(names[:-1]) + f", & {names[-1]}"
    return ", ".join(names[:shown]) + (", et al." if shown > 1 else " et al.")


_WHOLE = frozenset({"book", "techreport", "standard", "online", "misc"})


def _short_name(name: Name) -> str:
    return name.family or name.literal


def _year(work: CitedWork) -> str:
    return str(work.date.year) if work.date else work.date_text or "n.d."


def _lettered(year: str, letter: str) -> str:
    return f"{year}{'' if year[-1:].isdigit() or not letter else '-'}{letter}"


def _lettered_date(work: CitedWork, letter: str) -> str:
    """The date as APA prints it in the list, with its letter: ``2026a, April 29``."""
    year = _year(work)
    return _lettered(year, letter) + date_in_list(work).removeprefix(year)


def _order(work: CitedWork) -> tuple[list[str], tuple[int, int, int], str, str]:
    """Authors, then undated works first, then dates as printed, the year alone first, then titles (APA 7 § 9.44-48)."""
    names = [f"{_short_name(name)} {name.given}".casefold() for name in work.authors or work.editors]
    date = printed_date(work)
    day = (date.year, date.month or 0, date.day or 0) if date else (9999 if work.date_text else 0, 0, 0)
    return names or [work.title.casefold()], day, work.title.casefold(), work.key
