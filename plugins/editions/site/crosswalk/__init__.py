"""How an edition relates to other frameworks."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.crosswalk.crosswalk_pages import crosswalk_documents
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield from crosswalk_documents(place, context.crosswalks)


CROSSWALK = PageKind("crosswalk", _documents, shared_scripts=("permalink",))
