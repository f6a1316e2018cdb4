"""What links and citations of texts lead to: on a page of the site, and outside of it."""

from __future__ import annotations

from collections.abc import Callable

from editions.citations.in_text import author_date
from editions.citations.known_works import KnownWorks
from editions.model.addresses import page_address
from editions.pages.markdown_text import relative_address, web_address
from editions.pages.published_links import COPIED, LinkContext, page_of_target
from editions.text.safe_address import is_safe
from editions.text.inline_tree import Citation
from editions.text.surroundings import CitationPiece, Surroundings


def on_page(
    context: LinkContext, address: str, cite: Callable[[Citation], tuple[CitationPiece, ...]] | None = None
) -> Surroundings:
    """The surroundings of a text on a page.

    Args:
        context: Where the text is written and published.
        address: Path of the page from the root of the site.
        cite: Sets a citation; ``None`` where citations are shown as they are written.

    Returns:
        Links relative to the page.
    """

    def link(target: str) -> str | None:
        if target.startswith("#"):
            return target
        found = _address(target, context)
        if found is None:
            return _foreign(target)
        page, mark, anchor = found.partition("#")
        relative = relative_address(page, address) if page.endswith("/") else relative_address(page, address)[:-1]
        return f"{relative}{mark}{anchor}"

    both = Surroundings(link, link)
    return both if cite is None else Surroundings(link, link, cite)


def outside(context: LinkContext, site_url: str, known: KnownWorks) -> Surroundings:
    """The surroundings of a text outside the site, such as in a data file.

    Args:
        context: Where the text is written and published.
        site_url: Absolute address of the site.
        known: The works that texts may cite.

    Returns:
        Absolute links, and citations by author and date (APA 7 § 8.11) with links to the works themselves: outside the
        site they have no list to lead to.
    """

    def link(target: str) -> str | None:
        found = _address(target, context)
        return _foreign(target) if found is None else site_url.rstrip("/") + found

    def cite(citation: Citation) -> tuple[CitationPiece, ...]:
        pieces: list[CitationPiece] = []
        for item in citation.items:
            work = known.find(item.key)
            if work is None:
                return (CitationPiece(citation.written),)
            label = ", ".join(part for part in (author_date(work), item.locator) if part)
            pieces += [*([CitationPiece("; ")] if pieces else []), CitationPiece(label, work.link or "")]
        return (CitationPiece("("), *pieces, CitationPiece(")")) if pieces else (CitationPiece(citation.written),)

    return Surroundings(link, link, cite)


def _address(target: str, context: LinkContext) -> str | None:
    """Path from the root of the site, with an anchor; ``None`` for what leaves the site."""
    found = page_of_target(target, context)
    return None if found is None else page_address(found[0]).removesuffix(COPIED) + found[1]


def _foreign(target: str) -> str | None:
    if not is_safe(target.replace(" ", "%20")):
        return None
    return web_address(target) if "://" in target else target
