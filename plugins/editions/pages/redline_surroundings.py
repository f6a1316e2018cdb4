"""What links and citations lead to in redlines, which show texts of two editions, or of two versions of an article."""

from __future__ import annotations

from collections.abc import Callable

from editions.citations.known_works import KnownWorks
from editions.comparison import Item, Placing
from editions.model import Article, Edition, Standard
from editions.model.addresses import edition_address
from editions.pages.published_links import LinkContext, moved_domains
from editions.pages.text_surroundings import Cite, from_root, outside
from editions.text.surroundings import Surroundings

_Shown = Callable[[LinkContext], Surroundings]


def editions_on_site(old: Edition, new: Edition, cite: Cite, docs: str = "docs") -> Placing:
    """The surroundings of two editions' texts in the parts of a page.

    Args:
        old: The earlier edition, at whose permanent pages the links of its texts lead.
        new: The later edition.
        cite: Sets a citation.
        docs: Folder of the site's own pages in the project.

    Returns:
        Links from the root of the site.
    """
    return _editions(_on_site(cite), old, new, docs)


def editions_outside(
    old: Edition, new: Edition, site_url: str, known: KnownWorks | None = None, docs: str = "docs"
) -> Placing:
    """The surroundings of two editions' texts outside of the site.

    Args:
        old: The earlier edition.
        new: The later edition.
        site_url: Absolute address of the site.
        known: The works that texts may cite; ``None`` where citations are shown as they are written.
        docs: Folder of the site's own pages in the project.

    Returns:
        Absolute links.
    """
    return _editions(lambda context: outside(context, site_url, known), old, new, docs)


def article_on_site(standard: Standard, old: Article, new: Article, cite: Cite, docs: str = "docs") -> Placing:
    """The surroundings of an article's versions in the parts of a page, as ``editions_on_site`` has those of texts."""
    return _article(_on_site(cite), standard, old, new, docs)


def article_outside(standard: Standard, old: Article, new: Article, site_url: str) -> Placing:
    """The surroundings of an article's versions outside of the site; citations are shown as they are written."""
    return _article(lambda context: outside(context, site_url, None), standard, old, new)


def _on_site(cite: Cite) -> _Shown:
    return lambda context: from_root(cite).of_text(context, quoted=True)


def _editions(shown: _Shown, old: Edition, new: Edition, docs: str) -> Placing:
    def side(edition: Edition, items: tuple[Item, ...]) -> Surroundings:
        # Of several items, all files of domains are in one folder.
        source = items[0].source if items and items[0].source else edition.origin.path
        return shown(LinkContext(source, "", edition_address(edition).strip("/"), docs))

    return lambda change: (side(old, change.old), side(new, change.new))


def _article(shown: _Shown, standard: Standard, old: Article, new: Article, docs: str = "docs") -> Placing:
    moved = moved_domains(standard)
    sides = [shown(LinkContext(it.origin.path, "", docs=docs, moved=moved)) for it in (old, new)]
    return lambda change: (sides[0], sides[1])
