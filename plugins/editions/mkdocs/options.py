"""Plugin options: what is not known is an error, in one line."""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.plugins import BasePlugin


class NoOptions(Config):
    """The options of a plugin that has none."""


class StandardOptions(NoOptions):
    """The options of ``editions/standard``.

    Attributes:
        releases: The version policy; see :mod:`editions.releases.policy`, which reads and checks it.
        references: Whether references have to state versions; see :mod:`editions.validation.references`.
    """

    releases = option.Optional(option.Type(dict))
    references = option.Optional(option.Type(dict))


class EditionsPlugin(BasePlugin[NoOptions]):
    """What the plugins of Editions share: they refuse options that they do not have."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the plugin's options.

        Returns:
            Errors and warnings; an option that does not exist is an error, since it would do nothing.
        """
        errors, warnings = super().load_config(options, config_file_path)
        known = sorted(name for name, _ in self.config._schema)
        advice = f"use one of: {', '.join(known)}" if known else "the plugin has none"
        unknown = [(key, ValidationError(f"is no option here; {advice}")) for key in options if key not in known]
        return [*errors, *unknown], [warning for warning in warnings if warning[0] not in options]
