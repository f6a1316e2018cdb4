"""The JSON Schemas of all files and exports."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any


def schema_folder() -> Path:
    """The folder that holds the schemas.

    Returns:
        The folder inside an installed engine or, in the engine's own repository, ``schema/`` at its top.
    """
    installed = Path(__file__).parents[1] / "schema"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schema"


def schema_names() -> list[str]:
    """The schemas there are.

    Returns:
        Names with their major versions, such as ``criteria-1``, sorted.
    """
    return sorted(path.name.removesuffix(".schema.json") for path in schema_folder().glob("*.schema.json"))


def schema_address(name: str) -> str:
    """Where a schema stands on the site.

    Args:
        name: Name with major version, such as ``criteria-1``.

    Returns:
        Path from the root of the site.
    """
    return f"/schema/{name}.schema.json"


def load_schema(name: str) -> dict[str, Any]:
    """Read a schema.

    Args:
        name: Name with major version, such as ``criteria-1``.

    Returns:
        The schema, as it stands in its file now.
    """
    path = schema_folder() / f"{name}.schema.json"
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _load(path: Path, _changed: int) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema
