"""The back matter of a catalog, as a list at the end of the standard's own text."""

from __future__ import annotations

from collections.abc import Iterable

from editions.imports.oscal.links import address_of, path_of, title_of
from editions.imports.oscal.node import Node
from editions.imports.oscal.own_form import first
from editions.imports.oscal.prose import Prose, Target
from editions.imports.oscal.report import Report
from editions.pages.markdown_text import code_span, plain

_WHERE = "the list of resources at the end of the standard's own text"


def resource_list(resources: Iterable[Node], own: bool, prose: Prose, target: Target, report: Report) -> str:
    """List the resources of a catalog.

    Args:
        resources: The resources of its back matter.
        own: Whether this engine wrote the catalog; what it wrote of the standard and of references is left out then.
        prose: Makes texts.
        target: Gives the targets of links.
        report: Takes what became of each.

    Returns:
        A heading and a list in Markdown; empty if there is nothing to list.
    """
    items = []
    for resource in resources:
        if own and first(resource, "resource") is not None:
            continue
        name, address = title_of(resource, prose), address_of(resource)
        path = "" if address else path_of(resource)
        lead = (
            f"[{plain(name)}](<{address}>)"
            if address
            else f"{plain(name)} ({code_span(path)})"
            if path
            else plain(name)
        )
        citation = resource.one("citation")
        cited = prose.line(citation.text("text")) if citation else ""
        numbers = ", ".join(plain(it.text("identifier")) for it in resource.all("document-ids"))
        told = ". ".join(it.rstrip(".") for it in (plain(cited) if cited != name else "", numbers) if it)
        text = prose.markdown(resource.text("description"), target)
        block = "\n\n".join(it for it in (f"{lead}. {told}.".replace(". .", ".") if told else f"{lead}.", text) if it)
        first_line, *rest = block.split("\n")
        items.append("\n".join([f"- {first_line}", *(f"    {line}" if line else "" for line in rest)]))
        report.kept("resource of the back matter", _WHERE)
        _set_aside(resource, report)
    if not items:
        return ""
    return "\n\n".join(["## Resources", ("\n\n" if any("\n" in item for item in items) else "\n").join(items)])


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
