"""The citation styles, each a pybtex style."""

from __future__ import annotations

from editions.citations.styles.apa import Apa
from editions.citations.styles.base import CitationStyle
from editions.citations.styles.chicago import Chicago
from editions.citations.styles.harvard import Harvard
from editions.citations.styles.ieee import Ieee
from editions.citations.styles.mla import Mla
from editions.citations.styles.short import Short
from editions.citations.styles.vancouver import Vancouver

__all__ = ["Apa", "Chicago", "CitationStyle", "Harvard", "Ieee", "Mla", "Short", "Vancouver"]
