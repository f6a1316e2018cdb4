"""The facts of an edition that an import gathers: stated by hand, by the file, or by the edition that stands there."""

from __future__ import annotations

from dataclasses import dataclass, fields

from editions.model import Agent, Domain, Edition, Licence, Origin, PartialDate, Publisher, Status, Version
from editions.source.problem import Problem, Unpublishable
from editions.text.tree import Text

# What an edition can't do without and nothing may guess, with the option that states it.
_NEEDED = {
    "title": "--title",
    "abbreviation": "--abbreviation",
    "version": "--edition",
    "date": "--date",
    "publisher": "--publisher",
    "licence": "--licence",
    "url": "--url",
}


@dataclass(frozen=True)
class Facts:
    """What is known of an edition besides its domains; ``None`` or empty where nothing is.

    Attributes:
        title: Title of the standard, one line.
        abbreviation: Its short name, of letters, digits and hyphens.
        version: Which version the edition is.
        written_version: The version as a file writes it, whether or not it is one here.
        date: When it was published.
        authors: Who wrote it; the publisher if nobody is named.
        publisher: Who publishes it.
        licence: SPDX identifier of the licence of the text.
        url: The standing address of the standard.
        summary: What it is, in a sentence or two.
    """

    title: str | None = None
    abbreviation: str | None = None
    version: Version | None = None
    written_version: str | None = None
    date: PartialDate | None = None
    authors: tuple[Agent, ...] = ()
    publisher: Publisher | None = None
    licence: str | None = None
    url: str | None = None
    summary: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, and those of another source where these say nothing.

        Args:
            other: The other source.

        Returns:
            The facts of both.
        """
        return Facts(**{it.name: getattr(self, it.name) or getattr(other, it.name) for it in fields(Facts)})


@dataclass(frozen=True)
class EditionFacts:
    """The facts of an edition, complete.

    Attributes:
        title: Title of the standard.
        abbreviation: Its short name.
        version: Which version the edition is.
        date: When it was published.
        authors: Who wrote it, at least one.
        publisher: Who publishes it.
        licence: The licence of its text.
        url: The standing address of the standard.
        summary: What it is, in a sentence or two.
    """

    title: str
    abbreviation: str
    version: Version
    date: PartialDate
    authors: tuple[Agent, ...]
    publisher: Publisher
    licence: Licence
    url: str
    summary: str

    def edition(self, status: Status, prose: Text, domains: tuple[Domain, ...], origin: Origin) -> Edition:
        """An edition with these facts.

        Args:
            status: Whether it is released or a draft.
            prose: The standard's own text.
            origin: Where it was read.

        Returns:
            The edition, without what a file may say besides.
        """
        return Edition(**vars(self), status=status, prose=prose, domains=domains, origin=origin)


@dataclass(frozen=True)
class ImportFacts:
    """The facts that come with a command, around those that a file states.

    Attributes:
        stated: What was stated by hand: it counts before the file.
        standing: What the edition says that stands in the folder already: it counts after the file.
    """

    stated: Facts = Facts()
    standing: Facts = Facts()

    def settle(self, found: Facts, path: str) -> EditionFacts:
        """Complete the facts of a file.

        Args:
            found: What the file states.
            path: The file, for problems.

        Returns:
            The facts of the edition. Without authors the publisher is the author; without a summary the title says
            what it is.

        Raises:
            Unpublishable: If something is stated nowhere; one problem names all of it with its options. Dates,
                licences and versions are never guessed.
        """
        facts = self.stated.over(found).over(self.standing)
        missing = [option for name, option in _NEEDED.items() if not getattr(facts, name)]
        if (
            facts.title is None
            or facts.abbreviation is None
            or facts.version is None
            or facts.date is None
            or facts.publisher is None
            or facts.licence is None
            or facts.url is None
            or missing
        ):
            said = f" {found.written_version[:100]!r}" if found.written_version and facts.version is None else ""
            named = f"states the version{said}, which is not of the form MAJOR.MINOR, and" if said else ""
            message = f"{named} does not say all that an edition needs; add {', '.join(missing)} to the command".strip()
            raise Unpublishable((Problem(path, 1, message),))
        return EditionFacts(
            title=facts.title,
            abbreviation=facts.abbreviation,
            version=facts.version,
            date=facts.date,
            authors=facts.authors or (Agent(facts.publisher.name),),
            publisher=facts.publisher,
            licence=Licence.of(facts.licence),
            url=facts.url,
            summary=facts.summary or facts.title,
        )
