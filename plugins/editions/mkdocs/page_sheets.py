"""Pages of MkDocs given their content: laid out by the engine, or rendered by MkDocs and then laid out."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from editions.mkdocs.template_layers import layered
from editions.pages.document import Document
from editions.pages.sanitised import sanitised
from editions.pages.scrolling_tables import with_scrolling_tables
from editions.render.html_sections import read_sections
from editions.render.page_content import PageContent, made_content, written_content
from editions.render.page_markdown import PageMarkdown
from editions.render.sheets import Sheets
from editions.render.source_links import SourceLink, source_link
from editions.render.template_values import TocItem
from editions.site.search.search_entry import SearchEntry
from editions.site.site_plan import SitePlan
from editions.source.configuration import Configuration


class PageSheets:
    """Lays pages out, one after the other."""

    def __init__(self, plan: SitePlan, configuration: Configuration, config: MkDocsConfig) -> None:
        """Prepare, and have MkDocs render Markdown as pages need it.

        Args:
            plan: The site.
            configuration: The project's configuration.
            config: The configuration of the build.
        """
        self._plan = plan
        self._config = config
        self._docs = configuration.docs
        self._sheets: Sheets | None = None
        self._markdown = PageMarkdown()
        self._entries: dict[str, tuple[SearchEntry, ...]] = {}
        config.markdown_extensions.append(self._markdown)  # type: ignore[arg-type]

    def begin(self, document: Document | None) -> None:
        """Note which page MkDocs renders next; ``None`` for one of another plugin."""
        self._markdown.read(document)

    def source_url(self, document: Document) -> str | None:
        """Where the source of a page is."""
        link = self._source(document)
        return link.url if link else None

    def made(self, document: Document | None, html: str, page: Page) -> str:
        """Lay a page out that is made of parts.

        Args:
            document: The page; ``None`` for a page of another plugin.
            html: What MkDocs rendered; of a page that is made of parts, what other plugins wrote on the empty page.
            page: The page of MkDocs, which learns the headings and anchors.

        Returns:
            The content; what was rendered, if the page is written by hand.
        """
        if document is None or document.written is not None:
            return html
        return self._laid_out(document, made_content(document, html), page)

    def written(self, document: Document | None, html: str, page: Page) -> str:
        """Sanitise and lay out a page that was written by hand.

        Args:
            document: The page; ``None`` for a page of another plugin.
            html: Its content, as the last of the other plugins left it.
            page: The page of MkDocs, which learns the headings and anchors of what is added.

        Returns:
            Safe HTML.
        """
        if document is None:
            safe = with_scrolling_tables(sanitised(html))
            if not page.meta.get("search", {}).get("exclude"):
                read = read_sections(safe, f"/{page.url}", str(page.title or ""))
                self._entries[page.file.src_uri] = read.entries()
            return safe
        if document.written is None:
            return html
        toc = [_item(link) for link in page.toc]
        return self._laid_out(document, written_content(document, self._markdown.title, html, toc), page)

    def entries(self) -> Iterator[SearchEntry]:
        """What the search finds, in the order of the site; pages of other plugins last."""
        planned = [path for path in self._plan.documents if path in self._entries]
        for path in dict.fromkeys([*planned, *self._entries]):
            yield from self._entries[path]

    def _laid_out(self, document: Document, content: PageContent, page: Page) -> str:
        page.toc = TableOfContents([_link(item) for item in content.toc])
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *content.anchors}
        self._entries[page.file.src_uri] = content.entries
        if self._sheets is None:
            environment = layered(self._config.theme.get_env(), self._config, self._plan, serving=False)
            self._sheets = Sheets(environment, self._plan, self._config)
        return self._sheets.lay_out(document, content, self._source(document))

    def _source(self, document: Document) -> SourceLink | None:
        return source_link(document, self._config.repo_url, self._config.edit_uri, self._docs)


def _item(link: AnchorLink) -> TocItem:
    return TocItem(link.title, link.id, link.level, [_item(child) for child in link.children])


def _link(item: TocItem) -> AnchorLink:
    link = AnchorLink(item.title, item.id, item.level)
    link.children = [_link(child) for child in item.children]
    return link
