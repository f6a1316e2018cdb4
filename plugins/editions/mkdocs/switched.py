"""Plugins that switch something on, which ``editions/standard`` plans and publishes; :mod:`editions.site.switches`."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from editions.mkdocs.options import EditionsPlugin
from editions.source.plugin_names import STANDARD


class SwitchPlugin(EditionsPlugin):
    """A plugin that does nothing by itself."""

    name: str

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse to be enabled alone, where nothing else checks the project.

        Raises:
            PluginError: If ``editions/standard`` is not enabled.
        """
        if STANDARD not in config.plugins:
            file = Path(config.config_file_path or "mkdocs.yml").name
            raise PluginError(f"{self.name} needs {STANDARD}: add it to plugins in {file}")
        return config
