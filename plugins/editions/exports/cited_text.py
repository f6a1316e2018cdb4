"""The citations of a text written out, for readers outside the site."""

from __future__ import annotations

from editions.citations.in_text import author_date
from editions.citations.known_works import KnownWorks
from editions.pages.markdown_text import plain
from editions.source.markdown_citations import TextCitation, replace_citations


def with_citations(markdown: str, known: KnownWorks) -> str:
    """Write the citations of a text out by author and date (APA 7 § 8.11).

    Args:
        markdown: The text, as written.
        known: The works that it may cite.

    Returns:
        The text with links to the works where its citations stood: outside the site it has no list to lead to.
    """

    def cited(citation: TextCitation) -> str:
        pieces = []
        for item in citation.items:
            work = known.find(item.key)
            if work is None:
                return citation.written
            label = plain(", ".join(part for part in (author_date(work), item.locator) if part))
            pieces.append(f"[{label}](<{work.link}>)" if work.link else label)
        return f"({'; '.join(pieces)})" if pieces else citation.written

    return replace_citations(markdown, cited) if "[@" in markdown else markdown
