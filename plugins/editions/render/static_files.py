"""The files beside the site's own pages, which are published as they are."""

from __future__ import annotations

from pathspec import GitIgnoreSpec

from editions.source.configuration import Configuration
from editions.source.discovery import list_folder

# As MkDocs does: https://www.mkdocs.org/user-guide/configuration/#exclude_docs
_NEVER = (".*", "/templates/")


def static_files(configuration: Configuration) -> dict[str, bytes]:
    """Read the files.

    Args:
        configuration: The project's configuration; ``exclude_docs`` leaves files out.

    Returns:
        Content by address from the root of the site.
    """
    stated = configuration.file.data.get("exclude_docs")
    excluded = GitIgnoreSpec.from_lines([*_NEVER, *(stated.splitlines() if isinstance(stated, str) else ())])
    folder = configuration.docs
    names = [path.removeprefix(f"{folder}/") for path in list_folder(configuration.root, folder).files]
    shown = [name for name in names if not name.endswith(".md") and not excluded.match_file(name)]
    return {f"/{name}": (configuration.root / folder / name).read_bytes() for name in shown}
