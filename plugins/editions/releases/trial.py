"""A trial of publication: whether everything that a build makes of the texts of a draft can be made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial

from editions.citations.known_works import KnownWorks
from editions.comparison import (
    article_comment,
    compare,
    compare_article_versions,
    comparison_comment,
    comparison_json,
    comparison_text,
)
from editions.formats.edition_exports import edition_exports
from editions.model import Edition, Publication
from editions.model.article import Article
from editions.model.edition import Origin
from editions.model.edition_texts import edition_texts, with_texts
from editions.pages.published_links import LinkContext
from editions.pages.sanitised import sanitised
from editions.pages.text_surroundings import outside
from editions.source.problem import Problem, Unpublishable
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.tree import Text

_UNCHANGED = "Unchanged."


def trial_problems(publication: Publication) -> Iterator[Problem]:
    """Make of each draft what a build and the commands make of it: data, PDF, comparison.

    Texts that the release before has as well were made before, and are left out.

    Args:
        publication: A publication without other problems.

    Yields:
        A problem for each text of which something cannot be made.
    """
    standard = publication.standard
    if standard.draft is not None:
        yield from _edition_problems(publication, standard.newest, standard.draft)
    for history in publication.articles:
        article = history.draft
        if article is not None and (reason := _failure(partial(_try_article, publication, history.newest, article))):
            yield _problem(article.origin, "the article", reason)


def _edition_problems(publication: Publication, newest: Edition | None, draft: Edition) -> Iterator[Problem]:
    known = {it.text for it in edition_texts(newest)} if newest is not None else set()
    new = {it.text for it in edition_texts(draft)} - known

    def fails(texts: Collection[Text]) -> str | None:
        return _failure(partial(_try_edition, publication, newest, _reduced(draft, texts)))

    reason = fails(new)
    if reason is None:
        return
    found = False
    for placed in edition_texts(draft):
        if placed.text in new and (own := fails({placed.text})):
            found = True
            yield _problem(placed.origin, placed.name, own)
    if not found:
        yield _problem(draft.origin, "the edition", reason)


def _problem(origin: Origin, name: str, reason: str) -> Problem:
    return Problem(origin.path, origin.line, f"{name} cannot be published: {reason}; write it more simply")


def _failure(attempt: Callable[[], object]) -> str | None:
    """What is said when something cannot be made."""
    try:
        attempt()
    except Unpublishable as error:
        return "; ".join(problem.message for problem in error.problems)
    except Exception as error:  # noqa: BLE001 - whatever it is, a build would end in it
        return f"{type(error).__name__}: {error}"
    return None


def _try_edition(publication: Publication, newest: Edition | None, draft: Edition) -> None:
    tried = replace(publication, standard=replace(publication.standard, draft=draft))
    edition_exports(tried, draft)
    if newest is not None:
        comparison = compare(newest, draft)
        comparison_json(comparison, publication.site_url)
        comparison_comment(comparison, see="")
        comparison_text(comparison)


def _try_article(publication: Publication, newest: Article | None, draft: Article) -> None:
    context = LinkContext(draft.origin.path, f"insights/{draft.slug}/index.md")
    sanitised(HtmlWriter(outside(context, publication.site_url, KnownWorks(publication))).write(draft.body))
    if newest is not None:
        article_comment(compare_article_versions(newest, draft), see="")


def _reduced(draft: Edition, texts: Collection[Text]) -> Edition:
    """The draft with some of its texts, and a word in place of each other."""
    unchanged = parse(_UNCHANGED)
    return with_texts(draft, lambda placed: placed.text if placed.text in texts else unchanged)
