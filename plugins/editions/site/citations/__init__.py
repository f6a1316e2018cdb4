"""The page that lists every work that can be cited."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model.addresses import CITATIONS
from editions.pages.document import Document
from editions.site.citations.citations_page import citations_page
from editions.site.page.site_pages import written_page
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    page = written_page(context, CITATIONS, "citations")
    if context.switches.references is not None:
        yield citations_page(context.publication, context.works, page)
    elif page is not None:
        yield page


CITATIONS_PAGE = PageKind("citations", _documents)
