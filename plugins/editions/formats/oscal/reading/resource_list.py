"""The back matter of a catalog, as a list at the end of the standard's own text."""

from __future__ import annotations

from collections.abc import Iterable

from editions.formats.oscal.reading.links import address_of, path_of, title_of
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.own_form import first
from editions.formats.oscal.reading.parts import bullets
from editions.formats.oscal.reading.prose import Prose, Target
from editions.formats.oscal.reading.report import Report
from editions.formats.oscal.terms import OwnName
from editions.text.inline_tree import CodeSpan, Inline, Link, Words
from editions.text.tree import Block, Heading, Paragraph

_WHERE = "the list of resources at the end of the standard's own text"


def resource_list(
    resources: Iterable[Node], own: bool, prose: Prose, target: Target, report: Report
) -> tuple[Block, ...]:
    """List the resources of a catalog.

    Args:
        resources: The resources of its back matter.
        own: Whether this engine wrote the catalog; what it wrote of the standard and of references is left out then.
        prose: Makes texts.
        target: Gives the targets of links.
        report: Takes what became of each.

    Returns:
        A heading and a list; empty if there is nothing to list.
    """
    items: list[tuple[Block, ...]] = []
    for resource in resources:
        if own and first(resource, OwnName.RESOURCE) is not None:
            continue
        name, address = title_of(resource, prose), address_of(resource)
        path = "" if address else path_of(resource)
        lead: tuple[Inline, ...] = (Link(address, (Words(name),)),) if address else (Words(name),)
        if path:
            lead = (*lead, Words(" ("), CodeSpan(path), Words(")"))
        citation = resource.one("citation")
        cited = prose.line(citation.text("text")) if citation else ""
        numbers = ", ".join(it.text("identifier") for it in resource.all("document-ids"))
        told = ". ".join(it.rstrip(".") for it in (cited if cited != name else "", numbers) if it)
        ends = name.endswith(".") and not address and not path
        more = "".join((" " if ends else ". ", told, ".")) if told else "" if ends else "."
        text = prose.blocks(resource.text("description"), target)
        items.append((Paragraph((*lead, Words(more))), *text))
        report.kept("resource of the back matter", _WHERE)
        _set_aside(resource, report)
    return (Heading(2, (Words("Resources"),)), *bullets(items)) if items else ()


def _set_aside(resource: Node, report: Report) -> None:
    citation = resource.one("citation")
    for holder, what in ((resource, "resource"), (citation, "citation")):
        for key in ("props", "links"):
            if holder is not None and holder.all(key):
                report.lost(f"{key} of a {what}", count=len(holder.all(key)))
    if resource.text("remarks"):
        report.lost("remarks of a resource")
    if len(resource.all("rlinks")) > 1:
        report.lost("further address of a resource", "one is linked", len(resource.all("rlinks")) - 1)
    for key in resource.unread:
        report.lost(f"{key} of a resource")
