"""Where the links of a catalog lead on the site: to criteria, to domains, and to what the back matter names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from editions.formats.oscal.reading.control_names import ControlNames, linked_name, part_ids
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.outline import OutlinedControl, OutlinedDomain
from editions.formats.oscal.reading.prose import Prose, Target
from editions.text.inline_tree import CodeSpan, Inline, Link, Words

_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


class Links:
    """Resolves the links of one catalog."""

    def __init__(self, groups: Sequence[OutlinedDomain], resources: Sequence[Node], prose: Prose) -> None:
        """Index what links can lead to.

        Args:
            groups: Every group at the top in order; those that hold criteria have their ids and slugs.
            resources: The resources of the back matter.
            prose: Makes texts.
        """
        domains = [group for group in groups if group.controls]
        self._names = ControlNames(it for group in groups for it in (*group.controls, *group.withdrawn))
        nodes = [node for group in groups for node in (group.node, *(it for within in group.groups for it in within))]
        self._groups = {node.text("id") for node in nodes}
        self._prose = prose
        self._resources = {resource.text("uuid").lower(): resource for resource in resources}
        self._places: dict[str, tuple[int, str]] = {}
        width = max(2, len(str(len(domains))))
        self._files = [f"{number:0{width}d}-{domain.slug}.md" for number, domain in enumerate(domains, 1)]
        for place, domain in enumerate(domains):
            if domain.node.text("id"):
                self._places[domain.node.text("id")] = (place, domain.id)
            for control in domain.controls:
                self._places[control.written] = (place, control.id)
                for part in part_ids(control.node.all("parts")):
                    self._places.setdefault(part, (place, control.id))

    def controls(self, href: str, origin: str) -> tuple[OutlinedControl, ...]:
        """The controls that a link may mean, whatever the spelling (``ControlNames.matching``).

        Args:
            href: The link's target as written.
            origin: Id of the control that holds the link.

        Returns:
            One where the link is unambiguous; none where it leads to a group, a resource or elsewhere.
        """
        return () if self._is_other_item(href) else self._names.matching(href, origin)

    def is_item(self, href: str, origin: str) -> bool:
        """Whether a link leads to a control or a group of the catalog.

        Args:
            href: The link's target as written.
            origin: Id of the control that holds the link.

        Returns:
            Whether one of them has this name.
        """
        return linked_name(href) in self._groups or bool(self.controls(href, origin))

    def kind(self, href: str) -> str:
        """What a link leads to that leads to no control.

        Args:
            href: The link's target as written.

        Returns:
            Words for a message.
        """
        name = linked_name(href)
        if name and name in self._groups:
            return "a group"
        return "a resource of the back matter" if name.lower() in self._resources else "nothing in this catalog"

    def _is_other_item(self, href: str) -> bool:
        name = linked_name(href)
        return name in self._groups or name.lower() in self._resources

    def targets(self, place: int | None) -> Target:
        """What gives the targets of links in a text.

        Args:
            place: Place of the domain in whose file the text stands, from 0; ``None`` for the standard's own text.

        Returns:
            A function from an href to its target on the site, or to ``None`` where it stays as it is.
        """

        def target(href: str) -> str | None:
            return self._target(href, place) if href.startswith("#") else None

        return target

    def _target(self, href: str, place: int | None) -> str | None:
        """Where a link to an item or a resource of this catalog leads on the site."""
        found = self._places.get(href.removeprefix("#"))
        if found is not None:
            return self._file(place, found[0]) + f"#{found[1]}"
        resource = self._resource(href)
        return (address_of(resource) or path_of(resource) or None) if resource is not None else None

    def _resource(self, href: str) -> Node | None:
        return self._resources.get(href[1:].lower()) if href.startswith("#") else None

    def _file(self, here: int | None, there: int) -> str:
        if here is None:
            return f"domains/{self._files[there]}"
        return "" if here == there else self._files[there]

    def shown(self, link: Node, place: int | None) -> tuple[Inline, ...]:
        """A link as it is shown in a text.

        Args:
            place: Place of the domain in whose file it will stand; ``None`` for the standard's own text.

        Returns:
            A link to where it leads; where that has no address on the web, its words and its target.
        """
        href = link.text("href").strip()
        resource, item = self._resource(href), self._places.get(href.removeprefix("#"))
        words = self._prose.line(link.text("text"))
        if resource is not None:
            words = words or title_of(resource, self._prose)
        target = self._target(href, place) or ""
        if item or _WEB.fullmatch(target or href):
            target = target or href
            return (Link(target, (Words(words or (item[1] if item else href)),)),)
        named, path = words or href.removeprefix("#"), target or (href if words and resource is None else "")
        return (Words(f"{named} ("), CodeSpan(path), Words(")")) if path else (Words(named),)

    def successor(self, link: Node, origin: str, place: int | None) -> tuple[Inline, ...]:
        """A link of a withdrawn control to where it went, as it is shown in a text.

        Args:
            origin: Id of the control.
            place: Place of the domain in whose file it will stand; ``None`` for the standard's own text.

        Returns:
            As ``shown``; a link that names a control in another spelling leads to that control.
        """
        matching = self.controls(link.text("href"), origin)
        if len(matching) != 1:
            return self.shown(link, place)
        return self.shown(replace(link, texts={**link.texts, "href": f"#{matching[0].written}"}), place)


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


def path_of(resource: Node) -> str:
    """The path of a file that comes with a catalog.

    Args:
        resource: A resource of the back matter that has no address of the web.

    Returns:
        The first path that it has, as a link takes it; empty if it has none.
    """
    paths = (rlink.text("href").strip() for rlink in resource.all("rlinks"))
    return quote(next(filter(None, paths), ""), safe="/:?#[]@!$&'*+,;=%~")


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
