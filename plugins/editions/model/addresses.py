"""Where everything stands on the site. Addresses never move.

Each is a path from the root of the site. With ``None`` for the edition, or for the version of an article, it is the
standing address of the newest release.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from editions.model.article import Article
from editions.model.edition import Criterion, Domain, Edition

STANDARD = "/standard/"
HISTORY = "/standard/history/"
INSIGHTS = "/insights/"
CITATIONS = "/citations/"
LICENSE = "/license/"
STANDARD_FEED = "/standard/feed.xml"
INSIGHTS_FEED = "/insights/feed.xml"
LLMS_TEXT = "/llms.txt"
CATALOGUE = "/catalog.json"
SITEMAP = "/sitemap.xml"
_CITATION_FILE = re.compile(rf"{CITATIONS}[a-z0-9.-]+\.(?:bib|ris|csl\.json|txt|cff)")
DRAFT = "draft"
"""What stands in addresses in place of the version of a draft."""


@dataclass(frozen=True)
class EditionAddresses:
    """The addresses of an edition, by the names that it has in them: also of one that cannot be read as a model.

    Attributes:
        name: Its version, :data:`DRAFT`, or an empty string for the standing addresses.
    """

    name: str = ""

    @property
    def overview(self) -> str:
        """The overview, which every other address begins with."""
        return f"{STANDARD}{self.name}/" if self.name else STANDARD

    @property
    def checklist(self) -> str:
        """The checklist."""
        return f"{self.overview}checklist/"

    def domain(self, slug: str) -> str:
        """A domain."""
        return f"{self.overview}domains/{slug}/"

    def criterion(self, item: str) -> str:
        """A criterion's own page."""
        return f"{self.overview}criteria/{item}/"

    def crosswalk(self, slug: str = "") -> str:
        """The crosswalk to a framework; without one, the list of all of them."""
        return f"{self.overview}crosswalks/{f'{slug}/' if slug else ''}"

    def file(self, name: str) -> str:
        """A data file."""
        return f"{self.overview}{name}"

    def compared_with(self, earlier: str) -> str:
        """The comparison with an edition before it."""
        return f"{STANDARD}compare/{earlier}...{self.name}/"


def edition_addresses(edition: Edition | None) -> EditionAddresses:
    """The addresses of an edition."""
    if edition is None:
        return EditionAddresses()
    return EditionAddresses(DRAFT if edition.status == "draft" else str(edition.version))


def edition_address(edition: Edition | None) -> str:
    """The address of an edition."""
    return edition_addresses(edition).overview


def checklist_address(edition: Edition | None) -> str:
    """The address of the checklist of an edition."""
    return edition_addresses(edition).checklist


def domain_address(edition: Edition | None, domain: Domain) -> str:
    """The address of a domain."""
    return edition_addresses(edition).domain(domain.slug)


def criterion_address(edition: Edition, criterion: Criterion) -> str:
    """The address of a criterion's own page."""
    return edition_addresses(edition).criterion(criterion.id)


def crosswalk_address(edition: Edition | None, slug: str = "") -> str:
    """The address of a crosswalk.

    Args:
        slug: Slug of the framework; empty for the list of all of them.
    """
    return edition_addresses(edition).crosswalk(slug)


def comparison_address(old: Edition, new: Edition) -> str:
    """The address of the comparison of two editions.

    Args:
        new: The later edition, possibly the draft.
    """
    return edition_addresses(new).compared_with(str(old.version))


def article_address(slug: str, article: Article | None = None) -> str:
    """The address of an article."""
    if article is None:
        return article_version_address(slug)
    return article_version_address(slug, DRAFT if article.status == "draft" else str(article.version))


def article_version_address(slug: str, name: str = "") -> str:
    """The address of an article by the names that it has in it.

    Args:
        name: Its version, :data:`DRAFT`, or an empty string for the standing address.
    """
    return f"{INSIGHTS}{slug}/{f'{name}/' if name else ''}"


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


def twin_address(address: str) -> str:
    """Where the Markdown twin of a page stands.

    Args:
        address: The page's address.
    """
    return f"{address}index.md"


def is_citation_file(address: str) -> bool:
    """Whether an address is that of a citation of a work as a file; the work need not exist."""
    return _CITATION_FILE.fullmatch(address) is not None


def document_path(address: str) -> str:
    """The file, in the tree of generated pages, of a page that the sources make.

    Args:
        address: Path from the root of the site, such as ``/standard/1.0/criteria/D01.1/``.

    Returns:
        Path such as ``standard/1.0/criteria/D01.1.md``; overviews are ``index.md`` of their folders.
    """
    inside = address.strip("/")
    parts = inside.split("/")
    overview = inside in ("", "standard", "insights", "citations") or (
        len(parts) == 2 and parts[0] == "standard" and parts[1] != "history"
    )
    return posixpath.join(inside, "index.md") if overview else f"{inside}.md"
