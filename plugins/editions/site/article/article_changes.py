"""What changed in an article: between one version and the next on its page, and all versions on the standing page."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from editions.citations.known_works import KnownWorks
from editions.comparison import Change, Item, Side, article_sentence, compare_article_versions
from editions.comparison.change import ArticleComparison
from editions.comparison.phrases import section_name
from editions.model import Article, ArticleHistory, Publication
from editions.model.addresses import article_address
from editions.pages.change_anchors import change_anchors
from editions.pages.change_blocks import change_blocks
from editions.pages.change_html import change_html
from editions.pages.document import Document, Fact, Link
from editions.pages.parts import PageHeading, Widget
from editions.pages.redline_surroundings import article_on_site
from editions.pages.sentences import fill, sentence, site_link, strong
from editions.pages.subject import ArticleVersion
from editions.pages.text_surroundings import cite_by_date, on_page
from editions.site.article.article_pages import versions
from editions.text.html import HtmlWriter
from editions.text.tree import List, ListItem, Paragraph
from editions.words.phrasebook import Phrasebook, phrasebook


class ArticleChanges:
    """Adds to the pages of articles what changed; neighbouring versions are compared once."""

    def __init__(self, publication: Publication, docs: str = "docs") -> None:
        """Take what is published.

        Args:
            docs: Folder of the site's own pages in the project.
        """
        self._publication = publication
        self._docs = docs
        self._words = phrasebook(publication.language)
        self._cite = cite_by_date(KnownWorks(publication))
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
        if not isinstance(document.subject, ArticleVersion):
            return document
        slug = document.subject.article.slug
        history = self._histories[slug]
        all_versions = versions(history)
        place = all_versions.index(document.subject.article)
        if not place:
            return document
        before, after = all_versions[place - 1], all_versions[place]
        own = article_address(slug, after)
        since = self._words.text("Since version {version}", version=before.version)
        fact = Fact(self._words.text("Changes"), "", (Link(since, f"{own}#changes"),))
        changed = replace(document, chrome=replace(document.chrome, facts=(*document.chrome.facts, fact)))
        if document.address != own:
            return replace(changed, parts=(*document.parts, *self._versions(history)))
        return replace(
            changed, parts=(*document.parts, self._section(before, after, document.address)), styles=("compare",)
        )

    def _section(self, before: Article, after: Article, address: str) -> Widget:
        comparison, words = self._compared(before, after), self._words
        names = (_version(before, words), _version(after, words))
        anchors = change_anchors(None, comparison.changes)
        placing = article_on_site(self._publication.standard, before, after, self._cite, self._docs)
        page = on_page(address).own
        summary = words.text("What changed since version {version}", version=before.version)
        earlier = site_link(names[0], article_address(before.slug, before))
        dated = fill(words.text("{version} ({date})."), version=earlier, date=words.date(before.date))
        lead = Paragraph(sentence(*dated, f" {article_sentence(comparison, words)}"))
        pairs = zip(comparison.changes, anchors, strict=True)

        def named(change: Change, side: Side, item: Item) -> tuple[str | None, str]:
            return None, section_name(item, words)

        html = "\n".join(
            [
                '<details class="article-changes" id="changes">',
                f"<summary>{escape(summary)}</summary>",
                HtmlWriter(page).blocks((lead,)).rstrip(),
                *(change_html(change, own, names, named, placing, page, words, heading=2) for change, own in pairs),
                "</details>",
            ]
        )
        said = [block for change in comparison.changes for block in change_blocks(change, named, placing, words)]
        every = (anchor for own in anchors for anchor in own)
        return Widget(html, (Paragraph(sentence(strong(summary))), lead, *said), ("changes", *every))

    def _compared(self, before: Article, after: Article) -> ArticleComparison:
        key = (after.slug, str(after.version))
        if key not in self._known:
            self._known[key] = compare_article_versions(before, after)
        return self._known[key]

    def _versions(self, history: ArticleHistory) -> tuple[PageHeading, List]:
        """The released versions, newest first, each with what changed in it."""
        rows, words = [], self._words
        for before, article in reversed(list(zip((None, *history.releases), history.releases, strict=False))):
            address = article_address(history.slug, article)
            name = site_link(_version(article, words), address)
            row = fill(words.text("{version}, {date}."), version=name, date=words.date(article.date))
            if before is not None:
                what = site_link(
                    words.text("What changed since {version}", version=before.version), f"{address}#changes"
                )
                row += sentence(f" {article_sentence(self._compared(before, article), words)} ", what)
            rows.append(ListItem((Paragraph(row),)))
        return PageHeading(2, sentence(words.text("Versions")), "versions", unsearched=True), List(tuple(rows))


def _version(article: Article, words: Phrasebook) -> str:
    return words.text("Version {version}", version=article.version)
