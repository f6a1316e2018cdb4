"""The files beside the site's own pages, which are published as they are."""

from __future__ import annotations

from collections.abc import Iterator

from pathspec import GitIgnoreSpec

from editions.site.assets.asset import Asset
from editions.source.configuration import Configuration
from editions.source.discovery import list_folder

# As MkDocs does: https://www.mkdocs.org/user-guide/configuration/#exclude_docs
_NEVER = (".*", "/templates/")


def static_files(configuration: Configuration) -> Iterator[Asset]:
    """Find the files.

    Args:
        configuration: The project's configuration; ``exclude_docs`` leaves files out.

    Yields:
        Each as it is.
    """
    stated = configuration.file.data.get("exclude_docs")
    excluded = GitIgnoreSpec.from_lines([*_NEVER, *(stated.splitlines() if isinstance(stated, str) else ())])
    folder = configuration.docs
    names = [path.removeprefix(f"{folder}/") for path in list_folder(configuration.root, folder).files]
    shown = [name for name in names if not name.endswith(".md") and not excluded.match_file(name)]
    yield from (Asset(f"/{name}", (configuration.root / folder / name,)) for name in shown)
