"""The citation styles, each a pybtex style."""

from __future__ import annotations

from editions.citations.styles.apa import Apa
from editions.citations.styles.base import CitationStyle
from editions.citations.styles.ieee import Ieee
from editions.citations.styles.short import Short

__all__ = ["Apa", "CitationStyle", "Ieee", "Short"]
