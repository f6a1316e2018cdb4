"""Plugins of Editions as MkDocs knows them: their options are read from the file itself, and checked with all else."""

from __future__ import annotations

from typing import Any

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.plugins import BasePlugin


class NoOptions(Config):
    """What MkDocs keeps of the options of a plugin."""


class EditionsPlugin(BasePlugin[NoOptions]):
    """A plugin of Editions; see :mod:`editions.validation.plugin_options` for its options."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Leave the options to the check of the whole project, which names the line of each."""
        return super().load_config({}, config_file_path)
