"""The Editions theme laid over Material, and what its pages need of Markdown."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

THEME = Path(__file__).parents[1] / "theme"
_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
_STYLESHEETS = tuple(f"assets/editions/{name}.css" for name in ("editions", "layout", "standard", "print"))
_SCRIPT = "assets/editions/editions.js"


def lay_theme(config: MkDocsConfig) -> None:
    """Put the Editions templates before Material's and switch on the Markdown that documents use.

    Args:
        config: The configuration of the build; changed in place.

    Raises:
        PluginError: If the theme is not Material.
    """
    if config.theme.name != "material":
        raise PluginError("editions/standard lays its pages out over Material for MkDocs: set theme.name to material")
    own = str(THEME)
    if own not in config.theme.dirs:
        place = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(place, own)
    config.theme["font"] = False
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink", True)
    config.extra_css[:0] = [sheet for sheet in _STYLESHEETS if sheet not in config.extra_css]
    if _SCRIPT not in [str(script) for script in config.extra_javascript]:
        config.extra_javascript.append(_SCRIPT)
