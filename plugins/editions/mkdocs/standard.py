"""``editions/standard``: loads the model, plans the site and hands its pages and files to MkDocs."""

from __future__ import annotations

from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from editions.mkdocs.directory_urls import refuse_file_urls
from editions.mkdocs.loading import configuration_of, load, planned
from editions.mkdocs.options import EditionsPlugin
from editions.mkdocs.page_order import join_pages
from editions.mkdocs.page_sheets import PageSheets
from editions.mkdocs.site_files import add_data, add_document
from editions.mkdocs.template_layers import layered
from editions.mkdocs.theming import lay_theme, publish_theme
from editions.pages.content_security_policy import headers_file, without_redirections
from editions.render.page_facts import page_meta
from editions.render.sheets import page_values
from editions.render.stated_navigation import navigation
from editions.schemas.known_schemas import schema_folder
from editions.site.cards import draw
from editions.site.search.search_entry import search_files
from editions.site.site_plan import SitePlan
from editions.site.switches import configured_switches
from editions.source.configuration import Configuration
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD


class StandardPlugin(EditionsPlugin):
    """Publishes the standard, its history and the articles."""

    configuration: Configuration
    plan: SitePlan

    def __init__(self) -> None:
        super().__init__()
        self._serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which command runs.

        Args:
            dirty: Whether only changed files are built.
        """
        self._serving = command == "serve"

    @event_priority(1000)
    def _on_config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the model before another plugin fails at what is wrong, or changes what has to be refused."""
        self._file_urls = not config.use_directory_urls
        self.configuration = configuration_of(config)
        self._publication = load(self.configuration)
        return config

    def _on_config_main(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lay the theme and plan the site.

        Args:
            config: The configuration of the build.

        Returns:
            The same configuration.
        """
        switches = configured_switches(self.configuration)
        lay_theme(config, cited=switches.references is not None or switches.attribution)
        self.plan = planned(self._publication, self.configuration)
        self._sheets = PageSheets(self.plan, self.configuration, config)
        config.nav = navigation(config.nav, list(self.plan.documents.values()))
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_main)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse what the command line or another plugin has changed."""
        refuse_file_urls(config, from_the_start=self._file_urls)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the pages and the files of the plan over.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and those of the plan.
        """
        publish_theme(files, config, self.plan)
        for address, picture in draw(self.plan.cards).items():
            add_data(files, config, address, picture)
        add_data(files, config, "/_headers", headers_file(self.plan.headers))
        for document in self.plan.documents.values():
            add_document(files, config, document)
        for file in self.plan.data.values():
            add_data(files, config, file.address, file.content)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Describe the page to templates and to other plugins.

        Returns:
            The Markdown, unchanged.
        """
        document = self.plan.documents.get(page.file.src_uri)
        self._sheets.begin(document)
        if document is None:
            return markdown
        page.meta = page_meta(document)  # with the title, unless the navigation states another
        if not document.in_search:
            page.meta["search"] = {"exclude": True}
        page.edit_url = self._sheets.source_url(document)
        page.canonical_url = self.plan.publication.absolute(document.canonical or document.address)
        return markdown

    @event_priority(1000)
    def _on_page_content_first(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put a page in place that nobody wrote by hand, before other plugins see its content."""
        return self._sheets.made(self.plan.documents.get(page.file.src_uri), html, page)

    @event_priority(-100)
    def _on_page_content_last(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Sanitise what was written by hand, after every other plugin."""
        return self._sheets.written(self.plan.documents.get(page.file.src_uri), html, page)

    on_page_content = CombinedEvent(_on_page_content_first, _on_page_content_last)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Join each page to the one before it and the one after it, date it, and write what the search finds."""
        layered(env, config, self.plan, serving=self._serving)
        env.globals["publication"] = self.plan.publication  # pages have it from their context; the error page has not
        env.globals["plan"] = self.plan
        join_pages(files, self.plan.documents, self.plan.publication.standard.current.date)
        for address, index in search_files(self._sheets.entries()).items():
            add_data(files, config, address, index)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates the document of the page.

        Returns:
            The context with the document and its frame.
        """
        document = self.plan.documents.get(page.file.src_uri)
        if document is not None:
            cast("dict[str, Any]", context).update(page_values(self.plan, document))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take from the finished page what the content security policy cannot forbid."""
        return without_redirections(output)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the folders that are read besides ``docs_dir``."""
        root = self.configuration.root
        folders = [root / name for name in (STANDARD, INSIGHTS, CITATIONS)]
        for folder in (*folders, schema_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        return server
