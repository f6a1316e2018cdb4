"""Ids: one meaning each, within an edition and through all of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from editions.model.portable_names import address_id, folded_id, reserved_for
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import EditionRecords
from editions.source.yaml_tree import Pointer

# Anchors that pages set around the texts: the list of domains, the parts of a domain's page, and what has the ids of
# items beside it on a checklist.
OVERVIEW_ANCHORS = ("all-domains",)
DOMAIN_ANCHORS = ("all-criteria", "all-guidance")
_FRAME_ANCHORS = ("content", "checklist", "carrying-over")


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

    Yields:
        Ids of domains and criteria in the order of the standard; what is no text is passed over.
    """
    for record in edition.domains:
        domain = record.value("id")
        if isinstance(domain, str):
            yield FoundId(domain, "domain", record, ("id",))
        for place, criterion in record.entries("criteria"):
            identifier = criterion.get("id") if isinstance(criterion, dict) else None
            if isinstance(identifier, str):
                yield FoundId(identifier, "criterion", record, (*place, "id"))


def has_all_ids(edition: EditionRecords) -> bool:
    """Whether every domain of an edition could be read, so that an id that is not found is not there.

    Returns:
        False if the edition has no domain, or one that is no YAML.
    """
    return bool(edition.domains) and all(isinstance(record.data, dict) for record in edition.domains)


def duplicate_ids(edition: EditionRecords, *, frozen: bool = False) -> Iterator[Problem]:
    """Find ids that an edition uses twice.

    Args:
        frozen: Whether it is a release, which may be older than the rule that punctuation keeps no ids apart.

    Yields:
        A problem for every id that stands a second time, also where only case or punctuation differ: an id is an
        address and part of a citation key, neither keeps them apart everywhere, and nor does a reader.
    """
    first: dict[str, FoundId] = {}
    for found in found_ids(edition):
        known = first.setdefault(address_id(found.id) if frozen else folded_id(found.id), found)
        if known is not found:
            same = "is used already" if known.id == found.id else _likeness(found.id, known.id)
            message = f"the id {_short(found.id)} {same} ({known.place}); choose another"
            yield found.record.problem(found.pointer, message)


def _likeness(identifier: str, other: str) -> str:
    """How an id differs from another that is the same when folded."""
    if identifier.lower() == other.lower():
        what = "case"
    elif address_id(identifier) == address_id(other):
        what = "- and _"
    else:
        plain = (re.sub(r"[._-]", "", it) for it in (identifier, other))
        what = "punctuation" if len(set(plain)) == 1 else "case and punctuation"
    return f"differs only in {what} from {_short(other)}"


def reserved_ids(edition: EditionRecords) -> Iterator[Problem]:
    """Find ids and labels that belong to something else.

    Yields:
        A problem for each id whose address is that of something else on the site, or which Windows takes for a device,
        and for each label that is the id of another item.
    """
    items = list(found_ids(edition))
    by_id = {folded_id(item.id): item for item in reversed(items)}
    for item in items:
        taken = item.id.lower() in (*OVERVIEW_ANCHORS, *DOMAIN_ANCHORS, *_FRAME_ANCHORS)
        owner = "a part of the page" if taken else reserved_for(item.id)
        if owner is not None:
            message = f"the id {_short(item.id)} cannot be an address, since it is the name of {owner}; choose another"
            yield item.record.problem(item.pointer, message)
        label = item.record.data.get("label") if item.level == "domain" else None
        other = by_id.get(folded_id(label.strip())) if isinstance(label, str) else None
        if label and other is not None and folded_id(other.id) != folded_id(item.id):
            message = f"label is {_short(label)}, which is the id of another {other.level} ({other.place})"
            yield item.record.problem(("label",), f"{message}; choose another")


def reused_ids(editions: Sequence[EditionRecords], frozen: Container[str] = ()) -> Iterator[Problem]:
    """Find ids that come back after they were withdrawn, or that change from a domain's into a criterion's.

    Args:
        editions: Releases from the oldest to the newest, then the draft, if there is one.
        frozen: Folders of releases, which may be older than the rule that case and punctuation keep no ids apart.

    Yields:
        A problem for every id that an earlier edition had, the edition before this one had not, and this one uses
        again, for every id that the edition before this one gave to an item of the other level, and for every id that
        is that of an earlier edition but for case and punctuation. Where ids are not comparable
        (``identity: lineage``) no id is taken for another.
    """
    seen = _SeenIds()
    for number, edition in enumerate(editions):
        here = {found.id: found for found in found_ids(edition)}
        comparable = number and _identity(edition) == "ids" and has_all_ids(editions[number - 1])
        for found in here.values() if comparable else ():
            message = seen.message(found, here, exact=edition.folder in frozen)
            if message is not None:
                yield found.record.problem(found.pointer, message)
        seen.add(here, edition.version or edition.folder)


class _SeenIds:
    """The ids of all editions so far."""

    def __init__(self) -> None:
        self._before: dict[str, FoundId] = {}
        self._versions: dict[str, str] = {}
        self._alike: dict[str, str] = {}

    def add(self, ids: dict[str, FoundId], version: str) -> None:
        """Take the ids of the next edition."""
        self._before = ids
        self._versions.update(dict.fromkeys(ids, version))
        self._alike.update((folded_id(identifier), identifier) for identifier in ids)

    def message(self, found: FoundId, here: Container[str], *, exact: bool) -> str | None:
        """What is wrong with an id of the edition after, whose ids are ``here``."""
        earlier, short = self._before.get(found.id), _short(found.id)
        if earlier is not None and earlier.level != found.level:
            where = f"is that of a {earlier.level} in edition {self._versions[found.id]}, and here of a {found.level}"
            return f"the id {short} {where}; choose another"
        if earlier is None and found.id in self._versions:
            when = f"was withdrawn after edition {self._versions[found.id]}"
            return f"the id {short} {when} and can't be used again; choose another"
        other = self._alike.get(folded_id(found.id))
        if earlier is None and other is not None and other not in here and not exact:
            likeness = f"{_likeness(found.id, other)} of edition {self._versions[other]}"
            return f"the id {short} {likeness}; write it as there if it is the same item, else choose another"
        return None


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:79]}…")


def _identity(edition: EditionRecords) -> str:
    identity = edition.lineage.value("identity") if edition.lineage else None
    return identity if isinstance(identity, str) else "ids"
