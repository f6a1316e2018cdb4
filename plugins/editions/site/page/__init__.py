"""The pages that a project writes by hand."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model.addresses import CITATIONS, LICENSE, page_address
from editions.pages.document import Document
from editions.site.page.site_pages import site_page_document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for page in context.publication.pages:
        if page_address(page.path) not in (CITATIONS, LICENSE):  # which have more than is written by hand
            yield site_page_document(context.publication, page, context.docs)


PAGE = PageKind("page", _documents)
