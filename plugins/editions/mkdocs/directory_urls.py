"""The refusal of addresses that are files: pages link to each other by the addresses of folders.

``editions check`` sees what ``mkdocs.yml`` says; here is refused what only a build knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from click import get_current_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_OPTION = "use_directory_urls"


def refuse_file_urls(config: MkDocsConfig) -> None:
    """Stop a build whose pages would not have the addresses of folders.

    Args:
        config: The configuration, after every plugin has changed it.

    Raises:
        PluginError: If the option is false; it names what set it.
    """
    if config.use_directory_urls:
        return
    command = get_current_context(silent=True)
    if command is not None and command.params.get(_OPTION) is False:
        cause = "the command line says --no-directory-urls, which sets it to false; leave it out"
    else:
        names = ", ".join(_setters(config)) or "a plugin or a hook"
        cause = f"{names} sets it to false; remove it from plugins or hooks"
    place = Path(config.config_file_path or "mkdocs.yml").name
    raise PluginError(f"{place}:1: {_OPTION} has to be true, since pages link to folders: {cause}")


def _setters(config: MkDocsConfig) -> Iterator[str]:
    """The plugins and hooks that name the option when they change the configuration."""
    names = {id(plugin): name for name, plugin in config.plugins.items()}
    for handler in config.plugins.events["config"]:
        code = getattr(handler, "__code__", None)
        if code is not None and _OPTION in (*code.co_names, *code.co_consts):
            owner = names.get(id(getattr(handler, "__self__", None)), Path(code.co_filename).name)
            if not owner.startswith("editions/"):
                yield owner
