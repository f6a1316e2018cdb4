"""The notice to reproduce on reuse: title, author, source and licence (CC BY 4.0 §3(a)(1)(A))."""

from __future__ import annotations

from editions.model import Edition, Publication
from editions.model.addresses import edition_address


def edition_notice(publication: Publication, edition: Edition) -> str:
    """The notice of an edition, as plain text.

    Args:
        publication: What it belongs to.
        edition: The edition.

    Returns:
        One sentence, or two where the edition is an adaptation (CC BY 4.0 §3(a)(1)(B)).
    """
    authors = ", ".join(author.name for author in edition.authors)
    source = publication.absolute(edition_address(edition))
    licence = edition.licence
    notice = (
        f"“{edition.title}”, version {edition.version}, by {authors}, {source}, "
        f"is licensed under {licence.short_name} ({licence.url})."
    )
    if edition.adapted_from is not None:
        adapted = edition.adapted_from
        notice += f" It is adapted from “{adapted.title}” ({adapted.url}); changes: {adapted.changes}"
    return notice
