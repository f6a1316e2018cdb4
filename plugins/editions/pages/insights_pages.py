"""Insights: their index and every version of every article."""

from __future__ import annotations

import re
from dataclasses import replace

from editions.model import Article, ArticleHistory, Domain, Edition, Publication, Standard
from editions.model.addresses import INSIGHTS, article_address, criterion_address, domain_address
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link, State, Supersession
from editions.pages.markdown_text import document_path, link, plain
from editions.pages.page_source import page_source
from editions.pages.published_links import LinkContext, moved_domains, published
from editions.source.directives import directives

WORDS_PER_MINUTE = 200
_TAG_OR_COMMENT = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def reading_time(markdown: str) -> int:
    """How long a text takes to read.

    Args:
        markdown: The text.

    Returns:
        Whole minutes, at least one, at 200 words a minute.
    """
    words = len(_WORD.findall(_TAG_OR_COMMENT.sub(" ", markdown)))
    return max(1, round(words / WORDS_PER_MINUTE))


def insights_documents(publication: Publication, docs: str) -> list[Document]:
    """The index of insights and the pages of all articles.

    Args:
        publication: What is published.
        docs: Folder of the site's own pages in the project.

    Returns:
        The index first; for each article the standing page, then its versions.
    """
    newest_first = sorted(
        (history for history in publication.articles if history.newest or history.draft),
        key=lambda history: (str(_shown(history).date), history.slug),
        reverse=True,
    )
    documents = [_index(publication, newest_first)]
    context = LinkContext("", "", docs=docs, moved=moved_domains(publication.standard))
    standing = [history for history in newest_first if history.newest]
    for history in newest_first:
        place = standing.index(history) if history in standing else None
        newer = standing[place - 1] if place else None
        older = standing[place + 1] if place is not None and place + 1 < len(standing) else None
        if history.newest:
            documents.append(
                _page(publication, history, history.newest, context, standing=True, newer=newer, older=older)
            )
        versions = [*history.releases, *([history.draft] if history.draft else [])]
        documents += [_page(publication, history, version, context, standing=False) for version in versions]
    return documents


def _shown(history: ArticleHistory) -> Article:
    shown = history.newest or history.draft
    assert shown is not None  # noqa: S101 - an article has at least one version
    return shown


def _index(publication: Publication, articles: list[ArticleHistory]) -> Document:
    path = document_path(INSIGHTS)
    summary = f"Articles that explain and apply the {publication.standard.current.title}."
    parts = ["# Insights", plain(summary)]
    for history in articles:
        article = history.newest
        if article is None:
            continue
        parts.append(f"## {link(article.title, article_address(history.slug), path)}")
        facts = f"{plain(article.category)} · {article.date.words} · {_minutes(article, publication)}"
        parts += [f"{facts}\n{{ .article-facts }}", plain(article.summary)]
    if len(parts) == 2:
        parts.append("No article is published yet.")
    return Document(
        kind="insights",
        path=path,
        address=INSIGHTS,
        title="Insights",
        head_title="Insights",
        summary=summary,
        markdown="\n\n".join(parts) + "\n",
        canonical=INSIGHTS,
        in_navigation=True,
        modified=max((history.newest.date for history in articles if history.newest), key=str, default=None),
        chrome=Chrome(breadcrumbs=(Link("Home", "/"),)),
    )


def _minutes(article: Article, publication: Publication) -> str:
    text = _with_criteria(article, publication.standard, document_path(article_address(article.slug)))
    return f"{reading_time(text)} min read"


