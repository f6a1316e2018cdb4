"""What changed in an article since the version before: a closed section at the end of its page."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from editions.comparison import Change, Item, Side, article_sentence, compare_article_versions
from editions.model import Article, Publication
from editions.model.addresses import article_address
from editions.pages.change_anchors import change_anchors
from editions.pages.change_html import change_html
from editions.pages.document import Document, Fact, Link
from editions.pages.markdown_text import relative_address


def with_article_changes(document: Document, publication: Publication) -> Document:
    """Add to the page of an article's version what changed since the version before.

    Args:
        document: The page of an article; any other page stays as it is.
        publication: What is published.

    Returns:
        The page of a version after the first with a section at its end and a fact that leads there. The standing page
        gets the fact alone, which leads to the page of its version.
    """
    pair = _versions(document, publication) if document.kind == "article" else None
    if pair is None:
        return document
    before, after = pair
    own = article_address(after.slug, after)
    fact = Fact("Changes", "", (Link(f"Since version {before.version}", f"{own}#changes"),))
    changed = replace(document, chrome=replace(document.chrome, facts=(*document.chrome.facts, fact)))
    if document.address != own:
        return changed
    section = _section(before, after, document.address)
    return replace(changed, markdown=f"{document.markdown}\n{section}\n", redlines=True)


def _versions(document: Document, publication: Publication) -> tuple[Article, Article] | None:
    slug, version = document.subject
    history = next(it for it in publication.articles if it.slug == slug)
    versions = [*history.releases, *([history.draft] if history.draft else [])]
    place = next(number for number, it in enumerate(versions) if str(it.version) == version)
    return (versions[place - 1], versions[place]) if place else None


def _section(before: Article, after: Article, address: str) -> str:
    """The section as HTML without a blank line, so that it can stand in Markdown."""
    comparison = compare_article_versions(before, after)
    versions = (f"Version {before.version}", f"Version {after.version}")
    anchors = change_anchors(None, comparison.changes)

    def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
        return None, f"“{' › '.join(item.path) or item.id}”"

    pairs = zip(comparison.changes, anchors, strict=True)
    blocks = [change_html(change, own, versions, named, heading=2) for change, own in pairs]
    link = f'<a href="{escape(relative_address(article_address(before.slug, before), address))}">{versions[0]}</a>'
    return "\n".join(
        [
            '<details class="article-changes" id="changes">',
            f"<summary>What changed since version {before.version}</summary>",
            f"<p>{link} ({before.date.words}). {escape(article_sentence(comparison))}</p>",
            *blocks,
            "</details>",
        ]
    )
