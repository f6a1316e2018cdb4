"""Every edition, and how each follows from the one before."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.history.history_page import history_document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    yield history_document(context.publication, compared=context.switches.compare)


HISTORY = PageKind("history", _documents)
