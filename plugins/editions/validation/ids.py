"""Ids: one meaning each, within an edition and through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer


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


def has_all_ids(edition: EditionRecords) -> bool:
    """Whether every domain of an edition could be read, so that an id that is not found is not there.

    Args:
        edition: Its records.

    Returns:
        False if the edition has no domain, or one that is no YAML.
    """
    return bool(edition.domains) and all(isinstance(record.data, dict) for record in edition.domains)


def duplicate_ids(edition: EditionRecords) -> Iterator[Problem]:
    """Find ids that an edition uses twice.

    Args:
        edition: Its records.

    Yields:
        A problem for every id that stands a second time, also where only upper and lower case, or a hyphen and an
        underscore, differ: an id is an address and part of a citation key, and neither keeps them apart everywhere.
    """
    first: dict[str, FoundId] = {}
    for found in found_ids(edition):
        known = first.setdefault(found.id.lower().replace("_", "-"), found)
        if known is found:
            continue
        if known.id == found.id:
            same = "is used already"
        elif known.id.lower() == found.id.lower():
            same = f"differs only in case from {known.id!r}"
        else:
            same = f"differs only in - and _ from {known.id!r}"
        yield found.record.problem(found.pointer, f"the id {_short(found.id)} {same} ({known.place}); choose another")


def reused_ids(editions: Sequence[EditionRecords]) -> Iterator[Problem]:
    """Find ids that come back after they were withdrawn, or that change from a domain's into a criterion's.

    Args:
        editions: Releases from the oldest to the newest, then the draft, if there is one.

    Yields:
        A problem for every id that an earlier edition had, the edition before this one had not, and this one uses
        again, and for every id that the edition before this one gave to an item of the other level. Where ids are not
        comparable (``identity: lineage``) no id is taken for another.
    """
    last_seen: dict[str, str] = {}
    before: dict[str, FoundId] = {}
    for number, edition in enumerate(editions):
        here = {found.id: found for found in found_ids(edition)}
        comparable = number and _identity(edition) == "ids" and has_all_ids(editions[number - 1])
        for identifier, found in here.items() if comparable else ():
            if identifier not in before and identifier in last_seen:
                message = (
                    f"the id {_short(identifier)} was withdrawn after edition {last_seen[identifier]} and can't be "
                    "used again; choose another"
                )
                yield found.record.problem(found.pointer, message)
            elif identifier in before and before[identifier].level != found.level:
                message = (
                    f"the id {_short(identifier)} is that of a {before[identifier].level} in edition "
                    f"{last_seen[identifier]}, and here of a {found.level}; choose another"
                )
                yield found.record.problem(found.pointer, message)
        before = here
        last_seen.update(dict.fromkeys(here, edition.version or edition.folder))


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:79]}…")


def _identity(edition: EditionRecords) -> str:
    data = edition.lineage.data if edition.lineage else None
    identity = data.get("identity", "ids") if isinstance(data, dict) else "ids"
    return identity if isinstance(identity, str) else "ids"
