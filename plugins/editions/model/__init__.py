"""The model: frozen values without I/O that every other part works on."""

from editions.model.agent import Agent, Publisher
from editions.model.article import Article, ArticleHistory
from editions.model.date import PartialDate
from editions.model.edition import (
    Adaptation,
    Assessment,
    Criterion,
    Domain,
    Edition,
    Origin,
    Reference,
    Status,
)
from editions.model.erratum import Erratum
from editions.model.licence import Licence
from editions.model.lineage import Edges, Group, Level, Lineage, LineageRow, Relation
from editions.model.publication import Publication
from editions.model.site_page import SitePage
from editions.model.standard import Standard, item_ids
from editions.model.version import Version

__all__ = [
    "Adaptation",
    "Agent",
    "Article",
    "ArticleHistory",
    "Assessment",
    "Criterion",
    "Domain",
    "Edges",
    "Edition",
    "Erratum",
    "Group",
    "Level",
    "Licence",
    "Lineage",
    "LineageRow",
    "Origin",
    "PartialDate",
    "Publication",
    "Publisher",
    "Reference",
    "Relation",
    "SitePage",
    "Standard",
    "Status",
    "Version",
    "item_ids",
]
