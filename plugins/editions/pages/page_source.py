"""The file that a page's text is written in."""

from __future__ import annotations

from typing import TypedDict

from editions.source.link_target import working_path


class PageSource(TypedDict):
    """What a document says of its source.

    Attributes:
        source: The file, relative to the project's folder.
        source_is_frozen: Whether it belongs to a release, so that it is read and not edited.
    """

    source: str
    source_is_frozen: bool


def page_source(path: str, *, working_copy: bool) -> PageSource:
    """Find the file that a change of the page's text would be made in.

    Args:
        path: The file that the text was read from, relative to the project's folder.
        working_copy: Whether the working copy holds the same text: the page shows the newest release at its standing
            address and no draft has taken the working copy's place.

    Returns:
        The working copy's file where it holds the text, else the file itself.
    """
    working, release = working_path(path)
    if working_copy:
        return {"source": working, "source_is_frozen": False}
    return {"source": path, "source_is_frozen": release is not None}
