"""Insights: the list of all articles, with filters by category and domain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from editions.model import Article, Domain, Edition, Publication, Standard
from editions.model.addresses import INSIGHTS, INSIGHTS_FEED, article_address, document_path, edition_address
from editions.pages.article_domains import domain_link, filed_under, newest_first
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import edition_name, home_link
from editions.pages.filter_form import Choice, ChoiceGroup, Filtered, filter_form
from editions.pages.parts import Group, Line, PageHeading, Part, Widget
from editions.pages.reading_time import WORDS_PER_MINUTE
from editions.pages.sentences import fill, joined, sentence, site_link
from editions.site.article.article_pages import article_reading_words
from editions.text.inline_tree import Inline
from editions.words.messages import forms
from editions.words.phrasebook import Phrasebook, phrasebook

_NO_WORD = re.compile(r"[\W_]+")


def category_value(category: str, known: dict[str, str]) -> str:
    """The name of a category in an address.

    Args:
        known: Names that are given, by category; the new one is added.

    Returns:
        Words in lower case joined by hyphens, and a number where two categories would share them.
    """
    if category not in known:
        base = _NO_WORD.sub("-", category.casefold()).strip("-") or "category"
        taken, number, value = set(known.values()), 2, base
        while value in taken:
            value, number = f"{base}-{number}", number + 1
        known[category] = value
    return known[category]


def insights_document(publication: Publication) -> Document:
    """The list of all articles that have a release, newest first."""
    listed = newest_first(publication)
    words = phrasebook(publication.language)
    title = words.text("Insights")
    summary = words.text("Articles that explain and apply the {title}.", title=publication.standard.current.title)
    articles = [history.newest for history in listed if history.newest]
    parts: list[Part] = []
    if not articles:
        parts.append(Line(sentence(words.text("No article is published yet."))))
    names: dict[str, str] = {}
    if len(articles) > 1:
        filters = Widget(_filters(publication.standard, articles, names, words))
        parts.append(Group((filters,), "filters"))
    parts += [_entry(publication, article, category_value(article.category, names), words) for article in articles]
    if articles:
        remark = words.text("Reading times are at {speed} words a minute.", speed=WORDS_PER_MINUTE)
        parts.append(Line(sentence(remark), "insights-remark"))
    return Document(
        kind="insights",
        path=document_path(INSIGHTS),
        address=INSIGHTS,
        title=title,
        head_title=title,
        summary=summary,
        lead=(PageHeading(1, sentence(title)), Line(sentence(summary), "insights-summary")),
        parts=tuple(parts),
        canonical=INSIGHTS,
        in_navigation=bool(articles),
        modified=max((article.date for article in articles), key=str, default=None),
        chrome=Chrome(
            breadcrumbs=(home_link(words),),
            facts=(
                Fact(words.text("Articles"), words.number(len(articles))),
                Fact(words.text("New articles and versions"), "", (Link(words.text("Atom feed"), INSIGHTS_FEED),)),
            ),
        ),
        hide=("toc",),  # whose headings are that list again
        styles=("filters",) if len(articles) > 1 else (),
    )


def _entry(publication: Publication, article: Article, category: str, words: Phrasebook) -> Group:
    """An article in the list, as an item that the filters find by its category and its domains."""
    standard = publication.standard
    filed = filed_under(standard, article)
    domains = " ".join(domain.id for _, domain in filed)
    minutes = article_reading_words(publication, article)
    first = article.version == next(it for it in publication.articles if it.slug == article.slug).releases[0].version
    version = [] if first else [words.text("version {version}", version=article.version)]
    facts = (article.category, words.date(article.date), *version, minutes)
    parts: list[Part] = [
        PageHeading(2, sentence(site_link(article.title, article_address(article.slug)))),
        Line(sentence(" · ".join(facts)), "article-facts"),
        Line(sentence(article.summary)),
    ]
    if filed:
        parts.append(Line(_about(standard, filed, words), "article-domains"))
    return Group(tuple(parts), "article-entry", tag="section", data=(("category", category), ("domain", domains)))


def _about(standard: Standard, filed: Sequence[tuple[Edition, Domain]], words: Phrasebook) -> tuple[Inline, ...]:
    current = standard.current
    if len(filed) == len(current.domains) > 2 and all(edition is current for edition, _ in filed):
        whole = site_link(edition_name(current), edition_address(None))
        about = words.plural(len(filed), "About all {n} domain of {edition}", "About all {n} domains of {edition}")
        return fill(about, n=words.number(len(filed)), edition=whole)
    links = (domain_link(standard, edition, domain) for edition, domain in filed)
    return fill(
        words.text("About {domains}"), domains=joined(site_link(f"{it.label} {it.title}", it.address) for it in links)
    )


def _filters(standard: Standard, articles: Sequence[Article], names: dict[str, str], words: Phrasebook) -> str:
    """Filters by category and by domain, each choice with the number of its articles."""
    categories = Counter(article.category for article in articles)
    filed = [filed_under(standard, article) for article in articles]
    counts = Counter(domain.id for found in filed for _, domain in found)
    order = {domain.id: place for place, domain in enumerate(standard.current.domains)}
    # Those of the current edition in its order, then what is gone, in the order in which articles name it.
    domains = {domain.id: domain for found in filed for _, domain in found}
    chosen = sorted(domains.values(), key=lambda it: order.get(it.id, len(order)))
    groups = (
        ChoiceGroup(
            "category",
            words.text("Category"),
            tuple(Choice(category_value(it, names), it, categories[it]) for it in sorted(categories)),
        ),
        ChoiceGroup(
            "domain",
            words.text("Domain"),
            tuple(Choice(it.id, f"{it.label} {it.title}", counts[it.id]) for it in chosen),
        ),
    )
    filtered = Filtered(
        words.text("Filter the articles"),
        ".article-entry",
        len(articles),
        forms("{n} article shown", "All {n} articles shown"),
        forms("{shown} of {n} article shown", "{shown} of {n} articles shown"),
    )
    return filter_form(filtered, groups, words)
