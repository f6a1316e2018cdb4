"""What the project's ``mkdocs.yml`` says to Editions, read without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

from editions.source.problem import Problem, Unpublishable


@dataclass(frozen=True)
class Configuration:
    """Where a project stands and how it is published.

    Attributes:
        root: The project's folder: the one that holds the configuration file.
        site_url: Absolute address of the site, ending in ``/``.
        config_path: Name of the configuration file, for problems.
        docs: Folder of the home page and the site's own pages, relative to ``root``.
        repo_url: Address of the repository, if it is public.
        options: Options of each Editions plugin, by its name.
    """

    root: Path
    site_url: str
    config_path: str = "mkdocs.yml"
    docs: str = "docs"
    repo_url: str | None = None
    options: dict[str, dict[str, Any]] = field(default_factory=dict)


class _Loader(yaml.SafeLoader):
    """Reads tags of other tools (``!!python/name:…``) as plain values, since nothing here needs them."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
yaml_env_tag.add_env_tag(_Loader)


def read_configuration(path: Path) -> Configuration:
    """Read a project's configuration.

    Args:
        path: The configuration file, usually ``mkdocs.yml``.

    Returns:
        The configuration.

    Raises:
        Unpublishable: If the file is missing, is no YAML, or does not name the site's address.
    """
    return configure(path, _read(path, (path.resolve(),)))


def configure(path: Path, data: dict[str, Any]) -> Configuration:
    """Make a configuration of the content of a configuration file.

    Args:
        path: The file, for its folder and for problems.
        data: Its content.

    Returns:
        The configuration.

    Raises:
        Unpublishable: If the site's address is missing or is no address.
    """
    site_url = data.get("site_url")
    if not isinstance(site_url, str) or not site_url.startswith(("https://", "http://")):
        message = "site_url is missing; give the address at which the site is published, such as https://example.org/"
        raise Unpublishable((Problem(path.name, 1, message),))
    options = _plugin_options(data.get("plugins"))
    repo_url = data.get("repo_url")
    docs = str(data.get("docs_dir") or "docs")
    root = path.resolve().parent
    return Configuration(
        root=root,
        site_url=site_url.rstrip("/") + "/",
        config_path=path.name,
        docs=docs if not Path(docs).is_absolute() else str(Path(docs).relative_to(root)),
        repo_url=repo_url if isinstance(repo_url, str) else None,
        options=options,
    )


def _read(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except FileNotFoundError:
        message = "is not here; run the command in the folder that holds it, or name it with --config-file"
        raise Unpublishable((Problem(path.name, 1, message),)) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise Unpublishable((Problem(path.name, 1, f"can't be read ({reason}); correct it"),)) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        reason = getattr(error, "problem", None) or "it is no YAML"
        raise Unpublishable((Problem(path.name, line, f"can't be read as YAML: {reason}; correct it"),)) from None
    except RecursionError:
        raise Unpublishable((Problem(path.name, 1, "is nested too deeply; flatten it"),)) from None
    if not isinstance(data, dict):
        raise Unpublishable((Problem(path.name, 1, "is not made of 'key: value' lines; write it so"),))
    parent = data.pop("INHERIT", None)
    if isinstance(parent, str):
        base = (path.parent / parent).resolve()
        if base in seen:
            raise Unpublishable((Problem(path.name, 1, "INHERIT leads back to this file; remove it"),))
        inherited = _read(base, (*seen, base))
        inherited.update(data)
        return inherited
    return data


def _plugin_options(plugins: Any) -> dict[str, dict[str, Any]]:
    """Options by plugin, from either form that MkDocs takes: a list, or a mapping."""
    entries: list[Any] = []
    if isinstance(plugins, dict):
        entries = [{name: options} for name, options in plugins.items()]
    elif isinstance(plugins, list):
        entries = plugins
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if isinstance(entry, str):
            found[entry] = {}
        elif isinstance(entry, dict):
            for name, options in entry.items():
                found[str(name)] = options if isinstance(options, dict) else {}
    return found
