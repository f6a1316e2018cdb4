"""The Editions theme laid over Material, and what its pages need of Markdown."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from editions.mkdocs.scripts import bundled, published_scripts
from editions.mkdocs.site_files import add_data
from editions.mkdocs.stylesheets import joined_sheets

THEME = Path(__file__).parents[1] / "theme"
_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
_ASSETS = "assets/editions"
# What every page can have; the layers are ordered by the first that names them.
_PARTS = "faces colours reset type texts code admonitions grids layout standard print"
_SHEETS = tuple(f"{_ASSETS}/{name}.css" for name in _PARTS.split())
_SITE_SHEET = f"{_ASSETS}/site.css"
_SCRIPT = f"{_ASSETS}/editions.js"
_BOOT = f"{_ASSETS}/boot.js"
# What stands in the site's own sheet and pages, and what Material's frame would need, is not published again.
_UNPUBLISHED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", _BOOT, *_SHEETS)
_FAVICON = "assets/editions/section.svg"


def lay_theme(config: MkDocsConfig, *, cited: bool) -> None:
    """Put the Editions templates before Material's and switch on the Markdown that pages under ``docs/`` use.

    Args:
        config: The configuration of the build; changed in place.
        cited: Whether pages have citations or notices to copy.

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
    names = ("cite",) if cited else ()
    sheets = [_SITE_SHEET, *(f"{_ASSETS}/{name}.css" for name in names)]
    config.extra_css[:0] = [sheet for sheet in sheets if sheet not in config.extra_css]
    scripts = [_SCRIPT, *(f"{_ASSETS}/{name}.js" for name in names)]
    known = {str(script) for script in config.extra_javascript}
    config.extra_javascript.extend(script for script in scripts if script not in known)


def boot_script() -> str:
    """The script that stands in every page."""
    return bundled([THEME / _BOOT])


def publish_theme(files: Files, config: MkDocsConfig) -> None:
    """Put the site's style sheet and scripts among the files, and leave out what no page asks for."""
    themes = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    for file in list(files):
        path = Path(file.abs_src_path) if file.abs_src_path is not None else None
        theirs = path is not None and any(path.is_relative_to(folder) for folder in themes)
        if theirs and (file.src_uri.startswith(_UNPUBLISHED) or _is_own_script(file)):
            files.remove(file)
    for name, script in published_scripts(THEME / _ASSETS).items():
        address = f"{_ASSETS}/{name}.js"
        if address != _BOOT and files.get_file_from_path(address) is None:  # a project may have its own in custom_dir
            add_data(files, config, f"/{address}", script)
    add_data(files, config, f"/{_SITE_SHEET}", joined_sheets(THEME / sheet for sheet in _SHEETS))


def _is_own_script(file: File) -> bool:
    path = Path(file.abs_src_path or "")
    return path.parent == THEME / _ASSETS and path.suffix == ".js"
