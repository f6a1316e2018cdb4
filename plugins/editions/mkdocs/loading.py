"""The model of a build, loaded once and shared by the plugins."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from editions.model import Publication
from editions.releases.policy import read_policy
from editions.source.configuration import Configuration, read_configuration
from editions.source.problem import Unpublishable
from editions.validation import load_publication
from editions.validation.site_settings import site_notices

if TYPE_CHECKING:
    from editions.mkdocs.standard import StandardPlugin

STANDARD = "editions/standard"
_LOG = logging.getLogger("mkdocs.plugins.editions")


def configuration_of(config: MkDocsConfig) -> Configuration:
    """The project's configuration, as its file states it.

    ``serve`` replaces the site's address by a local one; documents and data keep the published one, so that a preview
    shows what will be published.

    Args:
        config: The configuration of the build.

    Returns:
        The configuration.

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

    Args:
        configuration: Where the project stands.

    Returns:
        The model.

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


def standard_plugin(config: MkDocsConfig, asking: str) -> StandardPlugin:
    """The plugin that has loaded the model and made the documents.

    Args:
        config: The configuration of the build.
        asking: Name of the plugin that needs it.

    Returns:
        The plugin.

    Raises:
        PluginError: If ``editions/standard`` is not enabled.
    """
    plugin = config.plugins.get(STANDARD)
    if plugin is None:
        raise PluginError(f"{asking} needs {STANDARD}: add it to plugins in {_name(config)}")
    return cast("StandardPlugin", plugin)


def _name(config: MkDocsConfig) -> str:
    return Path(config.config_file_path or "mkdocs.yml").name


def stopped(error: Unpublishable) -> PluginError:
    """Log every problem that stops a build.

    Args:
        error: The problems.

    Returns:
        The error to raise.
    """
    for problem in error.problems:
        _LOG.error(str(problem))
    count = len(error.problems)
    return PluginError(f"{count:,} problem{'' if count == 1 else 's'} in the sources; nothing was built")
