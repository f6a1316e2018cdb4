"""The environment of templates of a build: one, whoever asks the theme for it.

MkDocs asks before it reads pages, and some plugins ask again when they render a page by themselves.
"""

from __future__ import annotations

from functools import cache
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


def share_environment(config: MkDocsConfig, plan: SitePlan, *, serving: bool) -> None:
    """Have the theme make one environment, in which templates are found in layers and fail in one line.

    Args:
        config: The configuration of the build, whose theme is changed in place.
        plan: The site.
        serving: Whether the site is served for a preview.
    """
    theme = config.theme
    make = theme.get_env

    @cache
    def prepared() -> Environment:
        folders = TemplateFolders(tuple(map(Path, theme.dirs)), plan.templates)
        root = Path(config.config_file_path or ".").resolve().parent
        overrides = Path(theme.custom_dir) if theme.custom_dir else None
        env = make()
        prepare_environment(env, folders, root, overrides, boot_script(), plan.publication.language, serving=serving)
        env.__class__ = _MkDocsEnvironment
        # Pages have these from their context; the error page and pages that plugins render by themselves have not.
        env.globals |= {"publication": plan.publication, "plan": plan}
        return env

    theme.get_env = prepared  # type: ignore[method-assign]
