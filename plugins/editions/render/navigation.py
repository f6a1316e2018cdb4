"""The navigation that templates show, of what ``mkdocs.yml`` states and of the pages that there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from editions.pages.document import Document
from editions.render.stated_navigation import navigation
from editions.render.template_values import (
    Navigation,
    NavigationItem,
    NavigationLink,
    NavigationSection,
    PageValue,
)
from editions.words.phrasebook import Phrasebook


def site_navigation(
    stated: Sequence[Any] | None, documents: Sequence[Document], pages: Mapping[str, PageValue], words: Phrasebook
) -> Navigation:
    """Make the navigation.

    Args:
        stated: ``nav`` of the configuration file; ``None`` if there is none.
        documents: The pages of the site.
        pages: The same for templates, by their paths; those that the navigation gives a title have it afterwards.
        words: The language of the site.

    Returns:
        The navigation.
    """
    items = list(_items(navigation(stated, documents, words), pages))
    found = Navigation(items, None)
    return Navigation(items, next((page for page in found.pages if page.is_homepage), None))


def _items(entries: Sequence[Any], pages: Mapping[str, PageValue]) -> Iterator[NavigationItem]:
    for entry in entries:
        if isinstance(entry, Mapping):
            for title, value in entry.items():
                if isinstance(value, list):
                    yield NavigationSection(str(title), list(_items(value, pages)))
                else:
                    yield _leaf(str(title), str(value), pages)
        else:
            yield _leaf(None, str(entry), pages)


def _leaf(title: str | None, path: str, pages: Mapping[str, PageValue]) -> NavigationItem:
    page = pages.get(path)
    if page is None:
        return NavigationLink(title, path)
    if title is not None:
        page.title = title
    return page
