"""The model of a build and the plan of its site, or every problem that stands against them."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.exceptions import Abort, PluginError

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


def load(path: Path) -> tuple[Configuration, Publication]:
    """Read and check a project, and log settings that have no effect.

    Args:
        path: The configuration file, which is read as it is: ``serve`` replaces the site's address by a local one, but
            documents and data keep the published one, so that a preview shows what will be published.

    Returns:
        The project's configuration, and its model.

    Raises:
        Abort: If it cannot be published; every problem has been logged.
    """
    try:
        configuration = read_configuration(path)
        read_policy(configuration)
        publication = load_publication(configuration)
    except Unpublishable as error:
        # As MkDocs itself does of a configuration that is wrong; of another error, ``serve`` prints a traceback.
        raise Abort(_logged(error)) from None
    for notice in sorted(site_notices(configuration)):
        _LOG.info("%s:%d: notice: %s", notice.path, notice.line, notice.message)
    return configuration, publication


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
        raise PluginError(_logged(error)) from None


def _logged(error: Unpublishable) -> str:
    """Log every problem that stops a build.

    Returns:
        How many there are.
    """
    for problem in error.problems:
        _LOG.error(str(problem))
    return f"{counted(len(error.problems), 'problem', 'problems')} in the sources; nothing was built"
