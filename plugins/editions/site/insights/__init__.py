"""The list of all articles."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.insights.insights_page import insights_document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    yield insights_document(context.publication)


INSIGHTS = PageKind("insights", _documents, shared_scripts=("filters",))
