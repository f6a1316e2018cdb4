"""The pages of articles."""

from __future__ import annotations

from collections.abc import Iterator

from editions.pages.document import Document
from editions.site.article.article_changes import ArticleChanges
from editions.site.article.article_pages import article_documents
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext


def _documents(context: PlanContext) -> Iterator[Document]:
    pages = article_documents(context.publication, context.docs)
    if not context.switches.compare:
        yield from pages
        return
    changes = ArticleChanges(context.publication, context.docs)
    yield from map(changes.on, pages)


ARTICLE = PageKind("article", _documents, shared_scripts=("permalink",))
