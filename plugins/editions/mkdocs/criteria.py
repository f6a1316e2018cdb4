"""``editions/criteria``: the criteria of every edition as data."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from editions.formats.edition_exports import edition_data_files
from editions.mkdocs.loading import standard_plugin, stopped
from editions.mkdocs.options import EditionsPlugin, NoOptions
from editions.source.problem import Unpublishable


class CriteriaOptions(NoOptions):
    """The options of the plugin."""

    fonts = option.Optional(option.Type(str))
    """Folder of typefaces for PDFs; see :mod:`editions.source.font_folder`, which reads and checks it."""


class CriteriaPlugin(EditionsPlugin):
    """Publishes the data files of each edition, and of the newest at the standing address."""

    config_class = CriteriaOptions

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the data files.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and the data files.

        Raises:
            PluginError: If a text cannot be set on paper; the problem has been logged.
        """
        standard = standard_plugin(config, "editions/criteria")
        try:
            for edition in standard.publication.standard.editions:
                for file in edition_data_files(standard.publication, edition):
                    standard.publish(files, config, file)
        except Unpublishable as error:
            raise stopped(error) from None
        return files
