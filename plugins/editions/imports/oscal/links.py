"""Where the links of a catalog lead on the site: to criteria, to domains, and to what the back matter names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editions.imports.oscal.node import Node
from editions.imports.oscal.outline import OutlinedDomain
from editions.imports.oscal.props import within
from editions.imports.oscal.prose import Prose, Target

_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


class Links:
    """Resolves the links of one catalog."""

    def __init__(self, domains: Sequence[OutlinedDomain], resources: Sequence[Node], prose: Prose) -> None:
        """Index what links can lead to.

        Args:
            domains: The domains in their final order, with ids and slugs.
            resources: The resources of the back matter.
            prose: Makes texts.
        """
        self._prose = prose
        self._resources = {resource.text("uuid").lower(): resource for resource in resources}
        self._places: dict[str, tuple[int, str]] = {}
        self._names: dict[str, str] = {}
        width = max(2, len(str(len(domains))))
        self._files = [f"{number:0{width}d}-{domain.slug}.md" for number, domain in enumerate(domains, 1)]
        for place, domain in enumerate(domains):
            if domain.node.text("id"):
                self._places[domain.node.text("id")] = (place, domain.id)
            for control in domain.controls:
                self._places[control.written] = (place, control.id)
                for part in _part_ids(control.node.all("parts")):
                    self._places.setdefault(part, (place, control.id))

    def criterion(self, href: str) -> str | None:
        """The criterion that a link within the catalog leads to.

        Args:
            href: Such as ``#ac-2`` or ``#ac-2_smt.k``, the id of a part.

        Returns:
            Its id in the edition, or a domain's; ``None`` if the link leads to neither.
        """
        found = self._places.get(href.removeprefix("#")) if href.startswith("#") else None
        return found[1] if found else None

    def targets(self, place: int | None) -> Target:
        """What gives the targets of links in a text.

        Args:
            place: Place of the domain in whose file the text stands, from 0; ``None`` for the standard's own text.

        Returns:
            A function from an href to its target on the site, or to ``None`` where it stays as it is.
        """

        def target(href: str) -> str | None:
            if not href.startswith("#"):
                return None
            found = self._places.get(href[1:])
            if found is not None:
                return self._file(place, found[0]) + f"#{found[1]}"
            resource = self._resources.get(href[1:].lower())
            return address_of(resource) or None if resource is not None else None

        return target

    def _file(self, here: int | None, there: int) -> str:
        if here is None:
            return f"domains/{self._files[there]}"
        return "" if here == there else self._files[there]

    def shown(self, link: Node, place: int | None) -> str:
        """A link as Markdown.

        Args:
            link: The link.
            place: Place of the domain in whose file it will stand; ``None`` for the standard's own text.

        Returns:
            A link to where it leads, or its words where it leads to nothing that has an address.
        """
        href = link.text("href")
        resource = self._resources.get(href[1:].lower()) if href.startswith("#") else None
        words = self._prose.line(link.text("text"))
        if resource is not None:
            words = words or title_of(resource, self._prose)
        target = self.targets(place)(href) or (href if _WEB.fullmatch(href) else "")
        words = words or self.criterion(href) or href.removeprefix("#")
        return f"[{within(words)}](<{target}>)" if target else within(words)


def address_of(resource: Node) -> str:
    """The address of a resource.

    Args:
        resource: A resource of the back matter.

    Returns:
        The first address of the web that it has; empty if it has none.
    """
    for rlink in resource.all("rlinks"):
        if _WEB.fullmatch(rlink.text("href").strip()):
            return rlink.text("href").strip()
    return ""


def title_of(resource: Node, prose: Prose) -> str:
    """A short name of a resource.

    Args:
        resource: A resource of the back matter.
        prose: Makes texts.

    Returns:
        Its title, else the text of its citation, else its address or its UUID.
    """
    citation = resource.one("citation")
    named = prose.line(resource.text("title")) or (prose.line(citation.text("text")) if citation else "")
    return named or address_of(resource) or resource.text("uuid")


def _part_ids(parts: Sequence[Node]) -> list[str]:
    found = []
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if part.text("id"):
            found.append(part.text("id"))
        waiting += part.all("parts")
    return found
