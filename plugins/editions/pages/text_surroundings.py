"""What links and citations lead to: on a page of the site, in a copy of the page, and outside of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from editions.citations.in_text import author_date
from editions.citations.known_works import KnownWorks
from editions.model.addresses import page_address
from editions.pages.page_paths import relative_address, web_address
from editions.pages.published_links import COPIED, LinkContext, page_of_target
from editions.text.inline_tree import Citation
from editions.text.safe_address import is_safe
from editions.text.surroundings import AS_WRITTEN, CitationPiece, Surroundings

Cite = Callable[[Citation], tuple[CitationPiece, ...]]
_AS_WRITTEN: Cite = AS_WRITTEN.cite
# What the name of a file may have and an address not as it is (RFC 3986 §3.3); other letters are left to browsers.
_NOT_IN_PATHS = re.compile(r"[\x00-\x20\x7f\"#%<>?\\^`{|}]")


@dataclass(frozen=True, slots=True)
class PartSurroundings:
    """Where the parts of a page are shown.

    Attributes:
        show: Gives the address for a path from the root of the site or for an anchor (``#…``).
        cite: Sets a citation.
    """

    show: Callable[[str], str]
    cite: Cite = _AS_WRITTEN

    @property
    def own(self) -> Surroundings:
        """Of what the engine writes itself, whose links are paths from the root of the site."""

        def lead(target: str) -> str | None:
            return self.show(target) if target[:1] in ("/", "#") else _foreign(target)

        return Surroundings(lead, lead)

    def of_text(
        self, context: LinkContext, headings: Iterable[tuple[str, str]] = (), *, quoted: bool = False
    ) -> Surroundings:
        """Of a contributor's text, whose links are those of its source file.

        Args:
            context: Where the text is written and published.
            headings: The ids of its headings, in the text and on the page; links lead to the latter.
            quoted: Whether another page has the text as its own, which its anchors lead to.

        Returns:
            The surroundings; other anchors are those of the page, and images from elsewhere are not shown.
        """
        there = _surroundings(context, self.show, self.cite)
        if quoted:
            return there
        ids = dict(reversed(tuple(headings)))

        def link(target: str) -> str | None:
            return self.show(f"#{ids.get(target[1:], target[1:])}") if target[:1] == "#" else there.link(target)

        return replace(there, link=link)


def on_page(address: str, cite: Cite = _AS_WRITTEN) -> PartSurroundings:
    """The surroundings of parts on their page.

    Args:
        address: Path of the page from the root of the site.
        cite: Sets a citation.

    Returns:
        Links relative to the page; pictures of other sites are not loaded.
    """
    return PartSurroundings(
        lambda target: target if target.startswith("#") else relative_address(target, address), cite
    )


def from_root(cite: Cite = _AS_WRITTEN) -> PartSurroundings:
    """The surroundings of texts that become parts of the engine's own: links are paths from the root of the site.

    Args:
        cite: Sets a citation.
    """
    return PartSurroundings(lambda target: target, cite)


def off_page(url: str, site_url: str, cite: Cite = _AS_WRITTEN) -> PartSurroundings:
    """The surroundings of parts in a copy of their page, such as its twin.

    Args:
        url: Absolute address of the page.
        site_url: Absolute address of the site.
        cite: Sets a citation; pieces lead to anchors of the page.

    Returns:
        Absolute links.
    """

    def show(target: str) -> str:
        return f"{url}{target}" if target.startswith("#") else site_url.rstrip("/") + target

    def cited(citation: Citation) -> tuple[CitationPiece, ...]:
        pieces = cite(citation)
        return tuple(CitationPiece(it.text, show(it.target) if it.target[:1] == "#" else it.target) for it in pieces)

    return PartSurroundings(show, cited)


def outside(context: LinkContext, site_url: str, known: KnownWorks | None) -> Surroundings:
    """The surroundings of a text outside the site, such as in a data file.

    Args:
        context: Where the text is written and published.
        site_url: Absolute address of the site.
        known: The works that texts may cite; ``None`` where citations are shown as they are written.

    Returns:
        Absolute links, and citations by author and date with links to the works themselves. Of the images of other
        sites, which pages do not load either, the words.
    """
    cite = _AS_WRITTEN if known is None else cite_by_date(known)
    inside = _surroundings(context, lambda target: site_url.rstrip("/") + target, cite)
    return replace(inside, image=lambda target: target if target.startswith(site_url) else inside.image(target))


def cite_by_date(known: KnownWorks) -> Cite:
    """Set citations by author and date (APA 7 § 8.11) with links to the works, for what has no list to lead to.

    Args:
        known: The works that texts may cite.

    Returns:
        Sets a citation; one of an unknown work is shown as it is written.
    """

    def cite(citation: Citation) -> tuple[CitationPiece, ...]:
        pieces: list[CitationPiece] = []
        for item in citation.items:
            work = known.find(item.key)
            if work is None:
                return (CitationPiece(citation.written),)
            label = ", ".join(part for part in (author_date(work), item.locator) if part)
            pieces += [*([CitationPiece("; ")] if pieces else []), CitationPiece(label, work.link or "")]
        return (CitationPiece("("), *pieces, CitationPiece(")")) if pieces else (CitationPiece(citation.written),)

    return cite


def _surroundings(context: LinkContext, show: Callable[[str], str], cite: Cite) -> Surroundings:
    def link(target: str) -> str | None:
        found = _address(target, context)
        return _foreign(target) if found is None else show(found)

    def image(target: str) -> str | None:
        found = _address(target, context)
        return None if found is None else show(found)

    return Surroundings(link, image, cite)


def _address(target: str, context: LinkContext) -> str | None:
    """Path from the root of the site, with an anchor; ``None`` for what leaves the site."""
    found = page_of_target(target, context)
    if found is None:
        return None
    path, fragment = page_address(found[0]).removesuffix(COPIED), found[1]
    return _NOT_IN_PATHS.sub(_encoded, path) + fragment[:1] + _NOT_IN_PATHS.sub(_encoded, fragment[1:])


def _encoded(sign: re.Match[str]) -> str:
    return quote(sign[0])


def _foreign(target: str) -> str | None:
    without_blanks = target.replace(" ", "%20")
    if not is_safe(without_blanks):
        return None
    return web_address(target) if "://" in target else without_blanks
