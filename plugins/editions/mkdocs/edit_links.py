"""Links to the true source of a page in the repository."""

from __future__ import annotations

from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig

from editions.pages.document import Document
from editions.source.configuration import Configuration


def source_link(config: MkDocsConfig, configuration: Configuration, document: Document) -> tuple[str | None, bool]:
    """Where a page's source can be edited, or read if it is frozen.

    Args:
        config: The configuration of the build; ``edit_uri`` leads to the project's folder or to its ``docs_dir``.

    Returns:
        The address, or ``None`` if the repository is not named, and whether the file is frozen.
    """
    if not config.repo_url or not config.edit_uri or document.source is None:
        return None, document.source_is_frozen
    base = config.edit_uri.removesuffix(f"{configuration.docs}/")
    if document.source_is_frozen:
        base = base.replace("edit/", "blob/", 1)
    return urljoin(config.repo_url.rstrip("/") + "/", base + quote(document.source)), document.source_is_frozen
