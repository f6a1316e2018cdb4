"""The page of a domain."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.domain.domain_pages import domain_documents
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield from map(context.with_changes, domain_documents(place))


DOMAIN = PageKind("domain", _documents, shared_scripts=("permalink",))
