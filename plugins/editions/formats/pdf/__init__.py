"""``edition.pdf``: one edition as a document to read, print and keep."""

from editions.formats.pdf.edition_pdf import edition_pdf

__all__ = ["edition_pdf"]
