"""Pages of MkDocs given their content: laid out by the engine, or rendered by MkDocs and then laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from editions.pages.document import Document
from editions.pages.sanitised import sanitised
from editions.pages.scrolling_tables import with_scrolling_tables
from editions.render.html_sections import read_sections
from editions.render.page_content import PageContent, made_content, written_content
from editions.render.page_facts import page_meta
from editions.render.page_markdown import PageMarkdown
from editions.render.sheets import Sheets
from editions.render.source_links import SourceLink, source_link
from editions.render.template_values import TocItem
from editions.site.search.search_entry import SearchEntry
from editions.site.site_plan import SitePlan
from editions.words.phrasebook import phrasebook


class PageSheets:
    """Lays pages out, one after the other."""

    def __init__(self, plan: SitePlan, docs: str, config: MkDocsConfig) -> None:
        """Prepare, and have MkDocs render Markdown as pages need it.

        Args:
            plan: The site.
            docs: Folder of the site's own pages in the project.
            config: The configuration of the build.
        """
        self._plan = plan
        self._config = config
        self._docs = docs
        self._words = phrasebook(plan.publication.language)
        self._markdown = PageMarkdown(self._words)
        self._titles: dict[str, str] = {}
        self._entries: dict[str, tuple[SearchEntry, ...]] = {}
        config.markdown_extensions.append(self._markdown)  # type: ignore[arg-type]

    def prepare(self, page: Page, document: Document) -> None:
        """Have a page read and rendered as its document asks.

        The instance is changed, since other plugins change its class.
        """
        page.read_source = partial(self._read, page, document)  # type: ignore[method-assign]
        page.render = partial(self._render, page, document)  # type: ignore[method-assign]
        link = self._source(document)
        page.edit_url = link.url if link else None
        page.canonical_url = self._plan.publication.absolute(document.canonical or document.address)

    def finish(self, page: Page, document: Document | None) -> None:
        """Sanitise a page that contributors wrote, or another plugin, and lay it out.

        Args:
            page: The page, as the last of the other plugins left it.
            document: What is planned; ``None`` for a page of another plugin.
        """
        html = page.content or ""
        if document is None:
            page.content = with_scrolling_tables(sanitised(html))
            stated = page.meta.get("search")
            if not (isinstance(stated, Mapping) and stated.get("exclude")):
                read = read_sections(page.content, f"/{page.url}", str(page.title or ""))
                self._entries[page.file.src_uri] = read.entries()
        elif document.written is not None:
            toc = [_item(link) for link in page.toc]
            content = written_content(document, self._titles[document.path], html, toc, self._words)
            self._lay_out(page, document, content)

    def entries(self) -> Iterator[SearchEntry]:
        """What the search finds, in the order of the site; pages of other plugins last."""
        planned = [path for path in self._plan.documents if path in self._entries]
        for path in dict.fromkeys([*planned, *self._entries]):
            yield from self._entries[path]

    def _read(self, page: Page, document: Document, config: MkDocsConfig) -> None:
        """Take the Markdown that the check has read, and describe the page to templates and to other plugins."""
        page.markdown = document.written.markdown if document.written is not None else ""
        page.meta = page_meta(document)  # with the title, unless the navigation states another
        if not document.in_search:
            page.meta["search"] = {"exclude": True}

    def _render(self, page: Page, document: Document, config: MkDocsConfig, files: Files) -> None:
        """Render what was written, by hand or by other plugins; a parser of Markdown is made only if anything was."""
        self._markdown.read(document)
        if page.markdown or document.written is not None:
            type(page).render(page, config, files)
        else:
            page.content, page.present_anchor_ids = "", set()
        self._titles[document.path] = self._markdown.title
        self._markdown.read(None)
        if document.written is None:
            self._lay_out(page, document, made_content(document, self._words, page.content or ""))

    def _lay_out(self, page: Page, document: Document, content: PageContent) -> None:
        page.content = self._sheets.lay_out(document, content, self._source(document))
        page.toc = TableOfContents([_link(item) for item in content.toc])
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *content.anchors}
        self._entries[document.path] = content.entries

    def _source(self, document: Document) -> SourceLink | None:
        return source_link(document, self._config.repo_url, self._config.edit_uri, self._docs)

    @cached_property
    def _sheets(self) -> Sheets:
        return Sheets(self._config.theme.get_env(), self._plan, self._config)


def _item(link: AnchorLink) -> TocItem:
    return TocItem(link.title, link.id, link.level, [_item(child) for child in link.children])


def _link(item: TocItem) -> AnchorLink:
    link = AnchorLink(item.title, item.id, item.level)
    link.children = [_link(child) for child in item.children]
    return link
