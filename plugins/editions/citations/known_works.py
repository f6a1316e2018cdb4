"""Every work that a text may cite: our own, and those of ``citations/references.bib``."""

from __future__ import annotations

from functools import cached_property, lru_cache

from editions.citations.bibliography import Bibliography, read_bibliography
from editions.citations.cited_work import CitedWork
from editions.citations.work import WorkRecord
from editions.citations.works import works
from editions.model.publication import Publication

REFERENCES = "citations/references.bib"


@lru_cache(maxsize=8)
def read_references(text: str) -> Bibliography:
    """Read the bibliography of a project.

    Args:
        text: The text of its ``citations/references.bib``; it may be empty.
    """
    return read_bibliography(text, REFERENCES)


class KnownWorks:
    """The works of a publication by their keys."""

    def __init__(self, publication: Publication) -> None:
        """Take a publication.

        Args:
            publication: What is published; nothing is read before a work is asked for.
        """
        self._publication = publication

    @cached_property
    def own(self) -> dict[str, WorkRecord]:
        """Our own works, drafts left out, by their keys in the order of :func:`~editions.citations.works.works`."""
        return {record.key: record for record in works(self._publication)}

    @cached_property
    def references(self) -> dict[str, CitedWork]:
        """The works of the bibliography by their keys, in the order of the file."""
        return dict(read_references(self._publication.bibliography).by_key)

    def find(self, key: str) -> CitedWork | None:
        """The reference to a work.

        Returns:
            The reference, or ``None`` if no work has the key.
        """
        if key in self.references:
            return self.references[key]
        record = self.own.get(key)
        return record.reference if record is not None else None
