"""The requirement by which a new project installs the engine."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from editions import __version__

DISTRIBUTION = "mkdocs-editions"


def engine_requirement() -> str:
    """The requirement that installs the engine that is running.

    Returns:
        ``mkdocs-editions==VERSION``; where the engine was installed from a file, a folder or a repository, the same
        address (PEP 508), as its installation recorded it (PEP 610).
    """
    try:
        return requirement_of(distribution(DISTRIBUTION))
    except PackageNotFoundError:
        return f"{DISTRIBUTION}=={__version__}"


def requirement_of(installed: Distribution) -> str:
    """The requirement that installs a distribution again.

    Returns:
        As for ``engine_requirement``.
    """
    pinned = f"{DISTRIBUTION}=={installed.version}"
    recorded = installed.read_text("direct_url.json")
    if recorded is None:
        return pinned
    try:
        data = json.loads(recorded)
        url, vcs = data["url"], data.get("vcs_info")
        folder = data.get("subdirectory")
        address = f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url
    except (ValueError, LookupError, TypeError, AttributeError):
        return pinned
    return f"{DISTRIBUTION} @ {address}{f'#subdirectory={folder}' if folder else ''}"


def is_local(requirement: str) -> bool:
    """Whether a requirement names a place on this machine, which no other machine has.

    Returns:
        True for ``file:`` addresses.
    """
    return "file:" in requirement.partition("@")[2]
