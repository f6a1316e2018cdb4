"""Where the links of a PDF lead: to a place in it, or out to the web."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from editions.formats.pdf.paper_nodes import Heading
from editions.model import Edition, Publication
from editions.model.addresses import criterion_address, domain_address, edition_address

_SCHEMES = ("http", "https", "mailto", "tel")
# ISO 32000-1 has no limit for addresses, but the typesetter has one.
_LONGEST = 2000
DOMAINS = "standard:domains"


class Destinations:
    """The places in one PDF by the addresses that the site has for them."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Note the places of domains and criteria.

        Args:
            publication: What the edition belongs to.
        """
        self._labels: set[str] = set()
        self._items: dict[str, str] = {}
        self._by_url: dict[str, str] = {}
        self._absolute = publication.absolute
        is_current = edition.version == publication.standard.current.version
        self._places: tuple[Edition | None, ...] = (edition, None) if is_current else (edition,)
        self._by_url.update({self._absolute(edition_address(at)) + "#all-domains": DOMAINS for at in self._places})
        for domain in edition.domains:
            label = self._items.setdefault(domain.id, self._label(domain.id))
            self._note(label, [domain_address(at, domain) for at in self._places], "", domain.id)
            for criterion in domain.criteria:
                label = self._items.setdefault(criterion.id, self._label(criterion.id))
                self._note(label, [criterion_address(edition, criterion)], "", criterion.id)
                self._note(label, [domain_address(at, domain) for at in self._places], criterion.id)

    def label(self, item: str) -> str:
        """The label of a domain or criterion.

        Args:
            item: Its id.

        Returns:
            The id, which is also the name by which an address of the file leads there (RFC 8118 § 3, ``nameddest``).
        """
        return self._items[item]

    def add(self, label: str) -> None:
        """Note a place that only the PDF has."""
        self._labels.add(label)

    def add_headings(self, headings: list[Heading], scope: str, addresses: list[str]) -> None:
        """Label the headings of a text.

        Args:
            headings: The headings; their nodes get ``label``.
            scope: What the text belongs to: ``edition``, or the id of a domain.
            addresses: Pages of the site that show the text.
        """
        for heading in headings:
            label = self._label(f"{scope}:{heading.anchor or 'section'}")
            heading.node["label"] = label
            if heading.anchor:
                self._note(label, addresses, heading.anchor)

    def resolve(self, value: Any) -> Any:
        """Give every link of a value its place or its address.

        Args:
            value: Nodes, or what holds them.

        Returns:
            The value, in which ``href`` has become ``label`` or ``url``; a link that leads nowhere is its text.
        """
        if isinstance(value, list):
            return [self.resolve(it) for it in value]
        if not isinstance(value, dict):
            return value
        made: dict[str, Any] = {key: self.resolve(it) for key, it in value.items() if key != "href"}
        if "href" in value:
            made |= self._target(value["href"])
        return made

    def _target(self, href: str) -> dict[str, str]:
        inside = href[1:] if href.startswith("#") else self._by_url.get(href)
        if inside is not None:
            return {"label": inside} if inside in self._labels or inside == DOMAINS else {}
        try:
            known = urlsplit(href).scheme in _SCHEMES
        except ValueError:
            return {}
        return {"url": href} if known and len(href) <= _LONGEST and href.isprintable() else {}

    def _label(self, wanted: str) -> str:
        label, number = wanted, 1
        while label in self._labels:
            number += 1
            label = f"{wanted}:{number}"
        self._labels.add(label)
        return label

    def _note(self, label: str, addresses: list[str], *anchors: str) -> None:
        for address in addresses:
            for anchor in anchors:
                url = self._absolute(address) + (f"#{anchor}" if anchor else "")
                self._by_url.setdefault(url, label)
