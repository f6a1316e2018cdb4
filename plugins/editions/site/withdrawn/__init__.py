"""What became of criteria and domains of earlier editions."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext
from editions.site.withdrawn.withdrawn_pages import withdrawn_documents


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield from withdrawn_documents(place, context.histories, compared=context.switches.compare)


WITHDRAWN = PageKind("withdrawn", _documents)
