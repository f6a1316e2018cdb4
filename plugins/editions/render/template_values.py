"""Pages and the navigation as templates read them.

The names are those that MkDocs documents (https://www.mkdocs.org/dev-guide/themes/#template-variables), so that the
templates of a project work under either generator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TocItem:
    """A heading of a page, with those below it.

    Attributes:
        title: Its words, as HTML.
        id: Its anchor.
        level: From 1 to 6.
        children: The headings below it.
    """

    title: str
    id: str
    level: int
    children: list[TocItem] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The link to it on its page."""
        return f"#{self.id}"


@dataclass(eq=False)
class PageValue:
    """A page.

    Attributes:
        title: Its title, as HTML.
        url: Its address relative to the root of the site; empty for the home page.
        canonical_url: The address that search engines should show.
        content: Its content, as HTML.
        toc: Its headings.
        meta: What its front matter states.
        edit_url: Where its source is.
        previous_page: The page before it.
        next_page: The page after it.
        update_date: The date of its text.
        active: Whether it is the page that is being made.
    """

    title: str
    url: str
    canonical_url: str
    content: str = ""
    toc: Sequence[TocItem] = ()
    meta: dict[str, Any] = field(default_factory=dict)
    edit_url: str | None = None
    previous_page: PageValue | None = None
    next_page: PageValue | None = None
    update_date: str = ""
    active: bool = False

    children = None
    is_page = True
    is_section = False
    is_link = False

    @property
    def is_homepage(self) -> bool:
        """Whether it is the home page."""
        return not self.url


@dataclass(eq=False)
class NavigationSection:
    """A titled group of entries of the navigation."""

    title: str
    children: list[NavigationItem]

    is_page = False
    is_section = True
    is_link = False

    @property
    def active(self) -> bool:
        """Whether the page that is being made is in it."""
        return any(child.active for child in self.children)


@dataclass(eq=False)
class NavigationLink:
    """An entry of the navigation that leads elsewhere."""

    title: str | None
    url: str

    children = None
    active = False
    is_page = False
    is_section = False
    is_link = True


NavigationItem = PageValue | NavigationSection | NavigationLink


@dataclass(frozen=True)
class Navigation:
    """The navigation of the site.

    Attributes:
        items: Its entries.
        homepage: The home page, if it is among them.
    """

    items: list[NavigationItem]
    homepage: PageValue | None

    def __iter__(self) -> Iterator[NavigationItem]:
        return iter(self.items)

    @property
    def pages(self) -> list[PageValue]:
        """The pages in it, in order."""
        return list(_pages(self.items))


def _pages(items: list[NavigationItem]) -> Iterator[PageValue]:
    for item in items:
        if isinstance(item, PageValue):
            yield item
        elif isinstance(item, NavigationSection):
            yield from _pages(item.children)
