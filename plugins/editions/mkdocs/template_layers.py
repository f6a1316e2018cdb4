"""The templates of MkDocs found in layers, and failing in one line."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError

from editions.render.template_environment import SiteEnvironment, prepare_environment
from editions.site.assets.site_assets import boot_script
from editions.site.site_plan import SitePlan
from editions.source.problem import Unpublishable
from editions.source.template_files import TemplateFolders


class _MkDocsEnvironment(SiteEnvironment):
    """An environment whose failures stop a build of MkDocs."""

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Turn the failure of a project's template into an error of the build."""
        try:
            super().handle_exception(source)
        except BuildError:
            raise
        except Unpublishable as error:
            raise PluginError("\n".join(map(str, error.problems))) from None


def layered(env: Environment, config: MkDocsConfig, plan: SitePlan, *, serving: bool) -> Environment:
    """Prepare the environment that MkDocs made, which other plugins may have changed.

    Args:
        env: The environment, before a template of it is loaded; changed in place.
        config: The configuration of the build.
        plan: The site.
        serving: Whether the site is served for a preview.

    Returns:
        The same environment.
    """
    folders = TemplateFolders(tuple(map(Path, config.theme.dirs)), plan.templates)
    root = Path(config.config_file_path or ".").resolve().parent
    overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    prepare_environment(env, folders, root, overrides, boot_script(), plan.publication.language, serving=serving)
    env.__class__ = _MkDocsEnvironment
    return env
