"""The files of the theme and of the kinds of page as they are published, and what pages ask for of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from editions.site.assets.asset import Asset
from editions.site.page_kind import PageKind
from editions.words.phrasebook import Phrasebook

THEME = Path(__file__).parents[2] / "theme"
ASSETS = "assets/editions"
_OWN = THEME / ASSETS
_BOOT = "boot"
# What every page can have; the layers are ordered by the first that names them.
_SITE_SHEET = "faces colours reset type texts code admonitions grids layout standard print".split()
# What a folder of templates holds besides files to publish: https://www.mkdocs.org/dev-guide/themes/
_TEMPLATES = ("*.html", "*.py", "*.pyc", "*readme*", "*.md", "*.markdown", "*.mdown", "*.mkdn", "*.mkd", "sitemap.xml")


def boot_script() -> str:
    """The script that stands in every page."""
    return Asset("", (_OWN / f"{_BOOT}.js",), "script").read().decode()


def page_sheets(*, cited: bool) -> list[str]:
    """The style sheets of every page; ``cited`` where pages have citations or notices to copy."""
    return [f"{ASSETS}/{name}.css" for name in ("site", *(("cite",) if cited else ()))]


def page_scripts(*, cited: bool) -> list[str]:
    """The scripts of every page; ``cited`` where pages have citations or notices to copy."""
    return [f"{ASSETS}/{name}.js" for name in ("editions", *(("cite",) if cited else ()))]


def site_assets(kinds: Iterable[PageKind], words: Phrasebook) -> Iterator[Asset]:
    """The files of the theme and of the kinds of page.

    Args:
        words: The language of the site.

    Yields:
        Style sheets and scripts joined of their parts, and all others as they are.
    """
    yield _sheet(words, "site", *(_OWN / f"{name}.css" for name in _SITE_SHEET))
    own = {*(_OWN / f"{name}.css" for name in _SITE_SHEET), _OWN / f"{_BOOT}.js"}
    for asset in folder_assets(THEME):
        (path,) = asset.parts
        if path.parent == _OWN and path.suffix == ".js" and path not in own:
            yield _script(words, path.stem, path)
        elif path not in own:
            yield asset
    for kind in kinds:
        if kind.style is not None:
            yield _sheet(words, kind.name, kind.style)
        if kind.name in kind.scripts:
            yield _script(words, kind.name, *(_part(kind, name) for name in kind.script_parts or (kind.name,)))


def folder_assets(folder: Path) -> Iterator[Asset]:
    """The files of a folder of templates that are published as they are."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not hidden and not any(fnmatchcase(name.lower(), it) for it in _TEMPLATES):
            yield Asset(f"/{name}", (path,))


def _part(kind: PageKind, name: str) -> Path:
    own = kind.folder / f"{name}.js"
    return own if own.is_file() else _OWN / f"{name}.js"


def _sheet(words: Phrasebook, name: str, *parts: Path) -> Asset:
    return Asset(f"/{ASSETS}/{name}.css", parts, "sheet", words)


def _script(words: Phrasebook, name: str, *parts: Path) -> Asset:
    return Asset(f"/{ASSETS}/{name}.js", parts, "script", words)
