"""Proposes the lineage between two editions from their texts alone.

``suggest`` takes two lists of items, ``suggest_edition`` the domains of two editions with their criteria. Neither reads
ids, files or the network, and the same input gives the same rows.
"""

from editions.lineage.domains import suggest_edition
from editions.lineage.items import DomainItem, Item, SuggestedRow, Suggestion
from editions.lineage.suggestion import suggest

__all__ = ["DomainItem", "Item", "SuggestedRow", "Suggestion", "suggest", "suggest_edition"]
