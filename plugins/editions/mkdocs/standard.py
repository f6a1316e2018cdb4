"""``editions/standard``: loads the model, plans the site and hands its pages and files to MkDocs.

Other plugins may come before this one or after it, so that nothing depends on the order of one event:

- the project is read and checked while MkDocs reads the configuration, before the first event;
- a page that nobody wrote has its content when MkDocs has rendered it, which is before plugins see content;
- what contributors wrote is sanitised once MkDocs writes the page, which is after plugins have changed content.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from editions.mkdocs.directory_urls import refuse_file_urls
from editions.mkdocs.loading import load, planned
from editions.mkdocs.one_environment import share_environment
from editions.mkdocs.options import EditionsPlugin
from editions.mkdocs.page_order import join_pages
from editions.mkdocs.page_sheets import PageSheets
from editions.mkdocs.site_files import add_plan
from editions.mkdocs.theming import lay_theme, publish_theme
from editions.pages.content_security_policy import without_redirections
from editions.render.sheets import page_values
from editions.render.stated_navigation import navigation
from editions.schemas.known_schemas import schema_folder
from editions.site.search.search_entry import search_files
from editions.site.site_plan import SitePlan
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.words.phrasebook import phrasebook

# Plugins that make the navigation of files alone, and warn of one that is stated.
_MAKES_NAVIGATION = ("awesome-nav", "awesome-pages")


class StandardPlugin(EditionsPlugin):
    """Publishes the standard, its history and the articles."""

    plan: SitePlan

    def __init__(self) -> None:
        super().__init__()
        self._serving = False

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Load the model, before another plugin fails at what is wrong or changes what has to be refused."""
        self._configuration, self._publication = load(Path(config_file_path or "mkdocs.yml"))
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which command runs.

        Args:
            dirty: Whether only changed files are built.
        """
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Plan the site and lay the theme.

        Args:
            config: The configuration of the build.

        Returns:
            The same configuration.
        """
        words = phrasebook(self._configuration.language)
        self.plan = planned(self._publication, self._configuration)
        lay_theme(config, words, cited=self.plan.switches.cited)
        share_environment(config, self.plan, serving=self._serving)
        self._sheets = PageSheets(self.plan, self._configuration.docs, config)
        if config.nav or not any(name in config.plugins for name in _MAKES_NAVIGATION):
            config.nav = navigation(config.nav, list(self.plan.documents.values()), words)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse what the command line or another plugin has changed."""
        refuse_file_urls(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the pages and the files of the plan over.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and those of the plan.
        """
        publish_theme(files, config, self.plan)
        add_plan(files, config, self.plan)
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Have the page read and rendered as it is planned.

        Returns:
            The same page.
        """
        document = self.plan.documents.get(page.file.src_uri)
        if document is not None:
            self._sheets.prepare(page, document)
        return page

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Join each page to the one before it and the one after it, and date it."""
        join_pages(files, self.plan.documents, self.plan.publication.standard.current.date)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Finish the content of the page, and give templates the document of it.

        Returns:
            The context with the document and its frame.
        """
        document = self.plan.documents.get(page.file.src_uri)
        self._sheets.finish(page, document)
        if document is not None:
            cast("dict[str, Any]", context).update(page_values(self.plan, document))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take from the finished page what the content security policy cannot forbid."""
        return without_redirections(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search finds."""
        for address, index in search_files(self._sheets.entries()).items():
            write_file(index.encode(), str(Path(config.site_dir, address.lstrip("/"))))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the folders that are read besides ``docs_dir``."""
        root = self._configuration.root
        folders = [root / name for name in (STANDARD, INSIGHTS, CITATIONS)]
        for folder in (*folders, schema_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        return server
