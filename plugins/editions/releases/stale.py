"""What a change leaves behind: crosswalk rows and links that spoke of the text before."""

from __future__ import annotations

from collections.abc import Iterator

from editions.comparison import Change, Comparison
from editions.model import Edition
from editions.model.addresses import domain_address
from editions.source.front_matter import Record
from editions.source.link_target import link_target, working_path
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.text.inline_tree import Image, Link
from editions.text.parsing import parse, parse_page
from editions.text.tree import Directive, Text
from editions.text.walking import text_nodes


def stale_notices(comparison: Comparison, records: ProjectRecords) -> Iterator[Problem]:
    """Find what should be read again because of a change.

    Yields:
        A notice for each criterion whose requirement changed while its crosswalk rows did not, each article or page
        that links to an item whose requirement changed, and each article that names what is not there any more.
    """
    changed = {
        item.id: change
        for change in comparison.changes
        if change.level != "prose" and change.significance == "normative"
        for item in change.new
    }
    yield from _crosswalks(comparison.new, changed)
    articles = [it.working for it in records.articles.values() if it.working is not None]
    texts = [(record, parse(record.body)) for record in articles]
    texts += [(record, parse_page(record.body)) for record in records.pages]
    for record, text in texts:
        yield from _links(comparison.new, changed, record, text)
        yield from _names(comparison, record, text)


def _crosswalks(edition: Edition, changed: dict[str, Change]) -> Iterator[Problem]:
    for _, criterion in edition.criteria():
        change = changed.get(criterion.id)
        if change is None or not criterion.references or change.relation == "added":
            continue
        if "references_changed" not in change.aspects:
            rows = ", ".join(f"{row.framework} {row.id}" for row in criterion.references)
            message = (
                f"{criterion.id} asks for something else now, but its crosswalk rows are the same ({rows}); check them"
            )
            yield Problem(criterion.origin.path, criterion.origin.line, message)


def _links(edition: Edition, changed: dict[str, Change], record: Record, text: Text) -> Iterator[Problem]:
    by_file = {domain.origin.path: domain for domain in edition.domains}
    by_address = {domain_address(None, domain): domain for domain in edition.domains}
    by_address |= {domain_address(edition, domain): domain for domain in edition.domains}
    for link in text_nodes(text):
        if not isinstance(link, Link | Image):
            continue
        target = link_target(working_path(record.path)[0], link.target)
        domain = (by_file if target.kind == "source" else by_address).get(target.path)
        if domain is None:
            continue
        item = target.fragment if target.fragment in edition.criteria_by_id else domain.id
        if item in changed:
            message = f"links to {item}, which asks for something else now; read this text again"
            yield Problem(record.path, record.body_line + link.line - 1, message)


def _names(comparison: Comparison, record: Record, text: Text) -> Iterator[Problem]:
    old, new = comparison.old, comparison.new
    for place, domain in record.entries("domains"):
        if domain in old.domains_by_id and domain not in new.domains_by_id:
            message = f"names the domain {domain}, which {new.version} does not have any more; check it"
            yield record.problem(place, message)
    if new.status != "released" or old.status != "released":
        return
    for directive in text.blocks:
        if isinstance(directive, Directive) and directive.argument == str(old.version):
            message = f"shows the criteria of {old.version}, which {new.version} replaces; check that it should"
            yield Problem(record.path, record.body_line + directive.line - 1, message)
