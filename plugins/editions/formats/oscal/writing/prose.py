"""The texts of an edition for an OSCAL catalog: readable anywhere, and the same again when they are read back."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import cache

from editions.citations.known_works import KnownWorks
from editions.formats.oscal.terms import CATALOG, NAMESPACE, Object, OwnName
from editions.formats.oscal.writing.markup import OscalMarkup
from editions.model import Domain, Edition, Publication
from editions.model.addresses import edition_address
from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import outside
from editions.source.discovery import STANDARD
from editions.source.link_target import link_target, working_path
from editions.text.inline_tree import Citation, Image, Link
from editions.text.markdown_writing import DialectWriter
from editions.text.surroundings import Surroundings
from editions.text.tree import Text
from editions.text.walking import text_nodes

_INDEX = f"{STANDARD}/index.md"
_AS_WRITTEN = "as-written"


class OscalTexts:
    """Writes the texts of one edition.

    Prose is OSCAL's Markdown with absolute links, so that it can be read anywhere. Where the text is written otherwise,
    a property keeps its Markdown beside it: exactly as it is, but for citations, links that leave the edition and names
    of files that are other ones in a project made of the catalog. What these lead to is not in the catalog.
    """

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Prepare the names of the edition's files.

        Args:
            publication: What the edition belongs to.
        """
        self._site_url = publication.site_url
        self._folder = edition_address(edition).strip("/")
        self._known = KnownWorks(publication)
        self._outside = cache(self._surroundings_in)
        # Files are named anew when the catalog is read: by the place and the slug of the domain.
        self._files = {_INDEX: _INDEX}
        self._of_domain: dict[str, str] = {}
        width = max(2, len(str(len(edition.domains))))
        for number, domain in enumerate(edition.domains, 1):
            name = f"{STANDARD}/domains/{number:0{width}d}-{domain.slug}.md"
            self._of_domain[domain.id] = name
            self._files[working_path(domain.origin.path)[0]] = name
            self._files[name] = name

    def prose(self, text: Text, domain: Domain | None = None) -> tuple[str, list[Object]]:
        """Write a text for the catalog.

        Args:
            domain: The domain in whose file it is written; ``None`` for the standard's own text.

        Returns:
            The prose, and the properties that keep what it was written from, where that is something else.
        """
        origin = self._of_domain[domain.id] if domain else _INDEX
        outside = self._outside(origin)
        prose = OscalMarkup(outside).write(text)
        source = self._source(text, origin, outside)
        if prose == source:
            return prose, []
        source_prop = {"name": OwnName.SOURCE, "ns": NAMESPACE, "value": _AS_WRITTEN, "remarks": source}
        return prose, [source_prop]

    def _surroundings_in(self, origin: str) -> Surroundings:
        made = outside(LinkContext(origin, f"{self._folder}/{CATALOG}", self._folder), self._site_url, self._known)
        return replace(made, image=made.link)

    def _source(self, text: Text, origin: str, outside: Surroundings) -> str:
        """The Markdown that is read back: as written, or with other links and citations where they must change."""

        def kept(target: str) -> str:
            resolved = link_target(origin, target)
            if resolved.kind == "source" and resolved.path in self._files:
                name = self._files[resolved.path]
                if name == resolved.path:
                    return target
                fragment = f"#{resolved.fragment}" if resolved.fragment else ""
                return posixpath.relpath(name, posixpath.dirname(origin)) + fragment
            leaves = resolved.kind in ("address", "source")
            return outside.link(target) or target if leaves else target

        for node in text_nodes(text):
            if isinstance(node, Citation) or (isinstance(node, Link | Image) and kept(node.target) != node.target):
                return DialectWriter(Surroundings(kept, kept, outside.cite)).write_alone(text)
        return text.markdown
