"""The repository's own ``CITATION.cff``."""

from __future__ import annotations

from editions.citations.cff import cff
from editions.citations.work import WorkRecord
from editions.citations.works import edition_record, standard_record
from editions.model.publication import Publication


def repository_record(publication: Publication) -> WorkRecord:
    """The work that the repository asks to be cited by.

    Returns:
        The newest release or, before the first one, the standard as a whole.
    """
    newest = publication.standard.newest
    return edition_record(publication, newest) if newest else standard_record(publication)


def repository_cff(publication: Publication) -> str:
    """Write the repository's ``CITATION.cff``.

    Returns:
        The file's text: the newest release through ``preferred-citation``, with the address of the repository.
    """
    return cff(repository_record(publication).reference, publication.repository)
