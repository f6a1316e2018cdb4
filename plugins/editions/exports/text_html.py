"""The Markdown of a criterion as HTML that stands on its own."""

from __future__ import annotations

import markdown

from editions.citations.in_text import author_date
from editions.citations.known_works import KnownWorks
from editions.model import Publication
from editions.pages.markdown_text import plain
from editions.pages.published_links import LinkContext, published_absolute
from editions.pages.sanitised import sanitised
from editions.source.markdown_citations import TextCitation, replace_citations


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
        cited = replace_citations(text, self._cited) if "[@" in text else text
        linked = published_absolute(cited, context, self._publication.site_url)
        return sanitised(self._markdown.convert(linked), self._publication.site_url)

    def _cited(self, citation: TextCitation) -> str:
        """A citation by author and date (APA 7 § 8.11), with links to the works: the text has no list to lead to."""
        pieces = []
        for item in citation.items:
            work = self._known.find(item.key)
            if work is None:
                return citation.written
            label = plain(", ".join(part for part in (author_date(work), item.locator) if part))
            pieces.append(f"[{label}](<{work.link}>)" if work.link else label)
        return f"({'; '.join(pieces)})" if pieces else citation.written
