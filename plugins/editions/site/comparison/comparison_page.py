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
from editions.comparison.phrases import chapter_name, section_name
from editions.model import Edition, Publication, Standard
from editions.model.addresses import (
    HISTORY,
    comparison_address,
    criterion_address,
    document_path,
    domain_address,
    edition_address,
)
from editions.pages.change_anchors import WHOLE, change_anchors, chapter_anchor
from editions.pages.change_html import change_html
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import comparison_name, edition_name, home_link
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.page_paths import relative_address
from editions.pages.parts import Group, Line, PageHeading, Part, Widget
from editions.pages.redline_surroundings import editions_on_site
from editions.pages.sentences import fill, sentence, site_link, strong
from editions.pages.text_surroundings import cite_by_date, on_page
from editions.site.comparison.change_filters import filters_html
from editions.text.tree import Block, List, ListItem, Paragraph
from editions.words.messages import forms, in_context, message
from editions.words.phrasebook import Phrasebook, phrasebook

IMPACT_WORDS: dict[Impact, str] = {
    "none": message("Nothing changed."),
    "editorial": message("Impact: editorial."),
    "normative": message("Impact: normative."),
}
_IMPACT_MEANS: dict[Impact, str] = {
    "none": message("The two texts say the same in the same words."),
    "editorial": message("Nothing that one must meet changed."),
    "normative": message(
        "What one must meet changed, or may have: where the rules cannot tell, a change counts as normative."
    ),
}
_BOTH = forms(
    "{n} change, {normative} normative and {editorial} editorial.",
    "{n} changes, {normative} normative and {editorial} editorial.",
)
_ALL_NORMATIVE = forms("{n} change, normative.", "{n} changes, all normative.")
_ALL_EDITORIAL = forms("{n} change, editorial.", "{n} changes, all editorial.")
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
    words = phrasebook(publication.language)
    name = comparison_name(old, new, words)
    before = site_link(words.text("edition {version}", version=old.version), edition_address(old))
    later = message("draft {version}") if draft else message("edition {version}")
    after = site_link(words.text(later, version=new.version), edition_address(new))
    # The edition as a whole comes last: readers come for the domains.
    chapters = sorted(comparison.chapters, key=lambda chapter: chapter_anchor(chapter) == WHOLE)
    changes = tuple(change for chapter in chapters for change in chapter.changes)
    what = fill(
        words.text("What changed from {before} ({old_date}) to {after} ({new_date})."),
        before=before,
        old_date=words.date(old.date),
        after=after,
        new_date=words.date(new.date),
    )
    summary = summary_blocks(comparison.impact, summary_words(comparison, words), changes, words)
    parts: list[Part] = [
        PageHeading(2, sentence(words.text("Lineage of the domains")), "lineage"),
        *(Line(sentence(remark), LINEAGE_NOTE) for remark in comparison.connections.remarks),
        Group((Widget(_pictures(comparison, address, words)),), "lineage-picture"),
    ]
    if changes:
        filters = Group((Widget(filters_html(changes, words)),), "filters")
        parts += [PageHeading(2, sentence(words.text("Changes")), "changes"), filters]
        placing = editions_on_site(old, new, cite_by_date(KnownWorks(publication)), docs)
        parts += _chapters(comparison, chapters, changes, placing, words)
    previous, steps, following = _steps(publication.standard, old, new, words)
    every = Link(words.text(in_context("comparisons", "All")), HISTORY)
    others = (*([previous] if previous else []), *steps, *([following] if following else []), every)
    about = words.text("Comparison")
    return Document(
        kind="comparison",
        path=document_path(address),
        address=address,
        title=f"{old.abbreviation} {name}",
        head_title=words.text("{title}: changes from {versions}", title=old.title, versions=name),
        summary=" ".join(summary_words(comparison, words)) or words.text("Nothing changed."),
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
            eyebrow=words.text("Comparison"),
            breadcrumbs=(
                home_link(words),
                Link(edition_name(publication.standard.current), edition_address(None)),
                Link(words.text("History"), HISTORY),
            ),
            state="draft" if draft else None,
            facts=(
                Fact(words.text(in_context("comparison", "From")), "", (edition_link(old, words),)),
                Fact(words.text(in_context("comparison", "To")), "", (edition_link(new, words),)),
                Fact(words.text("Other comparisons"), "", others),
            ),
            data=(
                Link(words.text("Comparison as JSON"), f"{address}comparison.json", "JSON", "application/json", about),
                Link(words.text("Comparison as Markdown"), f"{address}comparison.md", "Markdown", subject=about),
            ),
        ),
        styles=("filters", "compare") if changes else ("compare",),
    )


def edition_link(edition: Edition, words: Phrasebook) -> Link:
    """A link to an edition or a draft at its permanent address."""
    form = message("Draft {version}") if edition.status == "draft" else message("Edition {version}")
    return Link(words.text(form, version=edition.version), edition_address(edition))


def summary_blocks(
    impact: Impact, sentences: Sequence[str], changes: Sequence[Change], words: Phrasebook
) -> tuple[Block, ...]:
    """The summary of a comparison, the impact first.

    Args:
        sentences: The counts in words.
        words: The language.

    Returns:
        A paragraph and a list.
    """
    said = [words.text(_IMPACT_MEANS[impact])]
    if changes:
        normative = sum(change.significance == "normative" for change in changes)
        editorial = len(changes) - normative
        said.append(
            words.count(
                len(changes),
                *(_BOTH if normative and editorial else _ALL_NORMATIVE if normative else _ALL_EDITORIAL),
                normative=words.number(normative),
                editorial=words.number(editorial),
            )
        )
    lead = Paragraph(sentence(strong(words.text(IMPACT_WORDS[impact])), f" {' '.join(said)}"))
    rows = []
    for it in sentences:
        what, colon, how = it.partition(":")
        rows.append(ListItem((Paragraph(sentence(strong(what + colon), how)),)))
    return (lead, List(tuple(rows))) if rows else (lead,)


def _steps(
    standard: Standard, old: Edition, new: Edition, words: Phrasebook
) -> tuple[Link | None, list[Link], Link | None]:
    """The step before, the steps that the comparison spans if it spans several, the step after."""
    editions = standard.editions
    first, last = editions.index(old), editions.index(new)
    steps = [
        Link(comparison_name(before, after, words), comparison_address(before, after))
        for before, after in pairwise(editions)
    ]
    before = steps[first - 1] if first else None
    after = steps[last] if last < len(steps) else None
    return before, steps[first:last] if last - first > 1 else [], after


def _pictures(comparison: Comparison, address: str, words: Phrasebook) -> str:
    """The picture for wide and for narrow screens; the style sheet shows one of them, to eye and ear alike."""

    def href(side: Side, item: str) -> str | None:
        edition = comparison.old if side == "old" else comparison.new
        return relative_address(domain_address(edition, edition.domains_by_id[item]), address)

    wide = lineage_picture(comparison, href, words=words)
    return f"{wide}\n{lineage_picture(comparison, href, 'lineage-narrow', narrow=True, words=words)}"


def _chapters(
    comparison: Comparison,
    chapters: Sequence[Chapter],
    changes: Sequence[Change],
    placing: Placing,
    words: Phrasebook,
) -> list[Part]:
    anchors = iter(change_anchors(comparison.old, changes))
    versions = (str(comparison.old.version), str(comparison.new.version))
    here = comparison_address(comparison.old, comparison.new)
    page = on_page(here).own

    def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
        return _named(comparison.old if side == "old" else comparison.new, change, item, here, words)

    unchanged = _unchanged_criteria(comparison)
    kind = "changes changes--many" if len(changes) > _MANY else "changes"
    parts: list[Part] = []
    for chapter in chapters:
        own = [next(anchors) for _ in chapter.changes]
        pairs = zip(chapter.changes, own, strict=True)
        blocks = [change_html(change, named_by, versions, named, placing, page, words) for change, named_by in pairs]
        if same := unchanged.get(chapter.new or "", []):
            blocks.append(f'<p class="chapter-unchanged">{escape(_unchanged_words(same, words))}</p>')
        joined = "\n".join(blocks)
        every = tuple(anchor for anchors_of_change in own for anchor in anchors_of_change)
        parts.append(PageHeading(3, sentence(chapter_name(chapter, words)), chapter_anchor(chapter)))
        parts.append(Group((Widget(joined, anchors=every),), kind))
    told = {chapter.new for chapter in chapters}
    if still := [domain for domain in comparison.new.domains if domain.id not in told]:
        links = (site_link(f"{it.id} {it.title}", domain_address(comparison.new, it)) for it in still)
        parts.append(PageHeading(3, sentence(words.text("Domains in which nothing changed")), "in--unchanged"))
        parts.append(List(tuple(ListItem((Paragraph(sentence(link)),)) for link in links)))
    return parts


def _unchanged_criteria(comparison: Comparison) -> dict[str, list[str]]:
    """Ids of unchanged criteria by the later edition's domain."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in comparison.unchanged:
        if item.level == "criterion":
            domain, _ = comparison.new.criteria_by_id[item.new]
            found[domain.id].append(item.new)
    return found


def _unchanged_words(ids: Sequence[str], words: Phrasebook) -> str:
    if len(ids) > _LISTED:
        return words.count(len(ids), "{n} criterion unchanged.", "{n} criteria unchanged.")
    return words.count(
        len(ids), "{n} criterion unchanged: {ids}.", "{n} criteria unchanged: {ids}.", ids=", ".join(ids)
    )


def _named(edition: Edition, change: Change, item: Item, here: str, words: Phrasebook) -> tuple[str | None, str]:
    if change.level == "domain":
        domain = edition.domains_by_id[item.id]
        return relative_address(domain_address(edition, domain), here), f"{domain.id} {domain.title}"
    if change.level == "criterion":
        _, criterion = edition.criteria_by_id[item.id]
        name = f"{criterion.id} {criterion.title}" if criterion.title else criterion.id
        return relative_address(criterion_address(edition, criterion), here), name
    return None, section_name(item, words)
