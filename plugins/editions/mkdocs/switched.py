"""Plugins that switch something on, which ``editions/standard`` plans and publishes."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from editions.mkdocs.options import EditionsPlugin
from editions.site.switches import ATTRIBUTION, CITATIONS, COMPARE, CRITERIA, Switches

_STANDARD = "editions/standard"


class SwitchPlugin(EditionsPlugin):
    """A plugin that does nothing by itself."""

    name: str

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse to be enabled alone.

        Args:
            config: The configuration of the build.

        Returns:
            The same configuration.

        Raises:
            PluginError: If ``editions/standard`` is not enabled.
        """
        if _STANDARD not in config.plugins:
            file = Path(config.config_file_path or "mkdocs.yml").name
            raise PluginError(f"{self.name} needs {_STANDARD}: add it to plugins in {file}")
        return config


def switched(config: MkDocsConfig) -> Switches:
    """Read which of the plugins of Editions are enabled.

    Args:
        config: The configuration of the build.

    Returns:
        What they switch on.
    """
    citations = config.plugins.get(CITATIONS)
    return Switches(
        compare=COMPARE in config.plugins,
        criteria=CRITERIA in config.plugins,
        references=citations.config.references if citations is not None else None,
        attribution=ATTRIBUTION in config.plugins,
    )
