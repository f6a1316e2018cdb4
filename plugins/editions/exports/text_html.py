"""The Markdown of a criterion as HTML that stands on its own."""

from __future__ import annotations

from functools import lru_cache

import markdown

from editions.citations.known_works import KnownWorks
from editions.exports.cited_text import with_citations
from editions.model import Publication
from editions.pages.published_links import LinkContext, published_absolute
from editions.pages.sanitised import sanitised


class TextHtml:
    """Renders texts one after the other."""

    def __init__(self, publication: Publication) -> None:
        """Take what links and citations lead to.

        Args:
            publication: What the texts belong to; its address makes links absolute.
        """
        self._publication = publication
        self._known = KnownWorks(publication)

    def render(self, text: str, context: LinkContext) -> str:
        """Render a text.

        Args:
            text: Markdown, as written.
            context: Where it is published.

        Returns:
            Sanitised HTML with absolute links.
        """
        linked = published_absolute(with_citations(text, self._known), context, self._publication.site_url)
        return _rendered(linked, self._publication.site_url)


# Each text goes into several files, and most stay as they are while a site is being written.
@lru_cache(maxsize=4096)
def _rendered(linked: str, site_url: str) -> str:
    parser = _parser()
    parser.reset()
    return sanitised(parser.convert(linked), site_url)


@lru_cache(maxsize=1)
def _parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=["attr_list", "def_list", "fenced_code", "md_in_html", "tables"])
