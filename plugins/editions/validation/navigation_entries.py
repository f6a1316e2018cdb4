"""``nav`` of ``mkdocs.yml``: each entry leads to a page or a file of the site, or to another site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from editions.model.addresses import document_path, page_address
from editions.source.configuration import Configuration
from editions.source.discovery import INSIGHTS, STANDARD
from editions.source.problem import Problem
from editions.source.yaml_tree import Pointer
from editions.validation.link_targets import LinkTargets
from editions.validation.text_problems import short

_SECTIONS = (f"{STANDARD}/", f"{INSIGHTS}/")  # stand for all pages of theirs
_OWN = "editions/"
_MOST_ENTRIES, _DEEPEST = 10_000, 50
# Plugins that neither add pages nor change what nav means; any other one may, and so may hooks.
_LEAVE_NAV = frozenset(
    "autorefs git-revision-date-localized glightbox include-markdown info macros meta minify mkdocstrings offline "
    "optimize privacy redirects rss search section-index social tags typeset".split()
)


def navigation_problems(configuration: Configuration, found: LinkTargets) -> Iterator[Problem]:
    """Check each entry.

    Args:
        configuration: The project's configuration.
        found: What links can lead to.

    Yields:
        A problem for each entry of another form than MkDocs takes and, where no plugin or hook can add pages, for each
        path that leads nowhere.
    """
    nav = configuration.file.data.get("nav")
    if nav is None:
        return
    paths = list(_paths(configuration, nav))
    yield from (it for it in paths if isinstance(it, Problem))
    if _is_for_others(configuration):
        return
    pages = _pages(found)
    for place, path in (it for it in paths if not isinstance(it, Problem)):
        if not _leads_somewhere(path, found, pages):
            if plugin := found.missing_plugin(page_address(path)):
                message = f"the entry {short(path)} of nav leads to what the plugin {plugin} publishes"
                yield Problem(*place, f"{message}, which is not enabled; add it to plugins")
                continue
            same = document_path(page_address(path))
            close = [same] if same in pages else get_close_matches(path, sorted(pages), n=1)
            remedy = f"write {short(close[0])}" if close else "name a file like license.md"
            message = f"the entry {short(path)} of nav leads to no page or file of the site; {remedy}, or remove it"
            yield Problem(*place, message)


def _paths(configuration: Configuration, nav: Any) -> Iterator[tuple[tuple[str, int], str] | Problem]:
    """Each path with the place of its entry, or what is wrong with the entry."""
    waiting: list[tuple[Pointer, Any]] = [(("nav",), nav)]
    for _ in range(_MOST_ENTRIES):
        if not waiting:
            return
        keys, value = waiting.pop()
        if len(keys) > _DEEPEST:  # so does a list that contains itself
            break
        place, last = configuration.file.place(*keys), keys[-1]
        if isinstance(value, str) and len(keys) > 1:
            yield place, value
        elif isinstance(value, list) and not isinstance(last, int):
            waiting += reversed([((*keys, number), entry) for number, entry in enumerate(value)])
        elif isinstance(value, Mapping) and len(value) == 1 and isinstance(last, int):
            waiting += [((*keys, title), inner) for title, inner in value.items()]
        elif isinstance(last, int):
            yield Problem(*place, f"entry {last + 1} of nav is neither a path nor 'title: path'; write one of them")
        else:
            name = "nav" if len(keys) == 1 else f"{str(last)[:80]!r} in nav"
            yield Problem(*place, f"{name} is no list; write one, each entry a path or 'title: path'")
    message = f"nav has more than {_MOST_ENTRIES:,} entries, or lists in lists without end; use fewer"
    yield Problem(*configuration.file.place("nav"), message)


def _is_for_others(configuration: Configuration) -> bool:
    plugins = [name for name, options in configuration.options.items() if options.get("enabled", True) is not False]
    others = [name for name in plugins if not name.startswith(_OWN)]
    return bool(configuration.file.data.get("hooks")) or any(
        name.removeprefix("material/") not in _LEAVE_NAV for name in others
    )


def _pages(found: LinkTargets) -> set[str]:
    """Paths of all pages in the tree of pages, those of the project as their files are named."""
    docs = f"{found.docs}/"
    made = {document_path(address) for address, source in found.addresses.items() if not source.startswith(docs)}
    own = {path.removeprefix(docs) for path in found.listed if path.startswith(docs) and path.endswith(".md")}
    return made | own


def _leads_somewhere(path: str, found: LinkTargets, pages: set[str]) -> bool:
    if path in pages or path in _SECTIONS or found.is_unknown(f"{found.docs}/{path}"):
        return True
    try:
        split = urlsplit(path)
    except ValueError:
        return False
    if split.scheme or split.netloc or path.startswith(("/", "../", "#")):
        return True  # of another site, or of another part of the host
    if not split.path or split.path.endswith(".md"):
        return False
    address = f"/{split.path}"
    return address in found.addresses or found.has_file(address)
