"""What the schemas say of each key."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext
from editions.site.schema.schema_pages import schema_documents


def _documents(context: PlanContext) -> Iterator[Document]:
    yield from schema_documents(context.publication, compared=context.switches.compare)


SCHEMA = PageKind("schema", _documents)