def _page(
    publication: Publication,
    history: ArticleHistory,
    article: Article,
    context: LinkContext,
    *,
    standing: bool,
    newer: ArticleHistory | None = None,
    older: ArticleHistory | None = None,
) -> Document:
    address = article_address(history.slug, None if standing else article)
    path = document_path(address)
    own = article.version == (history.newest.version if history.newest else None)
    body = _with_criteria(article, publication.standard, path)
    body = published(body, replace(context, source=article.origin.path, path=path)) if body else ""
    facts = [
        Fact("Category", article.category),
        Fact("Published", article.date.words),
        Fact("Version", str(article.version)),
        Fact("Reading time", _minutes(article, publication)),
    ]
    if article.authors:
        facts.append(Fact("By", ", ".join(author.name for author in article.authors)))
    if related := _related(publication.standard, article):
        facts.append(Fact("Relates to", "", related))
    return Document(
        kind="article",
        path=path,
        address=address,
        title=article.title,
        head_title=article.title if standing else f"{article.title}, version {article.version}",
        summary=article.summary,
        markdown=f"# {plain(article.title)}\n\n{plain(article.summary)}\n{{ .article-summary }}\n\n{body}\n",
        **page_source(article.origin.path, working_copy=standing and history.draft is None),
        canonical=article_address(history.slug) if own else address,
        in_search=standing,
        in_navigation=standing,
        indexed=article.status == "released",
        modified=article.date,
        previous=_neighbour(newer),
        next=_neighbour(older),
        chrome=Chrome(
            eyebrow=article.category,
            breadcrumbs=(Link("Home", "/"), Link("Insights", INSIGHTS)),
            state=_state(history, article),
            choices=_choices(history, article),
            supersession=_supersession(history, article),
            facts=tuple(facts),
            permanent=Link(f"Version {article.version}", article_address(history.slug, article)) if standing else None,
        ),
        subject=(history.slug, str(article.version)),
    )


def _neighbour(history: ArticleHistory | None) -> Link | None:
    return Link(_shown(history).title, article_address(history.slug)) if history else None


def _state(history: ArticleHistory, article: Article) -> State:
    if article.status == "draft":
        return "draft"
    return "newest" if history.newest and history.newest.version == article.version else "superseded"


def _choices(history: ArticleHistory, here: Article) -> tuple[EditionChoice, ...]:
    versions = [*history.releases, *([history.draft] if history.draft else [])]
    choices = []
    for article in reversed(versions):
        state = _state(history, article)
        address = article_address(history.slug, None if state == "newest" else article)
        choices.append(
            EditionChoice(
                version=str(article.version),
                date=article.date.words,
                state=state,
                current=article.version == here.version,
                targets=(Link(article.title, address),),
                counterpart=True,
            )
        )
    return tuple(choices)


def _supersession(history: ArticleHistory, article: Article) -> Supersession | None:
    newest = history.newest
    if _state(history, article) != "superseded" or newest is None:
        return None
    address = article_address(history.slug)
    return Supersession(str(newest.version), newest.date.words, address, (), whole=True)


def _find_domain(standard: Standard, item: str) -> tuple[Edition, Domain] | None:
    """A domain in the newest edition that has it."""
    for edition in (*reversed(standard.releases), *([standard.draft] if standard.draft else [])):
        if item in edition.domains_by_id:
            return edition, edition.domains_by_id[item]
    return None


def _related(standard: Standard, article: Article) -> tuple[Link, ...]:
    links = []
    for item in article.domains:
        found = _find_domain(standard, item)
        if found is not None:
            edition, domain = found
            newest = edition.version == standard.current.version
            links.append(Link(domain.title, domain_address(None if newest else edition, domain), domain.label))
    return tuple(links)


def _with_criteria(article: Article, standard: Standard, path: str) -> str:
    """The article's text with the criteria that its directives ask for."""
    pieces, place = [], 0
    for directive in directives(article.body):
        edition = next(it for it in standard.editions if str(it.version) == directive.argument)
        pieces += [article.body[place : directive.start], _criteria(article, edition, path)]
        place = directive.end
    return "".join([*pieces, article.body[place:]])


def _criteria(article: Article, edition: Edition, path: str) -> str:
    """The criteria of the domains that an article relates to; kept out of the search, which has them once already."""
    blocks = []
    for domain in edition.domains:
        if article.domains and domain.id not in article.domains:
            continue
        heading = link(f"{domain.label} {domain.title}", domain_address(edition, domain), path)
        lines = [f"### {heading}"]
        for criterion in domain.criteria:
            address = criterion_address(edition, criterion)
            lines.append(f"{criterion.text}\n\n{link(criterion.id, address, path)}\n{{ .criterion-source }}")
        blocks.append("\n\n".join(lines))
    body = "\n\n".join(blocks)
    return f'<div class="criteria-drawn" data-search-exclude markdown="1">\n\n{body}\n\n</div>'
