"""What the project's ``mkdocs.yml`` says to Editions, read without MkDocs."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from editions.source.configuration_file import ConfigurationFile, read_configuration_file
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.source.font_folder import font_folder
from editions.source.problem import Problem, Unpublishable
from editions.source.yaml_tree import Pointer

_RESERVED = (STANDARD, INSIGHTS, CITATIONS, "schema")
_GROUP = ("group", "material/group")  # Material's plugin that holds plugins
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47


@dataclass(frozen=True)
class Configuration:
    """Where a project stands and how it is published.

    Attributes:
        root: The project's folder: the one that holds the configuration file.
        site_url: Absolute address of the site, ending in ``/``.
        config_path: Name of the configuration file, for problems.
        docs: Folder of the home page and the site's own pages, relative to ``root``.
        repo_url: Address of the repository, if it is public.
        options: Options of each plugin, by its name; those of Material's ``group`` among them, where it is enabled.
        language: BCP 47 tag of the language of the site and its texts: ``theme.language``, else ``en``.
        site_name: Name of the site, if the file states one.
        fonts: Folder of typefaces for PDFs, if the project has one.
        scripts: Scripts and style sheets that the file names (``extra_javascript``, ``extra_css``), relative to
            ``docs``.
        overrides: Folder of the project's own templates (``theme.custom_dir``), if it has one.
        file: The file itself.
    """

    root: Path
    site_url: str
    config_path: str = "mkdocs.yml"
    docs: str = "docs"
    repo_url: str | None = None
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    language: str = "en"
    site_name: str | None = None
    fonts: Path | None = None
    scripts: frozenset[str] = frozenset()
    overrides: Path | None = None
    file: ConfigurationFile = field(default_factory=lambda: ConfigurationFile("mkdocs.yml"))

    @property
    def theme(self) -> Mapping[str, Any]:
        """Options of the theme; nothing where the file gives its name alone."""
        stated = self.file.data.get("theme")
        return stated if isinstance(stated, Mapping) else {}

    @property
    def site_folder(self) -> Path:
        """The folder that the site is built into: ``site_dir``, else ``site``."""
        stated = self.file.data.get("site_dir")
        return self.root / (stated if isinstance(stated, str) and stated else "site")

    def stated_options(self, name: str) -> Any:
        """What the file states as the options of a plugin, whatever form it has; ``None`` if nothing."""
        entries = self.file.data.get("plugins")
        for entry in entries if isinstance(entries, list) else [entries]:
            if isinstance(entry, Mapping) and name in entry:
                return entry[name]
        return None

    def plugin_place(self, name: str, *keys: str) -> tuple[str, int]:
        """Find where an option of a plugin is set.

        Args:
            name: The plugin, as the file names it.
            keys: The option, and keys within it.

        Returns:
            Name of the file and line, or the nearest that is set.
        """
        entries = _plugin_entries(self.file.data.get("plugins"), ("plugins",))
        return self.file.place(*next((place for it, _, place in entries if it == name), ("plugins",)), *keys)


def read_configuration(path: Path) -> Configuration:
    """Read a project's configuration.

    Args:
        path: The configuration file, usually ``mkdocs.yml``.

    Raises:
        Unpublishable: If the file is missing, is no YAML, or does not name the site's address.
    """
    return configure(path, read_configuration_file(path))


def configure(path: Path, file: ConfigurationFile) -> Configuration:
    """Make a configuration of a configuration file.

    Args:
        path: Its path, for its folder.

    Raises:
        Unpublishable: If the site's address is missing or is no address, or the folder of pages or the plugins have
            another form than MkDocs takes.
    """
    root = path.resolve().parent
    problems: list[Problem] = []
    data = file.data

    def note(key: str, message: str) -> None:
        problems.append(Problem(*file.place(key), message))

    site_url, docs, plugins = data.get("site_url"), data.get("docs_dir"), data.get("plugins")
    if site_url is None or site_url == "":
        note("site_url", "site_url is missing; give the site's address, such as https://example.org/")
    elif not isinstance(site_url, str) or not _is_site_address(site_url):
        message = f"site_url is {_short(site_url)}, which is no address of a site; write it like https://example.org/"
        note("site_url", message)
    folder = _docs_folder(root, docs)
    if folder is None:
        message = (
            f"docs_dir is {_short(docs)}; name a folder inside the project, such as docs, that is none of "
            f"{', '.join(_RESERVED)}"
        )
        note("docs_dir", message)
    options = _plugin_options(plugins)
    if options is None:
        note("plugins", f"plugins is {_short(plugins)}; make it a list, each entry a name or 'name: options'")
    fonts = None
    try:
        fonts = font_folder(options or {}, root)
    except ValueError as error:
        note("plugins", str(error))
    if folder is None or options is None or problems:
        raise Unpublishable(tuple(problems))
    repo_url, site_name = data.get("repo_url"), data.get("site_name")
    return Configuration(
        root=root,
        site_url=str(site_url).rstrip("/") + "/",
        config_path=path.name,
        docs=folder,
        repo_url=repo_url if isinstance(repo_url, str) else None,
        options=options,
        language=_language(data.get("theme")),
        site_name=site_name if isinstance(site_name, str) and site_name.strip() else None,
        fonts=fonts,
        scripts=frozenset(_paths(data.get("extra_javascript"), data.get("extra_css"))),
        overrides=_overrides(root, data.get("theme")),
        file=file,
    )


def _short(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a mapping"
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _is_site_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and not re.search(r"[\s<>\"'\\^`{|}]", text)
    return plain and parts.scheme in ("https", "http") and bool(host) and not parts.query and not parts.fragment


def _docs_folder(root: Path, value: Any) -> str | None:
    """The folder of pages relative to the project's folder; ``None`` if it is no folder inside it."""
    text = "docs" if value is None or value == "" else value
    if not isinstance(text, str) or not text.isprintable():
        return None
    if Path(text).is_absolute():
        if not Path(text).is_relative_to(root):
            return None
        text = Path(text).relative_to(root).as_posix()
    folder = posixpath.normpath(text)
    if folder in (".", "..") or folder.startswith("../") or folder.split("/", 1)[0] in _RESERVED:
        return None
    return folder


