"""The comparison pages: first what changed in words, then a picture, then every change with its wording."""

from __future__ import annotations

from html import escape

from editions.comparison import Change, Chapter, Comparison, Item, Side, lineage_picture, summary_words
from editions.comparison.phrases import detail_words, kind_words, reason_words
from editions.model import Edition, Publication
from editions.model.addresses import HISTORY, comparison_address, criterion_address, domain_address, edition_address
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_pages import edition_name
from editions.pages.markdown_text import document_path, link, plain, relative_address
from editions.pages.redline_html import is_changed, is_two_sided, redline_inline, redline_side

_IMPACT = {
    "none": "Nothing changed.",
    "editorial": "Editorial: nothing that one must meet changed.",
    "normative": "Normative: what one must meet changed, or may have; where a rule cannot tell, it says normative.",
}


def comparison_document(publication: Publication, comparison: Comparison) -> Document:
    """The page of a comparison.

    Args:
        publication: What is published.
        comparison: Two of its editions, compared.

    Returns:
        The document; its picture is an insert.
    """
    old, new = comparison.old, comparison.new
    address = comparison_address(old, new)
    path = document_path(address)
    draft = new.status == "draft"
    name = "draft" if draft else str(new.version)
    title = f"{old.abbreviation} {old.version} to {name}"
    others = _others(publication, address)
    before = link(f"edition {old.version}", edition_address(old), path)
    after = link(f"draft {new.version}" if draft else f"edition {new.version}", edition_address(new), path)
    parts = [
        f"# {plain(title)}",
        f"What changed from {before} ({old.date.words}) to {after} ({new.date.words}).",
        f'<div class="comparison-summary comparison-summary--{comparison.impact}" markdown="1">',
        f"**{_IMPACT[comparison.impact]}**",
        "\n".join(f"- {plain(sentence)}" for sentence in summary_words(comparison)),
        "</div>",
        *_lineage(publication, comparison),
    ]
    if comparison.chapters:
        parts.append("## Changes { #changes }")
        parts.append('<div class="change-filters" data-change-filters></div>')
        for number, chapter in enumerate(comparison.chapters):
            parts += _chapter(publication, comparison, chapter, number)
    return Document(
        kind="comparison",
        path=path,
        address=address,
        title=title,
        head_title=f"{old.title}: changes from {old.version} to {name}",
        summary=" ".join(summary_words(comparison)) or "Nothing changed.",
        markdown="\n\n".join(parts) + "\n",
        canonical=address,
        in_search=False,
        indexed=not draft,
        modified=new.date,
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
                *([Fact("Other comparisons", "", others)] if others else []),
            ),
            data=(
                Link("Comparison as JSON", f"{address}comparison.json", "JSON"),
                Link("Comparison as Markdown", f"{address}comparison.md", "Markdown"),
            ),
        ),
        inserts={"lineage": _picture(comparison, address)},
        subject=(str(old.version), str(new.version)),
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


def _others(publication: Publication, address: str) -> tuple[Link, ...]:
    pairs = publication.standard.compared()
    links = (Link(comparison_name(old, new), comparison_address(old, new)) for old, new in pairs)
    return tuple(link for link in links if link.address != address)


def _lineage(publication: Publication, comparison: Comparison) -> list[str]:
    parts = ["## Lineage of the domains { #lineage }"]
    between = [
        edition
        for edition in publication.standard.editions
        if comparison.old.version < edition.version <= comparison.new.version
    ]
    notes = dict.fromkeys(it.lineage.note for it in between if it.lineage and it.lineage.note)
    parts += [f"{plain(note)}\n{{ .lineage-note }}" for note in notes]
    parts.append('<div class="lineage-picture" data-insert="lineage"></div>')
    return parts


def _picture(comparison: Comparison, address: str) -> str:
    def href(side: Side, item: str) -> str | None:
        edition = comparison.old if side == "old" else comparison.new
        return relative_address(domain_address(edition, edition.domains_by_id[item]), address)

    return lineage_picture(comparison, href)


