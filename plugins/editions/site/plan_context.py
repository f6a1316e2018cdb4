"""What the pages of a site are made of; what several kinds of page share is made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from editions.comparison import Histories
from editions.comparison.remembered import Compare, remembering
from editions.model import Publication, Version
from editions.model.crosswalk import Framework, crosswalk
from editions.pages.changed_since import with_changes
from editions.pages.document import Document
from editions.pages.edition_place import EditionPlace
from editions.pages.page_works import PageWorks
from editions.site.switches import Switches
from editions.words.phrasebook import Phrasebook, phrasebook


@dataclass(frozen=True)
class PlanContext:
    """A publication, and how it is to be shown.

    Attributes:
        publication: What is published.
        switches: What is switched on.
        docs: Folder of the site's own pages in the project.
        compare: Compares two editions, each pair once.
    """

    publication: Publication
    switches: Switches = field(default_factory=Switches)
    docs: str = "docs"
    compare: Compare = field(default_factory=remembering)

    @cached_property
    def places(self) -> tuple[EditionPlace, ...]:
        """Where editions stand: the newest release at the standing address, then each at its own, newest first."""
        standard = self.publication.standard
        standing = EditionPlace(self.publication, standard.current, standing=True, docs=self.docs)
        own = (EditionPlace(self.publication, it, standing=False, docs=self.docs) for it in standard.editions[::-1])
        return (standing, *own)

    @property
    def permanent_places(self) -> tuple[EditionPlace, ...]:
        """Each edition at its own address, newest first."""
        return self.places[1:]

    def with_changes(self, document: Document) -> Document:
        """Add what changed since earlier editions to the page of an item, where comparisons are published."""
        return with_changes(document, self.publication, self.histories) if self.switches.compare else document

    @cached_property
    def histories(self) -> Histories:
        """The histories of the standard's items."""
        return Histories(self.publication.standard, self.compare)

    @cached_property
    def crosswalks(self) -> Mapping[Version, tuple[Framework, ...]]:
        """The crosswalk of each edition."""
        return {edition.version: crosswalk(edition) for edition in self.publication.standard.editions}

    @property
    def words(self) -> Phrasebook:
        """The words of the site."""
        return phrasebook(self.publication.language)

    @cached_property
    def works(self) -> PageWorks:
        """The works that pages are about."""
        return PageWorks(self.publication)
