"""The page on the licence."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model.addresses import LICENSE
from editions.pages.document import Document
from editions.site.license.licence_page import licence_page
from editions.site.page.site_pages import written_page
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    page = written_page(context, LICENSE, "license")
    if context.switches.attribution:
        yield licence_page(context.publication, context.works, page)
    elif page is not None:
        yield page


LICENSE_PAGE = PageKind("license", _documents)
