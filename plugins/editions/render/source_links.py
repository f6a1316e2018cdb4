"""Links to the true source of a page in the repository."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin

from editions.pages.document import Document


@dataclass(frozen=True)
class SourceLink:
    """Where the source of a page is.

    Attributes:
        url: Its address.
        frozen: Whether it belongs to a release, so that it is read there and not edited.
    """

    url: str
    frozen: bool


def source_link(document: Document, repo_url: str | None, edit_uri: str | None, docs: str) -> SourceLink | None:
    """Where a page's source can be edited, or read if it is frozen.

    Args:
        document: The page.
        repo_url: Address of the repository, if it is public.
        edit_uri: The way from there to the project's folder, or to its folder of pages.
        docs: Folder of the site's own pages in the project.

    Returns:
        The link; ``None`` if the repository is not named or no single file holds the page.
    """
    if not repo_url or not edit_uri or document.source is None:
        return None
    base = edit_uri.removesuffix(f"{docs}/")
    if document.source_is_frozen:
        base = base.replace("edit/", "blob/", 1)
    return SourceLink(urljoin(repo_url.rstrip("/") + "/", base + quote(document.source)), document.source_is_frozen)
