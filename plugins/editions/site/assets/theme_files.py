"""The files of the theme as they are published, and what pages ask for of them."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from editions.site.assets.scripts import bundled, published_scripts
from editions.site.assets.stylesheets import joined_sheets

THEME = Path(__file__).parents[2] / "theme"
ASSETS = "assets/editions"
# What every page can have; the layers are ordered by the first that names them.
_PARTS = "faces colours reset type texts code admonitions grids layout standard print"
SHEETS = tuple(f"{ASSETS}/{name}.css" for name in _PARTS.split())
BOOT = f"{ASSETS}/boot.js"
_SITE_SHEET = f"{ASSETS}/site.css"
# What a folder of templates holds besides files to publish: https://www.mkdocs.org/dev-guide/themes/
_TEMPLATES = ("*.html", "*.py", "*.pyc", "*readme*", "*.md", "*.markdown", "*.mdown", "*.mkdn", "*.mkd", "sitemap.xml")


def boot_script() -> str:
    """The script that stands in every page."""
    return bundled([THEME / BOOT])


def page_sheets(*, cited: bool) -> list[str]:
    """The style sheets of every page; ``cited`` where pages have citations or notices to copy."""
    return [_SITE_SHEET, *([f"{ASSETS}/cite.css"] if cited else [])]


def page_scripts(*, cited: bool) -> list[str]:
    """The scripts of every page; ``cited`` where pages have citations or notices to copy."""
    return [f"{ASSETS}/editions.js", *([f"{ASSETS}/cite.js"] if cited else [])]


def theme_files(overrides: Path | None = None) -> dict[str, bytes]:
    """Gather the files of the theme.

    Args:
        overrides: Folder of the project's own templates; its files stand in place of those of the same name.

    Returns:
        Content by address: scripts and the site's style sheet joined of their parts, and all others as they are.
    """
    made = {f"/{ASSETS}/{name}.js": script.encode() for name, script in published_scripts(THEME / ASSETS).items()}
    made.pop(f"/{BOOT}")
    made[f"/{_SITE_SHEET}"] = joined_sheets(THEME / sheet for sheet in SHEETS).encode()
    parts = {f"/{it}" for it in (*SHEETS, BOOT)}
    own = THEME / ASSETS
    for address, path in _published(THEME):
        if address not in parts and not (path.parent == own and path.suffix == ".js"):
            made[address] = path.read_bytes()
    for address, path in _published(overrides) if overrides is not None else ():
        made[address] = path.read_bytes()
    return made


def _published(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not hidden and not any(fnmatchcase(name.lower(), it) for it in _TEMPLATES):
            yield f"/{name}", path
