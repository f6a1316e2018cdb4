"""An edition, and where its pages stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from editions.citations.known_works import KnownWorks
from editions.model import Domain, Edition, Publication
from editions.model.addresses import checklist_address, domain_address, edition_address
from editions.model.crosswalk import framework_slugs
from editions.model.edition_files import EDITION_FILES
from editions.pages.document import Fact, Link
from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import Cite, cite_by_date
from editions.source.discovery import ERRATA
from editions.words.phrasebook import Phrasebook, phrasebook


@dataclass(frozen=True)
class EditionPlace:
    """An edition, and whether its pages stand at the standing address.

    Attributes:
        publication: What it belongs to.
        edition: The edition.
        standing: Whether these are the pages at ``/standard/`` instead of the permanent ones.
        docs: Folder of the site's own pages in the project.
    """

    publication: Publication
    edition: Edition
    standing: bool
    docs: str

    @property
    def address(self) -> str:
        """The address of the overview."""
        return edition_address(None if self.standing else self.edition)

    @property
    def folder(self) -> str:
        """The folder of the pages in the tree that MkDocs sees."""
        return self.address.strip("/")

    @property
    def is_newest(self) -> bool:
        """Whether the edition is what the standing address shows."""
        return self.edition.version == self.publication.standard.current.version

    def domain(self, domain: Domain) -> str:
        """The address of a domain here."""
        return domain_address(None if self.standing else self.edition, domain)

    def checklist(self, domain: Domain | None = None) -> str:
        """The address of the checklist here.

        Args:
            domain: A domain of the edition, for its part of the checklist.

        Returns:
            Path from the root of the site; a domain's with the filter and, for readers without script, the anchor.
        """
        address = checklist_address(None if self.standing else self.edition)
        return f"{address}?domain={quote(domain.id)}#in-{domain.id}" if domain else address

    def canonical(self, standing_address: str, own_address: str) -> str:
        """The address that search engines should show.

        Args:
            standing_address: Where the newest release has this page.
            own_address: Where this page stands.

        Returns:
            The standing address for the newest release, else the page's own.
        """
        return standing_address if self.is_newest and self.edition.status == "released" else own_address

    def links(self, source: str, path: str) -> LinkContext:
        """The context of the links of a text.

        Args:
            source: File that it is written in.
            path: Generated file that shows it.
        """
        return LinkContext(source, path, self.folder, self.docs)

    @property
    def in_working_copy(self) -> bool:
        """Whether the working copy holds the text of these pages and is where it is changed."""
        return self.standing and self.publication.standard.draft is None

    @property
    def searched(self) -> bool:
        """Whether the site's search finds these pages: the newest release once, at its standing address."""
        return self.standing and self.edition.status == "released"

    @property
    def indexed(self) -> bool:
        """Whether search engines may show these pages."""
        return self.edition.status == "released"

    @property
    def depends(self) -> frozenset[str]:
        """What the text of the edition is made from."""
        return frozenset({self.edition.source_folder, ERRATA})

    @cached_property
    def words(self) -> Phrasebook:
        """The words of the site."""
        return phrasebook(self.publication.language)

    @cached_property
    def cite(self) -> Cite:
        """Sets the citations of texts that pages quote, which their lists of references leave out."""
        return cite_by_date(KnownWorks(self.publication))

    @cached_property
    def framework_slugs(self) -> dict[str, str]:
        """The last part of the address of each framework's crosswalk page, by the framework's name."""
        return framework_slugs(it.framework for _, criterion in self.edition.criteria() for it in criterion.references)

    @cached_property
    def data(self) -> tuple[Link, ...]:
        """The edition's data files that hold anything."""
        files = [file for file in EDITION_FILES if self.edition.has_references or not file.about_references]
        return tuple(
            Link(
                self.words.text(file.title),
                f"{self.address}{file.name}",
                file.label,
                file.media_type,
                self.words.text(file.subject),
            )
            for file in files
        )


def edition_name(edition: Edition) -> str:
    """An edition's name for people, such as ``PSF 1.1``."""
    return f"{edition.abbreviation} {edition.version}"


def criteria_count(edition: Edition, words: Phrasebook) -> str:
    """How many criteria an edition has, such as ``1,024 criteria``."""
    return words.count(len(edition.criteria_by_id), "{n} criterion", "{n} criteria")


def size_words(edition: Edition, words: Phrasebook) -> str:
    """How large an edition is, such as ``8 domains, 74 criteria``."""
    domains = words.count(len(edition.domains), "{n} domain", "{n} domains")
    return words.text("{domains}, {criteria}", domains=domains, criteria=criteria_count(edition, words))


def checklist_fact(address: str, words: Phrasebook) -> Fact:
    """The way to a checklist.

    Args:
        address: Address of the checklist, or of a part of it.
        words: The language.
    """
    return Fact(words.text("Checklist"), "", (Link(words.text("Assess yourself"), address),))


def home_link(words: Phrasebook) -> Link:
    """The first step of the way to a page."""
    return Link(words.text("Home"), "/")


def comparison_name(old: Edition, new: Edition, words: Phrasebook) -> str:
    """A comparison's name for people, such as ``1.0 to 1.1``."""
    if new.status == "draft":
        return words.text("{old} to draft", old=old.version)
    return words.text("{old} to {new}", old=old.version, new=new.version)


def permanent_link(place: EditionPlace, address: str) -> Link | None:
    """A link to the permanent address of a page that stands at the standing one; ``None`` at the permanent one."""
    if not place.standing:
        return None
    return Link(place.words.text("Edition {version}", version=place.edition.version), address)
