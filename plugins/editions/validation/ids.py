"""Ids: one meaning each, within an edition and through all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer

_SAFE = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


@dataclass(frozen=True)
class FoundId:
    """An id, where it is written.

    Attributes:
        id: The id.
        level: ``domain`` or ``criterion``.
        record: Its file.
        pointer: Its place in the front matter.
    """

    id: str
    level: str
    record: Record
    pointer: Pointer

    @property
    def place(self) -> str:
        """File and line, for messages."""
        return f"{self.record.path}:{self.record.tree.line(self.pointer)}"


def found_ids(edition: EditionRecords) -> Iterator[FoundId]:
    """The ids of an edition, whatever else is wrong with it.

    Args:
        edition: Its records.

    Yields:
        Ids of domains and criteria in the order of the standard; what is no text is passed over.
    """
    for record in edition.domains:
        if not isinstance(record.data, dict):
            continue
        domain = record.data.get("id")
        if isinstance(domain, str):
            yield FoundId(domain, "domain", record, ("id",))
        criteria = record.data.get("criteria")
        for place, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
            identifier = criterion.get("id") if isinstance(criterion, dict) else None
            if isinstance(identifier, str):
                yield FoundId(identifier, "criterion", record, ("criteria", place, "id"))


def duplicate_ids(edition: EditionRecords) -> Iterator[Problem]:
    """Find ids that an edition uses twice.

    Args:
        edition: Its records.

    Yields:
        A problem for every id that stands a second time, also where only upper and lower case differ: an id is an
        address, and some file systems keep no case.
    """
    first: dict[str, FoundId] = {}
    for found in found_ids(edition):
        known = first.setdefault(found.id.lower(), found)
        if known is not found:
            same = "is used already" if known.id == found.id else f"differs only in case from {known.id!r}"
            yield found.record.problem(found.pointer, f"the id {found.id!r} {same} ({known.place}); choose another")
        elif _SAFE.fullmatch(found.id) is None and "\n" in found.id:
            yield found.record.problem(found.pointer, f"the id {found.id!r} has a line break; write it on one line")


def reused_ids(editions: Sequence[EditionRecords]) -> Iterator[Problem]:
    """Find ids that come back after they were withdrawn.

    Args:
        editions: Releases from the oldest to the newest, then the draft, if there is one.

    Yields:
        A problem for every id that an earlier edition had, the edition before this one had not, and this one uses
        again. Where ids are not comparable (``identity: lineage``) no id is taken for another.
    """
    last_seen: dict[str, str] = {}
    before: set[str] = set()
    for number, edition in enumerate(editions):
        here = {found.id: found for found in found_ids(edition)}
        if number and _identity(edition) == "ids":
            for identifier in here.keys() - before:
                if identifier in last_seen:
                    found = here[identifier]
                    yield found.record.problem(
                        found.pointer,
                        f"the id {identifier!r} was withdrawn after edition {last_seen[identifier]} and can't be "
                        "used again; choose another",
                    )
        before = set(here)
        last_seen.update(dict.fromkeys(here, edition.version or edition.folder))


def _identity(edition: EditionRecords) -> str:
    data = edition.lineage.data if edition.lineage else None
    identity = data.get("identity", "ids") if isinstance(data, dict) else "ids"
    return identity if isinstance(identity, str) else "ids"
