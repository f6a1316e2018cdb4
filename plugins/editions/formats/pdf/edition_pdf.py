"""An edition as a PDF."""

from __future__ import annotations

from pathlib import Path

from editions.comparison import compare_releases
from editions.comparison.remembered import Compare
from editions.formats.pdf.edition_data import edition_data
from editions.formats.pdf.signs import FONTS, NoFont, signs_of
from editions.formats.pdf.typesetting import NotSet, typeset
from editions.model import Edition, Publication
from editions.source.problem import Problem, Unpublishable


def edition_pdf(publication: Publication, edition: Edition, compare: Compare = compare_releases) -> bytes:
    """Make the PDF of an edition.

    Args:
        compare: Compares it with the one before.

    Returns:
        A tagged PDF (PDF/UA-1), the same bytes for the same sources.

    Raises:
        Unpublishable: If the edition's texts cannot be set on paper, or a typeface of the project cannot be read.
    """
    folders = (FONTS, Path(publication.fonts)) if publication.fonts else (FONTS,)
    try:
        return typeset(edition_data(publication, edition, signs_of(folders).shown, compare), folders)
    except NoFont as error:
        name = error.path.relative_to(folders[-1].parent).as_posix()
        message = "is no font that can be read; replace it or take it out of the folder"
        raise Unpublishable((Problem(name, 1, message),)) from None
    except NotSet as error:
        message = f"the PDF of edition {edition.version} cannot be set: {error}; change what it names"
        raise Unpublishable((Problem(edition.origin.path, 1, message),)) from None
