"""The comparison pages: first what changed in words, then a picture, then every change with its wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from editions.citations.known_works import KnownWorks
from editions.comparison import (
    Change,
    Chapter,
    Comparison,
    Impact,
    Item,
    Placing,
    Side,
    lineage_picture,
    summary_words,
)
from editions.model import Edition, Publication, Standard
from editions.model.addresses import HISTORY, comparison_address, criterion_address, domain_address, edition_address
from editions.model.counts import counted
from editions.pages.change_anchors import WHOLE, change_anchors, chapter_anchor
from editions.pages.change_html import change_html
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import comparison_name, edition_name
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.page_paths import document_path, relative_address
from editions.pages.parts import Group, Line, PageHeading, Part, Widget
from editions.pages.redline_surroundings import editions_on_site
from editions.pages.sentences import sentence, site_link, strong
from editions.pages.text_surroundings import cite_by_date, on_page
from editions.site.comparison.change_filters import filters_html
from editions.text.tree import Block, List, ListItem, Paragraph

IMPACT_WORDS: dict[Impact, str] = {
    "none": "Nothing changed",
    "editorial": "Impact: editorial",
    "normative": "Impact: normative",
}
_IMPACT_MEANS: dict[Impact, str] = {
    "none": "The two texts say the same in the same words.",
    "editorial": "Nothing that one must meet changed.",
    "normative": "What one must meet changed, or may have: where the rules cannot tell, a change counts as normative.",
}
_MANY = 200  # changes that a browser had better not lay out before they come into sight
_LISTED = 12  # ids of unchanged criteria that a reader takes in at a glance


def comparison_document(publication: Publication, comparison: Comparison, docs: str = "docs") -> Document:
    """The page of a comparison.

    Args:
        docs: Folder of the site's own pages in the project.
    """
    old, new = comparison.old, comparison.new
    address = comparison_address(old, new)
    draft = new.status == "draft"
    name = comparison_name(old, new)
    before = site_link(f"edition {old.version}", edition_address(old))
    after = site_link(f"draft {new.version}" if draft else f"edition {new.version}", edition_address(new))
    # The edition as a whole comes last: readers come for the domains.
    chapters = sorted(comparison.chapters, key=lambda chapter: chapter_anchor(chapter) == WHOLE)
    changes = tuple(change for chapter in chapters for change in chapter.changes)
    what = sentence("What changed from ", before, f" ({old.date.words}) to ", after, f" ({new.date.words}).")
    summary = summary_blocks(comparison.impact, summary_words(comparison), changes)
    parts: list[Part] = [
        PageHeading(2, sentence("Lineage of the domains"), "lineage"),
        *(Line(sentence(remark), LINEAGE_NOTE) for remark in comparison.connections.remarks),
        Group((Widget(_pictures(comparison, address)),), "lineage-picture"),
    ]
    if changes:
        filters = Group((Widget(filters_html(changes)),), "filters")
        parts += [PageHeading(2, sentence("Changes"), "changes"), filters]
        placing = editions_on_site(old, new, cite_by_date(KnownWorks(publication)), docs)
        parts += _chapters(comparison, chapters, changes, placing)
    previous, steps, following = _steps(publication.standard, old, new)
    others = (*([previous] if previous else []), *steps, *([following] if following else []), Link("All", HISTORY))
    return Document(
        kind="comparison",
        path=document_path(address),
        address=address,
        title=f"{old.abbreviation} {name}",
        head_title=f"{old.title}: changes from {name}",
        summary=" ".join(summary_words(comparison)) or "Nothing changed.",
        lead=(
            PageHeading(1, sentence(f"{old.abbreviation} {name}")),
            Line(what),
            Group(summary, f"comparison-summary comparison-summary--{comparison.impact}"),
        ),
        parts=tuple(parts),
        depends=frozenset(it.source_folder for it in publication.standard.between(old, new)),
        canonical=address,
        in_search=False,
        indexed=not draft,
        modified=new.date,
        previous=previous,
        next=following,
        chrome=Chrome(
            eyebrow="Comparison",
            breadcrumbs=(
                Link("Home", "/"),
                Link(edition_name(publication.standard.current), edition_address(None)),
                Link("History", HISTORY),
            ),
            state="draft" if draft else None,
            facts=(
                Fact("From", "", (Link(f"Edition {old.version}", edition_address(old)),)),
                Fact("To", "", (Link(f"{'Draft' if draft else 'Edition'} {new.version}", edition_address(new)),)),
                Fact("Other comparisons", "", others),
            ),
            data=(
                Link("Comparison as JSON", f"{address}comparison.json", "JSON", "application/json"),
                Link("Comparison as Markdown", f"{address}comparison.md", "Markdown"),
            ),
        ),
        styles=("filters", "compare") if changes else ("compare",),
    )


def summary_blocks(impact: Impact, sentences: Sequence[str], changes: Sequence[Change]) -> tuple[Block, ...]:
    """The summary of a comparison, the impact first.

    Args:
        sentences: The counts in words.

    Returns:
        A paragraph and a list.
    """
    normative = sum(change.significance == "normative" for change in changes)
    numbers = ""
    if changes:
        many = counted(len(changes), "change", "changes")
        editorial = len(changes) - normative
        split = f"{normative:,} normative and {editorial:,} editorial" if normative and editorial else f"all {impact}"
        numbers = f" {many}, {split if len(changes) > 1 else impact}."
    lead = Paragraph(sentence(strong(f"{IMPACT_WORDS[impact]}."), f" {_IMPACT_MEANS[impact]}{numbers}"))
    rows = []
    for it in sentences:
        what, colon, how = it.partition(":")
        rows.append(ListItem((Paragraph(sentence(strong(what + colon), how)),)))
    return (lead, List(tuple(rows))) if rows else (lead,)


def _steps(standard: Standard, old: Edition, new: Edition) -> tuple[Link | None, list[Link], Link | None]:
    """The step before, the steps that the comparison spans if it spans several, the step after."""
    editions = standard.editions
    first, last = editions.index(old), editions.index(new)
    steps = [
        Link(comparison_name(before, after), comparison_address(before, after)) for before, after in pairwise(editions)
    ]
    before = steps[first - 1] if first else None
    after = steps[last] if last < len(steps) else None
    return before, steps[first:last] if last - first > 1 else [], after


def _pictures(comparison: Comparison, address: str) -> str:
    """The picture for wide and for narrow screens; the style sheet shows one of them, to eye and ear alike."""

    def href(side: Side, item: str) -> str | None:
        edition = comparison.old if side == "old" else comparison.new
        return relative_address(domain_address(edition, edition.domains_by_id[item]), address)

    wide = lineage_picture(comparison, href)
    return f"{wide}\n{lineage_picture(comparison, href, 'lineage-narrow', narrow=True)}"


def _chapters(
    comparison: Comparison, chapters: Sequence[Chapter], changes: Sequence[Change], placing: Placing
) -> list[Part]:
    anchors = iter(change_anchors(comparison.old, changes))
    versions = (str(comparison.old.version), str(comparison.new.version))
    here = comparison_address(comparison.old, comparison.new)
    page = on_page(here).own

    def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
        return _named(comparison.old if side == "old" else comparison.new, change, item, here)

    unchanged = _unchanged_criteria(comparison)
    kind = "changes changes--many" if len(changes) > _MANY else "changes"
    parts: list[Part] = []
    for chapter in chapters:
        own = [next(anchors) for _ in chapter.changes]
        pairs = zip(chapter.changes, own, strict=True)
        blocks = [change_html(change, named_by, versions, named, placing, page) for change, named_by in pairs]
        if same := unchanged.get(chapter.new or "", []):
            blocks.append(f'<p class="chapter-unchanged">{escape(_unchanged_words(same))}</p>')
        joined = "\n".join(blocks)
        every = tuple(anchor for anchors_of_change in own for anchor in anchors_of_change)
        parts.append(PageHeading(3, sentence(_title(chapter)), chapter_anchor(chapter)))
        parts.append(Group((Widget(joined, anchors=every),), kind))
    told = {chapter.new for chapter in chapters}
    if still := [domain for domain in comparison.new.domains if domain.id not in told]:
        links = (site_link(f"{it.id} {it.title}", domain_address(comparison.new, it)) for it in still)
        parts.append(PageHeading(3, sentence("Domains in which nothing changed"), "in--unchanged"))
        parts.append(List(tuple(ListItem((Paragraph(sentence(link)),)) for link in links)))
    return parts


def _title(chapter: Chapter) -> str:
    if chapter.new is not None:
        return f"{chapter.new} {chapter.title}"
    return f"{', '.join(chapter.old)} {chapter.title} (withdrawn)" if chapter.old else "The edition as a whole"


def _unchanged_criteria(comparison: Comparison) -> dict[str, list[str]]:
    """Ids of unchanged criteria by the later edition's domain."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in comparison.unchanged:
        if item.level == "criterion":
            domain, _ = comparison.new.criteria_by_id[item.new]
            found[domain.id].append(item.new)
    return found


def _unchanged_words(ids: Sequence[str]) -> str:
    count = counted(len(ids), "criterion", "criteria")
    return f"{count} unchanged: {', '.join(ids)}." if len(ids) <= _LISTED else f"{count} unchanged."


def _named(edition: Edition, change: Change, item: Item, here: str) -> tuple[str | None, str]:
    if change.level == "domain":
        domain = edition.domains_by_id[item.id]
        return relative_address(domain_address(edition, domain), here), f"{domain.id} {domain.title}"
    if change.level == "criterion":
        _, criterion = edition.criteria_by_id[item.id]
        name = f"{criterion.id} {criterion.title}" if criterion.title else criterion.id
        return relative_address(criterion_address(edition, criterion), here), name
    return None, f"“{' › '.join(item.path) or item.id}”"
