"""The texts of an edition for an OSCAL catalog: readable anywhere, and the same again when they are read back."""

from __future__ import annotations

import posixpath

from editions.citations.known_works import KnownWorks
from editions.exports.cited_text import with_citations
from editions.exports.oscal.terms import NAMESPACE, Object
from editions.model import Domain, Edition, Publication
from editions.model.addresses import edition_address, page_address
from editions.pages.page_paths import document_path
from editions.pages.published_links import page_of_source
from editions.source.discovery import STANDARD
from editions.source.link_target import link_target, working_path
from editions.source.markdown_links import replace_links

_INDEX = f"{STANDARD}/index.md"
_AS_WRITTEN = "as-written"


class OscalTexts:
    """Writes the texts of one edition.

    Prose has absolute links, so that it can be read anywhere. Where the source links to another place of the same
    edition, a property keeps that source beside it: a site made of the catalog then links to its own pages. Citations
    and links that leave the edition are written out in both, because what they lead to is not in the catalog.
    """

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Prepare the names of the edition's files.

        Args:
            publication: What the edition belongs to.
            edition: The edition.
        """
        self._site = publication.site_url.rstrip("/")
        self._folder = edition_address(edition).strip("/")
        self._known = KnownWorks(publication)
        # Files are named anew when the catalog is read: by the place and the slug of the domain.
        self._files = {_INDEX: _INDEX}
        self._of_domain: dict[str, str] = {}
        width = max(2, len(str(len(edition.domains))))
        for number, domain in enumerate(edition.domains, 1):
            name = f"{STANDARD}/domains/{number:0{width}d}-{domain.slug}.md"
            self._of_domain[domain.id] = name
            self._files[working_path(domain.origin.path)[0]] = name
            self._files[name] = name

    def prose(self, text: str, domain: Domain | None = None) -> tuple[str, list[Object]]:
        """A text for the catalog.

        Args:
            text: Markdown, as written.
            domain: The domain in whose file it stands; ``None`` for the standard's own text.

        Returns:
            The prose, and the properties that keep the source of its links.
        """
        origin = self._of_domain[domain.id] if domain else _INDEX
        source = replace_links(with_citations(text, self._known), lambda target: self._kept(origin, target))
        prose = replace_links(source, lambda target: self._absolute(origin, target))
        if prose == source:
            return prose, []
        source_prop = {"name": "source", "ns": NAMESPACE, "value": _AS_WRITTEN, "remarks": source}
        return prose, [source_prop]

    def _kept(self, origin: str, target: str) -> str | None:
        """The target of a link in the source: the same, or absolute where it leaves the edition."""
        resolved = link_target(origin, target)
        if resolved.kind == "source" and resolved.path in self._files:
            name = self._files[resolved.path]
            if name == resolved.path:
                return None
            fragment = f"#{resolved.fragment}" if resolved.fragment else ""
            return posixpath.relpath(name, posixpath.dirname(origin)) + fragment
        return self._absolute(origin, target)

    def _absolute(self, origin: str, target: str) -> str | None:
        resolved = link_target(origin, target)
        if resolved.kind == "address":
            path = document_path(resolved.path) if resolved.path.endswith("/") else resolved.path.lstrip("/")
        elif resolved.kind == "source":
            path = page_of_source(resolved.path, self._folder, "docs")
        else:
            return None
        fragment = f"#{resolved.fragment}" if resolved.fragment else ""
        return f"{self._site}{page_address(path)}{fragment}"
