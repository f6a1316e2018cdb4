"""The facts of an edition in the metadata of a catalog."""

from __future__ import annotations

import re

from editions.formats.facts import Facts
from editions.formats.oscal.reading.links import address_of
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.props import OSCAL_NAMESPACES, oscal_prop
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.model import Agent, PartialDate, Publisher, Version

_VERSION = re.compile(r"[vV]?([0-9]{1,6})(?:\.([0-9]{1,6}))?(?:\.([0-9]{1,6}))?(?:[-+].*)?")
# A day or a month for a version: all of it counts, or two editions of a year would have the same.
_CALENDAR_VERSION = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T")
_WEB = re.compile(r"https?://[^\s<>\"']+")
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?)/([1-4]\.[05])/?")
_PUBLIC_DOMAIN = re.compile(r"https?://creativecommons\.org/publicdomain/zero/1\.0/?")
_SPDX_ADDRESS = re.compile(r"https?://spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json)?")
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,63}")
_LICENCE_NAMES = ("license", "licence", "spdx", "spdx-license-identifier", "license-id")
# Who stands behind a document, by the roles that OSCAL's metadata know.
_PUBLISHES, _WRITES = ("publisher", "creator", "prepared-by"), ("author", "creator", "prepared-by")
_LONGEST_SUMMARY = 500


def metadata_facts(metadata: Node, resources: dict[str, Node], prose: Prose, report: Report) -> Facts:
    """What the metadata say of an edition.

    Args:
        resources: The resources of the back matter by UUID in lower case.
        prose: Makes texts.
        report: Takes what is not used.

    Returns:
        The facts that they state; nothing is guessed.
    """
    remarks = " ".join(metadata.text("remarks").split())
    short = "\n\n" not in metadata.text("remarks").strip() and len(remarks) <= _LONGEST_SUMMARY
    publisher = _parties(metadata, _PUBLISHES)
    _tell(metadata, report)
    return Facts(
        title=prose.line(metadata.text("title")) or None,
        version=_version(metadata.text("version"), report),
        written_version=" ".join(metadata.text("version").split()) or None,
        date=_date(metadata),
        authors=tuple(_agent(party) for party in _parties(metadata, _WRITES)),
        publisher=_publisher(publisher[0]) if publisher else None,
        licence=_licence(metadata, resources),
        url=_url(metadata, resources),
        summary=(prose.line(remarks) or None) if short else None,
    )


def keywords(metadata: Node) -> tuple[str, ...]:
    """The search words of a catalog.

    Returns:
        What its property ``keywords`` lists, each once.
    """
    words = re.split(r"[;,]", oscal_prop(metadata, "keywords"))
    cleaned = (" ".join(word.split()).rstrip(".") for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word and len(word) <= 200))


def _version(text: str, report: Report) -> Version | None:
    match = _CALENDAR_VERSION.fullmatch(text.strip()) or _VERSION.fullmatch(text.strip())
    if match is None:
        if text.strip():
            report.lost(f"version {text.strip()!r} of the metadata", "it is not of the form MAJOR.MINOR")
        return None
    version = Version(int(match[1]), int(match[2] or 0), None if match[3] is None else int(match[3]))
    if str(version) != text:
        report.kept(f"version {text}", f"became {version}, in the form of versions here")
    return version


def _date(metadata: Node) -> PartialDate | None:
    for key in ("published", "last-modified"):
        match = _DAY.match(metadata.text(key).strip())
        if match:
            try:
                return PartialDate.parse(match[1])
            except ValueError:
                continue
    return None


def _parties(metadata: Node, roles: tuple[str, ...]) -> list[Node]:
    """The parties with the first of some roles that anybody has."""
    parties = {party.text("uuid").lower(): party for party in metadata.all("parties")}
    for role in roles:
        for responsible in metadata.all("responsible-parties"):
            if responsible.text("role-id") == role:
                named = [parties.get(uuid.lower()) for uuid in responsible.lists.get("party-uuids", ())]
                found = [party for party in named if party is not None and party.text("name").strip()]
                if found:
                    return found
    return []


def _agent(party: Node) -> Agent:
    return Agent(" ".join(party.text("name").split()), "person" if party.text("type") == "person" else "organization")


def _publisher(party: Node) -> Publisher:
    home = next((it.text("href") for it in party.all("links") if it.text("rel") == "homepage"), "")
    short = " ".join(party.text("short-name").split())
    return Publisher(
        " ".join(party.text("name").split()),
        short if 0 < len(short) <= 32 else None,
        home if _WEB.fullmatch(home) else None,
    )


def _licence(metadata: Node, resources: dict[str, Node]) -> str | None:
    for prop in metadata.all("props"):
        if prop.text("name").lower() in _LICENCE_NAMES:
            value = prop.text("value").strip()
            found = licence_at(value) or (value if _SPDX.fullmatch(value) else None)
            if found:
                return found
    for link in metadata.all("links"):
        if link.text("rel") in ("license", "licence"):
            found = licence_at(_followed(link, resources))
            if found:
                return found
    return None


def licence_at(url: str) -> str | None:
    """The licence whose text stands at an address.

    Args:
        url: An address of Creative Commons or of the SPDX licence list.

    Returns:
        Its SPDX identifier; ``None`` for any other address.
    """
    match = _CREATIVE_COMMONS.fullmatch(url)
    if match:
        return f"CC-{match[1].upper()}-{match[2]}"
    if _PUBLIC_DOMAIN.fullmatch(url):
        return "CC0-1.0"
    match = _SPDX_ADDRESS.fullmatch(url)
    return match[1] if match else None


def _url(metadata: Node, resources: dict[str, Node]) -> str | None:
    for link in metadata.all("links"):
        if link.text("rel") == "canonical":
            found = _followed(link, resources)
            if _WEB.fullmatch(found):
                return found
    return None


def _followed(link: Node, resources: dict[str, Node]) -> str:
    href = link.text("href").strip()
    resource = resources.get(href[1:].lower()) if href.startswith("#") else None
    return address_of(resource) if resource is not None else href


def _tell(metadata: Node, report: Report) -> None:
    for key in metadata.unread:
        report.lost(f"{key} of the metadata")
    for prop in metadata.all("props"):
        used = prop.text("name") == "keywords" and prop.text("ns") in OSCAL_NAMESPACES
        if not used and prop.text("name").lower() not in _LICENCE_NAMES:
            report.lost(f"prop {prop.text('name')} of the metadata")
    for link in metadata.all("links"):
        if link.text("rel") not in ("canonical", "license", "licence"):
            report.lost(f"link {link.text('rel') or 'without rel'} of the metadata")
    named = {id(it) for roles in (_PUBLISHES, _WRITES) for it in _parties(metadata, roles)}
    for party in metadata.all("parties"):
        if id(party) not in named:
            report.lost(f"party {party.text('name')[:80]!r}", "it neither writes nor publishes")
        for key in party.unread:
            report.lost(f"{key} of a party")
    if metadata.text("published"):
        report.lost("last-modified of the metadata", "the edition's date is the day of publication")
