"""The settings of the generator that builds a composed folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from editions.composing.rendered_markdown import EXTENSIONS, heading_options
from editions.pages.document import Document
from editions.render.stated_navigation import navigation
from editions.source.configuration import Configuration
from editions.source.yaml_text import YamlValue, yaml_lines
from editions.words.phrasebook import Phrasebook

SIGN = "# Made by `editions compose`, which writes this file, hooks.py, docs/ and theme/ anew.\n"
HOOKS = "hooks.py"
HOOK = '''\
"""Publish the Markdown files of theme/ as they are, as Zensical does by itself."""

from pathlib import Path
from shutil import copyfile


def on_post_build(config):
    theme = Path(config.config_file_path).parent / "theme"
    for source in sorted(theme.rglob("*.md")):
        copy = Path(config.site_dir, source.relative_to(theme))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, copy)
'''
_KEPT = ("site_description", "site_author", "copyright", "repo_url", "repo_name")


def page_path(document: Document) -> str:
    """The file of a page in ``docs/``.

    Returns:
        Its address with ``index.md``. Links in HTML are relative to the address, and Zensical takes them for relative
        to the file: so they are both.
    """
    return f"{document.address}index.md".lstrip("/")


def generator_settings(configuration: Configuration, documents: Sequence[Document], words: Phrasebook) -> str:
    """Write ``mkdocs.yml``.

    Args:
        configuration: The project's configuration.
        documents: The pages of the site.
        words: The language of the site.
    """
    stated = configuration.file.data
    settings: dict[str, YamlValue] = {"site_name": configuration.site_name or "", "site_url": configuration.site_url}
    settings |= {key: value for key in _KEPT if isinstance(value := stated.get(key), str)}
    settings |= {
        "edit_uri": "",
        "theme": {"custom_dir": "theme", "language": configuration.language, "static_templates": ["404.html"]},
        "plugins": [],
        "hooks": [HOOKS],
        "markdown_extensions": [*EXTENSIONS, {"toc": heading_options(words)}],
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": {"not_found": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
        },
        "nav": _moved(navigation(stated.get("nav"), documents, words), {it.path: page_path(it) for it in documents}),
    }
    # Without a name a theme is what its folder holds; nothing of ours needs to be installed.
    return SIGN + yaml_lines(settings).replace("theme:\n", "theme:\n  name: null\n", 1)


def _moved(nav: Any, paths: Mapping[str, str]) -> Any:
    """The navigation with the files of composed pages."""
    if isinstance(nav, str):
        return paths.get(nav, nav)
    if isinstance(nav, Mapping):
        return {str(title): _moved(inner, paths) for title, inner in nav.items()}
    return [_moved(inner, paths) for inner in nav]
