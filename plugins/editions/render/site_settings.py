"""The settings of ``mkdocs.yml`` as templates read them, by the names and with the defaults that MkDocs documents.

Source: https://www.mkdocs.org/user-guide/configuration/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from editions.source.configuration import Configuration

_FAVICON = "assets/editions/section.svg"
_FAVICON_OF_MATERIAL = "assets/images/favicon.png"
_FORGES = {"github.com": "GitHub", "gitlab.com": "GitLab", "bitbucket.org": "Bitbucket"}
_EDIT_URI = {"github.com": "edit/master/docs/", "gitlab.com": "edit/master/docs/", "bitbucket.org": "src/default/docs/"}


@dataclass(frozen=True)
class Script:
    """A script of the project, which is printed as its path.

    Attributes:
        path: Path from the root of the site, or a full address.
        type: What kind of script it is: empty or ``module``.
    """

    path: str
    type: str = ""

    def __str__(self) -> str:
        return self.path


def site_settings(configuration: Configuration) -> dict[str, Any]:
    """Read the settings.

    Args:
        configuration: The project's configuration.

    Returns:
        Every setting that the file states, and those that templates of the theme read.
    """
    stated = configuration.file.data
    repo_url = configuration.repo_url
    host = urlsplit(repo_url).netloc.lower() if repo_url else ""
    edit_uri = stated.get("edit_uri")
    edit_uri = (_EDIT_URI.get(host) if edit_uri is None else str(edit_uri)) or None
    extra = stated.get("extra")
    return {
        "copyright": None,
        "site_description": None,
        **stated,
        "site_name": configuration.site_name or "",
        "site_url": configuration.site_url,
        "repo_url": repo_url,
        "repo_name": stated.get("repo_name") or (_FORGES.get(host) or host.split(".")[0].title() if host else None),
        "edit_uri": f"{edit_uri.rstrip('/')}/" if edit_uri else None,
        "extra": extra if isinstance(extra, Mapping) else {},
        "theme": {
            "direction": None,
            "logo": None,
            "features": [],
            **configuration.theme,
            "favicon": _favicon(configuration),
        },
        "extra_css": [str(path) for path in stated.get("extra_css") or ()],
        "extra_javascript": [_script(entry) for entry in stated.get("extra_javascript") or ()],
    }


def site_favicon(stated: object, folders: Iterable[Path]) -> str:
    """Choose the picture in the tab of the browser.

    Args:
        stated: ``theme.favicon``; Material for MkDocs states its own mark for projects that state none.
        folders: Where files of the project are.

    Returns:
        Its path: the one of the theme, unless the project has one.
    """
    path = str(stated or _FAVICON_OF_MATERIAL)
    own = path != _FAVICON_OF_MATERIAL or any((folder / path).is_file() for folder in folders)
    return path if own else _FAVICON


def _favicon(configuration: Configuration) -> str:
    folders = [configuration.root / configuration.docs, *filter(None, [configuration.overrides])]
    return site_favicon(configuration.theme.get("favicon"), folders)


def _script(entry: Any) -> Script:
    path = str(entry.get("path", "")) if isinstance(entry, Mapping) else str(entry)
    stated = str(entry.get("type", "")) if isinstance(entry, Mapping) else ""
    return Script(path, stated or ("module" if path.endswith(".mjs") else ""))
