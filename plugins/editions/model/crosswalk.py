"""Crosswalks: what the criteria of an edition refer to in other frameworks, and the other way round."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editions.model.edition import Criterion, Domain, Edition, Reference
from editions.model.portable_names import is_device

_NUMBERS = re.compile(r"([0-9]+)")
_LONGEST_SLUG = 80


@dataclass(frozen=True)
class CriterionRow:
    """A criterion with its references to one version of a framework.

    Attributes:
        domain: Its domain.
        criterion: The criterion.
        references: The references, in the natural order of the items' ids; each item once.
    """

    domain: Domain
    criterion: Criterion
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class ItemRow:
    """An item of a framework with the criteria that refer to it.

    Attributes:
        id: The item's id there.
        anchor: Its anchor on the framework's page.
        url: Where it stands, as the first reference that states it says.
        criteria: The criteria, each with its domain, in the order of the standard.
    """

    id: str
    anchor: str
    url: str | None
    criteria: tuple[tuple[Domain, Criterion], ...]


@dataclass(frozen=True)
class FrameworkVersion:
    """One version of a framework, as an edition refers to it.

    Attributes:
        version: The version; ``None`` where references do not state it.
        anchor: Its anchor on the framework's page.
        criteria: The criteria that refer to it, in the order of the standard.
        items: The items that they refer to, in the natural order of their ids.
    """

    version: str | None
    anchor: str
    criteria: tuple[CriterionRow, ...]
    items: tuple[ItemRow, ...]


@dataclass(frozen=True)
class Framework:
    """Another framework that criteria of an edition refer to.

    Attributes:
        name: Its name, as written.
        slug: The last part of the address of its page.
        versions: Its versions, the latest in natural order first and last what states none.
    """

    name: str
    slug: str
    versions: tuple[FrameworkVersion, ...]

    @property
    def referring(self) -> int:
        """How many criteria refer to it, in whatever version."""
        return len({row.criterion.id for version in self.versions for row in version.criteria})


def crosswalk(edition: Edition) -> tuple[Framework, ...]:
    """The crosswalk of an edition.

    Returns:
        The frameworks that its criteria refer to, in the natural order of their names; none if there are no
        references.
    """
    found: dict[str, dict[str | None, list[tuple[Domain, Criterion, Reference]]]] = {}
    for domain, criterion in edition.criteria():
        for reference in criterion.references:
            versions = found.setdefault(reference.framework, {})
            versions.setdefault(reference.version, []).append((domain, criterion, reference))
    slugs = framework_slugs(found)
    frameworks = []
    for name in sorted(found, key=natural_key):
        versions = found[name]
        # Two passes, so that versions run backwards while equal ones keep an order.
        ordered = sorted(versions, key=lambda it: natural_key(it or ""), reverse=True)
        ordered.sort(key=lambda it: it is None)
        anchors = anchors_of(["unstated" if it is None else it for it in ordered])
        frameworks.append(
            Framework(
                name,
                slugs[name],
                tuple(
                    _version(version, anchor, versions[version])
                    for version, anchor in zip(ordered, anchors, strict=True)
                ),
            )
        )
    return tuple(frameworks)


def framework_slugs(names: Iterable[str]) -> dict[str, str]:
    """The last parts of the addresses of frameworks' pages.

    Returns:
        A slug for each name: its letters and digits in lower case, joined by hyphens. Names that come out alike, are
        cut, cannot name a folder everywhere, or hold nothing of ASCII get a part of the name's SHA-256 behind it. It
        depends on the names alone and not on their order.
    """
    distinct = sorted(set(names))
    plain = {name: _slug(name) for name in distinct}
    length = 8
    while True:
        made = {}
        for name, slug in plain.items():
            alike = sum(other == slug for other in plain.values()) > 1
            if slug and len(slug) <= _LONGEST_SLUG and not alike and slug != "index" and not is_device(slug):
                made[name] = slug
                continue
            mark = hashlib.sha256(name.encode("utf-8")).hexdigest()[:length]
            made[name] = f"{slug[:_LONGEST_SLUG].rstrip('-') or 'framework'}-{mark}"
        if len(set(made.values())) == len(made):
            return made
        length += 8


def natural_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A key for sorting as people count: ``A.2`` before ``A.10``.

    Returns:
        The key; texts that differ have different keys.
    """
    parts = _NUMBERS.split(text.casefold())
    return tuple((0, int(part), "") if place % 2 else (1, 0, part) for place, part in enumerate(parts) if part), text


def anchors_of(names: Sequence[str]) -> list[str]:
    """Anchors for names that may hold any sign.

    Args:
        names: Distinct names, in order.

    Returns:
        For each what an id in HTML can hold of it, which no other of them has, whatever the case of letters.
    """
    taken: set[str] = set()
    made = []
    for name in names:
        wanted = re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-") or "other"
        anchor, number = wanted, 2
        while anchor.lower() in taken:
            anchor, number = f"{wanted}--{number}", number + 1
        taken.add(anchor.lower())
        made.append(anchor)
    return made


def _version(version: str | None, anchor: str, rows: Sequence[tuple[Domain, Criterion, Reference]]) -> FrameworkVersion:
    by_criterion: dict[str, tuple[Domain, Criterion, dict[str, Reference]]] = {}
    by_item: dict[str, tuple[str | None, dict[str, tuple[Domain, Criterion]]]] = {}
    for domain, criterion, reference in rows:
        references = by_criterion.setdefault(criterion.id, (domain, criterion, {}))[2]
        references.setdefault(reference.id, reference)
        url, criteria = by_item.get(reference.id, (None, {}))
        criteria[criterion.id] = (domain, criterion)
        by_item[reference.id] = (url or reference.url, criteria)
    ids = sorted(by_item, key=natural_key)
    return FrameworkVersion(
        version,
        f"version:{anchor}",
        tuple(
            CriterionRow(domain, criterion, tuple(references[item] for item in sorted(references, key=natural_key)))
            for domain, criterion, references in by_criterion.values()
        ),
        tuple(
            ItemRow(item, f"item:{anchor}:{name}", by_item[item][0], tuple(by_item[item][1].values()))
            for item, name in zip(ids, anchors_of(ids), strict=True)
        ),
    )


def _slug(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
