"""``editions/compare``: the comparisons of editions as pages and as data."""

from __future__ import annotations

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from editions.comparison import Histories
from editions.formats.comparison_files import comparison_files
from editions.mkdocs.loading import standard_plugin
from editions.mkdocs.options import EditionsPlugin
from editions.pages.article_changes import ArticleChanges
from editions.pages.changed_since import with_changes
from editions.pages.comparison_pages import comparison_document
from editions.site.twins.comparison_twin import comparison_twin


class ComparePlugin(EditionsPlugin):
    """Publishes every pair of releases compared, and tells on each item's page what changed."""

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the comparison pages and their data, and the facts of change to the pages of items.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and the generated ones.
        """
        standard = standard_plugin(config, "editions/compare")
        publication = standard.publication
        compare = standard.compare
        histories = Histories(publication.standard, compare)
        docs = standard.configuration.docs
        articles = ArticleChanges(publication, docs)
        for document in list(standard.documents.values()):
            standard.documents[document.path] = articles.on(with_changes(document, publication, histories))
        for old, new in publication.standard.compared():
            comparison = compare(publication.standard, old.version, new.version)
            document = comparison_document(publication, comparison, docs)
            standard.add(files, config, replace(document, twin=comparison_twin(publication, comparison)))
            for file in comparison_files(publication, comparison):
                standard.publish(files, config, file)
        return files
