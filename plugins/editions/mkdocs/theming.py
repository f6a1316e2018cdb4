"""The Editions theme laid over Material, and what its pages need of Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

THEME = Path(__file__).parents[1] / "theme"
_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
_STYLESHEETS = tuple(f"assets/editions/{name}.css" for name in ("editions", "layout", "standard", "print"))
_SCRIPT = "assets/editions/editions.js"
_FAVICON = "assets/editions/section.svg"
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


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
    if config.theme["favicon"] == "assets/images/favicon.png":  # Material's own mark
        config.theme["favicon"] = _FAVICON
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink", True)
    config.extra_css[:0] = [sheet for sheet in _STYLESHEETS if sheet not in config.extra_css]
    if _SCRIPT not in [str(script) for script in config.extra_javascript]:
        config.extra_javascript.append(_SCRIPT)


def add_assets(config: MkDocsConfig, name: str) -> None:
    """Add a style sheet and a script of the theme that only some plugins need.

    Args:
        config: The configuration of the build; changed in place.
        name: Name of both files, without their suffixes.
    """
    sheet, script = f"assets/editions/{name}.css", f"assets/editions/{name}.js"
    if sheet not in config.extra_css:
        place = len([it for it in config.extra_css if it in _STYLESHEETS])
        config.extra_css.insert(place, sheet)
    if script not in [str(it) for it in config.extra_javascript]:
        config.extra_javascript.append(script)


class LeanTemplates(Extension):
    """Templates without their indentation, which would go out with every page, and with a valid page frame."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Change a template before it is compiled.

        Args:
            source: The template.
            name: Its name.
            filename: Its file.

        Returns:
            The template without indentation; in Material's frame also without an attribute that HTML does not
            know on a check box (HTML Living Standard, 4.10.18.7.1: ``autocomplete`` does not apply to it).
        """
        if name == "base.html":
            source = source.replace(' autocomplete="off"', "")
        return _INDENTATION.sub("", source) if name and name.endswith(".html") else source


def prepare_templates(env: Environment) -> None:
    """Have templates compiled without the white space that only serves who writes them.

    Args:
        env: The environment of templates, before any is loaded; changed in place.
    """
    env.trim_blocks = True
    env.add_extension(LeanTemplates)
