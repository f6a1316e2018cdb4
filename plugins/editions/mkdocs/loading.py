"""The model of a build and the plan of its site, or every problem that stands against them."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from editions.model import Publication
from editions.model.counts import counted
from editions.releases.policy import read_policy
from editions.site.plan import configured_plan
from editions.site.site_plan import SitePlan
from editions.source.configuration import Configuration, read_configuration
from editions.source.problem import Unpublishable
from editions.validation import load_publication
from editions.validation.site_settings import site_notices

_LOG = logging.getLogger("mkdocs.plugins.editions")


def configuration_of(config: MkDocsConfig) -> Configuration:
    """The project's configuration, as its file states it.

    ``serve`` replaces the site's address by a local one; documents and data keep the published one, so that a preview
    shows what will be published.

    Raises:
        PluginError: If the file does not say enough.
    """
    try:
        configuration = read_configuration(Path(config.config_file_path or "mkdocs.yml"))
        read_policy(configuration)
    except Unpublishable as error:
        raise stopped(error) from None
    return configuration


def load(configuration: Configuration) -> Publication:
    """Load the model, or stop the build with every problem; log settings that have no effect.

    Raises:
        PluginError: If the sources cannot be published; every problem has been logged.
    """
    try:
        publication = load_publication(configuration)
    except Unpublishable as error:
        raise stopped(error) from None
    for notice in sorted(site_notices(configuration)):
        _LOG.info("%s:%d: notice: %s", notice.path, notice.line, notice.message)
    return publication


def planned(publication: Publication, configuration: Configuration) -> SitePlan:
    """Plan the site, or stop the build with every problem.

    Args:
        configuration: Where the project stands.

    Raises:
        PluginError: If a text cannot be set on paper; every problem has been logged.
    """
    try:
        return configured_plan(publication, configuration)
    except Unpublishable as error:
        raise stopped(error) from None


def stopped(error: Unpublishable) -> PluginError:
    """Log every problem that stops a build.

    Returns:
        The error to raise.
    """
    for problem in error.problems:
        _LOG.error(str(problem))
    return PluginError(f"{counted(len(error.problems), 'problem', 'problems')} in the sources; nothing was built")
