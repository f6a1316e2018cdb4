"""Cards as pictures, set by Typst like the PDF: no browser, no network, no fonts of the system."""

from editions.site.cards.drawing import draw

__all__ = ["draw"]
