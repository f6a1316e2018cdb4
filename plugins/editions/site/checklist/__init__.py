"""The checklist of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.checklist.checklist_pages import checklist_document
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield checklist_document(place, context.compare, compared=context.switches.compare)


CHECKLIST = PageKind(
    "checklist",
    _documents,
    script_parts=(
        "checklist-document",
        "checklist-store",
        "checklist-carry",
        "checklist-answers",
        "checklist-transfer",
        "checklist-report",
        "checklist",
        "filters",
    ),
)
