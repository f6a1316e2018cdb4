"""The Markdown of a criterion as HTML that stands on its own."""

from __future__ import annotations

import markdown

from editions.citations.known_works import KnownWorks
from editions.exports.cited_text import with_citations
from editions.model import Publication
from editions.pages.published_links import LinkContext, published_absolute
from editions.pages.sanitised import sanitised


class TextHtml:
    """Renders texts one after the other; one parser serves them all."""

    def __init__(self, publication: Publication) -> None:
        """Prepare the parser.

        Args:
            publication: What the texts belong to; its address makes links absolute.
        """
        self._publication = publication
        self._known = KnownWorks(publication)
        self._markdown = markdown.Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables"])

    def render(self, text: str, context: LinkContext) -> str:
        """Render a text.

        Args:
            text: Markdown, as written.
            context: Where it is published.

        Returns:
            Sanitised HTML with absolute links.
        """
        self._markdown.reset()
        linked = published_absolute(with_citations(text, self._known), context, self._publication.site_url)
        return sanitised(self._markdown.convert(linked), self._publication.site_url)
