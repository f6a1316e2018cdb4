"""What every document says of the standard that it is about."""

from __future__ import annotations

from editions.model.edition import Edition


def standard_head(edition: Edition) -> dict[str, str]:
    """The standard, as an edition states it.

    Returns:
        Title, short name, publisher and standing address.
    """
    return {
        "title": edition.title,
        "abbreviation": edition.abbreviation,
        "publisher": edition.publisher.name,
        "url": edition.url,
    }