def _paths(*lists: Any) -> Iterator[str]:
    """The files that lists name, in either form that MkDocs takes, a path or a mapping with one."""
    for entry in chain.from_iterable(value for value in lists if isinstance(value, list)):
        path = entry.get("path") if isinstance(entry, Mapping) else entry
        if isinstance(path, str):
            yield posixpath.normpath(path)


def _language(theme: Any) -> str:
    """The language that the theme is set to; a value that is no language tag is left for the theme to refuse."""
    stated = theme.get("language") if isinstance(theme, Mapping) else None
    return stated if isinstance(stated, str) and _LANGUAGE.fullmatch(stated) else "en"


def _overrides(root: Path, theme: Any) -> Path | None:
    """The folder of the project's own templates; what is no text is left for MkDocs to refuse."""
    stated = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return Path(os.path.normpath(root / stated)) if isinstance(stated, str) and "\0" not in stated else None


def _plugin_options(plugins: Any) -> dict[str, dict[str, Any]] | None:
    """Options by plugin; ``None`` if the plugins have another form than MkDocs takes."""
    found: dict[str, dict[str, Any]] = {}
    for name, options, _ in _plugin_entries(plugins, ("plugins",)):
        if name is None:
            return None
        found[name] = options
    return found


def _plugin_entries(plugins: Any, keys: Pointer) -> Iterator[tuple[str | None, dict[str, Any], Pointer]]:
    """Each plugin with its options and the keys that lead to them, from a list or a mapping.

    The name of an entry that is no plugin is ``None``.
    """
    if plugins is None:
        return
    listed = isinstance(plugins, list)
    for place, entry in enumerate(plugins if isinstance(plugins, (list, Mapping)) else [None]):
        named = entry if listed else {entry: plugins[entry]} if isinstance(plugins, Mapping) else None
        own = (*keys, place) if listed else keys
        if isinstance(named, str):
            yield named, {}, own
        elif isinstance(named, Mapping) and len(named) == 1:
            for name, stated in named.items():
                options = dict(stated) if isinstance(stated, Mapping) else {}
                yield str(name), options, (*own, str(name))
                if name in _GROUP and options.get("enabled") is True:
                    yield from _plugin_entries(options.get("plugins"), (*own, str(name), "plugins"))
        else:
            yield None, {}, own
