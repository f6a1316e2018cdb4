"""The notice to reproduce on reuse: title, author, source and licence (CC BY 4.0 §3(a)(1)(A)).

Title, author, source and licence are what Creative Commons recommends as the parts of a good attribution ("TASL",
https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution). The licence itself asks for the creator
(§3(a)(1)(A)(i)), a copyright notice if one is supplied (ii), a notice that refers to the licence (iii) and one that
refers to its disclaimer of warranties (iv), the address of the material (v), and for the notice of changes in an
adaptation (§3(a)(1)(B)).
"""

from __future__ import annotations

from editions.attribution.forms import plain_text
from editions.attribution.parts import Credit, Notice
from editions.citations.work import WorkRecord
from editions.citations.works import edition_record
from editions.model import Adaptation, Edition, Licence, Publication
from editions.words.phrasebook import ENGLISH, Phrasebook

__all__ = ["Credit", "Notice", "comparison_notice", "edition_notice", "notice_of"]


def notice_of(
    publication: Publication, record: WorkRecord, licence: Licence, adapted_from: Adaptation | None = None
) -> Notice:
    """The notice of a work.

    Args:
        record: The work, in one version.

    Returns:
        The notice. An author who is also the publisher is linked to the publisher's home page; of other authors no
        address is known.
    """
    container = record.container
    home = {
        edition.publisher.name: edition.publisher.url
        for edition in publication.standard.editions
        if edition.publisher.url is not None
    }
    return Notice(
        title=record.title,
        container=container.title if container else None,
        version=record.version or (container.version if container else None),
        authors=tuple(Credit(author.name, home.get(author.name)) for author in record.authors),
        url=record.url,
        licence=licence,
        copyright_notice=publication.copyright_notice,
        adapted_from=adapted_from,
    )


def edition_notice(publication: Publication, edition: Edition, words: Phrasebook = ENGLISH) -> str:
    """The notice of an edition, as plain text.

    Args:
        words: The language; data is English.

    Returns:
        Sentences on one line; one more where the edition is an adaptation (CC BY 4.0 §3(a)(1)(B)).
    """
    record = edition_record(publication, edition)
    return plain_text(notice_of(publication, record, edition.licence, edition.adapted_from), words)


def comparison_notice(publication: Publication, old: Edition, new: Edition, words: Phrasebook = ENGLISH) -> str:
    """The notice of a comparison, which quotes two editions, as plain text.

    Args:
        words: The language; data is English.

    Returns:
        The notices of both, as one line.
    """
    notices = " ".join(edition_notice(publication, it, words) for it in (old, new))
    return words.text("Quoted: {notices}", notices=notices)
