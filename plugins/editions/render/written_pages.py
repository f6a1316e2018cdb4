"""Pages under ``docs/`` rendered by Python-Markdown with the extensions that the project states."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from editions.pages.document import Document
from editions.pages.page_paths import relative_address
from editions.render.page_content import PageContent, written_content
from editions.render.page_markdown import EXTENSIONS, PageMarkdown, state_words, targets
from editions.render.template_values import TocItem
from editions.source.configuration import Configuration
from editions.source.configuration_file import PythonName
from editions.source.problem import Problem, Unpublishable
from editions.words.phrasebook import Phrasebook

_ALWAYS = (
    "toc",
    "tables",
    "fenced_code",
)  # as MkDocs has them: https://www.mkdocs.org/user-guide/configuration/#markdown_extensions


class WrittenPages:
    """Renders the pages of a project."""

    def __init__(self, configuration: Configuration, addresses: Mapping[str, str], words: Phrasebook) -> None:
        """Read what the project states.

        Args:
            configuration: The project's configuration.
            words: The language of the site.
            addresses: Addresses of pages and files by their paths in the tree of pages.

        Raises:
            Unpublishable: If an extension cannot be used.
        """
        self._addresses = addresses
        self._configuration = configuration
        self._words = words
        self._names, self._options = _stated(configuration)
        state_words(self._options, words)
        self._page = PageMarkdown(words)
        self._parser()  # what is wrong with the extensions is wrong with every page

    def render(self, document: Document) -> PageContent:
        """Render a page that is written by hand."""
        self._page.read(document)
        parser = self._parser(Addresses(document.path, document.address, self._addresses))
        html = parser.convert(document.written.markdown if document.written else "")
        toc = [_item(token) for token in getattr(parser, "toc_tokens", ())]
        return written_content(document, self._page.title, html, toc, self._words)

    def _parser(self, *own: Extension) -> Markdown:
        try:
            return Markdown(extensions=[*self._names, self._page, *own], extension_configs=self._options)
        except Exception as error:  # noqa: BLE001 - an extension can raise anything
            place = self._configuration.file.place("markdown_extensions")
            message = f"markdown_extensions can't be used: {' '.join(str(error).split())}; correct it or install it"
            raise Unpublishable((Problem(*place, message),)) from None


class Addresses(Extension):
    """Turns paths in the tree of pages into addresses."""

    def __init__(self, path: str, address: str, addresses: Mapping[str, str]) -> None:
        """Take what is known.

        Args:
            path: The page in the tree of pages.
            address: Its address.
            addresses: Addresses of pages and files by their paths in the tree of pages.
        """
        super().__init__()
        self._page = path, address
        self._addresses = addresses

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by Python-Markdown
        """Add the step that does so, which is the last one."""
        md.treeprocessors.register(_Resolved(md, *self._page, self._addresses), "editions-addresses", 0)


class _Resolved(Treeprocessor):
    def __init__(self, md: Markdown, path: str, address: str, addresses: Mapping[str, str]) -> None:
        super().__init__(md)
        self._folder = posixpath.dirname(path)
        self._address = address
        self._addresses = addresses

    def run(self, root: ElementTree.Element) -> None:
        for element, name, target in targets(root):
            split = urlsplit(target)
            if split.scheme or split.netloc or not split.path or split.path.startswith("/"):
                continue
            address = self._addresses.get(posixpath.normpath(posixpath.join(self._folder, unquote(split.path))))
            if address is not None:
                path = relative_address(address, self._address)
                element.set(name, urlunsplit(("", "", path, split.query, split.fragment)))


def _item(token: Mapping[str, Any]) -> TocItem:
    return TocItem(token["name"], token["id"], token["level"], [_item(it) for it in token["children"]])


def _stated(configuration: Configuration) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Names of extensions, in the order in which MkDocs gives them to Python-Markdown, and their options."""
    names: list[str] = list(_ALWAYS)
    options: dict[str, dict[str, Any]] = {}
    for name, stated in _entries(configuration.file.data.get("markdown_extensions")):
        if name not in names:
            names.append(name)
        if stated:
            options[name] = {key: _resolved(configuration, value) for key, value in stated.items()}
    names += [name for name in EXTENSIONS if name not in names]
    return names, options


def _entries(stated: Any) -> Iterable[tuple[str, Mapping[str, Any]]]:
    entries: Any = stated.items() if isinstance(stated, Mapping) else stated or ()
    for entry in entries:
        pairs = entry.items() if isinstance(entry, Mapping) else [entry if isinstance(entry, tuple) else (entry, None)]
        for name, options in pairs:
            yield str(name), options if isinstance(options, Mapping) else {}


def _resolved(configuration: Configuration, value: Any) -> Any:
    """Put the objects in place that ``!!python/name:`` names; the configuration is the maintainers' own."""
    if isinstance(value, PythonName):
        module, _, name = value.rpartition(".")
        try:
            return getattr(import_module(module), name)
        except (ImportError, AttributeError, ValueError):
            message = f"!!python/name:{value} can't be imported; install the package that holds it, or remove it"
            raise Unpublishable((Problem(*configuration.file.place("markdown_extensions"), message),)) from None
    if isinstance(value, Mapping):
        return {key: _resolved(configuration, inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_resolved(configuration, inner) for inner in value]
    return value
