"""``editions/citations``: citations of every work on its page, as files and for machines, and references in texts."""

from __future__ import annotations

from typing import Any, cast

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from editions.citations.in_text import SYSTEMS
from editions.citations.known_works import KnownWorks
from editions.mkdocs.loading import standard_plugin
from editions.mkdocs.options import EditionsPlugin, NoOptions
from editions.mkdocs.theming import add_assets
from editions.model.addresses import CITATIONS
from editions.pages.citation_panel import CitationPanels
from editions.pages.citations_page import citations_page
from editions.pages.head_metadata import HeadMetadata, head_metadata
from editions.pages.page_paths import document_path
from editions.pages.page_works import PageWork
from editions.pages.reference_list import with_references
from editions.site.citation_files import citation_files


class CitationsOptions(NoOptions):
    """The options of the plugin."""

    references = option.Choice(SYSTEMS, default="numbered")
    """How texts cite: by number in the order of first citation, or by author and date."""


class CitationsPlugin(EditionsPlugin):
    """Publishes how to cite every work."""

    config_class = CitationsOptions
    config: CitationsOptions

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet and the script.

        Args:
            config: The configuration of the build.

        Returns:
            The same configuration.
        """
        add_assets(config, "cite")
        self._heads: dict[str, HeadMetadata] = {}
        return config

    @event_priority(-60)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Set the references of texts, and add the list of works and the citations as files.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and the generated ones.
        """
        self._standard = standard_plugin(config, "editions/citations")
        publication = self._standard.publication
        self._works = self._standard.works
        self._panels = CitationPanels(publication.repository)
        known = KnownWorks(publication)
        for document in list(self._standard.documents.values()):
            self._standard.documents[document.path] = with_references(document, known, self.config.references)
        guidance = self._standard.documents.get(document_path(CITATIONS))
        self._standard.add(files, config, citations_page(publication, self._works, guidance))
        for work in self._works.all():
            if not work.draft:
                for file in citation_files(work.record, self._panels.files(work)):
                    self._standard.publish(files, config, file)
        for file in citation_files(self._works.standard, self._panels.standard_files(self._works.standard)):
            self._standard.publish(files, config, file)
        return files

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates the citations and the metadata of the page's work.

        Args:
            context: What templates see.
            page: The page.
            config: The configuration of the build.
            nav: The navigation.

        Returns:
            The context with ``citation`` and ``head_metadata``, where the page is about a work.
        """
        document = self._standard.documents.get(page.file.src_uri)
        work = self._works.of(document) if document is not None else None
        if work is not None:
            values = cast("dict[str, Any]", context)
            values["citation"] = None if work.draft else self._panels.panel(work)
            values["head_metadata"] = self._head(work, config)
        return context

    def _head(self, work: PageWork, config: MkDocsConfig) -> HeadMetadata:
        head = self._heads.get(work.record.key)
        if head is None:
            head = head_metadata(
                work,
                self._standard.publication.site_url,
                str(config.theme.get("language") or "en"),
                data="editions/criteria" in config.plugins,
            )
            if work.record.kind != "criterion":  # which has one page only, and there are thousands of them
                self._heads[work.record.key] = head
        return head
