"""An edition as a PDF."""

from __future__ import annotations

from editions.exports.pdf.edition_data import edition_data
from editions.exports.pdf.signs import own_signs
from editions.exports.pdf.typesetting import NotSet, typeset
from editions.model import Edition, Publication
from editions.source.problem import Problem, Unpublishable


def edition_pdf(publication: Publication, edition: Edition) -> bytes:
    """Make the PDF of an edition.

    Args:
        publication: What it belongs to.
        edition: The edition.

    Returns:
        A tagged PDF (PDF/UA-1), the same bytes for the same sources.

    Raises:
        Unpublishable: If the edition's texts cannot be set on paper.
    """
    try:
        return typeset(edition_data(publication, edition, own_signs().shown))
    except NotSet as error:
        message = f"the PDF of edition {edition.version} cannot be set: {error}; simplify the text that it names"
        raise Unpublishable((Problem(edition.origin.path, 1, message),)) from None
