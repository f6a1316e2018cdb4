"""What is made of the finished documents: their Markdown twins, the feeds and ``/llms.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from editions.comparison import Comparison
from editions.model import Edition
from editions.site.feeds.site_feeds import feed_files
from editions.site.llms_text import llms_text
from editions.site.twins.markdown_twins import MarkdownTwins

if TYPE_CHECKING:
    from editions.mkdocs.standard import StandardPlugin


def publish_derived(standard: StandardPlugin, files: Files, config: MkDocsConfig) -> None:
    """Publish what is made of the documents, after every plugin has changed them.

    Args:
        standard: The plugin that holds the documents.
        files: The files of the site.
        config: The configuration of the build.
    """
    publication, documents = standard.publication, standard.documents
    twins = MarkdownTwins(publication, standard.works, frozenset(standard.data))
    for document in documents.values():
        standard.publish(files, config, twins.file(document))

    def step(old: Edition, new: Edition) -> Comparison:
        return standard.compare(publication.standard, old.version, new.version)

    compared = "editions/compare" in config.plugins
    for file in feed_files(publication, documents, step if compared else None):
        standard.publish(files, config, file)
    standard.publish(files, config, llms_text(publication, documents, standard.data))
