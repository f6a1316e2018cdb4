"""The page of a criterion."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.criterion.criterion_pages import criterion_documents
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.permanent_places:
        pages = criterion_documents(place, context.histories, compared=context.switches.compare)
        yield from map(context.with_changes, pages)


CRITERION = PageKind("criterion", _documents, shared_scripts=("permalink",))
