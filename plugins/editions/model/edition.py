"""Editions, their domains and their criteria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from editions.model.agent import Agent, Publisher
from editions.model.date import PartialDate
from editions.model.field_values import NO_VALUES, FieldValues
from editions.model.licence import Licence
from editions.model.lineage import Lineage
from editions.model.version import Version
from editions.text.tree import NO_TEXT, Text

Status = Literal["draft", "released"]


@dataclass(frozen=True)
class Origin:
    """Where an item is written.

    Attributes:
        path: File, relative to the project's folder, with ``/`` between names.
        line: Line of the item in the file, from 1.
    """

    path: str
    line: int = 1


@dataclass(frozen=True)
class Reference:
    """A row of a crosswalk: this criterion answers an item of another framework.

    Attributes:
        framework: Name of the other framework.
        id: The item's id there.
        version: Which version of the framework, if stated.
        url: Where the item stands, if stated.
    """

    framework: str
    id: str
    version: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Criterion:
    """One normative statement.

    Attributes:
        id: Its identifier, as written.
        text: The statement.
        title: A short name, if it has one.
        section: The heading that groups it within its domain, if any.
        level: A conformance level, if the standard has levels.
        keywords: Search words.
        references: Its crosswalk rows.
        more: Values of the other keys of the table of fields.
        origin: Where it is written.
    """

    id: str
    text: Text
    title: str | None = None
    section: str | None = None
    level: str | None = None
    keywords: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    more: FieldValues = NO_VALUES
    origin: Origin = field(default=Origin(""), compare=False)


@dataclass(frozen=True)
class Domain:
    """A titled group of criteria.

    Attributes:
        id: Its identifier, as written.
        slug: The last part of its address: the file name without its leading number.
        title: Its name.
        label: What is shown for the id; the id itself unless the front matter says otherwise.
        summary: What it covers, in a sentence.
        assessed_in: Keys of the assessments that cover it.
        criteria: Its criteria in order; at least one.
        guidance: Informative text, possibly empty.
        more: Values of the other keys of the table of fields.
        origin: Where it is written.
    """

    id: str
    slug: str
    title: str
    label: str
    summary: str | None = None
    assessed_in: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    guidance: Text = NO_TEXT
    more: FieldValues = NO_VALUES
    origin: Origin = field(default=Origin(""), compare=False)


@dataclass(frozen=True)
class Assessment:
    """A way in which mastery of the standard, or compliance with it, is assessed.

    Attributes:
        key: Its short name, such as an abbreviation.
        kind: What sort of assessment it is.
        covers: What it covers, if stated.
        facts: What else is known of it, if stated.
    """

    key: str
    kind: str
    covers: str | None = None
    facts: str | None = None


@dataclass(frozen=True)
class Adaptation:
    """The work that a standard is adapted from (CC BY 4.0 §3(a)(1)(B) asks to say so).

    Attributes:
        title: Title of the other work.
        url: Where it stands.
        changes: What was changed.
    """

    title: str
    url: str
    changes: str


@dataclass(frozen=True)
class Edition:
    """One version of a standard.

    Attributes:
        title: Title of the standard in this edition.
        abbreviation: Its short name.
        version: Which version this is.
        status: ``released``, or ``draft`` while it is being written.
        date: When it was published, at the precision that was published.
        authors: Who wrote it.
        publisher: Who publishes it.
        licence: Under which terms.
        url: The standing address of the standard.
        summary: What it is, in a sentence or two.
        prose: The standard's own text.
        domains: Its domains in order; at least one.
        lineage: How it follows from the release before it; ``None`` for a first edition.
        keywords: Search words.
        assessments: Assessments by key.
        title_sentence: The title in sentence case, for citation styles that ask for it.
        adapted_from: The work that it is adapted from.
        more: Values of the other keys of the table of fields.
        origin: Where it is written.
    """

    title: str
    abbreviation: str
    version: Version
    status: Status
    date: PartialDate
    authors: tuple[Agent, ...]
    publisher: Publisher
    licence: Licence
    url: str
    summary: str
    prose: Text
    domains: tuple[Domain, ...]
    lineage: Lineage | None = None
    keywords: tuple[str, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    title_sentence: str | None = None
    adapted_from: Adaptation | None = None
    more: FieldValues = NO_VALUES
    origin: Origin = field(default=Origin(""), compare=False)

    def criteria(self) -> Iterator[tuple[Domain, Criterion]]:
        """Every criterion with its domain, in the order of the standard."""
        for domain in self.domains:
            for criterion in domain.criteria:
                yield domain, criterion

    @property
    def source_folder(self) -> str:
        """The folder that it is written in, relative to the project's folder."""
        return self.origin.path.rpartition("/")[0]

    @cached_property
    def has_references(self) -> bool:
        """Whether any of its criteria refers to another framework."""
        return any(criterion.references for _, criterion in self.criteria())

    @cached_property
    def domains_by_id(self) -> MappingProxyType[str, Domain]:
        """Domains by their ids."""
        return MappingProxyType({domain.id: domain for domain in self.domains})

    @cached_property
    def criteria_by_id(self) -> MappingProxyType[str, tuple[Domain, Criterion]]:
        """Criteria, each with its domain, by their ids."""
        return MappingProxyType({criterion.id: (domain, criterion) for domain, criterion in self.criteria()})
