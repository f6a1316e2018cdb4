"""The Markdown twin of a comparison page: comparison.md, with what the picture of the lineage shows as a table."""

from __future__ import annotations

from editions.attribution.forms import markdown_text
from editions.attribution.notice import notice_of
from editions.citations.known_works import KnownWorks
from editions.citations.works import edition_record
from editions.comparison import Comparison, comparison_sections
from editions.comparison.summary import RELATION_WORDS
from editions.model import Edition, Publication
from editions.model.addresses import domain_address
from editions.pages.document import TwinText
from editions.pages.edition_place import edition_name
from editions.pages.redline_surroundings import editions_outside
from editions.pages.sentences import joined, sentence, site_link
from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Words
from editions.text.tree import Cell, Heading, Table
from editions.words.phrasebook import phrasebook


def comparison_twin(publication: Publication, comparison: Comparison) -> TwinText:
    """What the twin of a comparison page says.

    Args:
        comparison: Two of its editions, compared.

    Returns:
        Portable Markdown that ends with the notices of both.
    """
    old, new = comparison.old, comparison.new
    words = phrasebook(publication.language)
    rows = (
        (
            _items(publication, old, it.old),
            Cell(sentence(words.text(RELATION_WORDS[it.relation]))),
            _items(publication, new, it.new),
        )
        for it in comparison.connections.domains.groups()
    )
    heads = (edition_name(old), words.text("What happened"), edition_name(new))
    names = tuple(Cell(sentence(name)) for name in heads)
    table = Table((None, None, None), names, tuple(rows))
    lineage = CommonMarkWriter().blocks((Heading(2, sentence(words.text("Lineage of the domains"))), table))
    placing = editions_outside(old, new, publication.site_url, KnownWorks(publication))
    title, head, changes = comparison_sections(comparison, placing, words)
    notices = [
        markdown_text(notice_of(publication, edition_record(publication, it), it.licence, it.adapted_from), words)
        for it in (old, new)
    ]
    parts = (head, lineage, changes, "---", words.text("Quoted:"), *notices)
    return TwinText(title, "\n\n".join(part for part in parts if part))


def _items(publication: Publication, edition: Edition, ids: tuple[str, ...]) -> Cell:
    domains = (edition.domains_by_id[item] for item in ids)
    links = (site_link(f"{it.id} {it.title}", publication.absolute(domain_address(edition, it))) for it in domains)
    return Cell(joined(links) or (Words("—"),))
