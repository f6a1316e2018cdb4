"""The overview of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.edition.edition_page import edition_document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield context.with_changes(edition_document(place))


EDITION = PageKind("edition", _documents, shared_scripts=("permalink",))
