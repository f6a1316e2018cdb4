"""The tables of a framework's page, as HTML: criteria with their items, and items with their criteria.

An edition may refer thousands of times, so the tables are made here and not by way of Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from editions.model import Criterion, Domain, Edition
from editions.model.addresses import criterion_address
from editions.model.crosswalk import Framework, FrameworkVersion
from editions.pages.edition_place import EditionPlace
from editions.pages.markdown_text import relative_address, web_address


def criteria_table(place: EditionPlace, version: FrameworkVersion, here: str, label: str) -> str:
    """The criteria that refer to a version of a framework, each with its items.

    Args:
        place: The edition and where its pages stand.
        version: The version.
        here: Address of the page.
        label: Id of the heading that names the table.

    Returns:
        A table, with a group of rows for each domain; items lead to their rows in the other table.
    """
    anchors = {item.id: item.anchor for item in version.items}
    bodies = []
    for domain, rows in groupby(version.criteria, key=lambda row: row.domain):
        lines = [_domain(place, domain, here)]
        for row in rows:
            items = ", ".join(f'<a href="#{escape(anchors[it.id])}">{escape(it.id)}</a>' for it in row.references)
            name = _criterion(place.edition, row.criterion, here, titled=True)
            lines.append(f'<tr><th scope="row">{name}</th><td>{_stated(version)}</td><td>{items}</td></tr>')
        bodies.append(f"<tbody>\n{_joined(lines)}\n</tbody>")
    return _table(("Criterion", "Version", "Items"), bodies, label)


def items_table(place: EditionPlace, version: FrameworkVersion, here: str, label: str) -> str:
    """The items of a version of a framework, each with the criteria that refer to it.

    Args:
        place: The edition and where its pages stand.
        version: The version.
        here: Address of the page.
        label: Id of the heading that names the table.

    Returns:
        A table whose rows have anchors; an item leads to where it stands, if that is stated.
    """
    lines = []
    for item in version.items:
        name = escape(item.id)
        if item.url:
            name = f'<a href="{escape(web_address(item.url))}">{name}</a>'
        criteria = ", ".join(_criterion(place.edition, criterion, here) for _, criterion in item.criteria)
        lines.append(
            f'<tr id="{escape(item.anchor)}"><th scope="row">{name}</th><td>{_stated(version)}</td>'
            f"<td>{criteria}</td></tr>"
        )
    return _table(("Item", "Version", "Criteria"), [f"<tbody>\n{_joined(lines)}\n</tbody>"], label)


def without_reference(place: EditionPlace, framework: Framework, here: str) -> str:
    """The criteria that refer to nothing in a framework, so that gaps show.

    Args:
        place: The edition and where its pages stand.
        framework: The framework.
        here: Address of the page.

    Returns:
        A closed list by domain; empty if every criterion refers to it.
    """
    referring = {row.criterion.id for version in framework.versions for row in version.criteria}
    rows = []
    for domain in place.edition.domains:
        missing = [it for it in domain.criteria if it.id not in referring]
        if missing:
            links = ", ".join(_criterion(place.edition, it, here) for it in missing)
            rows.append(f"<p>{escape(domain.label)} {escape(domain.title)}: {links}</p>")
    if not rows:
        return ""
    count = len(place.edition.criteria_by_id) - len(referring)
    words = "1 criterion refers" if count == 1 else f"{count:,} criteria refer"
    summary = f"<summary>{words} to nothing in this framework</summary>"
    return f'<details class="crosswalk-without">{summary}\n{_joined(rows)}\n</details>'


def _table(heads: Sequence[str], bodies: Iterable[str], label: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<table class="crosswalk" aria-labelledby="{escape(label)}">\n<thead><tr>{head}</tr></thead>\n'
        f"{_joined(bodies)}\n</table>"
    )


def _domain(place: EditionPlace, domain: Domain, here: str) -> str:
    address = relative_address(place.domain(domain), here)
    label = f"{escape(domain.label)} " if domain.label else ""
    return (
        f'<tr class="crosswalk-domain"><th colspan="3" scope="rowgroup">'
        f'<a href="{escape(address)}">{label}{escape(domain.title)}</a></th></tr>'
    )


def _criterion(edition: Edition, criterion: Criterion, here: str, *, titled: bool = False) -> str:
    address = relative_address(criterion_address(edition, criterion), here)
    title = f" {escape(criterion.title)}" if titled and criterion.title else ""
    return f'<a href="{escape(address)}">{escape(criterion.id)}</a>{title}'


def _stated(version: FrameworkVersion) -> str:
    return "not stated" if version.version is None else escape(version.version)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)
