"""The pages of an article: the standing page of its newest release, and one for each version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editions.model import Article, ArticleHistory, Edition, Publication, Standard
from editions.model.addresses import (
    INSIGHTS,
    article_address,
    criterion_address,
    document_path,
    domain_address,
    edition_address,
)
from editions.pages.added_fields import field_parts
from editions.pages.article_domains import domain_links, newest_first
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link, State, Supersession
from editions.pages.edition_place import home_link
from editions.pages.page_source import page_source
from editions.pages.parts import Group, Line, PageHeading, Part, Written, every_part
from editions.pages.published_links import LinkContext, moved_domains
from editions.pages.reading_time import WORDS_PER_MINUTE, reading_words
from editions.pages.sentences import sentence, site_link
from editions.pages.subject import ArticleVersion
from editions.text.tree import Directive, Heading
from editions.text.walking import nodes, without_lines
from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook, phrasebook


@dataclass(frozen=True)
class ArticleNeighbours:
    """The articles that stand beside an article in the list of all.

    Attributes:
        newer: The article before it in the list.
        older: The article after it.
    """

    newer: Link | None = None
    older: Link | None = None


def article_documents(publication: Publication, docs: str) -> Iterator[Document]:
    """The pages of all articles.

    Args:
        docs: Folder of the site's own pages in the project.

    Yields:
        For each article the standing page, if anything is released, then the versions, the draft last. The newest
        article comes first, and what has no release yet last.
    """
    listed = newest_first(publication)
    drafted = [history for history in publication.articles if history.draft and not history.releases]
    context = LinkContext("", "", docs=docs, moved=moved_domains(publication.standard))
    around = zip((None, *listed), listed, (*listed[1:], None), strict=False)
    for newer, history, older in around:
        yield from _pages(publication, history, context, ArticleNeighbours(_neighbour(newer), _neighbour(older)))
    for history in drafted:
        yield from _pages(publication, history, context, ArticleNeighbours())


def versions(history: ArticleHistory) -> tuple[Article, ...]:
    """Every version of an article.

    Returns:
        Versions, oldest first, the draft last.
    """
    return (*history.releases, *((history.draft,) if history.draft else ()))


def article_reading_words(publication: Publication, article: Article) -> str:
    """How long an article takes to read, the criteria that it draws from the standard included, such as ``4 min``."""
    body = _body(article, publication.standard, LinkContext("", ""))
    return _reading_words(body, phrasebook(publication.language))


def _neighbour(history: ArticleHistory | None) -> Link | None:
    if history is None or history.newest is None:
        return None
    return Link(history.newest.title, article_address(history.slug))


def _pages(
    publication: Publication, history: ArticleHistory, context: LinkContext, neighbours: ArticleNeighbours
) -> Iterator[Document]:
    if history.newest:
        yield _page(publication, history, history.newest, context, neighbours)
    for version in versions(history):
        yield _page(publication, history, version, context, None)


def _reading_words(body: Written, words: Phrasebook) -> str:
    texts = [it.text for it in every_part((body,)) if isinstance(it, Written)]
    return reading_words(texts, words)


def _page(
    publication: Publication,
    history: ArticleHistory,
    article: Article,
    context: LinkContext,
    standing: ArticleNeighbours | None,
) -> Document:
    address = article_address(history.slug, None if standing else article)
    path = document_path(address)
    own = article.version == (history.newest.version if history.newest else None)
    context = replace(context, source=article.origin.path, path=path)
    body = _body(article, publication.standard, context)
    words = phrasebook(publication.language)
    minutes = words.text("{time} at {speed} words a minute", time=_reading_words(body, words), speed=WORDS_PER_MINUTE)
    facts = [
        Fact(words.text("Category"), article.category),
        Fact(words.text("Published"), words.date(article.date)),
        Fact(words.text("Version"), str(article.version)),
        Fact(words.text("Reading time"), minutes),
    ]
    if article.authors:
        facts.append(
            Fact(words.text(in_context("authors", "By")), ", ".join(author.name for author in article.authors))
        )
    if related := domain_links(publication.standard, article):
        facts.append(Fact(words.text("Relates to"), "", related))
    titled = article.title
    if not standing:
        titled = words.text("{title}, version {version}", title=article.title, version=article.version)
    permanent = Link(words.text("Version {version}", version=article.version), article_address(history.slug, article))
    return Document(
        kind="article",
        path=path,
        address=address,
        title=article.title,
        head_title=titled,
        summary=article.summary,
        lead=(PageHeading(1, sentence(article.title)), Line(sentence(article.summary), "article-summary")),
        parts=(*field_parts("article", article, context, "article", words), body),
        **page_source(article.origin.path, working_copy=standing is not None and history.draft is None),
        canonical=article_address(history.slug) if own else address,
        in_search=standing is not None,
        in_navigation=standing is not None,
        indexed=article.status == "released",
        modified=article.date,
        previous=standing.newer if standing else None,
        next=standing.older if standing else None,
        chrome=Chrome(
            eyebrow=article.category,
            breadcrumbs=(home_link(words), Link(words.text("Insights"), INSIGHTS)),
            state=_state(history, article),
            choices=_choices(history, article, words),
            supersession=_supersession(history, article, words),
            facts=tuple(facts),
            permanent=permanent if standing else None,
        ),
        subject=ArticleVersion(article),
        is_work=True,
    )


def _state(history: ArticleHistory, article: Article) -> State:
    if article.status == "draft":
        return "draft"
    return "newest" if history.newest and history.newest.version == article.version else "superseded"


def _choices(history: ArticleHistory, here: Article, words: Phrasebook) -> tuple[EditionChoice, ...]:
    choices = []
    for article in reversed(versions(history)):
        state = _state(history, article)
        address = article_address(history.slug, None if state == "newest" else article)
        choices.append(
            EditionChoice(
                version=str(article.version),
                date=words.date(article.date),
                state=state,
                current=article.version == here.version,
                targets=(Link(article.title, address),),
                counterpart=True,
            )
        )
    return tuple(choices)


def _supersession(history: ArticleHistory, article: Article, words: Phrasebook) -> Supersession | None:
    newest = history.newest
    if _state(history, article) != "superseded" or newest is None:
        return None
    address = article_address(history.slug)
    return Supersession(str(newest.version), words.date(newest.date), address, (), whole=True)


def _body(article: Article, standard: Standard, context: LinkContext) -> Written:
    """The article's text, with the criteria that its directives ask for."""
    drawn: list[tuple[Part, ...]] = []
    level = 1
    for node in nodes(article.body.blocks, without_lines):
        if isinstance(node, Heading):
            level = node.level
        elif isinstance(node, Directive):
            edition = next(it for it in standard.editions if str(it.version) == node.argument)
            name = f"drawn-{len(drawn) + 1}-" if drawn else "drawn-"
            drawn.append((_criteria(article, edition, context, min(level + 1, 6), name),))
    return Written(article.body, context, drawn=tuple(drawn))


def _criteria(article: Article, edition: Edition, context: LinkContext, level: int, name: str) -> Group:
    """The criteria of the domains that an article relates to; kept out of the search, which has them once already."""
    parts: list[Part] = []
    folder = edition_address(edition).strip("/")
    for domain in edition.domains:
        if article.domains and domain.id not in article.domains:
            continue
        title = site_link(f"{domain.label} {domain.title}", domain_address(edition, domain))
        parts.append(PageHeading(level, sentence(title)))
        for criterion in domain.criteria:
            where = replace(context, source=domain.origin.path, edition=folder)
            parts.append(Written(criterion.text, where, f"{name}{criterion.id}", quoted=True))
            source = site_link(criterion.id, criterion_address(edition, criterion))
            parts.append(Line(sentence(source), "criterion-source"))
    return Group(tuple(parts), "criteria-drawn", unsearched=True)
