"""The kinds of page of a site, in the order of the site."""

from __future__ import annotations

from editions.site.article import ARTICLE
from editions.site.checklist import CHECKLIST
from editions.site.citations import CITATIONS_PAGE
from editions.site.comparison import COMPARISON
from editions.site.criterion import CRITERION
from editions.site.crosswalk import CROSSWALK
from editions.site.domain import DOMAIN
from editions.site.edition import EDITION
from editions.site.history import HISTORY
from editions.site.insights import INSIGHTS
from editions.site.license import LICENSE_PAGE
from editions.site.page import PAGE
from editions.site.page_kind import PageKind
from editions.site.schema import SCHEMA
from editions.site.withdrawn import WITHDRAWN

PAGE_KINDS: tuple[PageKind, ...] = (
    EDITION,
    DOMAIN,
    CRITERION,
    WITHDRAWN,
    CHECKLIST,
    CROSSWALK,
    HISTORY,
    COMPARISON,
    INSIGHTS,
    ARTICLE,
    PAGE,
    CITATIONS_PAGE,
    LICENSE_PAGE,
    SCHEMA,
)
