"""An edition as a PDF."""

from __future__ import annotations

from pathlib import Path

from editions.exports.pdf.edition_data import edition_data
from editions.exports.pdf.signs import FONTS, NoFont, signs_of
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
        folders = (FONTS, Path(publication.fonts)) if publication.fonts else (FONTS,)
        return typeset(edition_data(publication, edition, signs_of(folders).shown), folders)
    except (NotSet, NoFont) as error:
        message = f"the PDF of edition {edition.version} cannot be set: {error}; change what it names"
        raise Unpublishable((Problem(edition.origin.path, 1, message),)) from None
