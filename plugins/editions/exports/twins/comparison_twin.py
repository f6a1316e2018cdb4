"""The Markdown twin of a comparison page: comparison.md, with what the picture of the lineage shows as a table."""

from __future__ import annotations

from editions.attribution.forms import markdown_text
from editions.attribution.notice import notice_of
from editions.citations.works import edition_record
from editions.comparison import Comparison, comparison_markdown
from editions.model import Edition, Publication
from editions.model.addresses import domain_address
from editions.pages.edition_place import edition_name
from editions.pages.markdown_text import plain


def comparison_twin(publication: Publication, comparison: Comparison) -> str:
    """What the twin of a comparison page says.

    Args:
        publication: What is published.
        comparison: Two of its editions, compared.

    Returns:
        Portable Markdown that ends with the notices of both.
    """
    old, new = comparison.old, comparison.new
    rows = [f"| {plain(edition_name(old))} | What happened | {plain(edition_name(new))} |", "| --- | --- | --- |"]
    for group in comparison.connections.domains.groups():
        before = _items(publication, old, group.old)
        rows.append(f"| {before} | {group.relation} | {_items(publication, new, group.new)} |")
    lineage = "\n".join(["## Lineage of the domains\n", *rows])
    head, mark, changes = comparison_markdown(comparison).rstrip().partition("\n## ")
    parts = [head.rstrip(), lineage, f"## {changes}" if mark else ""]
    notices = [
        markdown_text(notice_of(publication, edition_record(publication, it), it.licence, it.adapted_from))
        for it in (old, new)
    ]
    return "\n\n".join(part for part in (*parts, "---", "Quoted:", *notices) if part)


def _items(publication: Publication, edition: Edition, ids: tuple[str, ...]) -> str:
    domains = (edition.domains_by_id[item] for item in ids)
    links = [
        f"[{plain(f'{domain.id} {domain.title}')}]({publication.absolute(domain_address(edition, domain))})"
        for domain in domains
    ]
    return ", ".join(links) or "—"
