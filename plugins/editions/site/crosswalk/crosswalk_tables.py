"""The tables of a framework's page: criteria with their items, and items with their criteria."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from editions.model import Criterion, Domain, Edition
from editions.model.addresses import criterion_address
from editions.model.crosswalk import Framework, FrameworkVersion
from editions.pages.edition_place import EditionPlace
from editions.pages.page_paths import relative_address, web_address
from editions.pages.parts import Widget
from editions.pages.sentences import joined, sentence, site_link, strong
from editions.text.inline_tree import Inline, Words
from editions.text.tree import Cell, Paragraph, Table
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook


def criteria_table(place: EditionPlace, version: FrameworkVersion, here: str, label: str) -> Widget:
    """The criteria that refer to a version of a framework, each with its items.

    Args:
        here: Address of the page.
        label: Id of the heading that names the table.

    Returns:
        A table, with a group of rows for each domain; items lead to their rows in the other table.
    """
    anchors = {item.id: item.anchor for item in version.items}
    bodies, said, stated = [], [], _stated(version, place.words)
    for domain, rows in groupby(version.criteria, key=lambda row: row.domain):
        lines = [_domain(place, domain, here)]
        said.append((Cell((site_link(_title(domain), place.domain(domain)),)), Cell(()), Cell(())))
        for row in rows:
            items = ", ".join(f'<a href="#{escape(anchors[it.id])}">{escape(it.id)}</a>' for it in row.references)
            name = _criterion(place.edition, row.criterion, here, titled=True)
            lines.append(f'<tr><th scope="row">{name}</th><td>{escape(stated)}</td><td>{items}</td></tr>')
            title = f" {row.criterion.title}" if row.criterion.title else ""
            refers = joined(site_link(it.id, f"#{anchors[it.id]}") for it in row.references)
            who = sentence(_link(place.edition, row.criterion), title)
            said.append((Cell(who), Cell(sentence(stated)), Cell(refers)))
        bodies.append(f"<tbody>\n{_joined(lines)}\n</tbody>")
    heads = tuple(map(place.words.text, (message("Criterion"), message("Version"), message("Items"))))
    return _table(heads, bodies, label, said)


def items_table(place: EditionPlace, version: FrameworkVersion, here: str, label: str) -> Widget:
    """The items of a version of a framework, each with the criteria that refer to it.

    Args:
        here: Address of the page.
        label: Id of the heading that names the table.

    Returns:
        A table whose rows have anchors; an item leads to where it stands, if that is stated.
    """
    lines, said, stated = [], [], _stated(version, place.words)
    for item in version.items:
        name = escape(item.id)
        if item.url:
            name = f'<a href="{escape(web_address(item.url))}">{name}</a>'
        criteria = ", ".join(_criterion(place.edition, criterion, here) for _, criterion in item.criteria)
        lines.append(
            f'<tr id="{escape(item.anchor)}"><th scope="row">{name}</th><td>{escape(stated)}</td>'
            f"<td>{criteria}</td></tr>"
        )
        what: Inline = site_link(item.id, web_address(item.url)) if item.url else Words(item.id)
        referring = joined(_link(place.edition, criterion) for _, criterion in item.criteria)
        said.append((Cell((what,)), Cell(sentence(stated)), Cell(referring)))
    bodies = [f"<tbody>\n{_joined(lines)}\n</tbody>"]
    anchors = tuple(item.anchor for item in version.items)
    heads = tuple(map(place.words.text, (message("Item"), message("Version"), message("Criteria"))))
    return _table(heads, bodies, label, said, anchors)


def without_reference(place: EditionPlace, framework: Framework, here: str) -> Widget | None:
    """The criteria that refer to nothing in a framework, so that gaps show.

    Args:
        here: Address of the page.

    Returns:
        A closed list by domain; ``None`` if every criterion refers to it.
    """
    referring = {row.criterion.id for version in framework.versions for row in version.criteria}
    rows, said = [], []
    for domain in place.edition.domains:
        missing = [it for it in domain.criteria if it.id not in referring]
        if missing:
            links = ", ".join(_criterion(place.edition, it, here) for it in missing)
            rows.append(f"<p>{escape(domain.label)} {escape(domain.title)}: {links}</p>")
            criteria = joined(_link(place.edition, it) for it in missing)
            said.append(Paragraph(sentence(f"{domain.label} {domain.title}: ", *criteria)))
    if not rows:
        return None
    count = len(place.edition.criteria_by_id) - len(referring)
    summary = place.words.count(
        count,
        "{n} criterion refers to nothing in this framework",
        "{n} criteria refer to nothing in this framework",
    )
    html = f'<details class="crosswalk-without"><summary>{escape(summary)}</summary>\n{_joined(rows)}\n</details>'
    return Widget(html, (Paragraph(sentence(strong(summary))), *said))


def _table(
    heads: Sequence[str],
    bodies: Iterable[str],
    label: str,
    said: Iterable[tuple[Cell, ...]],
    anchors: tuple[str, ...] = (),
) -> Widget:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    html = (
        f'<table class="crosswalk" aria-labelledby="{escape(label)}">\n<thead><tr>{head}</tr></thead>\n'
        f"{_joined(bodies)}\n</table>"
    )
    names = tuple(Cell(sentence(name)) for name in heads)
    return Widget(html, (Table((None,) * len(heads), names, tuple(said)),), anchors)


def _domain(place: EditionPlace, domain: Domain, here: str) -> str:
    address = relative_address(place.domain(domain), here)
    return (
        f'<tr class="crosswalk-domain"><th colspan="3" scope="rowgroup">'
        f'<a href="{escape(address)}">{escape(_title(domain))}</a></th></tr>'
    )


def _criterion(edition: Edition, criterion: Criterion, here: str, *, titled: bool = False) -> str:
    address = relative_address(criterion_address(edition, criterion), here)
    title = f" {escape(criterion.title)}" if titled and criterion.title else ""
    return f'<a href="{escape(address)}">{escape(criterion.id)}</a>{title}'


def _title(domain: Domain) -> str:
    return f"{domain.label} {domain.title}" if domain.label else domain.title


def _link(edition: Edition, criterion: Criterion) -> Inline:
    return site_link(criterion.id, criterion_address(edition, criterion))


def _stated(version: FrameworkVersion, words: Phrasebook) -> str:
    return words.text("not stated") if version.version is None else version.version


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)
