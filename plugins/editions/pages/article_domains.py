"""Which domains an article is about, and which articles are about a domain, in any edition: by lineage, both ways."""

from __future__ import annotations

from editions.model import Article, ArticleHistory, Domain, Edition, Publication, Standard
from editions.model.addresses import INSIGHTS, article_address, domain_address
from editions.pages.counterparts import counterparts
from editions.pages.document import Fact, Link
from editions.words.phrasebook import phrasebook

_LISTED = 6  # articles that a reader takes in at a glance beside a domain


def newest_first(publication: Publication) -> list[ArticleHistory]:
    """The articles that readers find, in the order of their newest release.

    Returns:
        Articles with a release, newest first.
    """
    released = [history for history in publication.articles if history.newest]
    return sorted(released, key=lambda it: (str(_newest(it).date), it.slug), reverse=True)


def stated_domains(standard: Standard, article: Article) -> list[tuple[Edition, Domain]]:
    """The domains that an article names.

    Returns:
        Each domain with the newest edition that has its id, in the order in which the article names them.
    """
    editions = (*reversed(standard.releases), *([standard.draft] if standard.draft else []))
    found = []
    for item in article.domains:
        edition = next((it for it in editions if item in it.domains_by_id), None)
        if edition is not None:
            found.append((edition, edition.domains_by_id[item]))
    return found


def domains_in(standard: Standard, article: Article, edition: Edition) -> tuple[Domain, ...]:
    """The domains of an edition that an article is about.

    Args:
        edition: Any edition, older or newer than the one whose domains the article names.

    Returns:
        Domains in the order of the edition: what the named ones are, came from or became there.
    """
    ids = {
        found
        for named, domain in stated_domains(standard, article)
        for found in counterparts(standard, "domain", domain.id, named, edition)
    }
    return tuple(domain for domain in edition.domains if domain.id in ids)


def filed_under(standard: Standard, article: Article) -> tuple[tuple[Edition, Domain], ...]:
    """The domains under which readers of the current edition find an article.

    Returns:
        Domains of the current edition in its order, then those that the article names and nothing in it continues,
        each with its edition.
    """
    current = standard.current
    gone = [
        (edition, domain)
        for edition, domain in stated_domains(standard, article)
        if not counterparts(standard, "domain", domain.id, edition, current)
    ]
    return (*((current, domain) for domain in domains_in(standard, article, current)), *gone)


def domain_links(standard: Standard, article: Article) -> tuple[Link, ...]:
    """Links to the domains that an article names.

    Returns:
        One link for each: at the standing address if the newest release has the domain.
    """
    return tuple(domain_link(standard, edition, domain) for edition, domain in stated_domains(standard, article))


def domain_link(standard: Standard, edition: Edition, domain: Domain) -> Link:
    """A link to a domain.

    Returns:
        The link, at the standing address if the edition is the newest release.
    """
    standing = edition.version == standard.current.version
    return Link(domain.title, domain_address(None if standing else edition, domain), domain.label)


def articles_fact(publication: Publication, edition: Edition, domain: Domain) -> tuple[Fact, ...]:
    """What the page of a domain says of the articles about it.

    Returns:
        One fact with links to the articles, newest first, and beyond a handful to all of them; none if there is none.
    """
    standard, words = publication.standard, phrasebook(publication.language)
    links = [
        Link(_newest(history).title, article_address(history.slug))
        for history in newest_first(publication)
        if domain in domains_in(standard, _newest(history), edition)
    ]
    if len(links) > _LISTED:
        today = counterparts(standard, "domain", domain.id, edition, standard.current) or (domain.id,)
        address = f"{INSIGHTS}?domain={','.join(today)}"
        every = words.count(len(links), "All {n} article about it", "All {n} articles about it")
        links[_LISTED - 1 :] = [Link(every, address)]
    return (Fact(words.text("Articles"), "", tuple(links)),) if links else ()


def _newest(history: ArticleHistory) -> Article:
    assert history.newest is not None  # noqa: S101 - only articles with a release come here
    return history.newest
