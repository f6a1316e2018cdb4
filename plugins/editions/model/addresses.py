"""Where everything stands on the site. Addresses never move.

Each is a path from the root of the site. With ``None`` for the edition, or for the version of an article, it is the
standing address of the newest release.
"""

from __future__ import annotations

from editions.model.article import Article
from editions.model.edition import Criterion, Domain, Edition

HISTORY = "/standard/history/"
INSIGHTS = "/insights/"
CITATIONS = "/citations/"
LICENSE = "/license/"
STANDARD_FEED = "/standard/feed.xml"
INSIGHTS_FEED = "/insights/feed.xml"
LLMS_TEXT = "/llms.txt"
CATALOGUE = "/catalog.json"


def edition_address(edition: Edition | None) -> str:
    """The address of an edition."""
    if edition is None:
        return "/standard/"
    return "/standard/draft/" if edition.status == "draft" else f"/standard/{edition.version}/"


def checklist_address(edition: Edition | None) -> str:
    """The address of the checklist of an edition."""
    return f"{edition_address(edition)}checklist/"


def domain_address(edition: Edition | None, domain: Domain) -> str:
    """The address of a domain."""
    return f"{edition_address(edition)}domains/{domain.slug}/"


def criterion_address(edition: Edition, criterion: Criterion) -> str:
    """The address of a criterion's own page."""
    return f"{edition_address(edition)}criteria/{criterion.id}/"


def crosswalk_address(edition: Edition | None, slug: str = "") -> str:
    """The address of a crosswalk.

    Args:
        slug: Slug of the framework; empty for the list of all of them.
    """
    return f"{edition_address(edition)}crosswalks/{f'{slug}/' if slug else ''}"


def comparison_address(old: Edition, new: Edition) -> str:
    """The address of the comparison of two editions.

    Args:
        new: The later edition, possibly the draft.
    """
    return f"/standard/compare/{old.version}...{'draft' if new.status == 'draft' else new.version}/"


def article_address(slug: str, article: Article | None = None) -> str:
    """The address of an article."""
    if article is None:
        return f"{INSIGHTS}{slug}/"
    return f"{INSIGHTS}{slug}/{'draft' if article.status == 'draft' else article.version}/"


def page_address(path: str) -> str:
    """The address of a file in the tree of pages.

    Args:
        path: A Markdown file such as ``license.md``, or any other file.

    Returns:
        Path from the root of the site, such as ``/license/``.
    """
    if not path.endswith(".md"):
        return f"/{path}"
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"
