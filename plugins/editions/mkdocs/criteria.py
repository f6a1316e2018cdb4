"""``editions/criteria``: the criteria of every edition as JSON."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from editions.exports.criteria_json import criteria_json
from editions.mkdocs.loading import publication_of
from editions.mkdocs.options import EditionsPlugin
from editions.mkdocs.site_files import add_data
from editions.model.addresses import edition_address


class CriteriaPlugin(EditionsPlugin):
    """Publishes ``criteria.json`` for each edition and for the newest at its standing address."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the data files.

        Args:
            files: The files of the site.
            config: The configuration of the build.

        Returns:
            The same files and the data files.
        """
        publication = publication_of(config, "editions/criteria")
        standard = publication.standard
        for edition in standard.editions:
            content = criteria_json(publication, edition)
            addresses = [edition_address(edition)]
            if edition.version == standard.current.version:
                addresses.append(edition_address(None))
            for address in addresses:
                add_data(files, config, f"{address}criteria.json", content)
        return files
