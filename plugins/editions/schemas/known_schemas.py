"""The JSON Schemas of all files and exports: those in force, and every version of them that was released.

They are those of the engine, unless another folder of schemas is named.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

SUFFIX = ".schema.json"
SCHEMAS = "/schema/"

# Who writes a document: a source file is written by people and read by the engine, an export the other way round.
DocumentKind = Literal["source", "export"]

_NAME = re.compile(r"([a-z]+(?:-[a-z]+)*)-([1-9][0-9]*)")
_RELEASED = re.compile(rf"{_NAME.pattern}\.(0|[1-9][0-9]*)")
_VERSION = re.compile(r"schema_version ([1-9][0-9]*)\.(0|[1-9][0-9]*)")


@cache
def schema_folder() -> Path:
    """The folder that holds the schemas.

    Returns:
        The folder inside an installed engine or, in the engine's own repository, ``schema/`` at its top.
    """
    installed = Path(__file__).parents[1] / "schema"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schema"


def schema_names(folder: Path | None = None) -> list[str]:
    """The schemas there are.

    Returns:
        Names with their major versions, such as ``criteria-1``, sorted.
    """
    return sorted(path.name.removesuffix(SUFFIX) for path in (folder or schema_folder()).glob(f"*{SUFFIX}"))


def released_names(folder: Path | None = None) -> list[str]:
    """The versions of schemas that were released, which are kept for good.

    Returns:
        Names with their whole versions, such as ``criteria-1.0``, by name and version.
    """
    found = (path.name.removesuffix(SUFFIX) for path in ((folder or schema_folder()) / "released").glob(f"*{SUFFIX}"))
    parts = {match[0]: (match[1], int(match[2]), int(match[3])) for match in map(_RELEASED.fullmatch, found) if match}
    return sorted(parts, key=parts.__getitem__)


def major_name(released: str) -> str:
    """The schema that a released version belongs to.

    Args:
        released: Name with its whole version, such as ``criteria-1.0``.

    Returns:
        Name with its major version, such as ``criteria-1``.
    """
    return released.rpartition(".")[0]


def schema_file(name: str, folder: Path | None = None) -> Path:
    """The file of a schema.

    Args:
        name: Name with major version, such as ``criteria-1``, or with the whole version of a released one, such as
            ``criteria-1.0``.
    """
    place = folder or schema_folder()
    return (place / "released" if _RELEASED.fullmatch(name) else place) / f"{name}{SUFFIX}"


def schema_address(name: str) -> str:
    """Where a schema stands on the site.

    Args:
        name: Name with major version, such as ``criteria-1``, or with the whole version of a released one, such as
            ``criteria-1.0``.

    Returns:
        Path from the root of the site.
    """
    return f"{SCHEMAS}{name}{SUFFIX}"


def schema_page_address(name: str) -> str:
    """Where the page of a schema stands on the site.

    Args:
        name: Name with major version, such as ``criteria-1``.
    """
    return f"{SCHEMAS}{name}/"


def load_schema(name: str, folder: Path | None = None) -> dict[str, Any]:
    """Read a schema.

    Args:
        name: Name with major version, such as ``criteria-1``, or with the whole version of a released one, such as
            ``criteria-1.0``.
    """
    path = schema_file(name, folder)
    return _load(path, path.stat().st_mtime_ns)


def schema_version(name: str, folder: Path | None = None) -> str:
    """The version of a schema, which the documents made for it state as ``schema_version``.

    Returns:
        ``MAJOR.MINOR``.

    Raises:
        ValueError: If the schema states none, or one of another major version.
    """
    comment = load_schema(name, folder).get("$comment")
    match = _VERSION.fullmatch(comment) if isinstance(comment, str) else None
    major = name.rpartition("-")[2]
    if match is None or match[1] != major:
        raise ValueError(f'states no version; give it "$comment": "schema_version {major}.0"')
    return f"{match[1]}.{match[2]}"


def document_kind(schema: dict[str, Any]) -> DocumentKind:
    """Who writes the documents of a schema.

    Returns:
        ``source`` if no keys but the described ones are allowed, so that a mistyped key is found; ``export`` if others
        are, so that the document can grow.
    """
    return "source" if schema.get("additionalProperties") is False else "export"


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema
