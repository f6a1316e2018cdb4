"""The comparison pages: first what changed in words, then a picture, then every change with its wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from editions.comparison import Change, Chapter, Comparison, Impact, Item, Side, lineage_picture, summary_words
from editions.model import Edition, Publication, Standard
from editions.model.addresses import HISTORY, comparison_address, criterion_address, domain_address, edition_address
from editions.pages.change_anchors import WHOLE, change_anchors, chapter_anchor
from editions.pages.change_filters import filters_html
from editions.pages.change_html import change_html
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import edition_name
from editions.pages.markdown_text import document_path, link, plain, relative_address

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


def comparison_document(publication: Publication, comparison: Comparison) -> Document:
    """The page of a comparison.

    Args:
        publication: What is published.
        comparison: Two of its editions, compared.

    Returns:
        The document; its picture and its filters are inserts.
    """
    old, new = comparison.old, comparison.new
    address = comparison_address(old, new)
    path = document_path(address)
    draft = new.status == "draft"
    name = comparison_name(old, new)
    before = link(f"edition {old.version}", edition_address(old), path)
    after = link(f"draft {new.version}" if draft else f"edition {new.version}", edition_address(new), path)
    # The edition as a whole comes last: readers come for the domains.
    chapters = sorted(comparison.chapters, key=lambda chapter: chapter_anchor(chapter) == WHOLE)
    changes = tuple(change for chapter in chapters for change in chapter.changes)
    parts = [
        f"# {plain(f'{old.abbreviation} {name}')}",
        f"What changed from {before} ({old.date.words}) to {after} ({new.date.words}).",
        _summary(comparison, changes),
        "## Lineage of the domains { #lineage }",
        *(f"{plain(remark)}\n{{ .lineage-note }}" for remark in comparison.connections.remarks),
        '<div class="lineage-picture" data-insert="lineage"></div>',
    ]
    inserts = {"lineage": _pictures(comparison, address)}
    if changes:
        parts += ["## Changes { #changes }", '<div class="filters" data-insert="filters"></div>']
        inserts["filters"] = filters_html(changes)
        parts += _chapters(comparison, chapters, changes, path)
    previous, steps, following = _steps(publication.standard, old, new)
    others = (*([previous] if previous else []), *steps, *([following] if following else []), Link("All", HISTORY))
    return Document(
        kind="comparison",
        path=path,
        address=address,
        title=f"{old.abbreviation} {name}",
        head_title=f"{old.title}: changes from {name}",
        summary=" ".join(summary_words(comparison)) or "Nothing changed.",
        markdown="\n\n".join(parts) + "\n",
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
        inserts=inserts,
        subject=(str(old.version), str(new.version)),
        redlines=True,
    )


def comparison_name(old: Edition, new: Edition) -> str:
    """A comparison's name for people.

    Args:
        old: The earlier edition.
        new: The later edition.

    Returns:
        Such as ``1.0 to 1.1``.
    """
    return f"{old.version} to {'draft' if new.status == 'draft' else new.version}"


def summary_markdown(impact: Impact, sentences: Sequence[str], changes: Sequence[Change]) -> str:
    """The summary of a comparison, the impact first.

    Args:
        impact: The impact.
        sentences: The counts in words.
        changes: The changes.

    Returns:
        Markdown: a paragraph and a list.
    """
    normative = sum(change.significance == "normative" for change in changes)
    counted = ""
    if changes:
        many = "1 change" if len(changes) == 1 else f"{len(changes):,} changes"
        editorial = len(changes) - normative
        split = f"{normative:,} normative and {editorial:,} editorial" if normative and editorial else f"all {impact}"
        counted = f" {many}, {split if len(changes) > 1 else impact}."
    lead = f"**{IMPACT_WORDS[impact]}.** {_IMPACT_MEANS[impact]}{counted}"
    rows = []
    for sentence in sentences:
        what, colon, how = sentence.partition(":")
        rows.append(f"- **{plain(what + colon)}** {plain(how)}")
    return "\n\n".join((lead, "\n".join(rows))).strip()


def _summary(comparison: Comparison, changes: Sequence[Change]) -> str:
    impact = comparison.impact
    told = summary_markdown(impact, summary_words(comparison), changes)
    # The template takes everything up to the end of this element for the page's head.
    return f'<div class="comparison-summary comparison-summary--{impact}" markdown="1">\n\n{told}\n\n</div>'


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


def _chapters(comparison: Comparison, chapters: Sequence[Chapter], changes: Sequence[Change], path: str) -> list[str]:
    anchors = iter(change_anchors(comparison.old, changes))
    versions = (str(comparison.old.version), str(comparison.new.version))
    here = comparison_address(comparison.old, comparison.new)

    def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
        return _named(comparison.old if side == "old" else comparison.new, change, item, here)

    unchanged = _unchanged_criteria(comparison)
    kind = "changes changes--many" if len(changes) > _MANY else "changes"
    parts = []
    for chapter in chapters:
        blocks = [change_html(change, next(anchors), versions, named) for change in chapter.changes]
        if same := unchanged.get(chapter.new or "", []):
            blocks.append(f'<p class="chapter-unchanged">{escape(_unchanged_words(same))}</p>')
        joined = "\n".join(blocks)
        title = f"### {plain(_title(chapter))} {{ #{chapter_anchor(chapter)} }}"
        parts += [title, f'<div class="{kind}">\n{joined}\n</div>']
    told = {chapter.new for chapter in chapters}
    if still := [domain for domain in comparison.new.domains if domain.id not in told]:
        rows = "\n".join(
            f"- {link(f'{domain.id} {domain.title}', domain_address(comparison.new, domain), path)}" for domain in still
        )
        parts += ["### Domains in which nothing changed { #in--unchanged }", rows]
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
    count = "1 criterion" if len(ids) == 1 else f"{len(ids):,} criteria"
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
