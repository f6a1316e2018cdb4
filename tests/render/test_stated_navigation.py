"""The navigation that a project states."""

from __future__ import annotations

from editions.pages.document import Document
from editions.render.stated_navigation import navigation


def test_an_empty_navigation_is_none() -> None:
    """MkDocs takes it so."""
    home = Document("page", "index.md", "/", title="Home", head_title="", summary="", in_navigation=True)
    assert navigation([], [home]) == navigation(None, [home]) == [{"Home": "index.md"}]
