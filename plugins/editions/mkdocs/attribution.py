"""``editions/attribution``: on every page of a work the notice that its licence asks for, and notices to paste."""

from __future__ import annotations

from typing import Any, cast

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from editions.mkdocs.loading import standard_plugin
from editions.mkdocs.options import EditionsPlugin, NoOptions
from editions.mkdocs.theming import add_assets
from editions.model.addresses import LICENSE
from editions.pages.attribution_panel import AttributionPanels
from editions.pages.licence_page import licence_page
from editions.pages.page_paths import document_path


class AttributionOptions(NoOptions):
    """The options of the plugin."""

    copyright = option.Optional(option.Type(str))
    """The copyright notice that comes with the works; every attribution notice repeats it (CC BY 4.0 §3(a)(1)(A))."""


class AttributionPlugin(EditionsPlugin):
    """Publishes how to attribute every work."""

    config_class = AttributionOptions

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet and the script.

        Args:
            config: The configuration of the build.

        Returns:
            The same configuration.
        """
        add_assets(config, "cite")
        return config

    @event_priority(-60)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add notices to paste to the page on the licence.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and the page.
        """
        self._standard = standard_plugin(config, "editions/attribution")
        publication = self._standard.publication
        self._works = self._standard.works
        self._panels = AttributionPanels(publication)
        page = self._standard.documents.get(document_path(LICENSE))
        self._standard.add(files, config, licence_page(publication, self._works, page))
        return files

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates the notice of the page's work.

        Args:
            context: What templates see.
            page: The page.
            config: The configuration of the build.
            nav: The navigation.

        Returns:
            The context with ``attribution``, where the page is about a work.
        """
        document = self._standard.documents.get(page.file.src_uri)
        work = self._works.of(document) if document is not None else None
        if work is not None:
            cast("dict[str, Any]", context)["attribution"] = self._panels.panel(work)
        return context