def _chapter(publication: Publication, comparison: Comparison, chapter: Chapter, number: int) -> list[str]:
    if chapter.new is not None:
        title = f"{chapter.new} {chapter.title}"
    elif chapter.old:
        title = f"{', '.join(chapter.old)} {chapter.title} (withdrawn)"
    else:
        title = "The edition as a whole"
    anchor = chapter.new or "-".join(chapter.old) or "edition"
    blocks = "\n".join(
        _change(comparison, change, f"change-{number + 1}-{place + 1}") for place, change in enumerate(chapter.changes)
    )
    return [f"### {plain(title)} {{ #in-{anchor} }}", f'<div class="changes">\n{blocks}\n</div>']


def _change(comparison: Comparison, change: Change, anchor: str) -> str:
    """One change as a block of HTML: what it is, why it matters, and its wording."""
    aspects = " ".join(change.aspects)
    kind, reasons = kind_words(change), reason_words(change)
    significance = change.significance
    facts = f'data-relation="{change.relation}" data-aspects="{aspects}" data-significance="{significance}"'
    badge = f'<span class="change-significance change-significance--{significance}">{significance}</span>'
    lines = [
        f'<section class="change" id="{anchor}" {facts} data-level="{change.level}">',
        f'<h4 class="change-head">{_heading(comparison, change)}</h4>',
        f'<p class="change-kind"><span class="change-relation">{escape(kind)}</span> {badge}</p>',
    ]
    lines += [f'<p class="change-detail">{escape(words)}</p>' for words in detail_words(change)]
    if is_changed(change.title_wording):
        lines.append(f'<p class="redline redline-title">{redline_inline(change.title_wording)}</p>')
    if is_changed(change.wording):
        lines.append(f'<div class="redline">{_paragraphs(redline_inline(change.wording))}</div>')
        if is_two_sided(change.wording):
            lines.append(_sides(comparison, change))
    if reasons:
        lines.append(f'<p class="change-reasons">Why {change.significance}: {escape("; ".join(reasons))}.</p>')
    lines += [f'<p class="change-note">Note: {escape(note)}</p>' for note in change.notes]
    lines.append("</section>")
    return "\n".join(lines)


def _paragraphs(html: str) -> str:
    """Text whose line breaks are kept by the style sheet; a blank line would end the block in Markdown."""
    return "<br>".join(html.split("\n"))


def _sides(comparison: Comparison, change: Change) -> str:
    columns = "".join(
        f'<div class="redline-side"><p class="redline-version">{escape(str(edition.version))}</p>'
        f'<div class="redline">{_paragraphs(redline_side(change.wording, side))}</div></div>'
        for side, edition in (("old", comparison.old), ("new", comparison.new))
    )
    return (
        f'<details class="redline-sides"><summary>Side by side</summary><div class="columns">{columns}</div></details>'
    )


def _heading(comparison: Comparison, change: Change) -> str:
    old = ", ".join(_item(comparison.old, item, change, comparison) for item in change.old)
    new = ", ".join(_item(comparison.new, item, change, comparison) for item in change.new)
    if not old or not new:
        return old or new
    return f'{old} <span class="change-arrow" aria-label="became">→</span> {new}'


def _item(edition: Edition, item: Item, change: Change, comparison: Comparison) -> str:
    here = comparison_address(comparison.old, comparison.new)
    if change.level == "domain":
        domain = edition.domains_by_id[item.id]
        address, name = domain_address(edition, domain), f"{domain.id} {domain.title}"
    elif change.level == "criterion":
        _, criterion = edition.criteria_by_id[item.id]
        address = criterion_address(edition, criterion)
        name = f"{criterion.id} {criterion.title}" if criterion.title else criterion.id
    else:
        return f"“{escape(' › '.join(item.path) or item.id)}”"
    return f'<a href="{escape(relative_address(address, here))}">{escape(name)}</a>'
