"""What changed in an article: between one version and the next on its page, and all versions on the standing page."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from editions.comparison import Change, Item, Side, article_sentence, compare_article_versions
from editions.comparison.change import ArticleComparison
from editions.model import Article, ArticleHistory, Publication
from editions.model.addresses import article_address
from editions.pages.article_pages import versions
from editions.pages.change_anchors import change_anchors
from editions.pages.change_html import change_html
from editions.pages.document import Document, Fact, Link
from editions.pages.markdown_text import link, relative_address


class ArticleChanges:
    """Adds to the pages of articles what changed; neighbouring versions are compared once."""

    def __init__(self, publication: Publication) -> None:
        """Take what is published.

        Args:
            publication: What is published.
        """
        self._histories = {history.slug: history for history in publication.articles}
        self._known: dict[tuple[str, str], ArticleComparison] = {}

    def on(self, document: Document) -> Document:
        """Add to the page of an article's version what changed since the version before.

        Args:
            document: The page of an article; any other page stays as it is.

        Returns:
            The page of a version after the first with a section at its end and a fact that leads there. The standing
            page gets the fact, which leads to the page of its version, and a list of all released versions.
        """
        if document.kind != "article":
            return document
        slug, version = document.subject
        history = self._histories[slug]
        all_versions = versions(history)
        place = next(number for number, it in enumerate(all_versions) if str(it.version) == version)
        if not place:
            return document
        before, after = all_versions[place - 1], all_versions[place]
        own = article_address(slug, after)
        fact = Fact("Changes", "", (Link(f"Since version {before.version}", f"{own}#changes"),))
        changed = replace(document, chrome=replace(document.chrome, facts=(*document.chrome.facts, fact)))
        if document.address != own:
            listed = self._versions(history, document.path)
            return replace(changed, markdown=f"{document.markdown.rstrip()}\n\n{listed}\n")
        section = _section(self._compared(before, after), document.address)
        return replace(changed, markdown=f"{document.markdown}\n{section}\n", redlines=True)

    def _compared(self, before: Article, after: Article) -> ArticleComparison:
        key = (after.slug, str(after.version))
        if key not in self._known:
            self._known[key] = compare_article_versions(before, after)
        return self._known[key]

    def _versions(self, history: ArticleHistory, path: str) -> str:
        """The released versions, newest first, each with what changed in it."""
        rows = ["## Versions { #versions data-search-exclude }"]
        for before, article in reversed(list(zip((None, *history.releases), history.releases, strict=False))):
            address = article_address(history.slug, article)
            row = f"- {link(f'Version {article.version}', address, path)}, {article.date.words}."
            if before is not None:
                what = link(f"What changed since {before.version}", f"{address}#changes", path)
                row += f" {article_sentence(self._compared(before, article))} {what}"
            rows.append(row)
        return "\n\n".join((rows[0], "\n".join(rows[1:])))


def _section(comparison: ArticleComparison, address: str) -> str:
    """The section as HTML without a blank line, so that it can stand in Markdown."""
    before, after = comparison.old, comparison.new
    names = (f"Version {before.version}", f"Version {after.version}")
    anchors = change_anchors(None, comparison.changes)

    def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
        return None, f"“{' › '.join(item.path) or item.id}”"

    pairs = zip(comparison.changes, anchors, strict=True)
    blocks = [change_html(change, own, names, named, heading=2) for change, own in pairs]
    earlier = f'<a href="{escape(relative_address(article_address(before.slug, before), address))}">{names[0]}</a>'
    return "\n".join(
        [
            '<details class="article-changes" id="changes">',
            f"<summary>What changed since version {before.version}</summary>",
            f"<p>{earlier} ({before.date.words}). {escape(article_sentence(comparison))}</p>",
            *blocks,
            "</details>",
        ]
    )
