"""A site made of its plan, without any generator."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from editions.model.addresses import document_path
from editions.pages.content_security_policy import headers_file, without_redirections
from editions.pages.document import Document, Link
from editions.pages.published_links import COPIED
from editions.render.navigation import site_navigation
from editions.render.page_content import PageContent, made_content
from editions.render.page_facts import page_date, page_meta
from editions.render.sheets import Sheets, page_values
from editions.render.site_settings import site_settings
from editions.render.source_links import SourceLink, source_link
from editions.render.template_environment import site_environment
from editions.render.template_values import PageValue
from editions.render.written_pages import WrittenPages
from editions.site.assets.site_assets import THEME, boot_script, page_scripts, page_sheets
from editions.site.cards import draw
from editions.site.search.search_entry import SearchEntry, search_files
from editions.site.site_plan import SitePlan
from editions.source.configuration import Configuration
from editions.source.template_files import TemplateFolders
from editions.words.phrasebook import phrasebook

ERROR_PAGE = "404.html"
SITEMAP = "sitemap.xml"


class SiteRendering:
    """Renders the pages and files of a site."""

    def __init__(
        self,
        plan: SitePlan,
        configuration: Configuration,
        *,
        scripts: tuple[str, ...] = (),
        templates: tuple[Path, ...] = (),
    ) -> None:
        """Prepare.

        Args:
            plan: The site.
            configuration: The project's configuration.
            scripts: Further scripts of every page: absolute paths.
            templates: Folders of templates that come before those of the project and of the theme.

        Raises:
            Unpublishable: If an extension of Markdown cannot be used.
        """
        self._plan = plan
        self._words = phrasebook(plan.publication.language)
        self._configuration = configuration
        overrides = configuration.overrides
        folders = TemplateFolders(tuple(it for it in (*templates, overrides, THEME) if it is not None), plan.templates)
        self._environment = site_environment(
            folders, configuration.root, overrides, boot_script(), plan.publication.language
        )
        self._environment.globals["publication"] = plan.publication
        self._settings = self._site_settings()
        self._settings["extra_javascript"] += scripts
        self._sheets = Sheets(self._environment, plan, self._settings)
        paths = {path: document.address for path, document in plan.documents.items()}
        data = {address.lstrip("/"): address for address in (*plan.data, *plan.assets)}
        copied = {f"{path}{COPIED}": address for path, address in data.items() if path.endswith(".md")}
        self._written = WrittenPages(configuration, data | copied | paths, self._words)
        self._pages = {path: self._page(document) for path, document in plan.documents.items()}
        documents = list(plan.documents.values())
        self._navigation = site_navigation(configuration.file.data.get("nav"), documents, self._pages, self._words)
        for path, document in plan.documents.items():
            page = self._pages[path]
            page.previous_page, page.next_page = self._of(document.previous), self._of(document.next)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the site, pages last but for what lists them.

        Yields:
            Address from the root of the site, and content.

        Raises:
            Unpublishable: If a template of the project fails.
        """
        yield from self._files_beside_pages().items()
        entries: list[SearchEntry] = []
        for path, document in self._plan.documents.items():
            content = self._content(document)
            entries += content.entries
            yield f"{document.address}index.html", self._html(document, content, self._pages[path])
        for address, index in search_files(entries).items():
            yield address, index.encode()
        yield f"/{ERROR_PAGE}", self._listing(ERROR_PAGE, urlsplit(self._settings["site_url"]).path)
        sitemap = self._listing(SITEMAP, ".")
        yield f"/{SITEMAP}", sitemap
        yield f"/{SITEMAP}.gz", self._zipped(sitemap)

    def _files_beside_pages(self) -> dict[str, bytes]:
        """Assets, cards, headers and data by their addresses."""
        plan = self._plan
        made = {address: asset.read() for address, asset in plan.assets.items()} | draw(plan.cards)
        made["/_headers"] = headers_file(plan.headers).encode()
        return made | {address: file.content for address, file in plan.data.items()}

    def _site_settings(self) -> dict[str, Any]:
        cited = self._plan.switches.cited
        settings = site_settings(self._configuration)
        settings["extra_css"] = [*page_sheets(cited=cited), *settings["extra_css"]]
        settings["extra_javascript"] += page_scripts(cited=cited)
        return settings

    def _page(self, document: Document) -> PageValue:
        meta, publication = page_meta(document), self._plan.publication
        return PageValue(
            title=meta["title"],
            url=quote(document.address.lstrip("/")),
            canonical_url=publication.absolute(document.canonical or document.address),
            meta=meta,
            update_date=page_date(document, publication.standard.current.date),
        )

    def _of(self, link: Link | None) -> PageValue | None:
        return self._pages.get(document_path(link.address)) if link else None

    def _content(self, document: Document) -> PageContent:
        return made_content(document, self._words) if document.written is None else self._written.render(document)

    def _source(self, document: Document, page: PageValue) -> SourceLink | None:
        """Where the source of a page is, which the page is told, too."""
        settings = self._settings
        source = source_link(document, settings["repo_url"], settings["edit_uri"], self._configuration.docs)
        page.edit_url = source.url if source else None
        return source

    def _html(self, document: Document, content: PageContent, page: PageValue) -> bytes:
        source = self._source(document, page)
        page.content, page.toc = self._sheets.lay_out(document, content, source), content.toc
        page.active = True
        values = self._values() | page_values(self._plan, document) | {"page": page}
        html = self._environment.get_template("main.html").render(values)
        page.active, page.content, page.toc = False, "", ()
        return without_redirections(html).encode()

    def _listing(self, template: str, base_url: str) -> bytes:
        values = self._values() | {"base_url": base_url, "page": None, "plan": self._plan}
        return self._environment.get_template(template).render(values).encode()

    def _values(self) -> dict[str, Any]:
        return {"config": self._settings, "nav": self._navigation, "publication": self._plan.publication}

    def _zipped(self, content: bytes) -> bytes:
        last = datetime.fromisoformat(max(page.update_date for page in self._pages.values())).replace(tzinfo=UTC)
        packed = io.BytesIO()
        with gzip.GzipFile(filename=SITEMAP, mode="wb", fileobj=packed, mtime=last.timestamp()) as file:
            file.write(content)
        return packed.getvalue()
