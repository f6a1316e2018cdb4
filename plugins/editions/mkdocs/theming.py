"""The Editions theme laid over that of MkDocs, and what its pages need of Markdown."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from editions.mkdocs.site_files import add_data
from editions.render.page_markdown import EXTENSIONS, state_words
from editions.render.site_settings import site_favicon
from editions.site.assets.site_assets import THEME, page_scripts, page_sheets, site_assets
from editions.site.site_plan import SitePlan
from editions.words.phrasebook import Phrasebook, phrasebook


def lay_theme(config: MkDocsConfig, words: Phrasebook, *, cited: bool) -> None:
    """Put the Editions templates before those of any theme and switch on the Markdown that pages under ``docs/`` use.

    Args:
        config: The configuration of the build; changed in place.
        words: The language of the site.
        cited: Whether pages have citations or notices to copy.
    """
    own = str(THEME)
    if own not in config.theme.dirs:
        place = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(place, own)
    folders = [Path(it) for it in (config.docs_dir, config.theme.custom_dir) if it]
    config.theme["favicon"] = site_favicon(config.theme.get("favicon"), folders)
    for option in ("direction", "logo"):
        config.theme.setdefault(option, None)
    for extension in EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    state_words(config.mdx_configs, words)
    config.extra_css[:0] = [sheet for sheet in page_sheets(cited=cited) if sheet not in config.extra_css]
    known = {str(script) for script in config.extra_javascript}
    config.extra_javascript.extend(script for script in page_scripts(cited=cited) if script not in known)


def publish_theme(files: Files, config: MkDocsConfig, plan: SitePlan) -> None:
    """Put the theme's files among those of the site, in place of those of another theme, which no page asks for."""
    themes = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    for file in list(files):
        path = Path(file.abs_src_path) if file.abs_src_path is not None else None
        if path is not None and any(path.is_relative_to(folder) for folder in themes):
            files.remove(file)
    for asset in site_assets(plan.kinds.values(), phrasebook(plan.publication.language)):
        if files.get_file_from_path(asset.address.lstrip("/")) is None:  # a project may have its own in custom_dir
            add_data(files, config, asset.address, asset.read())
