"""The comparison of two editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editions.pages.document import Document
from editions.site.comparison.comparison_page import comparison_document
from editions.site.comparison.comparison_twin import comparison_twin
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    if not context.switches.compare:
        return
    publication = context.publication
    for old, new in publication.standard.compared():
        comparison = context.compare(publication.standard, old.version, new.version)
        page = comparison_document(publication, comparison, context.docs)
        yield replace(page, twin=comparison_twin(publication, comparison))


COMPARISON = PageKind("comparison", _documents, shared_scripts=("filters",))
