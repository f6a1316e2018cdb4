"""Everything that one project publishes."""

from __future__ import annotations

from dataclasses import dataclass

from editions.model.article import ArticleHistory
from editions.model.site_page import SitePage
from editions.model.standard import Standard


@dataclass(frozen=True)
class Publication:
    """A standard and its articles, at an address.

    Attributes:
        site_url: Absolute address of the site, ending in ``/``.
        standard: The standard.
        articles: The articles in the order of their slugs.
        pages: The site's own pages and the citation guidance, in the order of their paths.
        bibliography: The BibTeX of the works that texts cite; empty if there are none.
        repository: Address of the repository that holds the sources, if it is public.
        copyright_notice: The copyright notice that comes with the works, if the publisher supplies one.
        language: BCP 47 tag of the language that the texts are written in.
        site_name: Name of the site, if the configuration states one.
        fonts: Folder of typefaces for PDFs that the engine's own do not cover, if the project has one.
    """

    site_url: str
    standard: Standard
    articles: tuple[ArticleHistory, ...] = ()
    pages: tuple[SitePage, ...] = ()
    bibliography: str = ""
    repository: str | None = None
    copyright_notice: str | None = None
    language: str = "en"
    site_name: str | None = None
    fonts: str | None = None

    def absolute(self, address: str) -> str:
        """The absolute URL of an address of the site.

        Args:
            address: Path from the root of the site, beginning with ``/``.
        """
        return self.site_url.rstrip("/") + address
